"""What a person can say of two holders, and what follows from saying it twice."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Judgement"]


class Judgement(StrEnum):
    """A person's answer to "are these two one?", or that an earlier answer is taken back."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"

    @property
    def decides(self) -> bool:
        """Whether it settles a pair; "unsure" only records that somebody looked."""
        return self in {Judgement.SAME, Judgement.DIFFERENT}

    def then(self, onward: Judgement) -> Judgement:
        """Give what follows for the ends of a chain, from what is judged of its two parts.

        What is the same as something is to all others as that is; two that differ from a third may be one or two.
        `SAME` changes nothing, `UNSURE` takes all, and the order and the grouping of parts make no difference.

        >>> Judgement.SAME.then(Judgement.DIFFERENT), Judgement.DIFFERENT.then(Judgement.DIFFERENT)
        (<Judgement.DIFFERENT: 'different'>, <Judgement.UNSURE: 'unsure'>)
        """
        parts = {self, onward}
        if parts == {Judgement.SAME}:
            return Judgement.SAME
        return Judgement.DIFFERENT if parts == {Judgement.SAME, Judgement.DIFFERENT} else Judgement.UNSURE

    def contradicts(self, other: Judgement) -> bool:
        """Say whether one pair cannot bear both."""
        return {self, other} == {Judgement.SAME, Judgement.DIFFERENT}
