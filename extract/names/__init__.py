"""Named things: finding them, saying what kind they are, which known thing each is, and which spellings are one.

The spaCy pipeline behind `find_mentions` is composed in `pipeline.toml`; its components stand in `components/`.
Nothing here imports spaCy before a plan is read.
"""

from answerable.extract.names.glossary import Glossary, is_known
from answerable.extract.names.kinds import head_kind
from answerable.extract.names.mentions import find_mentions
from answerable.extract.names.organisations import Organisation, find_organisation
from answerable.extract.names.passages import NamedPassage
from answerable.extract.names.posts import post_key
from answerable.extract.names.titles import Title, read_title, without_body

__all__ = [
    "Glossary",
    "NamedPassage",
    "Organisation",
    "Title",
    "find_mentions",
    "find_organisation",
    "head_kind",
    "is_known",
    "post_key",
    "read_title",
    "without_body",
]
