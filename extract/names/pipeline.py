"""The spaCy pipeline for named things, as `pipeline.toml` composes it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from answerable.extract.names.passages import PlanText
from answerable.extract.names.spans import Name, write
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["config", "pipeline", "read"]

_TERSE: Final = frozenset({"due", "revised"})
"""Fields too short for capitals to say that something is a name."""
_MOST: Final = 50_000_000
"""Characters that a document may have: no component here needs memory beyond the text's own size."""


def config() -> dict[str, Any]:
    """Give the composition of the pipeline."""
    return tomllib.loads((Path(__file__).parent / "pipeline.toml").read_text("utf-8"))


@cache
def pipeline(without: tuple[str, ...] = (), own: OwnNames = NO_OWN_NAMES, spacy_model: str | None = None) -> Language:
    """Build the pipeline, once for each set of own names; entries taught only by the sources `without` are left out.

    With a `spacy_model`, by name or folder, that model votes too. Raises ModelError where there is none.
    """
    import spacy  # noqa: PLC0415 - costs a second: only where a plan is read

    import answerable.extract.names.components  # noqa: F401, PLC0415 - registers our factories with spaCy

    composed = config()
    composed["components"]["gazetteer"]["without"] = list(without)
    composed["components"]["gazetteer"]["own"] = [str(path) for path in own.paths]
    if spacy_model:
        composed["components"]["model"] = {"factory": "answerable_model", "model": spacy_model}
        composed["nlp"]["pipeline"].insert(-1, "model")
    nlp = spacy.blank("en", config=composed)
    nlp.max_length = _MOST
    return nlp


def read(plan: PlanText, nlp: Language, base: str, own: OwnNames = NO_OWN_NAMES) -> Doc:
    """Read a plan's text: the document with the names found in `doc.user_data["linked"]`, without spans and tokens.

    The components find in `doc.user_data` what the text cannot say: the stretches that make no mention ("mute"), that
    are too short for shapes ("terse"), that name what the plan is about ("header") and that are read for shapes
    ("prose"), and the base of addresses.
    """
    from answerable.extract.names.components import tokenizer_of  # noqa: PLC0415 - loads spaCy

    doc = tokenizer_of(nlp).light(plan.text)
    doc.user_data |= {"base": base, "own": own}
    doc.user_data |= _stretches(plan)
    write(doc, "holders", _holders(plan))
    return nlp(doc)


def _stretches(plan: PlanText) -> dict[str, list[tuple[int, int]]]:
    """Sort the passages by what they are to the components."""
    found: dict[str, list[tuple[int, int]]] = {"mute": [], "prose": [], "header": [], "terse": []}
    for named, bounds in zip(plan.passages, plan.spans(), strict=True):
        heads, terse = named.recommendation is None, named.field in _TERSE
        if not named.core:
            found["mute"].append(bounds)
        elif not terse and not named.holder:
            found["prose"].append(bounds)
        if heads:
            found["header"].append(bounds)
        if heads or terse:
            found["terse"].append(bounds)
    return found


def _holders(plan: PlanText) -> Iterator[Name]:
    for named, (start, end) in zip(plan.passages, plan.spans(), strict=True):
        if named.holder:
            yield Name(start, end, named.holder, plan.text[start:end])
