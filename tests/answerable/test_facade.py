"""`import answerable`: a small public face, cheap to import."""

from __future__ import annotations

import subprocess
import sys

import pytest

import answerable


def test_importing_it_imports_nothing_else_of_ours_and_nothing_heavy() -> None:
    program = (
        "import sys; before = set(sys.modules); import answerable\n"
        "tops = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(tops - sys.stdlib_module_names), [name for name in sys.modules if 'answerable.' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['answerable'] []\n"


@pytest.mark.parametrize("name", answerable.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(answerable, name) is not None
    assert name in dir(answerable)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'nonsense'"):
        answerable.nonsense  # noqa: B018 - the look-up is the test
