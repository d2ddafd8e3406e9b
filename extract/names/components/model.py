"""A statistical model as one more voter: it may add names that nothing else has found, and never overrules.

A model's answers change with its version, and it cannot say why. So what it says counts least, whatever its length, and
the evidence of its names says that a model found them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from answerable.extract.names.components.context import is_ordinary
from answerable.extract.names.kinds import is_class
from answerable.extract.names.models import load_model
from answerable.extract.names.spans import Name, text_of, write
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span

__all__ = ["Model"]


@Language.factory("answerable_model", default_config={"model": ""})
def make_model(nlp: Language, name: str, model: str) -> Model:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component from the name of a model."""
    return Model(load_model(model))


class Model:
    """Writes what a model finds to `doc.spans["model"]`, with our kind as label and the name by itself as id."""

    def __init__(self, model: Language) -> None:
        self._model = model

    def __call__(self, doc: Doc) -> Doc:
        """Ask the model about each passage of prose."""
        text = text_of(doc)
        prose = doc.user_data.get("prose", [(0, len(text))])
        answers = self._model.pipe(text[start:end] for start, end in prose)
        found = (name for (start, _), read in zip(prose, answers, strict=True) for name in _names(read.ents, start))
        write(doc, "model", found)
        return doc


def _names(entities: Iterable[Span], start: int) -> Iterator[Name]:
    """Give the entities of kinds that we know whose words can name anything, without "the" and possessive endings."""
    for entity in entities:
        kind = words().labels.get(entity.label_)
        at = entity[1:] if len(entity) > 1 and entity[0].lower_ == "the" else entity
        said = at.text.removesuffix("'s")
        if kind and _is_name(said):
            yield Name(start + at.start_char, start + at.start_char + len(said), kind, said)


def _is_name(said: str) -> bool:
    return said != said.lower() and not is_class(said) and (" " in said or not is_ordinary(said))
