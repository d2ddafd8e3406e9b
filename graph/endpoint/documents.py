"""The source documents that a service may show: found by the hash of their content, never by a path from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

__all__ = ["Documents"]


@dataclass(slots=True)
class Documents:
    """The files of one folder. Each is read once for its hash, and again where its size or time has changed."""

    folder: Path
    _known: dict[Path, tuple[tuple[int, int], str]] = field(default_factory=dict)

    def find(self, sha256: str) -> Path | None:
        """Give the file with this content; None where the folder holds none."""
        return next((path for path in self._files() if self._hash(path) == sha256), None)

    def _files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file() and not path.name.startswith("."))

    def _hash(self, path: Path) -> str:
        facts = path.stat()
        stamp = (facts.st_size, facts.st_mtime_ns)
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            with path.open("rb") as stream:
                known = self._known[path] = (stamp, file_digest(stream, "sha256").hexdigest())
        return known[1]
