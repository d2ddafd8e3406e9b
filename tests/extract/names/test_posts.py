"""Which printed titles are one post, and which are not."""

from __future__ import annotations

import pytest

from answerable.extract.names import Glossary, post_key

OWN = Glossary.of(
    [
        "Customer Service Centre (CSC) Lead",
        "Learning and Development (L&D) Lead",
        "Head of Resettlement and Commissioned Rehabilitative Services (CRS)",
        "Effective Practice and Service Improvement Group (EPSiG)",
        "Probation Delivery Managers (PDMs)",
    ]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cluster Deputy Heads", "Deputy Cluster Heads"),
        ("Inspections and Quality Lead", "Inspection and Quality Lead"),
        ("Inspection & Quality Lead", "INSPECTION AND QUALITY LEAD"),
        ("L&D Lead", "Learning and Development (L&D) Lead"),
        ("L + D Lead", "Learning + Development Lead"),
        ("CSC Lead", "Customer Service Centre (CSC) Lead"),
        ("DD sentence Management", "Deputy Director, Sentence Management"),
        ("Head of Resettlement & CRS", "Head of Resettlement and Commissioned Rehabilitative Services (CRS)"),
        ("DD EPSIG", "DD Effective Practice and Service Improvement Group (EPSiG)"),
        ("PDMs", "Probation Delivery Manager"),
    ],
)
def test_spellings_of_one_title_share_a_key(one: str, other: str) -> None:
    assert post_key(one, OWN) == post_key(other, OWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cluster Heads", "Cluster Leads"),
        ("Cluster Heads", "Cluster Deputy Heads"),
        ("Head of Resettlement & CRS", "DD Resettlement & CRS"),
        ("HR Lead", "L&D Lead"),
        ("Head of Safety", "Head of Security"),
    ],
)
def test_different_titles_keep_apart(one: str, other: str) -> None:
    assert post_key(one, OWN) != post_key(other, OWN)
