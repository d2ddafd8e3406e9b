"""The spaCy pipeline for named things, as `pipeline.toml` composes it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from answerable.extract.names.passages import PlanText

_TERSE: Final = frozenset({"due", "revised"})
"""Fields too short for capitals to say that something is a name."""

__all__ = ["config", "pipeline", "read"]


def config() -> dict[str, Any]:
    """Give the composition of the pipeline."""
    return tomllib.loads((Path(__file__).parent / "pipeline.toml").read_text("utf-8"))


@cache
def pipeline(without: tuple[str, ...] = ()) -> Language:
    """Build the pipeline, once; `without` names sources whose gazetteer entries are to be left out."""
    import spacy

    import answerable.extract.names.components

    composed = config()
    composed["components"]["gazetteer"]["without"] = list(without)
    nlp = spacy.blank("en", config=composed)
    nlp.max_length = 50_000_000  # no component here needs memory beyond the text's own size
    return nlp


def read(plan: PlanText, nlp: Language, base: str) -> Doc:
    """Read a plan's text: the document with its spans, the names found in `doc.spans["names"]`."""
    from spacy.tokens import Span

    doc = nlp.make_doc(plan.text)
    doc.user_data["base"], doc.user_data["text"] = base, plan.text
    bounds = plan.spans()
    kept = [(named, *bound) for named, bound in zip(plan.passages, bounds, strict=True)]
    doc.user_data["mute"] = [(start, end) for named, start, end in kept if not named.core]
    terse = [(start, end) for named, start, end in kept if named.recommendation is None or named.field in _TERSE]
    doc.user_data["terse"], doc.user_data["header"] = (
        terse,
        [(start, end) for named, start, end in kept if named.recommendation is None],
    )
    holders = []
    for named, start, end in kept:
        span = doc.char_span(start, end, label=str(named.holder), alignment_mode="expand") if named.holder else None
        if span:
            holders.append(Span(doc, span.start, span.end, label=span.label))
    doc.spans["holders"] = holders
    return nlp(doc)
