"""A server in this process over the invented plans, whose sheets are made again as a file for one of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from answerable.exports.pages import error_pages, page_routes

if TYPE_CHECKING:
    from answerable.graph.store import Store

pytest.importorskip("starlette")
pytest.importorskip("httpx")

from starlette.applications import Starlette
from starlette.testclient import TestClient


class Files(NamedTuple):
    """Documents by the hash of their content."""

    known: dict[str, Path]

    def find(self, sha256: str) -> Path | None:
        return self.known.get(sha256)


class Served(NamedTuple):
    """What pages are made over."""

    store: Store
    documents: Files | None = None

    def graph(self) -> Store:
        return self.store


@pytest.fixture(scope="module")
def client(store: Store) -> TestClient:
    site = Served(store)
    return TestClient(Starlette(routes=page_routes(site), exception_handlers=error_pages(site)))
