"""Graphs with none, one, two and many plans to draw."""

from hashlib import sha256

import pytest

from answerable.exports.commitments import Commitments, read_commitments
from answerable.extract.records import PlanRecord
from answerable.graph.snapshot import write_snapshot
from answerable.graph.store import Store
from answerable.ontology.iris import DEFAULT_BASE, mint


def elsewhere(record: PlanRecord, place: int) -> PlanRecord:
    """Give the plan as if it were about another body."""
    body, name = f"Moor number {place} CRC", f"{place}-{record.source.name}"
    source = record.source.model_copy(update={"name": name, "sha256": sha256(name.encode()).hexdigest()})
    iri = mint(DEFAULT_BASE, "organisation", body)
    changed = {"source": source, "inspected_body": body, "inspected_iri": iri, "title": f"an inspection of {body}"}
    return record.model_copy(update=changed)


@pytest.fixture(scope="session")
def stores(records: tuple[PlanRecord, ...], store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Store]:
    folder = tmp_path_factory.mktemp("figures")
    write_snapshot(records[:1], folder / "one")
    write_snapshot([elsewhere(record, place) for place in range(40) for record in records], folder / "many")
    return {"one": Store.open(folder / "one"), "two": store, "many": Store.open(folder / "many")}


@pytest.fixture(scope="session")
def found(stores: dict[str, Store]) -> dict[str, Commitments]:
    return {name: read_commitments(store) for name, store in stores.items()}
