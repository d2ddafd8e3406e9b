"""Handles of PDFium: pages, text pages, drawn objects. They are pointers, of which its binding says no more."""

from __future__ import annotations

from typing import Any, TypeAlias

__all__ = ["Handle"]

Handle: TypeAlias = Any
