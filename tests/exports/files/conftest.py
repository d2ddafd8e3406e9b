from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import answerable
from answerable.exports.formats import FORMATS, Written
from answerable.exports.scope import Scope, read_scope
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.graph import Store


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A build of the example plans, under a licence."""
    folder = tmp_path_factory.mktemp("plans") / "store"
    answerable.build(EXAMPLES, to=folder, licence="ogl-3")
    return answerable.open_store(folder)


@pytest.fixture(scope="session")
def scope(plans: Store) -> Scope:
    return read_scope(plans)


@pytest.fixture(scope="session")
def written(plans: Store, scope: Scope) -> Callable[..., bytes]:
    """Write a format of the example plans, and see that it is the same a second time."""

    def write(form: str, network: str = "ownership") -> bytes:
        first, second = (b"".join(FORMATS[form].write(Written(plans, scope, network))) for _ in range(2))
        assert first == second, "the same graph gives the same bytes"
        return first

    return write
