"""Between the addresses of things and where this server shows them.

The base of a snapshot may be any address, and seldom is this server's: links lead to `/id/` here, and the page says the
address itself.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from answerable.ontology.terms import AP

__all__ = ["anchor_of", "document_path", "iris_of", "path_of", "spot_path"]

_SAFE = "/:@!$&'()*+,;=~-._"


def path_of(iri: str, base: str) -> str:
    """Give the path on this server of anything with an address, known here or not.

    >>> path_of("https://action-plans.example/id/post/head", "https://action-plans.example/id/")
    '/id/post/head'
    >>> path_of("https://w3id.org/answerable/def#agreed", "https://action-plans.example/id/")
    '/def/agreed'
    >>> path_of("urn:else where", "https://action-plans.example/id/")
    '/thing?iri=urn%3Aelse%20where'
    """
    if {".", ".."} & set(iri.split("/")):  # a browser would take these for steps
        return "/thing?iri=" + quote(iri, safe="")
    if iri.startswith(base) and iri != base:
        return "/id/" + quote(iri.removeprefix(base), safe=_SAFE)
    if iri.startswith(AP) and iri != AP:
        return "/def/" + quote(iri.removeprefix(AP), safe=_SAFE)
    return "/thing?iri=" + quote(iri, safe="")


def iris_of(path: str, base: str) -> tuple[str, ...]:
    """Give the addresses that a path, as the browser sent it, may show: as it stands, and with its escapes undone.

    >>> iris_of("/id/post/a%20b", "urn:x/")
    ('urn:x/post/a%20b', 'urn:x/post/a b')
    """
    kind, _, rest = path.removeprefix("/").partition("/")
    start = AP if kind == "def" else base
    return tuple(dict.fromkeys((start + rest, start + unquote(rest))))


def document_path(iri: str) -> str:
    """Give the path of the page on which a source document can be read, from the document's address."""
    return "/documents/" + quote(iri.rstrip("/").rpartition("/")[2], safe=_SAFE)


def spot_path(evidence: str, base: str) -> str:
    """Give the path of the words that evidence stands for, in its document.

    >>> spot_path("urn:x/document/ab12/evidence/owner/10-20", "urn:x/")
    '/documents/ab12#owner-10-20'
    """
    document, found, tail = evidence.partition("/evidence/")
    return f"{document_path(document)}#{anchor_of(tail)}" if found else path_of(evidence, base)


def anchor_of(evidence: str) -> str:
    """Give the name of a spot on the page of its document, from the end of the address of its evidence."""
    return quote(evidence.rpartition("/evidence/")[2].replace("/", "-"), safe="-._~")
