"""Every block of code on a page for people runs, page by page and in order, on the example plans.

Each page has a folder of its own that holds `examples/` and, under the name `graph`, a build of the example plans; a
tutorial begins with the examples alone, as its reader does. What begins with `answerable` is run in this process, all
else by bash. A server stays up until the end of its page, on a free port in the place of its own.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from contextlib import ExitStack, redirect_stdout
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from typer.testing import CliRunner

import answerable
from answerable.cli import app
from tests.house.blocks import RUN, STATIC, Block, blocks_in, commands_in
from tests.places import ROOT
from tests.servers import free_port, running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PAGES: Final = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
)
THERE: Final = [page for page in PAGES if page.is_file()]
RECORDED: Final = {"notebook.md", "clients-run.md"}
"""Pages that show what was run: the notebook (tests/examples runs it), and the blocks of clients.md."""
RUNNING: Final = [
    page for page in THERE if page.name not in RECORDED and any(block.language in RUN for block in blocks_in(page))
]
TOOLS: Final = Path(sys.executable).parent
FOR_A_SHELL: Final = re.compile(r"[|;&$`*?(]|<<")
SERVERS: Final = {"answerable serve": ("127.0.0.1:8000", "/readyz"), "oxigraph serve": ("127.0.0.1:7878", "/")}
"""Commands that stay up, where they listen, and what is asked to see that they do."""
LATER: Final = "q\n"
"""What a reader who only tries a page answers, where a command asks."""
INDENTED: Final = re.compile(r"(?:^|\n)\n((?: {4}|\t)\S[^\n]*)")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "graph"
    answerable.build(ROOT / "examples" / "plans", to=folder)
    return folder


@pytest.fixture
def folder(request: pytest.FixtureRequest, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run a page in, entered."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    if "tutorials" not in request.node.name:
        shutil.copytree(graph, tmp_path / "graph")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{TOOLS}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.mark.parametrize("page", RUNNING, ids=name_of)
def test_every_block_runs(page: Path, folder: Path) -> None:
    with ExitStack() as until_the_end:
        reader = Reader(folder, until_the_end)
        for block in blocks_in(page):
            reader.run(block)


class Reader:
    """Somebody who does what a page says, in its order."""

    def __init__(self, folder: Path, until_the_end: ExitStack) -> None:
        self._folder = folder
        self._until_the_end = until_the_end
        self._names: dict[str, Any] = {"__name__": "page"}
        self._addresses = {address: f"127.0.0.1:{free_port()}" for address, _ in SERVERS.values()}
        self._told = ""

    def run(self, block: Block) -> None:
        text = block.text
        for printed, free in self._addresses.items():
            text = text.replace(printed, free)
        if block.printed:
            shows(block, self._told)
        elif block.language == "python":
            self._told = self._python(block, text)
        elif block.language == "sparql":
            self._told = self._answer(block, ["query", text, "--store", "graph"]).decode()
        elif block.language == "sh":
            told = (self._do(block, list(some), ours=ours) for ours, some in groupby(commands_in(text), is_ours))
            self._told = "".join(told)

    def _python(self, block: Block, text: str) -> str:
        with redirect_stdout(io.StringIO()) as told:
            exec(compile(text, str(block), "exec"), self._names)  # noqa: S102 - our own pages
        return told.getvalue()

    def _do(self, block: Block, commands: list[str], *, ours: bool) -> str:
        """Run commands of one kind: ours one by one, others as one script, in which a later line knows the earlier."""
        if not ours:
            return in_bash(block, "\n".join(commands))
        return "".join(self._ours(block, command) for command in commands)

    def _ours(self, block: Block, command: str) -> str:
        if server := server_of(command):
            self._serve(command, server)
            return ""
        words = shlex.split(command.replace("\\\n", " "), comments=True)
        to = words.index(">") if ">" in words else len(words)
        answer = self._answer(block, words[1:to])
        if words[to:]:
            (self._folder / words[to + 1]).write_bytes(answer)
        return answer.decode()

    def _answer(self, block: Block, words: list[str]) -> bytes:
        result = CliRunner().invoke(app, words, input=LATER, prog_name="answerable")
        assert result.exit_code == 0, f"{block}: answerable {shlex.join(words)}: {result.output}\n{result.exception!r}"
        return result.stdout_bytes

    def _serve(self, command: str, server: str) -> None:
        address, asked = SERVERS[server]
        free = self._addresses[address]
        program, *words = shlex.split(command.replace("\\\n", " "), comments=True)
        if program == "answerable":
            words += ["--port", free.rpartition(":")[2], "--workers", "1"]
        home = self._folder / f"served-{free.rpartition(':')[2]}"
        home.mkdir()
        words = [str(self._folder / word) if (self._folder / word).is_dir() else word for word in words]
        self._until_the_end.enter_context(running([str(TOOLS / program), *words], home, f"http://{free}{asked}"))


def server_of(command: str) -> str | None:
    """Give the beginning of a command that stays up; None of any other."""
    return next((name for name in SERVERS if command.startswith(name)), None)


def is_ours(command: str) -> bool:
    """Whether a command is one that this process runs as well as a shell would, or one that stays up."""
    quoted_aside = re.sub(r"'[^']*'", "", command)
    plain = command.startswith("answerable ") and not FOR_A_SHELL.search(quoted_aside)
    return plain or server_of(command) is not None


def in_bash(block: Block, command: str) -> str:
    if command.startswith("curl") and not shutil.which("curl"):
        pytest.skip("curl is not installed")
    done = subprocess.run(["bash", "-euc", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{block}: {command}: {done.stderr}"
    return done.stdout


def shows(block: Block, told: str) -> None:
    """Hold what a page shows against what was printed: its lines stand there in order, dots for any between."""
    lines = [line.rstrip() for line in told.splitlines()]
    at = 0
    for line in block.text.splitlines():
        if line != "...":
            assert line.rstrip() in lines[at:], f"{block}: not printed: {line}\n{told}"
            at = lines.index(line.rstrip(), at) + 1


@pytest.mark.parametrize("page", THERE, ids=name_of)
def test_every_block_says_what_it_is(page: Path) -> None:
    assert [str(block) for block in blocks_in(page) if block.language not in RUN | STATIC] == []
    assert list(indented(page)) == []


def indented(page: Path) -> Iterator[str]:
    """Give the first lines of blocks that are only indented, and so could be anything; those of lists are no blocks."""
    text = re.sub(r"^( *)```.*?^\1```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for found in INDENTED.finditer(text):
        before = text[: found.start()].rsplit("\n\n", 1)[-1].lstrip()
        if not re.match(r"[-*\d]", before):
            yield found[1]


_READERS: Final[Mapping[str, Callable[[str], object]]] = {"json": json.loads, "toml": tomllib.loads}


@pytest.mark.parametrize(
    "block", [block for page in THERE for block in blocks_in(page) if block.language in _READERS], ids=str
)
def test_every_file_that_is_shown_is_well_formed(block: Block) -> None:
    _READERS[block.language](block.text)
