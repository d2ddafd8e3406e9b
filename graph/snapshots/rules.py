"""What makes lines of records besides the records: the version of all that maps them, and what they were read with."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib import metadata

from answerable.extract.rules import fingerprint

__all__ = ["mapping_rules", "reading_environment"]


@cache
def mapping_rules() -> str:
    """Give the version of all that makes lines of records."""
    return fingerprint("answerable.ontology", "answerable.graph", "answerable.extract.records")


@cache
def reading_environment() -> str:
    """Give a key for what else a reading could depend on: Python and the libraries that the program names.

    It decides what is read again on this machine, and is no part of a snapshot: two machines whose libraries differ
    still agree where the readings do.
    """
    named = (need for need in metadata.requires("answerable") or () if "extra ==" not in need)
    versions = sorted(f"{name}={_version(name)}" for name in map(_bare, named))
    return sha256(f"{sys.version_info[:3]} {versions}".encode()).hexdigest()


def _bare(requirement: str) -> str:
    letters = (letter if letter.isalnum() or letter in "-_." else " " for letter in requirement)
    return "".join(letters).split()[0]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
