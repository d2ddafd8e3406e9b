"""How texts and addresses are written in RDF: one set of escapes, one test of what may stand as an address."""

from __future__ import annotations

import re
from functools import lru_cache
from json.encoder import encode_basestring

from answerable.graph.errors import BadAddressError

__all__ = ["checked_iri", "escape", "quoted", "unescape"]

_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_ESCAPES |= {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}

_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_NAMED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\\ud800-\udfff]+')


def escape(text: str) -> str:
    r"""Escape a text as canonical N-Quads does.

    >>> print(escape('say "yes"'))
    say \"yes\"
    """
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def quoted(text: str) -> str:
    r"""Escape a text and put it in quotes.

    What JSON need not escape N-Quads need not either, but for the character DEL; and JSON's own writer looks quickly.

    >>> print(quoted('say "yes"'))
    "say \"yes\""
    """
    in_json = encode_basestring(text)
    if len(in_json) == len(text) + 2 and "\x7f" not in text:
        return in_json
    return f'"{text.translate(_ESCAPES)}"'


def unescape(text: str) -> str:
    r"""Take the escapes of N-Quads back.

    >>> unescape(escape('say "yes"'))
    'say "yes"'
    """
    return _ESCAPED.sub(_meant, text) if "\\" in text else text


def _meant(escaped: re.Match[str]) -> str:
    short, long, named = escaped.groups()
    return chr(int(short or long, 16)) if short or long else _NAMED.get(named, named)


@lru_cache(maxsize=65536)
def checked_iri(iri: str) -> str:
    """Give an absolute IRI back, or raise BadAddressError for anything else: a record may come from anywhere."""
    if not _ABSOLUTE.fullmatch(iri):
        raise BadAddressError(f"{iri!r} is not an absolute IRI; read the document again to get a sound record")
    return iri
