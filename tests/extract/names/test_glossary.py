"""What acronyms stand for: the document first, then the gazetteer, then the ministry's list."""

from __future__ import annotations

import pytest

from answerable.extract.names import Glossary


@pytest.mark.parametrize(
    ("text", "acronym", "full"),
    [
        ("the Probation Delivery Managers (PDMs) meet", "PDM", "Probation Delivery Manager"),
        ("partnership Single Points of Contact (SPOC), and", "SPOC", "Single Point of Contact"),
        ("Offender Assessment System (OASys)", "OASys", "Offender Assessment System"),
        ("the Department of Health and Social Care’s (DHSC) duty", "DHSC", "Department of Health and Social Care"),
        ("HM Inspectorate of Prisons (HMIP)", "HMIP", "HM Inspectorate of Prisons"),
        ("Unpaid Work (UPW)", "UPW", "Unpaid Work"),
        ("Learning and Development (L&D) Lead", "L&D", "Learning and Development"),
        ("uses the CMT (Contract Moves Team) for", "CMT", "Contract Moves Team"),
        ("owned by the Rural Rivers Partnership (RRP), which", "RRP", "Rural Rivers Partnership"),
        ("the Office of Harbours and of Havens (OHH)", "OHH", "Office of Harbours and of Havens"),
        ("Eastfold and Norfold (EN) CRC will", "EN CRC", "Eastfold and Norfold CRC"),
    ],
)
def test_a_definition_gives_the_full_form_as_a_kind_in_the_singular(text: str, acronym: str, full: str) -> None:
    assert Glossary.of([text]).expand(acronym) == full


@pytest.mark.parametrize("text", ["the plan (SMART) is", "as agreed (see below)", "risk plans (RAG)", "(CRC) first"])
def test_brackets_that_define_nothing_are_left_alone(text: str) -> None:
    assert Glossary.of([text]).own == {}


def test_the_document_beats_the_lists() -> None:
    assert Glossary().expand("OASys") == "Offender Assessment System" or Glossary().expand("CRS") is not None
    assert Glossary.of(["Crop Rotation Scheme (CRS)"]).expand("CRS") == "Crop Rotation Scheme"


def test_a_clean_print_beats_a_damaged_one() -> None:
    texts = ["com- tive services (CRS)", "Commissioned Rehabilitative Services (CRS)"]
    assert Glossary.of(texts).expand("CRS") == "Commissioned Rehabilitative Services"


def test_an_acronym_of_several_senses_is_not_guessed() -> None:
    assert Glossary().expand("AA") is None


def test_an_unknown_acronym_stands_for_nothing() -> None:
    assert Glossary().expand("QXZW") is None
