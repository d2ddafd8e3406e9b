from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.exports.scope import Scope
    from answerable.graph import Store

needs_the_library = "followthemoney is not installed (extra `peers`)"


@pytest.fixture(scope="module")
def entities(written: Callable[..., bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written("followthemoney").decode().splitlines()]


def test_the_first_entity_says_what_the_file_is_of(entities: list[dict[str, Any]], scope: Scope) -> None:
    assert entities[0]["schema"] == "Note"
    assert scope.snapshot in entities[0]["properties"]["description"][0]


def test_no_entity_comes_twice_and_none_is_missing(entities: list[dict[str, Any]], plans: Store) -> None:
    assert len({entity["id"] for entity in entities}) == len(entities)
    kinds = Counter(entity["schema"] for entity in entities)
    assert (kinds["Project"], kinds["Document"]) == (3, 3)
    owned = plans.select("SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?a ?o WHERE { ?a ap:owner ?o } }").rows[0][0]
    assert kinds["UnknownLink"] == int(str(owned))


def test_followthemoney_reads_every_value_and_follows_every_link(entities: list[dict[str, Any]]) -> None:
    model = pytest.importorskip("followthemoney", reason=needs_the_library).model
    read = {entity["id"]: model.get_proxy(entity, cleaned=False) for entity in entities}
    for entity in entities:
        proxy = read[entity["id"]]
        proxy.schema.validate(entity)
        lost = {name for name in entity["properties"] if not proxy.get(name, quiet=True)}
        assert (proxy.schema.name, lost) == (proxy.schema.name, set())
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert read[value].schema.is_a(prop.range), f"{proxy.schema.name}.{prop.name}"
