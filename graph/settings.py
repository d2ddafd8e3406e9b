"""What a build is told beside its documents: one frozen value, known in the manifest by the content of its files.

A path says nothing about a graph, what stands in the file does: so two machines that keep one decisions file in two
places build the same snapshot, and a changed line in it is a change of the build.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from answerable.graph.errors import SettingsError
from answerable.ontology.gazetteer import OwnNames, own_names
from answerable.ontology.iris import DEFAULT_BASE

__all__ = ["BuildSettings", "GivenFile"]


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file or folder that a build was told to use: where it lies, and the hash of what stands in it."""

    path: Path
    sha256: str

    @classmethod
    def load(cls, path: Path) -> GivenFile:
        """Take the hash of a file, or of all files of a folder with their names; hidden files do not count.

        Raises SettingsError where there is none, or one cannot be read.
        """
        told = sha256()
        try:
            for name, file in _files(path):
                told.update(f"{name}\0{file.stat().st_size}\0".encode())
                told.update(file.read_bytes())
        except OSError as error:
            raise SettingsError(f"{error.filename}: cannot be opened ({error.strerror}); check the path") from error
        return cls(path, told.hexdigest())


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """All that a graph depends on beside the documents and the program itself."""

    base: str = DEFAULT_BASE
    """The address that all things are named under; ends in a slash."""
    decisions: GivenFile | None = None
    """Reviewed decisions about what is the same."""
    corrections: GivenFile | None = None
    """Reviewed corrections of what was read."""
    gazetteers: tuple[GivenFile, ...] = ()
    """Further gazetteers, files or folders, in the order given."""
    spacy_model: str | None = None
    """The spaCy model whose names count too, where one is used: the name of a package, or a folder."""
    licence: str | None = None
    """The licence of what the plans say, where whoever builds states it: a short name, an address or words."""

    @classmethod
    def load(
        cls,
        base: str = DEFAULT_BASE,
        *,
        decisions: Path | None = None,
        corrections: Path | None = None,
        gazetteers: Iterable[Path] = (),
        spacy_model: str | None = None,
        licence: str | None = None,
    ) -> BuildSettings:
        """Take the settings with the hash of each file that is given; raises SettingsError where one cannot be read."""
        decided, mended = (GivenFile.load(path) if path else None for path in (decisions, corrections))
        return cls(base, decided, mended, tuple(map(GivenFile.load, gazetteers)), spacy_model, licence)

    def __post_init__(self) -> None:
        if not self.base.endswith("/"):
            raise SettingsError(f"the base {self.base!r} must end in a slash")

    @property
    def for_reading(self) -> str:
        """Give a key for what the reading of one document depends on: all but what is about many."""
        told = {name: value for name, value in self.as_told().items() if name not in {"decisions", "licence"}}
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def own_names(self) -> OwnNames:
        """Read the further gazetteers; raises GazetteerError where one is unsound."""
        return _own_names(self.gazetteers)

    def as_told(self) -> dict[str, str | list[str] | None]:
        """Give the settings as plain values for JSON, files by the hash of their content."""
        return {
            "base": self.base,
            "decisions": self.decisions.sha256 if self.decisions else None,
            "corrections": self.corrections.sha256 if self.corrections else None,
            "gazetteers": [each.sha256 for each in self.gazetteers],
            "spacy_model": _model_told(self.spacy_model),
            "licence": self.licence,
        }


@cache
def _own_names(gazetteers: tuple[GivenFile, ...]) -> OwnNames:
    return own_names(each.path for each in gazetteers)


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    if not path.is_dir():
        yield "", path
        return
    for name in sorted(file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file()):
        if not any(part.startswith(".") for part in name.split("/")):
            yield name, path / name


def _model_told(model: str | None) -> str | None:
    """Say which model it is: a folder by the hash of what stands in it, a package by its version."""
    if model is None:
        return None
    if Path(model).is_dir():
        return GivenFile.load(Path(model)).sha256
    with suppress(PackageNotFoundError):
        return f"{model} {version(model)}"
    return model
