"""Write docs/notebook.md: examples/notebook.ipynb, run from top to bottom, with what its cells gave.

`--check` writes nothing and fails where words, code or tables are not what they would be; pictures are not compared, as
their bytes differ between versions of what draws them. Needs the extras frames, figures and dev.
"""

from __future__ import annotations

import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import nbformat
from nbclient import NotebookClient

__all__ = ["main", "page_of"]

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "notebook.md"
IMAGES: Final = ROOT / "docs" / "images"
EXAMPLES: Final = ROOT / "examples"
SECONDS: Final = 180
_OPENING: Final = """\
This is `examples/notebook.ipynb`, run from top to bottom, with what its cells gave; `make notebook` writes it anew. To
try it yourself, open the file in Jupyter."""


def executed() -> Any:  # noqa: ANN401 - nbformat's own type
    """Give the notebook with its outputs."""
    notebook = nbformat.read(EXAMPLES / "notebook.ipynb", as_version=4)
    NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    return notebook


def page_of(notebook: Any) -> tuple[str, dict[str, bytes]]:  # noqa: ANN401 - as above
    """Give the page, and the pictures that it shows by the name of their file."""
    pictures: dict[str, bytes] = {}
    parts: list[str] = []
    told = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            told = cell.source.strip().rpartition("\n\n")[2].replace("\n", " ")
            parts.append(cell.source.strip())
        else:
            parts += [f"```python\n{cell.source.strip()}\n```", *shown(cell.outputs, told, pictures)]
    heading, _, rest = "\n\n".join(parts).partition("\n\n")
    return f"{heading}\n\n{_OPENING}\n\n{rest}\n", pictures


def shown(outputs: list[Any], told: str, pictures: dict[str, bytes]) -> Iterator[str]:
    """Give each output as a part of the page: text, a sentence where a page stands, or a picture and what it shows."""
    for data in (output["data"] for output in outputs if "data" in output):
        if "image/png" in data:
            name = f"notebook-{len(pictures) + 1}.png"
            pictures[name] = b64decode(data["image/png"])
            yield f"![{told}](images/{name})"
        elif "srcdoc=" in data.get("text/html", ""):
            yield "The page stands here in the notebook; it looks like [this](how-to/reading-the-views.md)."
        else:
            yield f"```text\n{data['text/plain'].rstrip()}\n```"


def main(*, check: bool) -> None:
    """Write page and pictures, or compare the page."""
    page, pictures = page_of(executed())
    if not check:
        PAGE.write_text(page, "utf-8")
        for name, picture in pictures.items():
            (IMAGES / name).write_bytes(picture)
    elif PAGE.read_text("utf-8") != page:
        sys.exit("docs/notebook.md: not what the notebook gives; run `make notebook` and commit")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
