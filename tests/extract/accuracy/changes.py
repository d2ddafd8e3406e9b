"""Records as a worse reader would give them: parts lost, changed and doubled, by chance that can be repeated.

Paragraphs are not doubled: which of two equal ones is the one that was meant, the scorer and we tell differently.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, Final

__all__ = ["worsened"]

_TEXTS: Final = ("text", "owner_text", "label", "rationale", "title", "update", "status", "type", "number", "addressee")


def worsened(record: dict[str, Any], seed: int) -> dict[str, Any]:
    """Give a copy with about one part in twelve changed; the same seed gives the same."""
    chance = random.Random(seed)  # noqa: S311 - no secret, only a repeatable choice
    changed: dict[str, Any] = _changed(record, chance)
    return {**changed, "source": record["source"], "ledger": record["ledger"]}


def _changed(value: Any, chance: random.Random) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, list):
        return list(_listed(value, chance))
    if isinstance(value, dict):
        return {name: _field(name, each, chance) for name, each in value.items()}
    return value


def _listed(items: list[Any], chance: random.Random) -> Iterator[Any]:
    for item in items:
        fate = chance.random()
        if fate < 0.04 and isinstance(item, dict):
            continue
        yield _changed(item, chance)
        if fate > 0.98 and isinstance(item, dict) and "kind" not in item:
            yield _changed(item, chance)


def _field(name: str, value: Any, chance: random.Random) -> Any:  # noqa: ANN401 - as above
    if name == "evidence":
        return value
    if name == "actions" and isinstance(value, list) and all(isinstance(each, int) for each in value):
        return None if chance.random() < 0.1 else [each for each in value if chance.random() > 0.1]
    if name in _TEXTS and isinstance(value, str) and chance.random() < 0.08:
        return _otherwise(name, value, chance)
    return _changed(value, chance)


def _otherwise(name: str, value: str, chance: random.Random) -> str:
    if name == "status":
        return chance.choice(["Agreed", "Partly Agreed", "Not Agreed"])
    if name == "type":
        return chance.choice(["team", "role", "programme", "policy"])
    words = value.split()
    return " ".join(word for word in words if chance.random() > 0.2) or "other"
