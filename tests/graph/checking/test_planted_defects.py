"""Each defect is planted into the N-Quads of a sound build; the check has to give a line that leads a person to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from answerable.graph.checking import Finding, Place, by_graph, check_graph, check_quotes
from answerable.graph.layout import GRAPH_FILE

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord
    from answerable.graph import Store

    Records = tuple[PlanRecord, ...]


@pytest.fixture(scope="session")
def quads(store: Store) -> str:
    return (store.directory / GRAPH_FILE).read_text("utf-8")


def found(quads: str) -> list[str]:
    return [str(finding) for finding in check_graph(quads.encode())]


def without(quads: str, *marks: str) -> str:
    """Drop the lines in which all of the marks stand."""
    kept = [line for line in quads.splitlines(keepends=True) if not all(mark in line for mark in marks)]
    assert len(kept) < quads.count("\n")
    return "".join(kept)


def changed(quads: str, pattern: str, new: str) -> str:
    """Change the first match of a pattern and sort anew, as whoever plants a defect with care would."""
    altered, count = re.subn(pattern, new, quads, count=1)
    assert count == 1
    return "".join(sorted(altered.splitlines(keepends=True)))


class Defect(NamedTuple):
    """What is done to the quads, and what one of the lines has to say."""

    remove: tuple[str, ...] = ()
    change: tuple[str, str] = ("", "")
    line: str = ""


AP = "https://w3id.org/answerable/def#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DEFECTS = {
    "a quote is lost": Defect(
        remove=("oa#exact", '"April 2020"'),
        line="harbour.txt, table 1, row 7, column 1: The evidence has no quote, or two (oa:exact). Build again",
    ),
    "evidence is lost": Defect(
        remove=("/action/1-1>", "#evidence>"),
        line="harbour.txt, table 1, row 1, column 1: The action leads to no words of the document (ap:evidence).",
    ),
    "a status is no answer": Defect(
        change=(rf"{AP}partlyAgreed> (?=<[^>]*document)", f"{AP}affordability> "),
        line="harbour.txt, table 1, row 10, column 1: The answer is none of ap:agreed, ap:partlyAgreed",
    ),
    "a status is another answer": Defect(
        change=(rf"{AP}partlyAgreed> (?=<[^>]*document)", f"{AP}agreed> "),
        line="harbour.txt, table 1, row 15, column 1: By its own count the plan has 1 agreed, but 2 were read.",
    ),
    "a month is typed as a day": Defect(
        change=(rf'"2020-04-30"\^\^<{XSD}date>', f'"2020-04"^^<{XSD}date>'),
        line='harbour.txt, table 1, row 6, column 1: "2020-04"^^<http://www.w3.org/2001/XMLSchema#date>',
    ),
    "a literal is cut": Defect(
        change=(r'"Light every lamp at dusk" ', '"Light every lamp at dusk '),
        line="harbour.txt, table 1, row 1, column 1: A line is no N-Quad in the form that a build writes",
    ),
    "a node is blank": Defect(
        change=(r"(<[^>]*/recommendation/1> <[^>]*references>) <[^>]*>", r"\1 _:b0"),
        line="harbour.txt, table 1, row 1, column 1: A node is blank and so has no address",
    ),
    "the ledger loses a row": Defect(
        change=(rf'rowsLoaded> "6"\^\^<{XSD}integer>', f'rowsLoaded> "5"^^<{XSD}integer>'),
        line="harbour.txt: The ledger does not add up: 9 rows, but 5 loaded, 2 ignored (reasons for 2) and 1 flagged",
    ),
    "rows are ignored without a reason": Defect(
        remove=("#ignored>",),
        line="harbour.txt: The ledger does not add up: 9 rows, but 6 loaded, 2 ignored (reasons for 0)",
    ),
    "a recommendation is lost": Defect(
        remove=("<https://action-plans.example/id/plan/harbour-board/2020-03-03/recommendation/10>",),
        line="harbour.txt, table 1, row 15, column 1: By its own count the plan has 2 in all, but 1 were read.",
    ),
    "a plan has no recommendation at all": Defect(
        remove=("/concern/1",),
        line="lighthouse.txt: The shape matched nothing: the graph holds no Recommendation. Look at the document",
    ),
    "a document's graph does not say what it is": Defect(
        remove=("#DocumentGraph>",),
        line="the build: The build holds no ap:DocumentGraph, so that its shapes matched nothing.",
    ),
    "an owner's label is lost": Defect(
        remove=("prefLabel", '"Head of Signals"'),
        line="harbour.txt, table 1, row 6, column 1: The owner has no label, or two",
    ),
    "evidence is not shared with an owner": Defect(
        remove=("<https://action-plans.example/id/post/chief-pilot>", "#evidence>"),
        line="harbour.txt, table 1, row 8, column 1: A fact lacks words that it shares with its owner.",
    ),
    "a term is not defined": Defect(
        change=(f"{AP}certain>", f"{AP}sure>"),
        line="harbour.txt, table 1, row 8, column 1: ap:sure is not defined. Define it in ontology/answerable.ttl.",
    ),
    "an address is unsound": Defect(
        change=(r"/system/tidal-information-and-duty-exchange>", "/system/100%tidal>"),
        line="harbour.txt, table 1, row 4, column 1: <https://action-plans.example/id/system/100%tidal> is no sound",
    ),
    "an address is of no host that an engine knows": Defect(
        change=(r"<[^>]*/system/tidal-information-and-duty-exchange>", "<https://[tidal]/>"),
        line="the build: The engine cannot load the graph",
    ),
}


def test_a_sound_build_has_no_defect(quads: str) -> None:
    assert found(quads) == []


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_planted_defect_is_found_where_it_stands(defect: Defect, quads: str) -> None:
    damaged = without(quads, *defect.remove) if defect.remove else changed(quads, *defect.change)
    lines = found(damaged)
    assert any(defect.line in line for line in lines), "\n".join(lines)
    assert not any("\n" in line for line in lines)


def test_evidence_has_to_say_where_it_stands_unless_its_format_has_no_places(quads: str) -> None:
    for place in ("#start>", "#table>", "#row>"):
        quads = without(quads, "/evidence/title/", place)
    assert any("A fact lacks the place of its evidence." in line for line in found(quads))
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert not any("the place of its evidence" in line for line in found(quads.replace('"text/plain"', f'"{word}"')))


def test_lines_out_of_order_and_lines_that_stand_twice_are_told(quads: str) -> None:
    lines = quads.splitlines(keepends=True)
    assert "Line 2 of the N-Quads stands out of order" in found("".join(lines[1::-1] + lines[2:]))[0]
    assert "Line 2 of the N-Quads stands twice" in found("".join(lines[:1] + lines))[0]


def test_a_build_of_nothing_is_a_failure() -> None:
    missing = [re.findall(r"holds no ap:(\w+),", line) for line in found("")]
    assert missing == [["DocumentGraph"], ["ReferenceGraph"], ["InferredGraph"], ["DatasetGraph"]]


def paper(quads: str, digest: str) -> str:
    """The text that the quotes of a document stand in."""
    document = f"/document/{digest[:16]}/evidence/"
    quotes = re.findall(rf'<[^>]*{document}[^>]*/(\d+)-(\d+)> <http://www.w3.org/ns/oa#exact> "(.*)" <', quads)
    text = [" "] * max(int(end) for _, end, _ in quotes)
    for start, end, quote in quotes:
        text[int(start) : int(end)] = quote.replace('\\"', '"').replace("\\\\", "\\")
    return "".join(text)


def test_quotes_are_compared_with_the_documents(quads: str, records: Records) -> None:
    texts: dict[str, str | None] = {r.source.sha256: paper(quads, r.source.sha256) for r in records}
    assert list(check_quotes(by_graph(quads.encode()), texts)) == []
    harbour = records[0].source.sha256
    texts[harbour] = str(texts[harbour]).replace("April 2020", "April 2021")
    (finding,) = check_quotes(by_graph(quads.encode()), texts)
    assert finding.place == Place("harbour.txt", None, 1, 7, 1)
    assert 'The quote "April 2020" is not what stands at characters' in finding.message
    assert '"April 2021". Build again from this document.' in finding.message


def test_a_document_that_is_not_there_cannot_be_compared_with(quads: str, records: Records) -> None:
    texts = {records[1].source.sha256: paper(quads, records[1].source.sha256)}
    (finding,) = check_quotes(by_graph(quads.encode()), texts)
    assert finding.place == Place("harbour.txt")
    assert "None of the documents given has the content" in finding.message


def test_a_document_without_characters_has_no_offsets_to_compare(quads: str, records: Records) -> None:
    assert list(check_quotes(by_graph(quads.encode()), dict.fromkeys((r.source.sha256 for r in records), None))) == []


def test_a_finding_is_plain_values_for_a_machine() -> None:
    finding = Finding("ledger", "rows add up", "It does not. Look.", "https://x/1", Place("a.txt", 1, 2, 3))
    assert finding.as_plain() == {
        "document": "a.txt",
        "page": 1,
        "table": 2,
        "row": 3,
        "column": None,
        "check": "ledger",
        "rule": "rows add up",
        "message": "It does not. Look.",
        "subject": "https://x/1",
    }
    assert str(finding) == "a.txt, page 1, table 2, row 3: It does not. Look. [ledger: rows add up] <https://x/1>"
