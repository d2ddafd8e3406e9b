"""Components side by side: rows of boxes, the first ones on top, about as wide as a screen is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import sqrt
from typing import Final

__all__ = ["packed"]

_Spots = Mapping[str, tuple[float, float]]
_ASPECT: Final = 1.9


def packed(parts: Sequence[_Spots], gap: float, between: float) -> dict[str, tuple[float, float]]:
    """Place components in rows, each row centred, and give all places round a common middle.

    `gap` is what stays free beside a component, `between` what stays free between rows.

    >>> packed([{"a": (0, 0), "b": (100, 0)}], 50, 50)
    {'a': (-50.0, 0.0), 'b': (50.0, 0.0)}
    """
    rows = list(_rows(parts, gap))
    height = sum(_height(row) for row in rows) + between * (len(rows) - 1)
    top = -height / 2
    spots: dict[str, tuple[float, float]] = {}
    for row in rows:
        spots |= dict(_set_row(row, top, gap))
        top += _height(row) + between
    return spots


def _rows(parts: Sequence[_Spots], gap: float) -> Iterator[list[_Spots]]:
    area = sum((_width([part]) + gap) * (_height([part]) + gap) for part in parts)
    longest = max(chain([sqrt(area * _ASPECT)], (_width([part]) for part in parts)))
    row: list[_Spots] = []
    for part in parts:
        if row and sum(_width([each]) + gap for each in row) + _width([part]) > longest:
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _set_row(row: Sequence[_Spots], top: float, gap: float) -> Iterable[tuple[str, tuple[float, float]]]:
    left = -(sum(_width([part]) for part in row) + gap * (len(row) - 1)) / 2
    middle = top + _height(row) / 2
    for part in row:
        across, down = left - min(x for x, _ in part.values()), middle - _centre(part)
        yield from ((key, (x + across, y + down)) for key, (x, y) in part.items())
        left += _width([part]) + gap


def _centre(part: _Spots) -> float:
    ys = [y for _, y in part.values()]
    return (min(ys) + max(ys)) / 2


def _width(row: Sequence[_Spots]) -> float:
    return max(max(x for x, _ in part.values()) - min(x for x, _ in part.values()) for part in row)


def _height(row: Sequence[_Spots]) -> float:
    return max(max(y for _, y in part.values()) - min(y for _, y in part.values()) for part in row)
