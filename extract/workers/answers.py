"""What an answer looks like: a line whose first byte says what follows it."""

from __future__ import annotations

import json
from typing import Final

__all__ = ["ENDING", "RECORD", "REFUSED", "refusal"]

RECORD: Final = b"+"
"""A record, as JSON."""
REFUSED: Final = b"-"
"""What is wrong with the document, as JSON: the kind of error and its message."""
ENDING: Final = b"!"
"""The same, from a process that ends after it."""


def refusal(kind: str, message: str) -> str:
    """Give what follows REFUSED and ENDING: the name of the error's class, if it is one of ours, and its line."""
    return json.dumps({"kind": kind, "error": " ".join(message.split())})
