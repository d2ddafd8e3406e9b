"""Who we are to a server elsewhere: told by the environment alone, so that no secret stands in a command or a log."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from answerable.graph.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    import httpx

__all__ = ["PASSWORD", "TOKEN", "USER", "Credentials"]

TOKEN: Final = "ANSWERABLE_ENDPOINT_TOKEN"  # noqa: S105 - the name of a variable
USER: Final = "ANSWERABLE_ENDPOINT_USER"
PASSWORD: Final = "ANSWERABLE_ENDPOINT_PASSWORD"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True)
class Credentials:
    """A bearer token, or a user's name and password, or nothing; secrets are not shown when this is printed."""

    token: str | None = field(default=None, repr=False)
    user: str | None = None
    password: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Credentials:
        """Take what the three variables say; raises SettingsError where they say two things."""
        token, user = environment.get(TOKEN) or None, environment.get(USER) or None
        if token and user:
            raise SettingsError(f"both {TOKEN} and {USER} are set; set the one that the endpoint asks for")
        for name, value in ((TOKEN, token), (USER, user), (PASSWORD, environment.get(PASSWORD))):
            if value and not value.isprintable():
                raise SettingsError(f"{name} holds a line break or another control character; set it again without")
        return cls(token, user, environment.get(PASSWORD, ""))

    def auth(self) -> httpx.Auth | None:
        """Give what signs each request; a password leaves only where it is asked for, and hashed if it can be."""
        if self.token:
            return _bearer(self.token)
        return _challenged(self.user, self.password) if self.user else None


def _bearer(token: str) -> httpx.Auth:
    import httpx  # noqa: PLC0415 - loading it costs time that asking a store here need not pay

    class Bearer(httpx.Auth):
        def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
            request.headers["Authorization"] = f"Bearer {token}"
            yield request

    return Bearer()


def _challenged(user: str, password: str) -> httpx.Auth:
    """Sign by digest or basic, as the first refusal asks, and then at once."""
    import httpx  # noqa: PLC0415 - loading it costs time that asking a store here need not pay

    class Challenged(httpx.Auth):
        chosen: httpx.Auth | None = None

        def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
            if self.chosen is None:
                response = yield request
                if response.status_code != httpx.codes.UNAUTHORIZED:
                    return
                asked = response.headers.get("www-authenticate", "").casefold()
                by_digest = asked.startswith("digest")
                self.chosen = (httpx.DigestAuth if by_digest else httpx.BasicAuth)(user, password)
            yield from self.chosen.auth_flow(request)

    return Challenged()
