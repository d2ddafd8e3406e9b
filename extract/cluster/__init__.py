"""Reading on many machines: a Dask cluster gets documents in batches, and gives back what reading here would give."""

from __future__ import annotations

from answerable.extract.cluster.reading import read_on_cluster

__all__ = ["read_on_cluster"]
