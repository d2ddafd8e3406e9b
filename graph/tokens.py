"""SPARQL cut into tokens: enough of its grammar to tell code from strings, addresses and comments."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Token", "brackets", "code_words", "in_context", "tokens"]

_SPACE: Final = r"\s+|\#[^\r\n]*"
_STRING: Final = r"""'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3} | "{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}
                   | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*\""""
_IRI: Final = r"<[^<>\"{}|^`\x00-\x20]*>"
_VARIABLE: Final = r"[?$]\w+"
_LANGUAGE: Final = r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*"
_BLANK: Final = r"_:[\w][\w.\-\u00b7]*"
_PREFIX: Final = r"[^\W\d_][\w.\-\u00b7]{0,200}+"
"""The prefix of a name; a longer one counts as words, so that dots in a row are not searched on from each of them."""
_LOCAL: Final = r"""(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])
                       (?:[\w:.\-\u00b7]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)?"""
_WORD: Final = r"[^\W\d][\w]*"
_DATA: Final = f"{_SPACE}|{_STRING}|{_IRI}|{_VARIABLE}|{_LANGUAGE}|{_BLANK}"
_BRACKETS: Final = "(){}[]"
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>{_SPACE}) | (?P<string>{_STRING}) | (?P<iri>{_IRI}) | (?P<variable>{_VARIABLE})
  | (?P<language>{_LANGUAGE}) | (?P<blank>{_BLANK}) | (?P<name>(?:{_PREFIX})?:{_LOCAL}) | (?P<word>{_WORD})
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE: Final = re.compile(
    rf"(?:{_DATA}) | ({_PREFIX}(?=:) | {_WORD} | [(){{}}\[\]]) (?::{_LOCAL})? | :{_LOCAL} | .", re.VERBOSE | re.DOTALL
)
"""The same tokens, of which only what is code comes out: bare words, the prefixes of names, and brackets."""
_CODE_WORD: Final = re.compile(
    rf"(?:[\s(){{}};,.]++ | {_DATA} | :{_LOCAL} | [\W\d])*+ (?: ({_PREFIX}(?=:) | {_WORD}) (?::{_LOCAL})? | \Z)",
    re.VERBOSE | re.DOTALL,
)
"""The same words and prefixes, each found together with all that stands before it, which is quicker."""


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


def in_context(code: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Give each token between the one before and the one after it, which are empty at both ends."""
    nothing = Token("other", "")
    return zip((nothing, *code), code, (*code[1:], nothing), strict=False)


@lru_cache(maxsize=64)
def code_words(sparql: str) -> frozenset[str]:
    """Give the bare words and the prefixes of names in a query, in capitals: many times sooner than its tokens.

    >>> sorted(code_words("SELECT ?from { ?from ap:dueFrom 'service' }"))
    ['AP', 'SELECT']
    """
    return frozenset(word.upper() for word in set(_CODE_WORD.findall(sparql)) if word)


def brackets(sparql: str) -> Iterator[str]:
    """Give the brackets of a query that are code, in order."""
    return (found for found in _CODE.findall(sparql) if found and found in _BRACKETS)
