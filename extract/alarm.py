"""A process that ends by itself: for one whose parent should end it in time, and may be gone by then."""

from __future__ import annotations

import signal

__all__ = ["end_after"]


def end_after(seconds: float) -> None:
    """Have the system end this process, whatever it does by then; 0 takes that back. Does nothing on Windows."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
