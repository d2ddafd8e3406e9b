"""The description holds: requests made from it, sound and unsound, are answered as it says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from answerable import library
from answerable.graph.endpoint import Service
from answerable.serving import application
from tests.places import EXAMPLES

schemathesis = pytest.importorskip("schemathesis", reason="the extra dev is not installed")


PATHS = ("/questions/overdue", "/questions/post", "/questions/joint/evidence")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - the schema as its reader gives it
    folder = tmp_path_factory.mktemp("described") / "store"
    library.build(EXAMPLES, to=folder)
    served = application(Service.of(library.open_store(folder)))
    return schemathesis.openapi.from_asgi("/openapi.json", served)


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(path: str, mode: str, described: Any) -> None:  # noqa: ANN401 - as above
    from schemathesis.specs.openapi import checks  # noqa: PLC0415 - only where it is installed

    held = [
        schemathesis.checks.not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
    ]
    cases = described[path]["GET"].as_strategy(generation_mode=schemathesis.GenerationMode(mode))

    @given(case=cases)
    @settings(max_examples=5, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    def holds(case: Any) -> None:  # noqa: ANN401 - as above
        case.validate_response(case.call(), checks=held)

    holds()
