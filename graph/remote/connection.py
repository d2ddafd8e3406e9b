"""Requests to a server elsewhere, and one clear line for each way in which they fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from answerable.graph.errors import AccessRefusedError, EndpointError
from answerable.graph.remote.credentials import PASSWORD, TOKEN, USER, Credentials

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from types import TracebackType

    import httpx

__all__ = ["BAD_REQUEST", "TIMEOUT", "Connection", "media_type", "words"]

BAD_REQUEST: Final = 400
"""The status of a request that the server could not understand."""

TIMEOUT: Final = 60.0
"""Seconds that a server may take before it says anything, unless told otherwise."""

_TO_CONNECT: Final = 10.0
_SHOWN: Final = 300
"""Characters of a server's own words that an error repeats."""
_REFUSALS: Final[Mapping[int, str]] = {
    401: f"asks who you are; set {TOKEN}, or {USER} and {PASSWORD}",
    403: "does not allow this; the credentials given have no right to it",
    404: "has nothing at this address; give the address of the SPARQL endpoint itself",
    413: "takes no request of this size; let it take more",
    429: "is too busy; try again later",
    503: "is too busy; try again later",
}
_NO_ACCESS: Final = frozenset({401, 403})
_SPEAKING: Final = frozenset({"", "text/plain", "application/json", "application/problem+json"})
"""Media types in which a server says in words what is wrong."""


class Connection:
    """Speaks to one server; made once, used by many threads, closed at the end."""

    def __init__(self, credentials: Credentials | None = None, *, timeout: float = TIMEOUT) -> None:
        """`credentials` are those of the environment unless given; `timeout` counts seconds."""
        import httpx  # noqa: PLC0415 - loading it costs time that asking a store here need not pay

        # What the environment says of proxies holds, a .netrc does not: it could send a password unasked.
        self._client = httpx.Client(
            auth=(credentials or Credentials.from_environment()).auth(),
            timeout=httpx.Timeout(timeout, connect=min(timeout, _TO_CONNECT)),
            headers={"User-Agent": "answerable"},
        )
        self._timeout = timeout

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the server go."""
        self._client.close()

    def send(self, method: str, url: str, *, passing: Collection[int] = (), **what: Any) -> httpx.Response:  # noqa: ANN401 - as httpx has it
        """Send a request and give the whole response.

        Raises EndpointError for what cannot be reached and every status that says no, but for those that may pass.
        """
        import httpx  # noqa: PLC0415 - loaded already by whoever made this

        address = _checked(url)
        try:
            response = self._client.request(method, url, **what)
        except httpx.TimeoutException as error:
            raise EndpointError(f"{address} gave no answer within {self._timeout:g} seconds; try again") from error
        except httpx.RemoteProtocolError as error:
            raise EndpointError(f"{address} broke off in the middle of its answer; try again") from error
        except httpx.HTTPError as error:
            raise EndpointError(f"{address} cannot be reached ({error}); is the server running?") from error
        if response.is_success or response.status_code in passing:
            return response
        refused = AccessRefusedError if response.status_code in _NO_ACCESS else EndpointError
        raise refused(f"{address} {_refusal(response)}")


def _checked(url: str) -> str:
    """Give an address as errors show it; one with a password in it would show up in logs, and is refused."""
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0]
    if scheme not in {"http", "https"} or not host or not url.isprintable() or " " in url:
        raise EndpointError(f"{url!r} is no address of a server; give one that begins with http:// or https://")
    if "@" in host:
        raise EndpointError(f"give no password in an address; set {USER} and {PASSWORD} instead")
    return url.partition("?")[0]


def media_type(response: httpx.Response) -> str:
    """Give the media type of a response without its parameters."""
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().casefold()


def words(response: httpx.Response) -> str:
    """Give what a server says in words of what is wrong, on one line; nothing where it sends a page instead."""
    if media_type(response) not in _SPEAKING:
        return ""
    text = " ".join(response.text.split())
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text


def _refusal(response: httpx.Response) -> str:
    status = response.status_code
    if status in _REFUSALS:
        what, _, do = _REFUSALS[status].partition("; ")
        return f"{what} ({status}); {do}"
    if response.is_redirect:
        return f"has moved ({status}); give {response.headers['location']}"
    return f"refused with {status}" + (f": {words(response)}" if words(response) else "")
