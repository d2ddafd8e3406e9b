"""Which printed titles are one post."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from answerable.extract.names.forms import fold, singular, words_of
from answerable.extract.names.passages import plain
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from answerable.extract.names.glossary import Glossary

__all__ = ["is_plain", "name_key", "post_key", "spelled_out"]

_PARENTHESIS: Final = re.compile(r"\(([^()]*)\)")
_TOKEN: Final = re.compile(r"[\w&+'-]+")
_OPEN_SIGN: Final = re.compile(r"\b([A-Z])\s*([&+])\s*([A-Z])\b")
_POSSESSIVE: Final = re.compile(r"'s?$")
_SHORTENED: Final = re.compile(r"\(|[A-Z][\w&+'-]*[A-Z]|[A-Z]\s*[&+]")
"""What only the document may know: a word with two capitals, or a parenthesis."""
_TWO_CAPITALS: Final = re.compile(r"[A-Z].*[A-Z]")


def post_key(title: str, glossary: Glossary) -> str:
    """Give the key of a post's title: the same for every spelling of one title, different for different titles.

    Word order, number, case, "&" or "and", grades in short or in full, acronyms in short, in full or both make no
    difference. Two posts with one key are one post only within one organisation.

    >>> from answerable.extract.names import Glossary
    >>> post_key("Cluster Deputy Heads", Glossary()) == post_key("deputy cluster head", Glossary())
    True
    >>> post_key("Cluster Heads", Glossary()) == post_key("Cluster Leads", Glossary())
    False
    """
    return _plain_key(spelled_out(title, glossary)) or " ".join(words_of(title))


@lru_cache(maxsize=20_000)
def _plain_key(title: str) -> str:
    told = (singular(word) for word in words_of(title.replace("-", " ")))
    return " ".join(sorted(word for word in told if word not in words().empty))


def name_key(name: str, glossary: Glossary) -> str:
    """Give the key of a thing that is no post: the same for its acronym and its full form, in the order of its words.

    A single acronym is written out only where the document defines it: the lists may have senses that nobody means.

    >>> from answerable.extract.names import Glossary
    >>> name_key("RRP Ops Board", Glossary()) == name_key("RRP Operations Boards", Glossary())
    True
    """
    full = glossary.own.get(name, name)
    return fold(spelled_out(full, glossary) if " " in full else full)


def is_plain(name: str) -> bool:
    """Whether nothing in a name is short for something, so that its key is the same in every document."""
    return _SHORTENED.search(name) is None


def spelled_out(name: str, glossary: Glossary) -> str:
    """Write a name with its acronyms, grades and short words in full, once.

    >>> from answerable.extract.names import Glossary
    >>> spelled_out("RRP Ops Board", Glossary({"RRP": "Reducing Reoffending Partnership"}))
    'Reducing Reoffending Partnership operations Board'
    """
    spelled = plain(name)
    if is_plain(spelled):
        return _plainly(spelled)
    if "(" in spelled:
        spelled = _PARENTHESIS.sub(lambda match: _repeated(match, glossary), spelled)
    return " ".join(_expand(token, glossary) for token in _TOKEN.findall(_tight(spelled)))


@lru_cache(maxsize=20_000)
def _plainly(name: str) -> str:
    """Write out a name in which nothing depends on what a document defines."""
    return " ".join(_plain_word(_POSSESSIVE.sub("", token)) for token in _TOKEN.findall(name))


def _plain_word(word: str) -> str:
    return words().short.get(word.lower(), word)


def _repeated(match: re.Match[str], glossary: Glossary) -> str:
    """Drop a parenthesis that only repeats as an acronym what stands before it."""
    inside, before = match[1].strip(), match.string[: match.start()].rstrip()
    initials = "".join(word[0] for word in re.findall(r"\w+", before) if word[0].isupper() or word in {"and", "of"})
    plain_inside = re.sub(r"[^A-Za-z]|s$", "", inside).lower()
    full = glossary.expand(inside) or glossary.expand(inside.removesuffix("s"))
    said = full is not None and words_of(full)[-1:] == words_of(before)[-1:]
    return " " if said or (plain_inside and _within(plain_inside, initials.lower())) else f" {inside} "


def _within(short: str, initials: str) -> bool:
    letters = iter(initials[-2 * len(short) :])
    return all(letter in letters for letter in short)


def _tight(title: str) -> str:
    """Close up the signs of an acronym ("L & D") and leave those between words open."""
    return _OPEN_SIGN.sub(r"\1\2\3", title) if "&" in title or "+" in title else title


def _expand(token: str, glossary: Glossary) -> str:
    acronym = _POSSESSIVE.sub("", token) if "'" in token else token
    if acronym[1:].islower() or not _TWO_CAPITALS.search(acronym):
        return _plain_word(acronym)
    own = glossary.own.get(acronym)
    if own is None:
        acronym = acronym if glossary.expand(acronym) else re.sub(r"s$", "", acronym)
        own = words().grades.get(acronym) or glossary.expand(acronym.replace("+", "&"))
    return own or acronym
