"""The protocol asked as a client would, over the two plans of our own invention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from answerable.graph.endpoint import Limits, Service
from answerable.serving import application

if TYPE_CHECKING:
    from answerable.graph import Store


@pytest.fixture(scope="session")
def client(store: Store) -> Iterator[TestClient]:
    with TestClient(application(Service.of(store, limits=Limits(query=20_000)))) as opened:
        yield opened
