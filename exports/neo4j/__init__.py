"""The graph as the files that `neo4j-admin database import` takes."""

from answerable.exports.neo4j.archive import to_archive

__all__ = ["to_archive"]
