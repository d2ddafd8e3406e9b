"""Whatever is made of a publishable copy holds no name: its bytes are searched, and what is packed in them."""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

import answerable
from answerable.exporting import RDF, Export, export_pieces
from answerable.exports.formats import FORMATS
from answerable.graph.profiles import profiled
from tests.graph.profiles.named import FILE, GONE, PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerable.graph import Store

_PACKED = re.compile(rb"[A-Za-z0-9+/]{80,}={0,2}")

ALL = [(form, "ownership") for form in (*RDF, *FORMATS)]
OTHERS = [(form, network) for form in ("gexf", "graphml", "cytoscape") for network in ("together", "programmes")]


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("named")
    (folder / FILE).write_text(PLAN, "utf-8")
    answerable.build(folder / FILE, to=folder / "store")
    return answerable.open_store(folder / "store")


def found(data: bytes) -> list[str]:
    """Give the words of names that some bytes hold, packed or not."""
    texts = [text.decode("utf-8", "replace").lower() for text in unpacked(data)]
    return sorted({word for word in GONE for text in texts if word in text})


def unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))
    for match in _PACKED.finditer(data):
        whole = base64.b64decode(match[0] + b"=" * (-len(match[0]) % 4))
        yield whole
        for undo in (gzip.decompress, zlib.decompress, lambda packed: zlib.decompress(packed, -15)):
            try:
                yield undo(whole)
            except (OSError, EOFError, zlib.error):
                continue


@pytest.mark.parametrize(("form", "network"), [*ALL, *OTHERS])
def test_no_format_names_anybody(form: str, network: str, named: Store) -> None:
    inside, _ = export_pieces(named, Export(form, "internal", network=network))  # type: ignore[arg-type]
    outside, _ = export_pieces(named, Export(form, "publishable", network=network))  # type: ignore[arg-type]
    if (form, network) in ALL:
        assert found(b"".join(inside)), "the names are there to be found"
    assert found(b"".join(outside)) == []


def test_the_view_names_nobody(named: Store, tmp_path: Path) -> None:
    answerable.view(named, tmp_path / "inside.html")
    answerable.view(profiled(named, "publishable"), tmp_path / "outside.html")
    assert found((tmp_path / "inside.html").read_bytes())
    assert found((tmp_path / "outside.html").read_bytes()) == []


def test_a_copy_says_in_each_file_what_it_is(named: Store) -> None:
    for form in ("register-xlsx", "gexf", "followthemoney", "annotations", "neo4j"):
        pieces, removed = export_pieces(named, Export(form, "publishable"))
        assert removed.people
        assert any(b"named individuals removed" in part for part in unpacked(b"".join(pieces)))
