"""The body of a request whose head was read by another parser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import httptools

__all__ = ["body_parser", "has_body"]

_FRAMING = frozenset({b"content-length", b"transfer-encoding"})


class _Taking(Protocol):
    """Takes the body piece by piece, and is told when it is all."""

    def on_body(self, body: bytes) -> None:
        """Take a piece."""

    def on_message_complete(self) -> None:
        """Know that this was all."""


class _Once:
    """Passes one body on, and nothing that comes after it."""

    def __init__(self, taking: _Taking) -> None:
        self._taking = taking
        self._whole = False

    def on_body(self, body: bytes) -> None:
        """Take a piece of what came."""
        if not self._whole:
            self._taking.on_body(body)

    def on_message_complete(self) -> None:
        """Pass nothing on from here."""
        if not self._whole:
            self._whole = True
            self._taking.on_message_complete()


def has_body(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether a request with this head has a body."""
    return any(name in _FRAMING and value.strip() != b"0" for name, value in headers)


def body_parser(headers: Iterable[tuple[bytes, bytes]], taking: _Taking) -> httptools.HttpRequestParser:
    """Give a parser that stands at the first byte of the body that a head announces."""
    parser = httptools.HttpRequestParser(_Once(taking))
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers if name in _FRAMING)
    parser.feed_data(b"POST / HTTP/1.1\r\n" + lines + b"\r\n")
    return parser
