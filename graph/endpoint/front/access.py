"""Who may ask: under which name of this machine, with which token, from which pages of the web."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from dataclasses import dataclass
from hmac import compare_digest
from http import HTTPStatus
from typing import Final

from answerable.graph.endpoint.asked import RequestRefusedError

__all__ = ["LOOPBACK", "Access"]

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The names of this machine for itself."""

_OPEN: Final = frozenset({"/healthz", "/readyz"})
"""What is told without a token: it says nothing of the graph, and whoever watches a server has none."""
_LOCAL_PAGE: Final = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?", re.IGNORECASE)
_CHALLENGE: Final = 'Bearer realm="answerable", Basic realm="answerable", charset="UTF-8"'


@dataclass(frozen=True, slots=True)
class Access:
    """The rules of one server."""

    token: str | None = None
    """What a client must show; a browser gives it as the password of any user."""
    hosts: frozenset[str] | None = None
    """The names under which the server may be asked, where not any: a page of the web that had its own name point here
    could read all else."""
    any_origin: bool = True
    """Whether scripts of any page may read the answers, or only those of pages from this machine."""

    def check(self, path: str, host: str, authorization: str) -> None:
        """Raise RequestRefusedError where a request may not be answered."""
        if self.hosts is not None and _name(host) not in self.hosts:
            raise RequestRefusedError(HTTPStatus.MISDIRECTED_REQUEST, "this server answers to localhost only")
        if self.token is not None and path not in _OPEN and not self._shown(authorization):
            raise RequestRefusedError(
                HTTPStatus.UNAUTHORIZED, "send the token: Authorization: Bearer ...", {"WWW-Authenticate": _CHALLENGE}
            )

    def allowed_origin(self, origin: str) -> str | None:
        """Give what Access-Control-Allow-Origin says to a page of this origin; None where it may read nothing."""
        if self.any_origin:
            return "*"
        return origin if _LOCAL_PAGE.fullmatch(origin) else None

    def _shown(self, authorization: str) -> bool:
        scheme, _, given = authorization.partition(" ")
        shown = given.strip() if scheme.lower() == "bearer" else _password(given) if scheme.lower() == "basic" else ""
        assert self.token, "asked for only where there is one"
        return compare_digest(shown.encode("utf-8", "surrogatepass"), self.token.encode())


def _name(host: str) -> str:
    return re.sub(r":\d*$", "", host).lower()


def _password(given: str) -> str:
    try:
        return b64decode(given.strip(), validate=True).decode("utf-8").partition(":")[2]
    except (Error, UnicodeDecodeError, ValueError):
        return ""
