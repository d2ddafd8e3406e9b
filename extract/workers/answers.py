"""The first byte of an answer, which says what follows it on its line."""

from __future__ import annotations

from typing import Final

__all__ = ["ENDING", "RECORD", "REFUSED"]

RECORD: Final = b"+"
"""A record, as JSON."""
REFUSED: Final = b"-"
"""What is wrong with the document, as JSON: the kind of error and its message."""
ENDING: Final = b"!"
"""The same, from a process that ends after it."""
