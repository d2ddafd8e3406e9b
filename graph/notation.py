"""How texts and addresses are written in RDF: one set of escapes, one test of what may stand as an address."""

from __future__ import annotations

import re
from functools import lru_cache

from answerable.graph.errors import BadAddressError

__all__ = ["checked_iri", "escape"]

_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_ESCAPES |= {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}
_ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\\ud800-\udfff]+')


def escape(text: str) -> str:
    r"""Escape a text as canonical N-Quads does.

    >>> print(escape('say "yes"'))
    say \"yes\"
    """
    return text.translate(_ESCAPES)


@lru_cache(maxsize=65536)
def checked_iri(iri: str) -> str:
    """Give an absolute IRI back, or raise BadAddressError for anything else: a record may come from anywhere."""
    if not _ABSOLUTE.fullmatch(iri):
        raise BadAddressError(f"{iri!r} is not an absolute IRI; read the document again to get a sound record")
    return iri
