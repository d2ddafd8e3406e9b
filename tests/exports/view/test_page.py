"""The page as a file: self-contained, inert whatever it holds, byte for byte the same, and true in its heading."""

import hashlib
import json
import re
import zlib
from base64 import b64decode, b64encode
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from answerable.exports.view import View, read_view, render, write_view
from answerable.exports.view.finding import caption_of, heading_of
from answerable.exports.view.model import Node
from answerable.exports.view.networks.rollup import scene_of
from answerable.exports.view.payload import packed
from answerable.extract.records import PlanRecord
from answerable.graph.snapshot import write_snapshot
from answerable.graph.store import Store


class Elements(HTMLParser):
    """Collects start tags with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.tags[-1] if self.tags else ("", {})
        if tag in {"script", "style"} and data.strip():
            self.blocks.append((tag, attributes, data))


def data_of(html: str, block: str) -> dict[str, Any]:
    found = next(
        text for tag, attributes, text in Elements(html).blocks if tag == "script" and attributes.get("id") == block
    )
    data: dict[str, Any] = json.loads(zlib.decompress(b64decode(found), -zlib.MAX_WBITS))
    return data


def digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_exactly_the_scripts_and_the_style_on_the_page(html: str) -> None:
    elements = Elements(html)
    policy = next(a["content"] for tag, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy") or ""
    scripts = [text for tag, a, text in elements.blocks if tag == "script" and a.get("type") != "text/plain"]
    styles = [text for tag, _, text in elements.blocks if tag == "style"]
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"'sha256-[^']+'", policy) == [digest(text) for text in (*scripts, *styles)]
    assert "unsafe" not in policy


def test_the_page_names_nothing_that_a_browser_would_fetch(html: str) -> None:
    for tag, attributes in Elements(html).tags:
        for name in ("src", "href", "action", "data", "poster", "srcset"):
            target = attributes.get(name)
            assert target is None or target.startswith(("#", "data:")), (tag, target)
        assert not {name for name in attributes if name.startswith("on") or name == "style"}
    assert "sourceMappingURL" not in html
    assert "@import" not in html


def test_the_same_graph_gives_the_same_bytes(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    pages = []
    for name, order in (("one", records), ("two", tuple(reversed(records)))):
        write_snapshot(order, tmp_path / name)
        write_view(Store.open(tmp_path / name), tmp_path / f"{name}.html")
        pages.append((tmp_path / f"{name}.html").read_bytes())
    assert pages[0] == pages[1]


def test_the_summary_tells_what_was_written(store: Store, tmp_path: Path) -> None:
    summary = write_view(store, tmp_path / "new" / "view.html")
    assert summary.size == summary.path.stat().st_size
    assert (summary.drawn, summary.nodes, summary.assignments, summary.rolled_up) == (9, 11, 6, False)


def test_every_node_of_a_drawing_has_its_place_and_size(html: str) -> None:
    drawings = data_of(html, "drawn")["networks"]
    assert "ownership" in drawings
    for drawing in drawings.values():
        assert drawing["nodes"] or drawing["empty"]
        assert all({"id", "x", "y", "size"} <= set(node) for node in drawing["nodes"])


@pytest.mark.parametrize("text", ["</script>", "<!--", "a & b", "\u2028\u2029", '"\\', "\x00\x1f"])
def test_data_is_inert_inside_its_block_and_comes_back_whole(text: str) -> None:
    written = packed({"label": text})
    assert re.fullmatch(r"[A-Za-z0-9+/]+=*", written)
    assert json.loads(zlib.decompress(b64decode(written), -zlib.MAX_WBITS)) == {"label": text}


def test_each_part_holds_only_the_texts_that_the_part_before_does_not(html: str) -> None:
    drawn, evidence = data_of(html, "drawn")["texts"], data_of(html, "evidence")["texts"]
    assert "Director of Operations" in drawn
    assert "Half of it is done." in evidence
    assert len({*drawn, *evidence}) == len(drawn) + len(evidence)


def test_hostile_names_stay_text(hostile_store: Store, hostile_names: tuple[str, ...]) -> None:
    html, _ = render(read_view(hostile_store))
    tags = [tag for tag, _ in Elements(html).tags]
    assert tags.count("script") == 4
    assert "img" not in tags
    texts = {text.strip("\u2068\u2069").strip() for text in data_of(html, "drawn")["texts"]}
    assert {name.strip() for name in hostile_names} <= texts


def test_the_heading_says_who_carries_most(view: View) -> None:
    assert heading_of(view) == "Regional Managers carry 3 of 6 assignments"


def test_one_post_carries_and_two_equals_each_carry(view: View) -> None:
    director, managers = (
        next(n for n in view.nodes if n.label == name) for name in ("Director of Operations", "Regional Managers")
    )
    assert (
        heading_of(replace(view, nodes=swap(view, director, load=9)))
        == "Director of Operations carries 9 of 6 assignments"
    )
    equal = replace(view, nodes=swap(view, director, load=managers.load))
    assert heading_of(equal) == "Regional Managers and Director of Operations each carry 3 of 6 assignments"


def swap(view: View, node: Node, load: int) -> tuple[Node, ...]:
    return tuple(replace(each, load=load) if each is node else each for each in view.nodes)


def test_a_name_that_turns_text_round_is_fenced_off_in_the_heading(view: View) -> None:
    first = replace(view.nodes[0], label="\u202eManagers")
    assert heading_of(replace(view, nodes=(first, *view.nodes[1:]))).startswith("\u2068\u202eManagers\u2069 ")


def test_the_caption_names_who_spans_plans(view: View) -> None:
    assert caption_of(view).endswith("Director of Operations is named in 2 plans.")


def test_an_empty_store_says_so(view: View) -> None:
    empty = replace(view, nodes=(), edges=(), assignments=(), documents=(), days=(), organisations=())
    html, _ = render(empty)
    assert "<h1>No plan has been loaded yet</h1>" in html


def test_too_many_nodes_are_rolled_up_to_plans_and_holders_and_the_page_says_so(view: View) -> None:
    scene = scene_of(view, most=8)
    assert {node.family for node in scene.nodes} == {"plan", "post"}
    assert len(scene.nodes) <= 4
    html, _ = render(view, most=8)
    note = data_of(html, "drawn")["networks"]["ownership"]["note"]
    assert note.startswith("Rolled up to stay readable: all plans are drawn, with 1 of 3 holders")
    assert len(data_of(html, "drawn")["nodes"]["key"]) == len(view.nodes)


def test_the_licence_line_stands_only_where_it_is_given(view: View, html: str) -> None:
    line = "Contains public sector information licensed under the Open Government Licence v3.0."
    assert line not in html
    assert line in render(view, licence=line)[0]


def test_the_footer_names_the_sources(html: str) -> None:
    assert "northmoor-crc-2019.txt" in html
    assert "northmoor-crc-2020.txt" in html
