"""From characters to tokens: the names that components find, and the spans that they write.

spaCy makes a new object for each span of a group each time the group is read, at several times the cost of finding the
name. So our components hand each other light records. Whoever calls the pipeline on a text finds each group as spans,
too; a document that says that it is for records alone ("light") is spared them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from answerable.extract.names.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from spacy.tokens import Doc

    from answerable.extract.names.tokens import Tokens

__all__ = [
    "Known",
    "Name",
    "Part",
    "Stretches",
    "Taken",
    "as_spans",
    "is_light",
    "longest",
    "outline_of",
    "placed",
    "settled",
    "starts_of",
    "text_of",
    "tokens_of",
    "write",
    "write_placed",
]

N = TypeVar("N", bound=tuple[int, int, *tuple[object, ...]])
_START: Final = itemgetter(0)
_FOUND: Final = "found"
"""Key of what the document keeps for our components."""


class Name(NamedTuple):
    """A name found in a text: from which character to which, its kind, and by what its group knows it.

    Those of a group that was written begin and end with tokens.
    """

    start: int
    end: int
    kind: str
    name: str


def text_of(doc: Doc) -> str:
    """Give a document's text, put together once: spaCy's own `doc.text` walks over every token each time."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def outline_of(doc: Doc) -> bytes:
    """Give what each character of a document's text is, looked at once."""
    outlined: bytes | None = doc.user_data.get("outline")
    if outlined is None:
        outlined = doc.user_data["outline"] = outline(text_of(doc))
    return outlined


def tokens_of(doc: Doc) -> Tokens:
    """Give where the tokens of a document begin and end, as its tokenizer has left them."""
    tokens: Tokens = doc.user_data["tokens"]
    return tokens


def is_light(doc: Doc) -> bool:
    """Whether nobody will read what spaCy itself keeps of a document: tokens, spans, the beginnings of sentences."""
    return "light" in doc.user_data


def write(doc: Doc, group: str, names: Iterable[Name]) -> None:
    """Write the names of a group, the first of those that cover the same words.

    A name that would end amid a token is widened to the token, since "CRCs" is one token.
    """
    around = tokens_of(doc).around
    found: dict[tuple[int, int], Name] = {}
    for name in names:
        start, end, kind, said = name
        bounds = around(start, end)
        if bounds not in found and bounds[0] < bounds[1]:
            found[bounds] = name if bounds == (start, end) else Name(*bounds, kind, said)
    write_placed(doc, group, list(found.values()))


def write_placed(doc: Doc, group: str, names: list[Name]) -> None:
    """Write names that begin and end with tokens."""
    doc.user_data.setdefault(_FOUND, {})[group] = names
    if not is_light(doc):
        as_spans(doc, group, ((name, name.kind, "", name.name) for name in names))


def as_spans(doc: Doc, group: str, names: Iterable[tuple[Name, str, str, str]]) -> None:
    """Write a group of spaCy's spans: for each name a label, an address and an id."""
    from spacy.tokens import Span  # noqa: PLC0415 - heavy, and only needed where spans are read

    starts = starts_of(doc)
    doc.spans[group] = [
        Span(doc, bisect_left(starts, name.start), bisect_left(starts, name.end), label=label, kb_id=iri, span_id=key)
        for name, label, iri, key in names
    ]


def placed(doc: Doc, group: str) -> list[Name]:
    """Give the names of a group, whoever wrote its spans."""
    found: dict[str, list[Name]] = doc.user_data.setdefault(_FOUND, {})
    if group not in found:
        found[group] = [
            Name(span.start_char, span.end_char, span.label_, span.id_) for span in doc.spans.get(group, ())
        ]
    return found[group]


def starts_of(doc: Doc) -> list[int]:
    """Give where the tokens of a document start that is not light."""
    starts: list[int] = doc.to_array("IDX").tolist()
    return starts


class Taken:
    """Stretches of a text that names have taken, none over another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take a stretch where all of it is free; say whether it was."""
        at = bisect_left(self._starts, end)
        if at and self._ends[at - 1] > start:
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


def settled(names: Iterable[N], choose: Callable[[list[N]], Iterable[N]]) -> list[N]:
    """Give names in order; of those that overlap, what is chosen."""
    kept: list[N] = []
    clash: list[N] = []
    reach = 0
    for name in sorted(names, key=_START):
        if name[0] >= reach:
            kept += choose(clash) if clash else ()
            clash = []
            kept.append(name)
            reach = name[1]
        else:
            clash = [*(clash or [kept.pop()]), name]
            reach = max(reach, name[1])
    kept += choose(clash) if clash else ()
    return kept


def longest(found: Iterable[Name], tokens: Tokens) -> list[Name]:
    """Give what does not overlap, in order: what has most tokens, and of two equally long the first."""

    def choose(names: list[Name]) -> list[Name]:
        taken = Taken()
        ranked = sorted(names, key=lambda name: (-tokens.count(name.start, name.end), name.start))
        return sorted(name for name in ranked if taken.take(name.start, name.end))

    return settled(found, choose)


class Stretches:
    """Stretches of a text, in order and apart, and whether a character is in one of them."""

    def __init__(self, bounds: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in bounds]
        self._ends = [end for _, end in bounds]

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self._starts, position)
        return index > 0 and position < self._ends[index - 1]


class Part(NamedTuple):
    """Where a known name stands, and its kind."""

    start: int
    end: int
    kind: str


class Known:
    """Known names that do not overlap, in order, by the characters where they begin and end."""

    def __init__(self, parts: Sequence[Part | Name]) -> None:
        self._parts = parts
        self._at = {part.start: part for part in self._parts}
        self._starts = [part.start for part in self._parts]

    @classmethod
    def of(cls, names: Iterable[Name], tokens: Tokens) -> Known:
        """Keep the longest of some names."""
        return cls(longest(names, tokens))

    def at(self, start: int) -> Part | Name | None:
        """Give the name that begins at a character."""
        return self._at.get(start)

    def over(self, position: int) -> Part | Name | None:
        """Give the name that covers a character."""
        index = bisect_right(self._starts, position) - 1
        return self._parts[index] if index >= 0 and position < self._parts[index].end else None

    def covers(self, start: int, end: int) -> bool:
        """Whether one name covers all of a stretch but the spaces that end it."""
        part = self._at.get(start)
        return part is not None and part.end >= end - 1

    def within(self, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
        """Give where names in a stretch or over its ends stand, as counted from where it starts, and their kinds."""
        first = bisect_right(self._starts, start) - 1
        found = self._parts[max(first, 0) : bisect_left(self._starts, end)]
        return tuple([(part.start - start, part.end - start, part.kind) for part in found if part.end > start])
