"""Who promised what, by when, as at a day: the plain values that figures are drawn from and briefings are made of."""

from answerable.exports.commitments.as_at import AsAt, as_at_of
from answerable.exports.commitments.model import Assignment, Commitments, Due, Holder, Plan, Recommendation
from answerable.exports.commitments.reading import read_commitments

__all__ = [
    "AsAt",
    "Assignment",
    "Commitments",
    "Due",
    "Holder",
    "Plan",
    "Recommendation",
    "as_at_of",
    "read_commitments",
]
