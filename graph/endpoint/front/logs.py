"""What is told on standard error: a JSON object a line, of each request and of what happens to the service."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from starlette.types import Scope

__all__ = ["log_access", "say_as_json"]

_LONGEST: Final = 2_000
"""How much of a path or query a line repeats; whoever asks decides how long they are."""
_ACCESS: Final = logging.getLogger("answerable.access")


class _AsJson(logging.Formatter):
    """One line of JSON; an error is named with the place where it arose, and its trace stays here."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        facts: dict[str, Any] = {"time": _time(record.created), "level": record.levelname.lower()}
        if isinstance(record.msg, dict):
            facts |= record.msg
        else:
            facts["message"] = record.getMessage().strip()
        if record.exc_info and record.exc_info[1]:
            facts["error"] = repr(record.exc_info[1])
            facts["trace"] = self.formatException(record.exc_info)
        return json.dumps(facts, ensure_ascii=False)


def say_as_json() -> None:
    """Have whatever is logged go to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_AsJson())
    handler.addFilter(_is_news)
    # What no line tells need not be looked up for each.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("answerable").setLevel(logging.INFO)


def log_access(scope: Scope, status: int, size: int, took: float, *, cut: bool, with_query: bool) -> None:
    """Tell of one request: never its token, what was asked only where that is wanted, and that the answer was cut."""
    if not _ACCESS.isEnabledFor(logging.INFO):
        return
    facts = {
        "client": scope["client"][0] if scope.get("client") else None,
        "method": scope["method"],
        "path": scope["path"][:_LONGEST],
        "status": status,
        "bytes": size,
        "ms": round(took * 1000, 1),
    }
    if cut:
        facts["cut"] = True
    if with_query:
        facts["query"] = scope["query_string"][:_LONGEST].decode("latin-1")
    _ACCESS.info(facts)


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out that an answer was cut: the line of its request and the reason are told already."""
    return not (record.exc_info and type(record.exc_info[1]).__name__ == "CutAnswerError")


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
