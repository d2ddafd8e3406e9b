"""The comparison of named things counts as a careful reader would."""

from __future__ import annotations

from answerable.extract.records import Mention, MentionType
from tests.damage.compare import Tally
from tests.extract.names.compare import compare_names


def thing(name: str, *recommendations: str, **more: object) -> dict[str, object]:
    return {"name": name, "acronym": None, "surface": [name], "recommendations": list(recommendations), **more}


def mention(label: str, *recommendations: str) -> Mention:
    iri = "https://example.org/" + label.replace(" ", "-")
    return Mention(
        label=label,
        type=MentionType.TEAM,
        iri=iri,
        rule="shape",
        surfaces=(label,),
        recommendations=recommendations,
        evidence=(),
    )


def test_what_was_found_in_the_right_places_scores_in_full() -> None:
    scores = compare_names([thing("Harm Review Board", "1", "2")], [mention("the harm-review board", "1", "2")])
    assert scores.mentions.share == scores.links.share == 1.0


def test_what_is_missed_and_what_is_made_up_cost_the_same() -> None:
    missed = compare_names([thing("Harm Review Board", "1"), thing("OASys", "2")], [mention("OASys", "2")])
    made_up = compare_names([thing("OASys", "2")], [mention("OASys", "2"), mention("Harm Review Board", "1")])
    assert missed == made_up
    assert missed.mentions == Tally(2, 3)
    assert missed.links == Tally(2, 3)


def test_a_thing_listed_twice_is_once_too_often() -> None:
    twice = [mention("OASys", "2"), mention("OASys", "3")]
    assert compare_names([thing("OASys", "2", "3")], twice).mentions == Tally(2, 3)


def test_optional_and_nested_things_count_neither_way() -> None:
    gold = [thing("OASys", "2"), thing("Police", "1", optional=True), thing("Wales", only_nested=True)]
    without, with_all = [mention("OASys", "2")], [mention("OASys", "2"), mention("Police", "9"), mention("Wales", "9")]
    assert compare_names(gold, without) == compare_names(gold, with_all)


def test_links_to_the_addressee_and_into_longer_names_count_neither_way() -> None:
    gold = [thing("DLNR CRC", "1", addressee_of=["1", "2"], also_nested_in=["3"])]
    assert compare_names(gold, [mention("DLNR CRC", "1", "2", "3")]).links.share == 1.0
    assert compare_names(gold, [mention("DLNR CRC", "1", "4")]).links == Tally(2, 3)
