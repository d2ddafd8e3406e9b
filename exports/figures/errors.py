"""What can keep a figure from being drawn."""

from __future__ import annotations

from answerable.graph.errors import HandOverError

__all__ = ["NoMatplotlibError"]


class NoMatplotlibError(HandOverError):
    """The library that draws is not installed."""

    def __init__(self) -> None:
        super().__init__("figures need matplotlib; install it with: pip install 'answerable[figures]'")
