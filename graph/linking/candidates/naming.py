"""Which holder somebody means: by an address, or by any form under which it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from answerable.graph.errors import NoSuchHolderError
from answerable.graph.linking.candidates.holder import Holder

__all__ = ["holder_named", "holders_named"]


def holders_named(name: str, holders: Iterable[Holder]) -> list[Holder]:
    """Give each holder that has this address or is printed in this form; case and white space make no difference."""
    wanted = _plain(name)
    return [each for each in holders if name == each.iri or wanted in map(_plain, (each.label, *each.forms))]


def holder_named(name: str, holders: Sequence[Holder]) -> Holder:
    """Give the one holder that is meant; raises NoSuchHolderError if it is none or several."""
    found = holders_named(name, holders)
    if not found:
        raise NoSuchHolderError(
            f"no holder is printed as {name!r}{_nearest(name, holders)}; give a label or an address"
        )
    if len(found) > 1:
        addresses = ", ".join(each.iri for each in found)
        raise NoSuchHolderError(f"{name!r} is printed for {len(found)} holders; give one of the addresses {addresses}")
    return found[0]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _nearest(name: str, holders: Sequence[Holder]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a wrong name needs it

    best = process.extractOne(name, [each.label for each in holders], scorer=fuzz.token_sort_ratio, score_cutoff=60)
    return f" (the nearest is {best[0]!r})" if best else ""
