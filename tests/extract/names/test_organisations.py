"""Which organisation a text names."""

from __future__ import annotations

import pytest

from answerable.extract.document import Passage, Piece, Place
from answerable.extract.names import Glossary, NamedPassage, find_mentions, find_organisation


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
        ("Head of Safety, HMP/YOI Altcourse", "prison/altcourse"),
        ("Wales Probation Service", "wales-probation-region"),
        ("The Probation Service – East Midlands", "east-midlands-probation-region"),
        ("Head of Derby City PDU", "derby-city-pdu"),
    ],
)
def test_the_longest_organisation_is_found_by_any_of_its_names(text: str, ending: str) -> None:
    found = find_organisation(text, Glossary())
    assert found is not None
    assert found.iri.endswith("/" + ending)


@pytest.mark.parametrize(
    "text", ["Head of Safety", "Regional Managers", "the probation service user", "Altcourse Road", "Wales", ""]
)
def test_a_text_without_one_gives_none(text: str) -> None:
    found = find_organisation(text, Glossary())
    assert found is None or found.label == "Probation Service"


@pytest.mark.parametrize(
    "text",
    [
        "Eastfold, Fenny and Norfold (EFN) CRC",
        "Eastfold, Fenny and Norfold Community Rehabilitation Company",
        "Head of Safety, EFN CRC",
        "EFN",
    ],
)
def test_a_body_that_only_the_document_knows_is_one_body_in_every_print(text: str) -> None:
    own = Glossary.of(["Eastfold, Fenny and Norfold (EFN) CRC will act."])
    found = find_organisation(text, own)
    assert found is not None
    assert found.iri.endswith("/provider/eastfold-fenny-and-norfold-community-rehabilitation-company")
    assert found.notation == "EFN CRC"


def test_it_has_the_same_address_as_its_mention() -> None:
    text = "Eastfold, Fenny and Norfold (EFN) CRC will act."
    piece = Piece(text, Place(), ())
    (mention,) = find_mentions([NamedPassage(Passage((piece,)), "action", "1")], lambda piece: piece.text)
    found = find_organisation("EFN CRC", Glossary.of([text]))
    assert found is not None
    assert mention.iri == found.iri
