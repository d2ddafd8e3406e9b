"""The action register and the list of owners, as rows of a table with the words that say so."""

from answerable.exports.register.actions import REGISTER_COLUMNS, read_register
from answerable.exports.register.owners import OWNER_COLUMNS, read_owners
from answerable.exports.register.separated import to_csv
from answerable.exports.register.table import Column, Table
from answerable.exports.register.workbook import to_workbook

__all__ = [
    "OWNER_COLUMNS",
    "REGISTER_COLUMNS",
    "Column",
    "Table",
    "read_owners",
    "read_register",
    "to_csv",
    "to_workbook",
]
