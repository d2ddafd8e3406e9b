"""What went wrong with single files and rows while the rest went on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.console import say
from answerable.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from answerable.extract.errors import AnswerableError
    from answerable.extract.records import Flag, Ledger, PlanRecord

__all__ = ["Tally"]


@dataclass(slots=True)
class Tally:
    """Tells each trouble in one line and keeps count of those that leave the work incomplete."""

    unread: int = 0
    """Files that could not be read."""
    unplaced: int = 0
    """Table rows that could not be placed."""

    @property
    def outcome(self) -> Outcome:
        """How the command ended."""
        return Outcome.INCOMPLETE if self.unread or self.unplaced else Outcome.DONE

    def unreadable(self, error: AnswerableError) -> None:
        """Tell of a file that could not be read."""
        self.unread += 1
        say(f"answerable: {error}")

    def over(self, records: Iterable[PlanRecord]) -> Iterator[PlanRecord]:
        """Hand records on, telling of every flag in their ledgers and of rows that nobody accounts for."""
        for record in records:
            self.tell(record.source.name, record.ledger)
            yield record

    def tell(self, name: str, ledger: Ledger) -> None:
        """Tell of every flag in the ledger of a document and of rows that nobody accounts for."""
        for flag in ledger.flagged:
            say(_told(name, flag))
        self.unplaced += sum(flag.rows for flag in ledger.flagged)
        if not ledger.balances:
            self.unplaced += 1
            say(f"answerable: {name}: {ledger.rows} rows, but not all are loaded, ignored or flagged")

    def left_out(self, names: Iterable[str], before: str | None, to: str) -> None:
        """Tell of files that an earlier build had read, and that could not be read now."""
        for name in names:
            say(
                f"answerable: {name}: stood in snapshot {before} and is left out of this one, because it could not be "
                f"read now; to go back: answerable snapshots use {before} --store {to}"
            )


def _told(document: str, flag: Flag) -> str:
    where = "".join(f", {name} {number}" for name, number in (("table", flag.table), ("row", flag.row)) if number)
    return f"answerable: {document}{where}: {flag.reason}" + (f" ({flag.detail})" if flag.detail else "")
