"""What the questions must answer of three real plans. Each figure was worked out by hand on the printed plans.

The plans go by what stands in their titles: "2019" is DLNR CRC's of January 2019, "2020" is its second one, and
"custody" is Offender Management in Custody of 2023 with the update of 28 March 2024.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from answerable.graph import all_questions
from tests.places import SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from answerable.graph import Store

    Row = dict[str, Any]
    Asked = Callable[..., list[Row]]
    Said = Callable[..., list[tuple[Any, ...]]]

DLNR = "Derbyshire, Leicestershire, Nottinghamshire and Rutland CRC"
TOLD: dict[str, str] = {"as_at": "2024-06-30", "month": "2020-04", "name": "CAS3"}


def plan(row: Row, column: str = "plan") -> str:
    title = str(row[column])
    return "custody" if "Custody" in title else "2019" if "2019" in title else "2020"


def numbers(rows: Iterable[Row]) -> list[tuple[str, str]]:
    return [(plan(row), row["number"]) for row in rows]


class TestAnswers:
    def test_1_how_they_are_answered(self, seeds: Store, asked: Asked) -> None:
        # 2019: only recommendation 2 is partly agreed. 2020: only 4 is. Custody prints its totals: 6, 2, 2, in all 10.
        counts = ("recommendations", "agreed", "partly_agreed", "not_agreed", "no_status")
        found = {plan(row): [row[count] for count in counts] for row in asked(seeds, "plans")}
        assert found == {"2019": [5, 4, 1, 0, 0], "2020": [8, 7, 1, 0, 0], "custody": [10, 6, 2, 2, 0]}

    def test_2_what_was_not_fully_agreed_and_why(self, seeds: Store, asked: Asked) -> None:
        found = asked(seeds, "reasons")
        assert {(*place, row["answer"]) for place, row in zip(numbers(found), found, strict=True)} == {
            ("2019", "2", "Partly Agreed"),
            ("2020", "4", "Partly Agreed"),
            ("custody", "1", "Not Agreed"),
            ("custody", "3", "Partly Agreed"),
            ("custody", "5", "Not Agreed"),
            ("custody", "10", "Partly Agreed"),
        }
        # 2019 names affordability itself, so it stands without brackets.
        assert [row["reasons"] for row in found if plan(row) == "2019"] == ["Affordability"]
        assert all(row["rationale"] for row in found)

    def test_10_what_was_repeated(self, seeds: Store, asked: Asked, said: Said) -> None:
        # Two recommendations of 2020 say at their end that they come from the previous inspection. In the words of 2019
        # they are its first, agreed both times, and its second, which was agreed only in part before.
        found = asked(seeds, "repeated")
        assert numbers(found) == [("2020", "6"), ("2020", "7")]
        assert [plan(row, "earlier_plan") for row in found] == ["2019", "2019"]
        assert [(row["earlier_number"], row["earlier_answer"], row["answer"], row["changed"]) for row in found] == [
            ("1", "Agreed", "Agreed", "no"),
            ("2", "Partly Agreed", "Agreed", "yes"),
        ]
        for quotes in said(seeds, "repeated"):
            assert any("repeated from the previous inspection" in quote.text for quote in quotes)
            assert len({quote.document for quote in quotes}) == 2


class TestDates:
    def test_3_submitted_and_published(self, seeds: Store, asked: Asked) -> None:
        found = {plan(row): row for row in asked(seeds, "dates")}
        # 28 February to 3 March 2020 is four days, in a leap year, the plan first; 14 to 17 March 2023 is three.
        assert (found["2020"]["submitted"], found["2020"]["published"]) == (date(2020, 2, 28), date(2020, 3, 3))
        assert {name: row["days"] for name, row in found.items()} == {"2019": None, "2020": -4, "custody": 3}
        assert found["2019"]["published"] == date(2019, 1, 23)
        assert found["custody"]["updated"] == date(2024, 3, 28)

    def test_12_which_dates_moved(self, seeds: Store, asked: Asked, said: Said) -> None:
        # Only custody has revised dates. CAS1 from the end of October 2023 to the end of March 2024, CAS2 from
        # December to April, the CRS row of 6 from June 2023 to April 2024, the last of 9 from January 2024 to April
        # 2025. In 7 the date comes forward from September to March 2024. The laptops of 3 had no date at first.
        found = asked(seeds, "moved")
        assert [(row["number"], row["revised"], row["moved"], row["days"], row["months"]) for row in found] == [
            ("9", "April 2025", "later", 455, 15),
            ("6", "April 2024", "later", 305, 10),
            ("2", "March 2024", "later", 152, 5),
            ("2", "April 2024", "later", 121, 4),
            ("7", "March 2024", "earlier", -183, -6),
            ("3", "May 2024", "cannot tell", None, None),
        ]
        assert {plan(row) for row in found} == {"custody"}
        for row, quotes in zip(found, said(seeds, "moved"), strict=True):
            assert row["revised"] in {quote.text for quote in quotes}

    def test_13_what_is_complete(self, seeds: Store, asked: Asked) -> None:
        # Three days after the update. 1, 4, 8 and 10 print Complete throughout. In 2, 3, 6, 7 and 9 one date is still
        # to come, "March 2024" being over only after that day. In 5 the update gives neither a state nor a date.
        found = [row for row in asked(seeds, "progress", as_at="2024-03-31") if plan(row) == "custody"]
        assert {row["number"]: row["progress"] for row in found} == {
            **dict.fromkeys(["1", "4", "8", "10"], "complete"),
            **dict.fromkeys(["2", "3", "6", "7", "9"], "open"),
            "5": "cannot tell",
        }
        assert {row["said"] for row in found} == {date(2024, 3, 28)}

    def test_13_before_the_update_the_first_print_counts(self, seeds: Store, asked: Asked) -> None:
        # In June 2023 the plan said Complete of one row of 4 and gave no date for the other; of 10 it said Complete.
        found = {row["number"]: row for row in asked(seeds, "progress", as_at="2023-06-01") if plan(row) == "custody"}
        assert (found["4"]["progress"], found["4"]["complete"], found["4"]["cannot_tell"]) == ("cannot tell", 1, 1)
        assert (found["1"]["progress"], found["10"]["progress"]) == ("open", "complete")

    def test_13_a_plan_says_nothing_before_it_is_there(self, seeds: Store, asked: Asked) -> None:
        assert {plan(row) for row in asked(seeds, "progress", as_at="2020-02-27")} == {"2019"}
        assert {plan(row) for row in asked(seeds, "progress", as_at="2020-02-28")} == {"2019", "2020"}

    def test_14_what_has_no_date(self, seeds: Store, asked: Asked) -> None:
        # All in custody, as blank cells under "Original Target Date": one row in 2, all three in 3, the first in 4,
        # both in 5, the first in 6 and in 9. Every one of them has an owner.
        found = asked(seeds, "missing")
        assert {row["missing"] for row in found} == {"date"}
        assert Counter(numbers(found)) == {
            ("custody", number): count for number, count in {"2": 1, "3": 3, "4": 1, "5": 2, "6": 1, "9": 1}.items()
        }

    def test_15_the_busiest_months(self, seeds: Store, asked: Asked) -> None:
        # July 2020 in the plan of 2020: one in recommendation 1, three in 2, two in 3, six in 6, two in 7.
        busiest, second = asked(seeds, "busiest")[:2]
        assert (busiest["month"], busiest["due"], busiest["recommendations"], busiest["plans"]) == ("2020-07", 14, 5, 1)
        # March 2019: three in 1 of the 2019 plan ... counted as the second month with twelve.
        assert (second["month"], second["due"]) == ("2019-03", 12)
        assert {row["month"]: row["moved_here"] for row in asked(seeds, "busiest") if row["moved_here"]} == {
            "2024-03": 2,
            "2024-04": 2,
            "2024-05": 1,
            "2025-04": 1,
        }

    def test_16_what_fell_due_in_april_2020(self, seeds: Store, asked: Asked) -> None:
        # Three in recommendation 1 (two of them joint), two in 2, three in 3, two in 6, one in 7.
        found = asked(seeds, "due-in-month", month="2020-04")
        assert Counter(number for _, number in numbers(found)) == {"1": 3, "2": 2, "3": 3, "6": 2, "7": 1}
        assert {row["original"] for row in found} == {"April 2020"}

    def test_16_a_revised_date_falls_due_too(self, seeds: Store, asked: Asked) -> None:
        found = asked(seeds, "due-in-month", month="2024-04")
        assert [(row["number"], row["by"]) for row in found] == [("2", "revised"), ("6", "revised")]

    def test_17_what_is_overdue(self, seeds: Store, asked: Asked) -> None:
        # On 30 June 2024: March 2024 is 91 days over in 2 (CAS1) and 7, April 61 in 2 (CAS2) and 6, May 30 in 3.
        found = [row for row in asked(seeds, "overdue", as_at="2024-06-30") if plan(row) == "custody"]
        late = [(row["number"], row["days"]) for row in found if row["overdue"] == "yes"]
        assert sorted(late) == [("2", 61), ("2", 91), ("3", 30), ("6", 61), ("7", 91)]
        # The first row of 2 and both of 5 have no date, neither first nor revised.
        assert [row["number"] for row in found if row["overdue"] == "cannot tell"] == ["2", "5", "5"]

    def test_17_ongoing_is_never_overdue(self, seeds: Store, asked: Asked) -> None:
        found = asked(seeds, "overdue", as_at="2030-01-01")
        ongoing = [row for row in found if "ongoing" in str(row["original"]).casefold()]
        assert [row["overdue"] for row in ongoing] == ["no"] * len(ongoing)
        # Two in 5 of 2019 ("Completed and ongoing", "Ongoing 2019"), one in 4 of 2019, one in 3 of 2020.
        assert sorted(numbers(ongoing)) == [("2019", "4"), ("2019", "5"), ("2019", "5"), ("2020", "3")]

    def test_17_on_the_last_day_nothing_is_overdue_yet(self, seeds: Store, asked: Asked) -> None:
        def late(as_at: str) -> int:
            return sum(plan(row) == "2020" for row in asked(seeds, "overdue", as_at=as_at, only="yes"))

        # One is due in February 2020 (a leap year) and eight in March.
        assert [late(day) for day in ("2020-02-29", "2020-03-01", "2020-03-31", "2020-04-01")] == [0, 1, 1, 9]


class TestOwners:
    def test_4_who_carries_most(self, seeds: Store, asked: Asked) -> None:
        # Regional Managers, only in 2019: eight in recommendation 1, seven in 2, one in 3 and one in 4.
        first = asked(seeds, "owners")[0]
        assert (first["holder"], first["assignments"], first["recommendations"]) == ("Regional Managers", 17, 4)

    def test_5_who_owns_in_more_than_one_plan(self, seeds: Store, asked: Asked, said: Said) -> None:
        # Only the Director of Operations: in 2019 two in recommendation 2, three in 3, one in 4; in 2020 one in 2 and
        # three in 7. HR is a team and the HR Lead a post, as are Learning and Development and its lead.
        (found,) = asked(seeds, "across-plans")
        assert [found[name] for name in ("holder", "plans", "assignments", "recommendations")] == [
            "Director of Operations",
            2,
            10,
            5,
        ]
        (quotes,) = said(seeds, "across-plans")
        assert len({quote.document for quote in quotes}) == 2
        assert {quote.text for quote in quotes} == {"Director of Operations"}

    def test_6_what_one_post_owns(self, seeds: Store, asked: Asked) -> None:
        found = asked(seeds, "post", name="head of community payback")
        # One assignment in each; that of 5 is for all four of its actions, so that it has four rows.
        assert numbers(found) == [("2020", "4"), *[("2020", "5")] * 4]
        assert {(row["due"], row["due_by"]) for row in found} == {("June 2020", date(2020, 6, 30))}

    def test_7_what_share_sits_with_one_owner(self, seeds: Store, asked: Asked) -> None:
        # 2019 has 12, 14, 4, 6 and 6 assignments: 42, of which 17 are the Regional Managers'.
        first = asked(seeds, "share", name="001_")[0]
        assert (first["holder"], first["assignments"], first["of"]) == ("Regional Managers", 17, 42)
        assert float(first["share"]) == pytest.approx(40.5)

    def test_8_which_have_a_single_owner(self, seeds: Store, asked: Asked) -> None:
        # 2020: 4 and 5 (Head of Community Payback) and 8; 2019: 5 (Head of Resettlement, six times); custody: 1, 3
        # (three times) and 4 (twice).
        found = asked(seeds, "single-owner")
        assert set(numbers(found)) == {
            *(("custody", number) for number in "134"),
            ("2019", "5"),
            *(("2020", number) for number in "458"),
        }
        assert sorted(row["assignments"] for row in found) == [1, 1, 1, 1, 2, 3, 6]

    def test_9_which_assignments_are_joint_and_who_is_the_hub(self, seeds: Store, asked: Asked, said: Said) -> None:
        # 2020: two in 1 ("and"), three in 6 and one in 7 (";"). Custody: all but one row of 6, two of three in 9, the
        # one of 10. 2019 has none.
        assert Counter(numbers(asked(seeds, "joint"))) == {
            ("2020", "1"): 2,
            ("2020", "6"): 3,
            ("2020", "7"): 1,
            ("custody", "6"): 4,
            ("custody", "9"): 2,
            ("custody", "10"): 1,
        }
        hub = asked(seeds, "hub")[0]
        # With the Cluster Deputy Heads, the Cluster Deputy Leads (twice) and the Public Protection Lead.
        assert (hub["holder"], hub["partners"], hub["joint"], hub["assignments"]) == (
            "Inspection and Quality Lead",
            3,
            4,
            8,
        )
        printed = {quote.text for quotes in said(seeds, "joint") for quote in quotes}
        assert {"CSC Lead and Deputy Cluster Heads", "Regional Head and CSC Lead"} <= printed

    def test_9_the_measures_agree_on_the_hub(self, seeds: Store, asked: Asked) -> None:
        first = asked(seeds, "measures", only="co-ownership")[0]
        assert (first["name"], first["degree"], first["strength"]) == ("Inspection and Quality Lead", 3, 4)
        # Without it the Cluster Deputy Leads, the Public Protection Lead and the rest have nobody in common.
        assert first["pieces"] == 3

    def test_11_where_the_owner_sits_outside_the_addressee(self, seeds: Store, asked: Asked, said: Said) -> None:
        # Recommendation 8 of 2020 is the ministry's, and a director of HMPPS, its agency, holds it.
        found = asked(seeds, "outside-addressee")
        assert numbers(found) == [("2020", "8")]
        assert (found[0]["addressee"], found[0]["organisation"], found[0]["relation"]) == (
            "Ministry of Justice",
            "HM Prison and Probation Service",
            "part of the addressee",
        )
        (quotes,) = said(seeds, "outside-addressee")
        assert "Director, HMPPS Probation Reform Programme" in {quote.text for quote in quotes}

    def test_25_what_hangs_on_one_post(self, seeds: Store, asked: Asked) -> None:
        # All six of recommendation 5 of 2019 are the Head of Resettlement's; the same words begin another title.
        found = [row for row in asked(seeds, "vacancy", name="head of resettlement") if plan(row) == "2019"]
        assert [(row["number"], row["stops"], row["alone"], row["of"]) for row in found] == [("5", "all", 6, 6)]
        # In 7 of 2020 the Public Protection Lead shares one of its two, so something goes on without it.
        (found,) = asked(seeds, "vacancy", name="public protection lead")
        assert (found["stops"], found["alone"], found["joint"], found["of"]) == ("part", 1, 1, 7)


class TestProgrammesAndSystems:
    def test_18_which_mention_oasys(self, seeds: Store, asked: Asked) -> None:
        found = set(numbers(asked(seeds, "mentions", name="OASys")))
        assert found == {("2020", "3"), ("2020", "6"), ("custody", "5")}

    def test_19_what_joins_several_plans(self, seeds: Store, asked: Asked, said: Said) -> None:
        found = {row["thing"]: row for row in asked(seeds, "joining-things")}
        # OASys: 3 and 6 of 2020, 5 of custody. Through the Gate: 5 of 2019, 6 and 8 of 2020. ETE: 5 and 8 of 2020
        # and 4 of custody. Sentence Management: 8 of 2020; 1, 8 and 9 of custody.
        assert {
            name: (found[name]["plans"], found[name]["recommendations"])
            for name in (
                "Offender Assessment System",
                "Through the Gate",
                "Education, Training and Employment",
                "Sentence Management",
            )
        } == {
            "Offender Assessment System": (2, 3),
            "Through the Gate": (2, 3),
            "Education, Training and Employment": (2, 3),
            "Sentence Management": (2, 4),
        }
        assert (found["Offender Assessment System"]["kind"], found["Through the Gate"]["kind"]) == (
            "system",
            "programme",
        )
        for quotes in said(seeds, "joining-things"):
            assert len({quote.document for quote in quotes}) >= 2

    def test_20_everything_promised_about_cas3(self, seeds: Store, asked: Asked) -> None:
        # 2: the digital service, by November 2023. 6: the service itself, by December 2023, and the update on the
        # Homelessness Prevention Teams, who manage its contracts. All complete by March 2024.
        found = asked(seeds, "promises", name="cas3")
        assert Counter(row["number"] for row in found) == {"2": 1, "6": 2}
        assert {row["status"] for row in found} == {"Complete"}
        by_due = {row["due"]: row for row in found}
        assert by_due["CAS3 - national by November 2023"]["holders"] == "Head of Digital Prison Services"
        joint = by_due["December 2023"]
        assert joint["holders"] == "DD Resettlement & CRS; DD Transitional Accommodation"
        assert {"Wales", "East Midlands", "West Midlands"} <= set(joint["places"].split("; "))


class TestBodies:
    def test_21_which_outside_bodies_must_act(self, seeds: Store, asked: Asked) -> None:
        found = {(plan(row), row["body"], row["how"]): row["numbers"] for row in asked(seeds, "outside-bodies")}
        assert found["2020", "Ministry of Justice", "addressed"] == "8"
        assert found["2020", "HM Prison and Probation Service", "holds"] == "8"
        assert found["2020", "National Probation Service", "named in an action"] == "1, 2, 3, 6, 7"
        assert found["2020", "Police and Crime Commissioners", "named in an action"] == "8"
        assert found["custody", "Department of Health and Social Care", "named in an action"] == "3"
        # Whoever answers is not outside: the company in its own plans, the agency in custody.
        assert not {key for key in found if key[1] == DLNR}
        assert not {key for key in found if key[:2] == ("custody", "HM Prison and Probation Service")}

    def test_22_whose_company_it_is_and_what_else_it_owns(self, seeds: Store, asked: Asked, said: Said) -> None:
        # Recommendation 2 of 2019 says of DLNR and SWM CRCs that RRP owns both; the dates are the contracts'.
        (found,) = asked(seeds, "company", name="DLNR CRC")
        assert (found["company"], found["owner"], found["also_owns"]) == (
            DLNR,
            "Reducing Reoffending Partnership",
            "Staffordshire and West Midlands CRC",
        )
        assert found["to"] == date(2021, 6, 25)
        assert found["source"]
        (quotes,) = said(seeds, "company", name="DLNR CRC")
        assert any("both owned by RRP" in quote.text for quote in quotes)
        # The same asked of the other company gives the first.
        assert [row["also_owns"] for row in asked(seeds, "company", name="SWM CRC")] == [DLNR]

    def test_23_which_plans_belong_to_bodies_that_have_ended(self, seeds: Store, asked: Asked, said: Said) -> None:
        # The CRCs ended on 25 June 2021; the East Midlands region of the Probation Service followed DLNR CRC.
        found = asked(seeds, "ended-bodies", as_at="2024-06-30")
        assert [(plan(row), row["ended"], row["changed"]) for row in found] == [
            ("2019", date(2021, 6, 25), date(2021, 6, 26)),
            ("2020", date(2021, 6, 25), date(2021, 6, 26)),
        ]
        assert all("East Midlands" in row["heir"] and row["heir"].startswith("(") for row in found)
        assert all(quotes for quotes in said(seeds, "ended-bodies", as_at="2024-06-30"))
        assert asked(seeds, "ended-bodies", as_at="2021-06-25") == []

    def test_who_answers_now(self, seeds: Store, asked: Asked) -> None:
        (found,) = asked(seeds, "answers-now", name="DLNR CRC", as_at="2024-06-30")
        assert (found["plans"], found["recommendations"], "East Midlands" in found["heir"]) == (2, 13, True)

    def test_what_the_ended_bodies_left_open(self, seeds: Store, asked: Asked) -> None:
        # 42 and 39 assignments in the two plans, of which one, in 5 of 2019, is "Completed". Four go on: "Completed and
        # ongoing" and "Ongoing 2019" in 5 and "Ongoing 2019" in 4 of 2019, "Ongoing" in 3 of 2020.
        found = asked(seeds, "left-open", as_at="2021-06-26")
        assert (len(found), Counter(row["stands"] for row in found)["open"]) == (42 + 39 - 1, 4)

    def test_24_which_boards_watch(self, seeds: Store, asked: Asked) -> None:
        found = {(plan(row), row["number"], row["board"]) for row in asked(seeds, "boards")}
        assert {
            ("2019", "1", "Senior Leadership Team"),
            ("2019", "2", "RRP Operations Board"),
            ("2019", "3", "Diversity Action Group"),
            ("2019", "5", "Senior Leadership Team"),
            ("2020", "4", "DLNR Operations Board"),
            ("2020", "6", "RRP Operations Board"),
            ("custody", "1", "National Operational Stability Panel"),
        } <= found


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_quote_stands_in_the_document_it_names(question: Any, seeds: Store, said: Said) -> None:  # noqa: ANN401
    told = {parameter.name: TOLD.get(parameter.name, parameter.default) for parameter in question.parameters}
    for quotes in said(seeds, question.name, **told):
        for quote in quotes:
            text = (SEEDS / quote.document).read_text("utf-8")
            assert quote.text in text
