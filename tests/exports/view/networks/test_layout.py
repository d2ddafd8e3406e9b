"""Where things stand: nothing touches, who spans plans stands in the middle, and equal input stands alike."""

from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.exports.view import View
from answerable.exports.view.model import Edge, Node
from answerable.exports.view.networks.layout import Layout, place
from answerable.exports.view.networks.sizes import radii


def plan(number: int) -> Node:
    return Node(
        f"plan{number}", "plan", "action plan", "page", f"Plan {number}", f"Plan {number}", 1, (f"plan{number}",), ()
    )


def demand(where: int, number: int, load: int) -> Node:
    key, label = f"plan{where}/{number}", f"Recommendation {number}"
    return Node(key, "recommendation", "recommendation", "square", label, str(number), load, (f"plan{where}",), ())


def holder(number: int, load: int, plans: tuple[int, ...]) -> Node:
    key = f"post{number}"
    return Node(key, "post", "post", "circle", key, key, load, tuple(f"plan{each}" for each in sorted(plans)), ())


@st.composite
def pictures(draw: st.DrawFn) -> tuple[list[Node], list[Edge]]:
    plans = list(range(draw(st.integers(1, 6))))
    nodes = [plan(number) for number in plans]
    loads = st.integers(0, 40)
    for where in plans:
        nodes += [demand(where, number, draw(loads)) for number in range(draw(st.integers(0, 12)))]
    chosen = st.lists(st.sampled_from(plans), min_size=1, max_size=3, unique=True)
    nodes += [holder(number, draw(loads), tuple(draw(chosen))) for number in range(draw(st.integers(0, 30)))]
    demands = [node.key for node in nodes if node.family == "recommendation"]
    edges = [
        Edge(node.key, draw(st.sampled_from(demands)), "owns") for node in nodes if node.family == "post" and demands
    ]
    return nodes, edges


def touching(nodes: list[Node], layout: Layout) -> list[tuple[str, str]]:
    radius = radii(nodes)
    spots = layout.positions
    return [
        (a.key, b.key)
        for a, b in combinations(nodes, 2)
        if hypot(spots[a.key][0] - spots[b.key][0], spots[a.key][1] - spots[b.key][1]) < radius[a.key] + radius[b.key]
    ]


@settings(max_examples=60, deadline=None)
@given(pictures())
def test_no_two_marks_touch_and_everything_has_a_place(picture: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = picture
    layout = place(nodes, edges, radii(nodes))
    assert set(layout.positions) == {node.key for node in nodes}
    assert touching(nodes, layout) == []


def test_equal_views_are_laid_out_alike(view: View) -> None:
    radius = radii(view.nodes)
    assert place(view.nodes, view.edges, radius) == place(tuple(view.nodes), list(view.edges), dict(radius))


def test_who_spans_plans_stands_nearer_the_middle_than_anybody_else(view: View) -> None:
    positions = place(view.nodes, view.edges, radii(view.nodes)).positions
    far = {node.key: hypot(*positions[node.key]) for node in view.nodes if node.family == "post"}
    spanning = [node.key for node in view.nodes if node.family == "post" and len(node.plans) > 1]
    assert spanning
    assert max(far[key] for key in spanning) < min(far[key] for key in far.keys() - set(spanning))


def test_plans_stand_outside_their_recommendations(view: View) -> None:
    positions = place(view.nodes, view.edges, radii(view.nodes)).positions
    rim = {node.key: positions[node.key] for node in view.nodes if node.family == "plan"}
    for node in view.nodes:
        if node.family == "recommendation":
            x, y = positions[node.key]
            assert hypot(x / 1.55, y) < hypot(rim[node.plans[0]][0] / 1.55, rim[node.plans[0]][1])


def test_positions_are_whole_pixels(view: View) -> None:
    layout = place(view.nodes, view.edges, radii(view.nodes))
    points = [*layout.positions.values(), *(point for arc in layout.arcs.values() for point in arc)]
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in points)


def test_area_says_load() -> None:
    few, many = holder(1, 4, (1,)), holder(2, 16, (1,))
    radius = radii([few, many])
    assert radius[many.key] == 2 * radius[few.key]


def test_an_empty_view_is_laid_out_too() -> None:
    assert place((), (), {}).positions == {}
