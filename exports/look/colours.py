"""The palette by role, for what is drawn without CSS; `base.css` says the same, and a test holds the two together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["LIGHT"]

LIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ground": "#ffffff",
        "wash": "#f5f6f8",
        "ink": "#1a1d21",
        "soft": "#505760",
        "rule": "#d3d7dc",
        "edge": "#868c95",
        "post": "#0072b2",
        "body": "#5f656d",
        "recommendation": "#d55e00",
        "plan": "#009e73",
        "thing": "#cc79a7",
    }
)
"""Colours on a light ground, by the name of their CSS variable."""
