"""The components of the pipeline; importing this registers their factories and the tokenizer with spaCy."""

from answerable.extract.names.components.abbreviations import Abbreviations
from answerable.extract.names.components.gazetteer import Gazetteer
from answerable.extract.names.components.linker import Linker
from answerable.extract.names.components.model import Model
from answerable.extract.names.components.patterns import Patterns
from answerable.extract.names.components.sentences import Sentences
from answerable.extract.names.components.shapes import Shapes
from answerable.extract.names.components.tokenizer import CachedTokenizer, tokenizer_of

__all__ = [
    "Abbreviations",
    "CachedTokenizer",
    "Gazetteer",
    "Linker",
    "Model",
    "Patterns",
    "Sentences",
    "Shapes",
    "tokenizer_of",
]
