"""What is due when: lanes of dates over the months, laid out, said in words and drawn."""

from answerable.exports.figures.timeline.figure import Timeline, timeline
from answerable.exports.figures.timeline.lanes import Entry, Lane

__all__ = ["Entry", "Lane", "Timeline", "timeline"]
