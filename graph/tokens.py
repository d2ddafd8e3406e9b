"""SPARQL cut into tokens: enough of its grammar to tell code from strings, addresses and comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\r\n]*)
  | (?P<string>'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3} | "{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}
              | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*")
  | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<blank>_:[\w][\w.\-\u00b7]*)
  | (?P<name>(?:[^\W\d_][\w.\-\u00b7]*)?:
             (?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])
                (?:[\w:.\-\u00b7]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)?)
  | (?P<word>[^\W\d][\w]*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A stretch of a query: what kind of token it is, and its text."""

    kind: str
    text: str

    @property
    def word(self) -> str:
        """The token in capitals where it is a bare word, else nothing."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def prefix(self) -> str:
        """The prefix in capitals where the token is a prefixed name, else nothing."""
        return self.text.partition(":")[0].upper() if self.kind == "name" else ""


def tokens(sparql: str) -> Iterator[Token]:
    """Cut a query into tokens, white space and comments (kind `space`) included: joined, their texts are the query.

    The other kinds are string, iri, variable, language, blank, name (a prefixed name), word and other.
    """
    return (Token(match.lastgroup or "other", match[0]) for match in _TOKEN.finditer(sparql))
