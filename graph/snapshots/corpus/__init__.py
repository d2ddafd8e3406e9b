"""What the documents of a build share, kept in one file between builds so that a change costs what it touches.

`Corpus` has the documents, `Spellings` what they say of names, `Sums` what is counted over them. A build enters the
documents that are new and lets go of those that are gone; everything else stays as the last build left it.
"""

from __future__ import annotations

from answerable.graph.snapshots.corpus.corpus import MENTION, OWNER, Corpus, Filed
from answerable.graph.snapshots.corpus.database import digest_of, opened, told_as_system_errors

__all__ = ["MENTION", "OWNER", "Corpus", "Filed", "digest_of", "opened", "told_as_system_errors"]
