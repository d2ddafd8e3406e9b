"""Our own DEFLATE: every zlib reads it, it packs well, and its bytes are these on every machine."""

import hashlib
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.exports.view.packing import Backward, deflate


def inflated(packed: bytes) -> bytes:
    return zlib.decompress(packed, -zlib.MAX_WBITS)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([b"owner", b"Regional Managers, ", b"\x00", b"a" * 300, bytes(range(256))])))
def test_what_is_packed_comes_back_whole(parts: list[bytes]) -> None:
    data = b"".join(parts)
    assert inflated(deflate(data)) == data


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_come_back_whole(data: bytes) -> None:
    assert inflated(deflate(data)) == data


@pytest.mark.parametrize("size", [257, 258, 259, 32_767, 32_768, 32_769, 70_000])
def test_long_runs_and_far_repeats_come_back_whole(size: int) -> None:
    noise = b"".join(hashlib.sha256(bytes([i % 251, i // 251])).digest() for i in range(size // 32 + 1))[:size]
    for data in (b"x" * size, noise + noise):
        assert inflated(deflate(data)) == data


def test_it_packs_nearly_as_tightly_as_zlib() -> None:
    data = b"".join(b"HMP Northmoor action plan, page %d, row %d, owner column;" % (n % 9, n) for n in range(4000))
    assert len(deflate(data)) < 1.25 * len(zlib.compress(data, 9))


def test_its_bytes_are_these_on_every_machine() -> None:
    data = b"".join(b"recommendation %d, owner column; " % (n * n) for n in range(3000))
    assert (
        hashlib.sha256(deflate(data)).hexdigest() == "41757a3e01cc17751586d61c8429ff245210d578c804a29b7cc8406c4f105e7c"
    )


def test_what_was_said_before_is_said_by_how_long_ago() -> None:
    said: Backward[str] = Backward()
    assert [said.say(each) for each in ("a", "b", "b", "a", None, "c", "a")] == [1, 1, 2, 3, 0, 1, 4]
