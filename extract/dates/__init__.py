"""Target dates: what a printed date says."""

from answerable.extract.dates.statements import is_date, read_date, read_day

__all__ = ["is_date", "read_date", "read_day"]
