"""One place turns what happened to a command into its exit code and one clear line."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from answerable.console import say

__all__ = ["CommandGroup", "Outcome"]

_KILLED_BY_INTERRUPT = 130
_CLICKS_WRONG_USAGE = 2


class Outcome(IntEnum):
    """How a command ended; its number is the exit code."""

    DONE = 0
    FAILED = 1
    INCOMPLETE = 2
    WRONG_USAGE = 64

    @property
    def meaning(self) -> str:
        """Say it to a person."""
        return _MEANINGS[self]


_MEANINGS = {
    Outcome.DONE: "done; damaged words that were loaded and marked are no error",
    Outcome.FAILED: "failed: nothing was done, or not what was asked for",
    Outcome.INCOMPLETE: "done, but a file could not be read or a table row could not be placed; stderr says which",
    Outcome.WRONG_USAGE: "wrong usage: no such command or option, or a value that cannot be",
}


class CommandGroup(TyperGroup):
    """The sub-commands, ended in our way: each returns its outcome, and errors raised on purpose become one line.

    Click ends a wrong usage with 2, which here says something else, so that its own standalone mode is not used.
    """

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ANN401 - Click's signature
        """Run a command line and leave the process with its exit code."""
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except typer.TyperException as error:
            code = _wrong_usage(error)
        except typer.Abort:
            code = _KILLED_BY_INTERRUPT
        sys.exit(int(code or Outcome.DONE))

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - Click's signature
        """Run the sub-command and give its outcome."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read our output has what they wanted; the interpreter must not try to write the rest at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return Outcome.DONE
        except _errors_of_one_line() as error:
            say(f"answerable: {_line(error)}")
            return Outcome.FAILED
        return outcome


def _wrong_usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "answerable"
    if type(error).__name__ == "NoArgsIsHelpError":
        say(error.format_message())
    else:
        told = error.format_message()
        say(f"{where}: {told if told.endswith(('.', '?', ')')) else told + '.'} Try '{where} --help'.")
    return Outcome.WRONG_USAGE if error.exit_code == _CLICKS_WRONG_USAGE else error.exit_code


def _errors_of_one_line() -> tuple[type[Exception], ...]:
    """Give what is raised on purpose or by the file system; a defect of ours keeps its traceback.

    Python asks for this only once something was raised, so that a command that goes well imports nothing for it.
    """
    from answerable.extract.errors import AnswerableError
    from answerable.ontology.gazetteer import GazetteerError

    return AnswerableError, GazetteerError, OSError


def _line(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    return str(error)
