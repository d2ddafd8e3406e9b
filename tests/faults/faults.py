"""Faults made on purpose, for as long as a block lasts: a disk that is full, folders that let nobody write."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

__all__ = ["full_disk", "read_only"]

_CAPABILITIES: Final = 0x20080522
"""The version of the system's form for capabilities."""
_DAC_OVERRIDE: Final = 0b110
"""What lets the superuser write to, and read, whatever it likes."""


@contextmanager
def full_disk(left: int = 0) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as a disk does that has hardly any left."""
    resource = pytest.importorskip("resource", reason="this system has no limits for processes")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (left, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody write into a folder, the superuser included."""
    mode = folder.stat().st_mode
    folder.chmod(0o500)
    try:
        with _like_anybody():
            yield
    finally:
        folder.chmod(mode)


@contextmanager
def _like_anybody() -> Iterator[None]:
    """Lay down the superuser's leave to write everywhere, if this process has it, and take it up again."""
    if os.geteuid():
        yield
        return
    if sys.platform != "linux":
        pytest.skip("the superuser can write everywhere, and only Linux lets it lay that down for a while")
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    held, fewer = (ctypes.c_uint32 * 6)(), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, held) == 0
    ctypes.memmove(fewer, held, ctypes.sizeof(held))
    fewer[0] &= ~_DAC_OVERRIDE
    assert libc.capset(header, fewer) == 0
    try:
        yield
    finally:
        assert libc.capset(header, held) == 0
