"""Named things: found, typed, counted once, linked where they stand, and traced to the exact words."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.extract.document import Passage, Piece, Place, Segment
from answerable.extract.names import NamedPassage, find_mentions
from answerable.extract.records import Mention, MentionType

type_of = {
    "Harm Review Board": "team",
    "Safer Days Framework": "policy",
    "Case Sampling Tool": "tool",
    "Kestrel Referral System": "system",
    "Head of Rural Delivery": "role",
    "Steady Start Programme": "programme",
    "Release Planning Conference": "meeting",
    "Fair Treatment Act": "legislation",
    "Caseload Review": "project",
    "Marsh Trust": "organisation",
}


def passage(text: str, offset: int = 0) -> Passage:
    return Passage((Piece(text, Place(page=1), (Segment(0, len(text), offset, offset + len(text)),)),))


def find(*texts: str | NamedPassage, **options: str) -> dict[str, Mention]:
    named = [
        text if isinstance(text, NamedPassage) else NamedPassage(passage(text), "action", str(number))
        for number, text in enumerate(texts, start=1)
    ]
    return {mention.label: mention for mention in find_mentions(named, lambda piece: piece.text, **options)}


def test_known_names_are_found_by_acronym_and_by_full_name_as_one_thing() -> None:
    found = find("Staff record it in OASys.", "The Offender Assessment System is checked weekly.")
    (mention,) = found.values()
    assert (mention.label, mention.acronym) == ("Offender Assessment System", "OASys")
    assert mention.recommendations == ("1", "2")
    assert mention.type is MentionType.SYSTEM


def test_plural_possessive_and_curly_prints_are_the_same_thing() -> None:
    found = find("The CRCs agree.", "A CRC’s staff agree.", "Each Community Rehabilitation Company agrees.")
    assert [mention.recommendations for mention in found.values()] == [("1", "2", "3")]


def test_the_acronym_of_a_holders_last_words_is_not_the_holders() -> None:
    cell = NamedPassage(passage("Head of Harbour and Lighthouse Services (HLS)"), "owner", "1", MentionType.ROLE)
    (mention,) = (each for each in find(cell).values() if each.type is MentionType.ROLE)
    assert (mention.label, mention.acronym) == ("Head of Harbour and Lighthouse Services", None)
    assert "HLS" not in mention.surfaces


def test_a_misspelling_is_linked_to_the_thing_it_misspells() -> None:
    found = find("It will change how DNLR works.", "It will change how DLNR CRC works.")
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Close Scrutiny Circle (CSC) reports go out. The CSC meets.",
        "The CSC (Close Scrutiny Circle) reports. Every CSC meets.",
    ],
)
def test_the_document_says_what_its_acronym_means(text: str) -> None:
    assert set(find(text)) == {"Close Scrutiny Circle"}


def test_a_definition_counts_for_what_stands_before_it_and_in_small_letters_too() -> None:
    found = find("Each PRM is told.", "A Peer Review Morning (PRM) is held.", "Any peer review morning is noted.")
    assert found["Peer Review Morning"].recommendations == ("1", "2", "3")
    assert found["Peer Review Morning"].acronym == "PRM"


def test_boilerplate_defines_but_makes_no_mention() -> None:
    intro = NamedPassage(passage("HM Inspectorate of Prisons (HMIP) inspects with Estyn."), "intro", None, core=False)
    found = find(intro, "Learning from HMIP is shared.")
    assert list(found) == ["HMIP"]
    assert found["HMIP"].recommendations == ("2",)
    assert found["HMIP"].iri.endswith("hm-inspectorate-of-prisons")


def test_the_header_makes_mentions_without_recommendations() -> None:
    found = find(NamedPassage(passage("A Response to the HMI Probation Inspection"), "title", None))
    assert found["HMI Probation"].recommendations == ()


@pytest.mark.parametrize(("name", "kind"), type_of.items())
def test_an_unknown_name_is_typed_by_its_head(name: str, kind: str) -> None:
    found = find(f"This will be agreed with the {name} before the change.")
    assert found[name].type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Managers will meet. Training will follow. Guidance is out.",
        "It was agreed with the Police, Local Authorities and Offender Managers.",
        "Work on Domestic Abuse (DA) and Management Information (MI) goes on in January.",
        "Reviewing the work of the team. Ensuring that Service Users are heard.",
        "All HR and IT costs are met.",
        "By the end of Q2 2019/20, and no later than April 2021.",
    ],
)
def test_classes_subjects_dates_and_sentence_openings_are_no_names(text: str) -> None:
    assert find(text) == {}


def test_the_longest_name_wins() -> None:
    found = find("It goes to the CRC Harm Review Board each month.")
    assert list(found) == ["CRC Harm Review Board"]


def test_names_joined_by_and_are_parted_where_both_are_whole() -> None:
    found = find("Papers go to the Harm Review Board and Caseload Panel, then to NPS and MAPPA.")
    assert {"Harm Review Board", "Caseload Panel", "NPS", "MAPPA"} == set(found)


def test_a_name_with_and_inside_stays_whole() -> None:
    assert "Health and Work Coordinator" in find("Each site has a Health and Work Coordinator in post.")


def test_a_quoted_title_is_a_name_and_the_noun_after_it_says_what_kind() -> None:
    found = find("Staff will fill in the ‘Ready to go’ checklist first.")
    assert found["Ready to go"].type is MentionType.TOOL


def test_a_holder_is_one_mention_in_the_wording_printed() -> None:
    holder = NamedPassage(passage("Customer Service Centre (CSC) Lead"), "owner", "1", MentionType.ROLE)
    found = find(holder, NamedPassage(passage("CSC Lead"), "owner", "4", MentionType.ROLE))
    assert len(found) == 1
    (mention,) = found.values()
    assert mention.recommendations == ("1", "4")
    assert mention.type is MentionType.ROLE


def test_a_post_with_the_name_of_the_plans_own_body_is_the_post_without_it() -> None:
    title = NamedPassage(passage("HMP/YOI Saltmarsh"), "title", None)
    posts = [
        NamedPassage(passage(text), "owner", "1", MentionType.ROLE)
        for text in ("Head of Safety", "Head of Safety, HMP/YOI Saltmarsh", "Head of Safety, HMP Leeds")
    ]
    roles = [mention for mention in find(title, *posts).values() if mention.type is MentionType.ROLE]
    assert len(roles) == 2


def test_addresses_begin_with_the_base_that_was_asked_for() -> None:
    found = find("OASys and the Harm Review Board.", base="https://example.org/id/")
    assert all(mention.iri.startswith("https://example.org/id/") for mention in found.values())


def test_what_only_a_left_out_source_taught_is_not_known() -> None:
    text = "They use iLearn here."
    assert find(text)["iLearn"].rule == "gazetteer"
    named = [NamedPassage(passage(text), "action", "1")]
    without = find_mentions(named, lambda piece: piece.text, without=("seed 001",))
    assert all(mention.rule != "gazetteer" for mention in without)


def test_evidence_names_the_recommendation_the_place_and_the_exact_words() -> None:
    source = "xx <b>The Harm</b> Review Board"
    pieces = (
        Piece("The Harm", Place(page=2), (Segment(0, 8, 6, 14),)),
        Piece("Review Board met.", Place(page=3), (Segment(0, 12, 19, 31), Segment(12, 17, 31, 36))),
    )
    named = NamedPassage(Passage(pieces), "action", "7")
    (mention,) = find_mentions([named], lambda piece: source[slice(*(piece.span() or (0, 0)))])
    assert [(e.quote, e.page, e.recommendation, e.field) for e in mention.evidence] == [
        ("Harm", 2, "7", "name"),
        ("Review Board", 3, "7", "name"),
    ]


WORDS = st.sampled_from(
    [
        *("The", "the", "Harm", "Review", "Board", "and", "of", "OASys", "CRC", "CRCs", "(SPOC)", "Single", "Point"),
        *("Contact", "'Think Victim'", "in", "Wales", "DLNR\u2019s", "Head", "Safety,", "NPS;", "MARAC.", "team", "&"),
        *("\u2013", "Multi-Agency", "January", "Lead", "Policy", "\u00a35", "(HMPPS)", "Trust's", "\u00a0", "x"),
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=4))
def test_every_mention_stands_in_the_text_at_its_offsets(lines: list[list[str]]) -> None:
    texts = [" ".join(line) for line in lines]
    source = "\n".join(texts)
    starts = [sum(len(text) + 1 for text in texts[:index]) for index in range(len(texts))]
    named = [
        NamedPassage(passage(t, at), "action", str(n)) for n, (t, at) in enumerate(zip(texts, starts, strict=True))
    ]
    first = find_mentions(named, lambda piece: piece.text)
    for mention in first:
        assert mention.surfaces
        assert all(source[e.start : e.end] == e.quote for e in mention.evidence)
        assert {e.recommendation for e in mention.evidence} == set(mention.recommendations)
        plain = re.sub(r"\s+", " ", source)
        assert all(re.sub(r"\s+", " ", surface) in plain for surface in mention.surfaces if "(" not in plain)
    assert first == find_mentions(named, lambda piece: piece.text)


def test_a_person_in_an_owner_cell_is_a_person_wherever_named() -> None:
    owner = NamedPassage(passage("Priya Thistlewhite"), "owner", "1", MentionType.PERSON)
    found = find("Priya Thistlewhite will bail.", owner, "Then Priya Thistlewhite reports.")
    assert found["Priya Thistlewhite"].type == "person"
    assert len(found["Priya Thistlewhite"].evidence) == 3
