"""One place turns what happened to a command into its exit code and one clear line."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from enum import IntEnum
from typing import Any, Final, NoReturn

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
        except BrokenPipeError:  # whoever read our output has what they wanted
            _say_no_more()
            return Outcome.DONE
        except _errors_of_one_line() as error:
            say(f"answerable: {_line(error)}")
            if isinstance(error, OSError):
                _say_no_more()
            return Outcome.FAILED
        return outcome


def _say_no_more() -> None:
    """Let go of what is still to be printed, so that the interpreter does not try to write it at its end."""
    with suppress(OSError, ValueError):  # standard output of a test, or of a program that has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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

    return AnswerableError, GazetteerError, OSError, MemoryError


def _line(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "not enough memory; what was there before is untouched: end other programs, or do it in smaller parts"
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename is not None else ""
        advice = _ADVICE.get(error.errno or 0)
        return f"{where}{error.strerror}" + (f"; {advice}" if advice else "")
    return str(error)


_ADVICE: Final = {
    **dict.fromkeys(
        (errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
        "what was there before is untouched: make room on the disk, or name another place",
    ),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "name another place, or ask for access"),
    errno.ENOENT: "check the path",
    errno.ENOTDIR: "a part of the path is a file; check the path",
    errno.EISDIR: "it is a folder; name a file",
}
"""What to do about an error of the file system, by its number."""
