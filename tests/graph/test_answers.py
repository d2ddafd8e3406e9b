from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from answerable.graph.answers import FORMATS, to_csv, to_json, to_table, to_tsv
from answerable.graph.values import Answer, Blank, Iri, Literal, Rows, Triple, Triples, Truth
from answerable.ontology.terms import AP, XSD_DATE, XSD_INTEGER

ROWS = Rows(
    ("who", "n"),
    (
        (Literal('Head, "Signals"\nand Lamps'), Literal("12", XSD_INTEGER)),
        (Iri(AP + "agreed"), Literal("3", XSD_INTEGER)),
        (Literal("golau", language="cy"), None),
        (Blank("b"), Literal("2020-04-30", XSD_DATE)),
    ),
)
TRIPLES = Triples((Triple(Iri("a:s"), Iri("a:p"), Literal("o")),))


def test_csv_gives_plain_values_that_come_back() -> None:
    assert list(csv.reader(StringIO(to_csv(ROWS)))) == [
        ["who", "n"],
        ['Head, "Signals"\nand Lamps', "12"],
        [AP + "agreed", "3"],
        ["golau", ""],
        ["_:b", "2020-04-30"],
    ]


def test_tsv_keeps_the_type_of_every_term() -> None:
    assert to_tsv(ROWS).splitlines() == [
        "?who\t?n",
        '"Head, \\"Signals\\"\\nand Lamps"\t12',
        f"<{AP}agreed>\t3",
        '"golau"@cy\t',
        f'_:b\t"2020-04-30"^^<{XSD_DATE}>',
    ]


def test_json_is_sparql_results_json() -> None:
    body = json.loads(to_json(ROWS))
    assert body["head"] == {"vars": ["who", "n"]}
    assert body["results"]["bindings"][1] == {
        "who": {"type": "uri", "value": AP + "agreed"},
        "n": {"type": "literal", "value": "3", "datatype": XSD_INTEGER},
    }
    assert body["results"]["bindings"][2] == {"who": {"type": "literal", "value": "golau", "xml:lang": "cy"}}
    assert body["results"]["bindings"][3]["who"] == {"type": "bnode", "value": "b"}
    assert json.loads(to_json(Truth(value=True))) == {"head": {}, "boolean": True}
    assert json.loads(to_json(TRIPLES))[0]["object"] == {"type": "literal", "value": "o"}


def test_a_table_lines_up_with_numbers_to_the_right() -> None:
    table = Rows(("who", "n"), ROWS.rows[:2])
    assert to_table(table) == (
        "who                         n\n"
        "-------------------------  --\n"
        'Head, "Signals" and Lamps  12\n'
        "ap:agreed                   3\n"
    )


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("answer", [ROWS, TRIPLES, Truth(value=False), Rows(("x",), ()), Rows((), ((),))], ids=repr)
def test_every_format_takes_every_answer_and_ends_its_last_line(name: str, answer: Answer) -> None:
    assert FORMATS[name](answer).endswith("\n")
