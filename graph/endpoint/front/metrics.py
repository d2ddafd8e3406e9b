"""Counts for Prometheus: requests by route and status, how long they took, and how the workers stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from prometheus_client import Counter, Histogram
    from prometheus_client.core import Metric

__all__ = ["Metrics"]

_ROUTES: Final = frozenset(
    {"", "sparql", "id", "questions", "search", "documents", "static", "healthz", "readyz", "metrics"}
)
"""The first parts of paths that are counted apart: of all else a stranger could make up any number."""
_BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The counts of one server."""

    def __init__(self, standing: Callable[[], Mapping[str, float]] | None = None) -> None:
        """Count requests; `standing` gives further figures by name when they are read."""
        from prometheus_client import CollectorRegistry, Counter, Histogram  # noqa: PLC0415 - only a server needs it

        self.registry = CollectorRegistry()
        self._requests = Counter(
            "answerable_requests", "Requests answered.", ("route", "status"), registry=self.registry
        )
        self._cut = Counter(
            "answerable_answers_cut", "Answers that ended before they were whole.", ("route",), registry=self.registry
        )
        self._seconds = Histogram(
            "answerable_request_seconds",
            "How long requests took.",
            ("route",),
            buckets=_BUCKETS,
            registry=self.registry,
        )
        if standing:
            self.registry.register(_Standing(standing))

        self._known: dict[tuple[str, int], tuple[Counter, Histogram]] = {}

    def count(self, path: str, status: int, seconds: float, *, cut: bool = False) -> None:
        """Count one request, and whether its answer was cut after it had begun."""
        first = path.split("/", 2)[1] if path.startswith("/") else path
        route = f"/{first}" if first in _ROUTES else "other"
        requests, times = self._of(route, status)
        requests.inc()
        times.observe(seconds)
        if cut:
            self._cut.labels(route).inc()

    def _of(self, route: str, status: int) -> tuple[Counter, Histogram]:
        """Look the counts of a route and status up once: that costs more than to count."""
        known = self._known.get((route, status))
        if known is None:
            known = self._known[route, status] = self._requests.labels(route, str(status)), self._seconds.labels(route)
        return known

    def written(self) -> bytes:
        """Give all counts in Prometheus's text format."""
        from prometheus_client import generate_latest  # noqa: PLC0415 - only a server needs it

        return generate_latest(self.registry)


class _Standing:
    """Figures that are looked up when they are read; names that end in `total` only grow."""

    def __init__(self, standing: Callable[[], Mapping[str, float]]) -> None:
        self._standing = standing

    def collect(self) -> Iterator[Metric]:
        """Give each figure as a metric."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily  # noqa: PLC0415 - loaded already

        for name, value in self._standing().items():
            family: Any = CounterMetricFamily if name.endswith("_total") else GaugeMetricFamily
            about = name.removesuffix("_total").replace("_", " ").capitalize() + "."
            yield family(f"answerable_{name.removesuffix('_total')}", about, value=value)
