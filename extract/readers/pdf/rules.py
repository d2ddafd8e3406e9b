"""The rules that a page draws: lines, thin filled rectangles, and the sides of stroked ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_float, c_int
from itertools import islice, pairwise
from typing import Final, NamedTuple

from answerable.extract.readers.pdf.handles import Handle
from answerable.extract.readers.pdf.sheet import Sheet

__all__ = ["Rule", "page_rules"]

_THIN: Final = 3.5
_SHORTEST: Final = 3.0
_BREAK: Final = 3.0
_DEEPEST: Final = 6
_MOST_BARS: Final = 20_000
_MOST_SEGMENTS: Final = 5000
"""A drawing of more segments is a picture, not a table, and so is a page of more bars."""

Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]


class Rule(NamedTuple):
    """A straight line: where it stands (`at`) across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


def page_rules(page: Handle, sheet: Sheet) -> tuple[list[Rule], list[Rule]]:
    """Give the horizontal and the vertical rules of a page as read, collinear ones put together."""
    across: list[Rule] = []
    down: list[Rule] = []
    for bounds in islice(_Drawing(page).bars(), _MOST_BARS):
        left, top, right, bottom = sheet.box(*bounds)
        if bottom - top <= _THIN and right - left >= _SHORTEST:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN and bottom - top >= _SHORTEST:
            down.append(Rule((left + right) / 2, top, bottom))
    return joined(across), joined(down)


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Put together rules on one line that meet or nearly do, as the borders of neighbouring cells."""
    merged: list[Rule] = []
    for rule in sorted(rules):
        for index in range(len(merged) - 1, -1, -1):
            other = merged[index]
            if rule.at - other.at > 1:
                merged.append(rule)
                break
            if rule.start <= other.end + _BREAK and other.start <= rule.end + _BREAK:
                merged[index] = Rule(other.at, min(rule.start, other.start), max(rule.end, other.end))
                break
        else:
            merged.append(rule)
    return merged


class _Drawing:
    """Walks the path objects of a page, also within forms, and gives the bounds of what may be rules."""

    def __init__(self, page: Handle) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a library of 7 MB, for a PDF only

        self.pdfium = pdfium
        self.page = page
        self.floats = tuple(c_float() for _ in range(4))
        self.fill, self.stroke = c_int(), c_int()

    def bars(self) -> Iterator[Bounds]:
        pdfium = self.pdfium
        for index in range(pdfium.FPDFPage_CountObjects(self.page)):
            yield from self._of(pdfium.FPDFPage_GetObject(self.page, index), (), 0)

    def _of(self, drawn: Handle, matrices: tuple[Matrix, ...], depth: int) -> Iterator[Bounds]:
        pdfium = self.pdfium
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from (_moved(bounds, matrices) for bounds in self._path(drawn))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = (self._matrix(drawn), *matrices)
            for index in range(pdfium.FPDFFormObj_CountObjects(drawn)):
                yield from self._of(pdfium.FPDFFormObj_GetObject(drawn, index), inner, depth + 1)

    def _path(self, path: Handle) -> Iterator[Bounds]:
        """A thin path is one rule; of a wide one those sides that are drawn."""
        left, bottom, right, top = self._bounds(path)
        self.pdfium.FPDFPath_GetDrawMode(path, byref(self.fill), byref(self.stroke))
        stroked = bool(self.stroke.value)
        if not stroked and not self.fill.value:
            return
        if min(right - left, top - bottom) <= _THIN:
            yield left, bottom, right, top
        elif (count := self.pdfium.FPDFPath_CountSegments(path)) <= _MOST_SEGMENTS and (stroked or count > 5):
            yield from self._sides(path, count, stroked)

    def _bounds(self, path: Handle) -> Bounds:
        left, bottom, right, top = self.floats
        self.pdfium.FPDFPageObj_GetBounds(path, byref(left), byref(bottom), byref(right), byref(top))
        return left.value, bottom.value, right.value, top.value

    def _sides(self, path: Handle, count: int, stroked: bool) -> Iterator[Bounds]:
        matrix = self._matrix(path)
        for figure in self._figures(path, count):
            points = [_placed(point, matrix) for point in figure]
            if stroked:
                yield from (_between(*side) for side in pairwise(points))
            elif points:
                xs, ys = [x for x, _ in points], [y for _, y in points]
                yield min(xs), min(ys), max(xs), max(ys)

    def _figures(self, path: Handle, count: int) -> Iterator[list[tuple[float, float]]]:
        """The figures of a path, each as the points it runs through, back to the first where it is closed."""
        pdfium = self.pdfium
        x, y, *_ = self.floats
        points: list[tuple[float, float]] = []
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                yield points
                points = []
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            points.append((x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        yield points

    def _matrix(self, drawn: Handle) -> Matrix:
        matrix = self.pdfium.FS_MATRIX()
        self.pdfium.FPDFPageObj_GetMatrix(drawn, byref(matrix))
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _placed(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(bounds: Bounds, matrices: tuple[Matrix, ...]) -> Bounds:
    """Bounds within forms, as they stand on the page."""
    for matrix in matrices:
        bounds = _between(_placed(bounds[:2], matrix), _placed(bounds[2:], matrix))
    return bounds


def _between(one: tuple[float, float], other: tuple[float, float]) -> Bounds:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
