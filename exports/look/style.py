"""The style that all pages begin with."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["base_style"]


def base_style() -> str:
    """Give the colours, type, tables and quotes that every page shares, as CSS; a page adds its own after it."""
    return (files("answerable.exports.look") / "base.css").read_text(encoding="utf-8")
