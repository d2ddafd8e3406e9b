"""What can go wrong, named after what was wrong. Every error says which document, where in it, and what to do."""

__all__ = [
    "AnswerableError",
    "ClusterError",
    "CorrectionError",
    "KeptLineError",
    "ModelError",
    "NotAPlanError",
    "RecordError",
    "UnreadableDocumentError",
]


class AnswerableError(Exception):
    """The root of every error that Answerable raises on purpose; its message is one line, fit to show to a person."""


class UnreadableDocumentError(AnswerableError):
    """A file could not be turned into a document at all: missing, not text, in a format that no reader knows."""


class NotAPlanError(AnswerableError):
    """A document was read, but no table in it is an action plan."""


class KeptLineError(AnswerableError):
    """A line of a file that people keep cannot be understood."""


class CorrectionError(KeptLineError):
    """A line of a corrections file is ill-formed."""


class ModelError(AnswerableError):
    """A statistical model that was asked for cannot be loaded."""


class RecordError(AnswerableError):
    """A line that should hold a plan record holds none."""


class ClusterError(AnswerableError):
    """A cluster that was to read cannot be reached, was lost, or would read by other rules."""
