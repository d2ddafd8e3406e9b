"""spaCy's tokenizer, its cache kept in use.

spaCy keeps how a word was cut, so that no word is cut twice; but after a document's first special case ("can't",
"p.m.") it keeps no more, and cuts every new word anew wherever it stands, in this document and in the next. Here each
new word is cut by itself before, so that a special case keeps only itself out of the cache. The tokens are the same.
A light document is not cut at all: it knows its text, and cuts the words that names are made of when asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from spacy.language import create_tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from answerable.extract.names.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

__all__ = ["CachedTokenizer", "tokenizer_of"]

_MOST: Final = 200_000
"""How many words are kept: room for a language and for the names of a large gazetteer, not for endless misprints."""


class CachedTokenizer:
    """Cuts texts into tokens by the rules of a language, each of their words only once in the life of the program."""

    def __init__(self, nlp: Language) -> None:
        self._cut: Callable[[str], Doc] = create_tokenizer()(nlp)
        self._cut.max_cache_size = _MOST
        self._vocab = nlp.vocab
        self._seen: set[str] = set()
        self._cuts: dict[str, tuple[int, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """Cut a text."""
        if len(self._seen) < _MOST:
            self._learn(text.split())
        doc = self._cut(text)
        doc.user_data["tokens"] = Tokens(text, self.cuts)
        return doc

    def light(self, text: str) -> Doc:
        """Give a document that holds a text and no tokens, for components that need but the words of names."""
        user_data = {"text": text, "tokens": Tokens(text, self.cuts), "light": True}
        return Doc(self._vocab, user_data=user_data)

    def cuts(self, word: str) -> tuple[int, ...]:
        """Say where the tokens of one word begin."""
        found = self._cuts.get(word)
        if found is None:
            found = tuple(self._cut(word).to_array("IDX").tolist())
            if len(self._cuts) < _MOST:
                self._cuts[word] = found
        return found

    def _learn(self, words: list[str]) -> None:
        if not self._seen.issuperset(words):
            new = set(words) - self._seen
            self._seen |= new
            for word in new:
                self._cut(word)


def tokenizer_of(nlp: Language) -> CachedTokenizer:
    """Give the tokenizer of a pipeline of ours.

    Raises TypeError for another pipeline, since our components ask for words that have not been cut.
    """
    if not isinstance(nlp.tokenizer, CachedTokenizer):
        raise TypeError("the pipeline has another tokenizer; compose it with answerable_tokenizer")
    return nlp.tokenizer


def make_tokenizer() -> Callable[[Language], CachedTokenizer]:
    """Give what makes the tokenizer of a language."""
    return CachedTokenizer


registry.tokenizers("answerable_tokenizer", func=make_tokenizer)
