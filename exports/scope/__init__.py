"""What a file is of: plans, snapshot, day, profile and licence, said inside each file that can say it."""

from answerable.exports.scope.reading import read_scope
from answerable.exports.scope.scope import Plan, Scope

__all__ = ["Plan", "Scope", "read_scope"]
