"""Statistical models of spaCy that somebody has installed: loaded by name, with a clear word where there is none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from answerable.extract.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load_model"]


@cache
def load_model(name: str) -> Language:
    """Load a spaCy model by the name of its package or by its folder, once.

    Raises ModelError where there is none, or where the installed spaCy cannot load it.
    """
    import spacy  # noqa: PLC0415 - costs a second: only where a plan is read
    from spacy.about import __version__  # noqa: PLC0415 - spaCy is heavy

    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"spaCy model {name!r} cannot be loaded: install it for spaCy {__version__}, name the folder that "
            "holds it, or leave --spacy-model out"
        ) from error
