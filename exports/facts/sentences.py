"""Small parts of sentences that are right for none, one and many."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["are", "clipped", "have", "listed", "plural", "were"]


def listed(items: Iterable[str], most: int | None = None) -> str:
    """Say several things in a row; beyond `most`, how many more there are.

    >>> listed(["1", "2", "3"]), listed(["1", "2", "3", "4"], most=2)
    ('1, 2 and 3', '1, 2 and 2 more')
    """
    said = list(items)
    if most is not None and len(said) > most:
        said = [*said[:most], f"{len(said) - most:,} more"]
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def plural(number: int, one: str) -> str:
    """Give the word for so many things, without their number."""
    return one if number == 1 else f"{one}s"


def were(number: int) -> str:
    """Give "was" for one and "were" for any other number."""
    return "was" if number == 1 else "were"


def have(number: int) -> str:
    """Give "has" for one and "have" for any other number."""
    return "has" if number == 1 else "have"


def are(number: int) -> str:
    """Give "is" for one and "are" for any other number."""
    return "is" if number == 1 else "are"


def clipped(text: str, most: int) -> str:
    """Give a text whole, or its first words with a mark that something is left out.

    >>> clipped("We will do it by April", 11)
    'We will do […]'
    """
    if len(text) <= most:
        return text
    return f"{text[: most + 1].rsplit(' ', 1)[0][:most].rstrip(' ,;:.')} […]"
