"""Which organisation a text names."""

from __future__ import annotations

import pytest

from answerable.extract.names import Glossary, find_organisation


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("DLNR CRC", "derbyshire-leicestershire-nottinghamshire-and-rutland-crc"),
        ("DNLR", "derbyshire-leicestershire-nottinghamshire-and-rutland-crc"),
        (
            "Derbyshire, Leicestershire, Nottinghamshire and Rutland (DLNR) CRC",
            "derbyshire-leicestershire-nottinghamshire-and-rutland-crc",
        ),
        ("Director, HMPPS Probation Reform Programme", "hm-prison-and-probation-service"),
        ("the Ministry of Justice and HMPPS", "ministry-of-justice"),
        ("NPS Midlands", "nps-midlands"),
    ],
)
def test_the_longest_organisation_is_found_by_any_of_its_names(text: str, ending: str) -> None:
    found = find_organisation(text, Glossary())
    assert found is not None
    assert found.iri.endswith("/" + ending)


@pytest.mark.parametrize("text", ["Head of Safety", "Regional Managers", "the probation service user", ""])
def test_a_text_without_one_gives_none(text: str) -> None:
    found = find_organisation(text, Glossary())
    assert found is None or found.label == "Probation Service"
