"""spaCy's tokenizer, its cache kept in use.

spaCy keeps how a word was cut, so that no word is cut twice; but after a document's first special case ("can't",
"p.m.") it keeps no more, and cuts every new word anew wherever it stands, in this document and in the next. Here each
new word is cut by itself before, so that a special case keeps only itself out of the cache. The tokens are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from spacy.language import create_tokenizer
from spacy.util import registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["CachedTokenizer"]

_MOST: Final = 200_000
"""How many words are kept: room for a language and for the names of a large gazetteer, not for endless misprints."""


class CachedTokenizer:
    """Cuts texts into tokens by the rules of a language, each of their words only once in the life of the program."""

    def __init__(self, nlp: Language) -> None:
        self._cut: Callable[[str], Doc] = create_tokenizer()(nlp)
        self._cut.max_cache_size = _MOST
        self._seen: set[str] = set()

    def __call__(self, text: str) -> Doc:
        """Cut a text."""
        if len(self._seen) < _MOST:
            self._learn(text.split())
        return self._cut(text)

    def _learn(self, words: list[str]) -> None:
        if not self._seen.issuperset(words):
            new = set(words) - self._seen
            self._seen |= new
            for word in new:
                self._cut(word)


def make_tokenizer() -> Callable[[Language], CachedTokenizer]:
    """Give what makes the tokenizer of a language."""
    return CachedTokenizer


registry.tokenizers("answerable_tokenizer", func=make_tokenizer)
