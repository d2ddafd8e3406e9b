"""What can go wrong with a graph. Every message is one line that says what is wrong and what to do."""

from __future__ import annotations

from answerable.extract.errors import AnswerableError, KeptLineError

__all__ = [
    "AccessRefusedError",
    "BadAddressError",
    "BusyStoreError",
    "DamagedSnapshotError",
    "DecisionError",
    "EndpointError",
    "HandOverError",
    "MissingExtraError",
    "NoSuchGraphError",
    "NoSuchHolderError",
    "NoSuchThingError",
    "NotAStoreError",
    "PortError",
    "QueryRefusedError",
    "QuestionError",
    "SettingsError",
    "SeveralThingsError",
    "SnapshotError",
]


class BadAddressError(AnswerableError):
    """A record carries an IRI that may not stand in a graph."""


class SettingsError(AnswerableError):
    """A build was told something that cannot be: a file that is not there, a base that does not end in a slash."""


class DecisionError(KeptLineError):
    """A line of a decisions file is ill-formed, or goes against an earlier one."""


class SnapshotError(AnswerableError):
    """A snapshot could not be written where it was asked for."""


class BusyStoreError(AnswerableError):
    """Another process is writing to the store."""


class MissingExtraError(AnswerableError):
    """A library that only an extra of the package brings is not installed."""


class NotAStoreError(AnswerableError):
    """A folder is missing, is no store, or has no such snapshot."""


class DamagedSnapshotError(NotAStoreError):
    """The files of a snapshot are not the ones that its manifest names."""


class NoSuchGraphError(AnswerableError):
    """A name or address means no named graph of a store."""


class NoSuchHolderError(AnswerableError):
    """A name or address means no holder of a store, or more than one."""


class HandOverError(AnswerableError):
    """A file for people cannot be made: a library or program is missing, or its name says no known format."""


class NoSuchThingError(AnswerableError):
    """Nothing in a graph goes by a name."""


class SeveralThingsError(AnswerableError):
    """A name may mean several things of a graph; the message lists them."""


class PortError(AnswerableError):
    """A server cannot listen where it was told to."""


class QueryRefusedError(AnswerableError):
    """A query is not SPARQL that only reads this graph: malformed, an update, or a reach into the network."""


class QuestionError(AnswerableError):
    """A question or a parameter of it does not exist, lacks a value, or has one of the wrong type."""


class EndpointError(AnswerableError):
    """A SPARQL endpoint elsewhere cannot be reached, refuses, or answers with something that is no answer."""


class AccessRefusedError(EndpointError):
    """A server elsewhere asks who we are, or does not allow us what we ask."""
