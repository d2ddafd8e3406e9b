"""Matrix and timeline of the examples look as they did: marks are compared, letters are not.

Fonts differ between machines and shift every letter, so the words are made transparent first and the picture is taken
of the marks alone, a quarter as large and in grey. Then another font changes next to nothing, while lost marks, rows
that moved or a filter that lets less through change more than the tolerance: a share of pixels that differ by a fifth.
`ANSWERABLE_REGENERATE=1` takes the pictures anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answerable.exports.view import write_view
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from conftest import Opened
    from PIL.Image import Image as Picture
    from playwright.sync_api import Page

PICTURES = Path(__file__).parent / "pictures"
TOLERANCE = 0.002
CLEARLY = 48
WITHOUT_WORDS = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.matrix *, .timeline * { color: transparent !important }
    svg text { fill: transparent !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from answerable import build, open_store  # noqa: PLC0415 - reading plans loads much that other tests do without

    folder = tmp_path_factory.mktemp("examples")
    build(EXAMPLES, to=folder / "store")
    write_view(open_store(folder / "store"), folder / "view.html")
    return folder / "view.html"


def picture(page: Page, view: str) -> Picture:
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed (figures extra)")
    page.evaluate("(view) => answerable.page.show(view)", view)
    page.evaluate(WITHOUT_WORDS)
    page.wait_for_timeout(150)
    taken = image.open(BytesIO(page.locator(f".{view}").screenshot())).convert("L")
    small: Picture = taken.resize((taken.width // 4, taken.height // 4), image.Resampling.BOX)
    return small


def differing(one: Picture, other: Picture) -> float:
    from PIL import ImageChops  # noqa: PLC0415 - `picture` skips where it is missing

    if one.size != other.size:
        return 1.0
    return sum(ImageChops.difference(one, other).histogram()[CLEARLY:]) / (one.width * one.height)


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_it_looks_as_it_did_whatever_the_font_and_a_change_is_noticed(
    opened: Callable[..., Opened], examples: Path, view: str
) -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed (figures extra)")
    page = opened(examples, viewport={"width": 1280, "height": 900}).page
    kept = PICTURES / f"{view}.png"
    if os.environ.get("ANSWERABLE_REGENERATE") == "1":
        picture(page, view).save(kept, optimize=True)
    assert (share := differing(picture(page, view), image.open(kept))) <= TOLERANCE, share
    page.evaluate("document.documentElement.style.fontFamily = 'serif'")
    assert (share := differing(picture(page, view), image.open(kept))) <= TOLERANCE, share
    page.evaluate("answerable.page.setAsAt('2018-01-01')")
    assert differing(picture(page, view), image.open(kept)) > TOLERANCE
