"""Making what a page holds small, in a way that gives the same bytes on every machine."""

from answerable.exports.view.packing.backward import Backward
from answerable.exports.view.packing.deflate import deflate

__all__ = ["Backward", "deflate"]
