"""Stores to write briefings on: the example plans, the real ones where they are, and a briefing as plain lines."""

from collections.abc import Callable, Iterator

import pytest

from answerable import library
from answerable.exports.briefs.brief import Block, Brief, Bullets, Picture, Statement, Table
from answerable.graph.store import Store
from tests.places import EXAMPLES, SEEDS


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("briefs") / "examples"
    library.build(EXAMPLES, to=folder, licence="ogl-3")
    return library.open_store(folder)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    if not SEEDS.is_dir():
        pytest.skip(f"the real plans are not at {SEEDS}")
    folder = tmp_path_factory.mktemp("briefs") / "seeds"
    library.build(SEEDS, to=folder)
    return library.open_store(folder)


@pytest.fixture(scope="session")
def words_of_seeds() -> str:
    if not SEEDS.is_dir():
        pytest.skip(f"the real plans are not at {SEEDS}")
    return "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))


@pytest.fixture(scope="session")
def as_lines() -> Callable[[Brief], list[str]]:
    return lambda brief: list(lines(brief))


def lines(brief: Brief) -> Iterator[str]:
    """Give a briefing without any format; what differs with the release of the program is left out."""
    yield from (f"{brief.kind}: {brief.name}", brief.title, brief.scope, "")
    yield from (f"{headline.value} {headline.label}" for headline in brief.headlines)
    for section in brief.sections:
        yield from ("", f"## {section.title}")
        for block in section.blocks:
            yield from told(block)
    yield from ("", "## Notes")
    for note in brief.notes:
        yield f"{note.number}. " + "; ".join(
            f"“{quote.text}” {quote.place}".removeprefix("“” ") for quote in note.quotes
        )
    yield from ("", *brief.sources, brief.licence or "no licence")


def told(block: Block) -> Iterator[str]:
    if isinstance(block, Statement):
        yield said(block)
    elif isinstance(block, Bullets):
        yield from (f"- {said(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield from (f"[{block.caption}]", " | ".join(block.columns))
        for group in block.groups:
            yield from ([f"= {said(group.heading)}"] if group.heading else [])
            yield from (" | ".join(map(said, row)) for row in group.rows)
    else:
        assert isinstance(block, Picture)
        words = block.figure.words
        yield from (
            f"({block.name}: {words.title}. {words.scope}. {words.alt}{' ' + words.note if words.note else ''})",
        )


def said(statement: Statement) -> str:
    rule = f" [inferred: {statement.inferred}]" if statement.inferred else ""
    return statement.text + rule + "".join(f" ({number})" for number in statement.notes)
