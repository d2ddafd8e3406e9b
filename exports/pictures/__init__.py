"""Small pictures for pages: a thing and what it is tied to, as SVG that needs no script and survives greyscale."""

from __future__ import annotations

from answerable.exports.pictures.fan import Fan, fan_of
from answerable.exports.pictures.marks import Mark, mark_of

__all__ = ["Fan", "Mark", "fan_of", "mark_of"]
