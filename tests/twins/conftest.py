from __future__ import annotations

from pathlib import Path

import pytest

from tests.twins.formats import write_twins
from tests.twins.plans import PLANS


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that holds every plan in every format."""
    folder = tmp_path_factory.mktemp("twins")
    write_twins(PLANS, folder)
    return folder
