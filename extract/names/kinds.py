"""What the words of a name say about the kind of thing it names, and whether they name anything at all."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from answerable.extract.names.forms import singular, words_of
from answerable.ontology.gazetteer import words

__all__ = ["head_kind", "is_class"]

_JOINERS: Final = frozenset({"of", "for", "to", "and", "the", "in"})


@lru_cache(maxsize=10_000)
def head_kind(name: str) -> str | None:
    """Say what the head of a name makes of it, or None where it has no telling head.

    The head is the word before "of" or "for", else the last one to three words.

    >>> [head_kind(name) for name in ("Head of Safety", "Violence Reduction Strategy", "Think Victim")]
    ['role', 'policy', None]
    """
    told = [singular(word) for word in words_of(name)]
    cut = next((at for at, word in enumerate(told) if word in {"of", "for"}), 0)
    heads = words().heads
    before = heads.get(" ".join(told[cut - 1 : cut])) if cut else None
    ends = (heads.get(" ".join(told[-count:])) for count in (3, 2, 1))
    return before or next((kind for kind in ends if kind), None)


@lru_cache(maxsize=10_000)
def is_class(name: str) -> bool:
    """Whether a name is only a class of people, bodies or papers, or a subject, with or without a general word before.

    >>> [is_class(name) for name in ("Local Authorities", "the Welsh Local Authorities", "Diversity Action Group")]
    [True, True, False]
    """
    told = [singular(word) for word in words_of(name)]
    while told and told[-1] in _JOINERS:
        told = told[:-1]
    classes = words().classes
    while told and " ".join(told) not in classes and told[0] in words().general:
        told = told[1:]
    return not told or " ".join(told) in classes
