"""The candidates of a build, best first, without those that somebody has decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.graph.linking.candidates.blocks import pairs
from answerable.graph.linking.candidates.comparing import likeness
from answerable.graph.linking.candidates.holder import Holder

if TYPE_CHECKING:
    from answerable.graph.linking.decisions import Judgement, Standing

__all__ = ["LEAST", "Candidate", "candidates"]

LEAST: Final = 0.5
"""The score below which a pair is not worth a person's time."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two holders that may be one."""

    one: Holder
    other: Holder
    score: float
    """From 0 to 1."""
    reasons: tuple[str, ...]
    """What speaks for it and against it, in words."""
    judged: Judgement | None = None
    """What somebody said who could not tell."""


def candidates(holders: Iterable[Holder], standing: Standing, *, least: float = LEAST) -> list[Candidate]:
    """Give the pairs that may be one and that no decision settles, the likeliest first.

    >>> from answerable.graph.linking.decisions import Standing
    >>> post = "https://sea.example/id/post/harbour/"
    >>> heads, leads = (Holder(post + f"deputy-{role}-pilot", role, "Post", None) for role in ("head", "lead"))
    >>> [(found.score, found.reasons) for found in candidates([heads, leads], Standing())]
    [(0.941176, ('all words but one are the same', 'both are about the same', 'different roles: “head”, “lead”'))]
    """
    found: list[Candidate] = []
    for one, other in pairs(holders):
        like = likeness(one, other)
        if like.score < least:
            continue
        judged = standing.judge(one.iri, other.iri)
        if not (judged and judged.judgement.decides):
            found.append(Candidate(one, other, like.score, like.reasons, judged.judgement if judged else None))
    return sorted(found, key=lambda each: (-each.score, each.one.iri, each.other.iri))
