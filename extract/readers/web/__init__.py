"""Web pages (HTML): attachments of publishing sites and saved pages, with the offsets of every word."""

from __future__ import annotations

from answerable.extract.readers.web.reader import HtmlReader

__all__ = ["HtmlReader"]
