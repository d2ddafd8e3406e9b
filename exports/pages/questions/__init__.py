"""The named questions over HTTP: as pages with forms, as JSON and as CSV, each row with the way to its evidence."""

from __future__ import annotations

from answerable.exports.pages.questions.routes import question_routes

__all__ = ["question_routes"]
