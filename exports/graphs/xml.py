"""Texts and attributes that any reader of XML accepts."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import quoteattr

__all__ = ["attributes", "fit"]

_UNFIT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def attributes(**values: object) -> str:
    """Give attributes of an element, each with a space before it; a name that Python keeps ends in an underscore."""
    return "".join(f" {name.rstrip('_')}={quoteattr(fit(str(value)))}" for name, value in values.items())


def fit(text: str) -> str:
    """Give a text without the characters that XML cannot hold."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
