"""The evidence as Web Annotations: each fact's words, selected in their document, in the W3C's own form."""

from answerable.exports.annotations.collection import to_annotations

__all__ = ["to_annotations"]
