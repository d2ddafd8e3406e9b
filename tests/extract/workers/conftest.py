from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.extract import readers

READER = Path(__file__).with_name("odd_reader.py")


@pytest.fixture
def odd_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install a package that registers a reader of its own, as far as Python can tell."""
    folder = tmp_path / "site"
    described = folder / "odd_reader-1.0.dist-info"
    described.mkdir(parents=True)
    (folder / "odd_reader.py").write_bytes(READER.read_bytes())
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: odd-reader\nVersion: 1.0\n", encoding="utf-8")
    (described / "entry_points.txt").write_text("[answerable.readers]\nodd = odd_reader:OddReader\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    readers.registered.cache_clear()
    yield
    readers.registered.cache_clear()
    sys.modules.pop("odd_reader", None)
