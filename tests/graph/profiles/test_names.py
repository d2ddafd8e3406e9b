from __future__ import annotations

import pytest

from answerable.graph.profiles.person import person_name
from answerable.graph.profiles.remover import MARK, NameRemover
from answerable.graph.profiles.seen import seen


def cleaned(text: str, *people: str, texts: tuple[str, ...] = (), labels: tuple[str, ...] = ()) -> str:
    return NameRemover([name for name in map(person_name, people) if name], texts, labels).clean(text)


@pytest.mark.parametrize(
    "spelling",
    [
        "Orlagh Wixenford",
        "ORLAGH WIXENFORD",
        "orlagh wixenford",
        "Wixenford, Orlagh",
        "Wixenford Orlagh",
        "WIXENFORD O.",
        "O. Wixenford",
        "O Wixenford",
        "O.J. Wixenford",
        "Orlagh J. Wixenford",
        "Orlagh Mary Wixenford",
        "Ms Wixenford",
        "ms wixenford",
        "Ms. O. Wixenford",
        "Wixenford",
        "Orlagh",
        "Orlagh  Wixenford",
        "Orlagh\nWixenford",
        "Orlagh\u00a0Wixenford",
        "Orlagh&nbsp;Wixenford",
        "Orlagh<br/>Wixenford",
        "Or\u00adlagh Wix\u200benford",
        "Orlágh Wixenford",
        "orlagh.wixenford@boats.example",
        "orlagh-wixenford",
        "Orlagh_Wixenford",
        "orlaghwixenford",
    ],
)
def test_every_spelling_of_a_known_name_goes(spelling: str) -> None:
    assert cleaned(f"It is for {spelling} to say.", "Orlagh Wixenford") == f"It is for {MARK} to say."


@pytest.mark.parametrize(
    ("spelling", "left"),
    [
        ("<b>Orlagh</b> Wix<i>en</i>ford", f"<b>{MARK}"),
        ("**Orlagh** Wixenford", f"**{MARK}"),
        ("<td>Orlagh</td><td>Wixenford</td>", f"<td>{MARK}</td>"),
    ],
)
def test_mark_up_within_a_name_goes_with_it(spelling: str, left: str) -> None:
    assert cleaned(spelling, "Orlagh Wixenford") == left


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Ann-Marie Fosse-Lathbury", "Ann Marie Fosse Lathbury"),
        ("Ann-Marie Fosse-Lathbury", "Ms Lathbury"),
        ("Ann-Marie Fosse-Lathbury", "Fosse–Lathbury, Ann‐Marie"),
        ("Dr Piers O'Hanrahan OBE", "Piers O’Hanrahan"),
        ("Dr Piers O'Hanrahan OBE", "O&rsquo;Hanrahan"),
        ("Dr Piers O'Hanrahan OBE", "Piers O'Hanrahan"),
        ("Jost van der Meerkamp", "Mr van der Meerkamp"),
        ("Jost van der Meerkamp", "Meerkamp"),
        ("Meerkamp, Jost", "Jost Meerkamp"),
        ("Zoë Bäumlin", "Zoe Baumlin"),
        ("Zoë Bäumlin", "Zo&euml; B&auml;umlin"),
        ("Zoë Bäumlin", "Zoe\u0308 Ba\u0308umlin"),
    ],
)
def test_hyphens_apostrophes_particles_and_accents_do_not_hide_a_name(name: str, spelling: str) -> None:
    assert cleaned(f"It is for {spelling} to say.", name) == f"It is for {MARK} to say."


def test_a_possessive_keeps_its_ending() -> None:
    assert cleaned("Orlagh Wixenford's boat", "Orlagh Wixenford") == f"{MARK}'s boat"


@pytest.mark.parametrize(
    "text",
    [
        "They will grant access to the young.",
        "A price was agreed, and Price is one word of it.",
        "Young people; the Young Adults programme",
        "Will the Governor agree?",
        "MS Teams, MS Office and a DR test",
        "The Lord Chancellor and the Lady Chief Justice",
        "Head of Grant Funding",
        "Missed, and a miss is a miss",
    ],
)
def test_ordinary_words_stay_though_somebody_is_called_so(text: str) -> None:
    assert cleaned(text, "Will Grant", "Ann Price", "Joy Young") == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Will Grant will grant it", f"{MARK} will grant it"),
        ("Mr Grant and Ms Price", f"{MARK} and {MARK}"),
        ("WILL GRANT", MARK),
        ("Young, Joy", MARK),
        ("A. Price", MARK),
        ("A Price rise", "A Price rise"),
    ],
)
def test_a_name_made_of_ordinary_words_goes_where_it_is_a_name(text: str, left: str) -> None:
    assert cleaned(text, "Will Grant", "Ann Price", "Joy Young") == left


def test_a_surname_that_the_plans_use_as_a_word_stays_alone_and_goes_in_full() -> None:
    texts = ("The widgeon is counted.",)
    assert cleaned("Widgeon is counted.", "Ada Widgeon", texts=texts) == "Widgeon is counted."
    assert cleaned("Ada Widgeon counts.", "Ada Widgeon", texts=texts) == f"{MARK} counts."


def test_a_place_or_body_keeps_a_word_that_is_a_surname_too() -> None:
    assert cleaned("Fenmarket is wet.", "Ada Fenmarket", labels=("HMP Fenmarket",)) == "Fenmarket is wet."
    assert cleaned("Ms Fenmarket is wet.", "Ada Fenmarket", labels=("HMP Fenmarket",)) == f"{MARK} is wet."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dr Ignatia Pellworth-Ames will chair.", f"{MARK} will chair."),
        ("Mr and Mrs Pellworth sit.", f"{MARK} sit."),
        ("MR PELLWORTH", MARK),
        ("Susan Pellworth will chair.", f"{MARK} will chair."),
        ("Pellworth, Susan", MARK),
        ("Write to boats@fenmoor.example.", f"Write to {MARK}."),
        ("Elizabeth House", "Elizabeth House"),
        ("Martin Services Board", "Martin Services Board"),
    ],
)
def test_names_that_no_plan_gives_as_such_go_by_their_shape(text: str, left: str) -> None:
    assert cleaned(text, labels=("Elizabeth House",)) == left


def test_what_is_seen_keeps_its_place_in_what_is_written() -> None:
    text = "a&nbsp;<b>Zo\u00eb</b>"
    shown = seen(text)
    assert shown.words == "a Zoe"
    start, end = shown.span(2, 5)
    assert text[start:end] == "Zo\u00eb"
