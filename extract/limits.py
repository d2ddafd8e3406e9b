"""What a document may cost: sizes, counts, time and memory beyond which it is refused in one line.

Plans are small: the largest published ones have some fifty pages. Each limit is many times what those need, and small
enough that a file made to do harm ends soon.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CELLS", "FILE", "MEGABYTE", "MEMORY", "PART", "PARTS", "PLAIN", "RATIO", "SECONDS", "TEXT"]

MEGABYTE: Final = 1_000_000

FILE: Final = 128 * MEGABYTE
"""Bytes of a file that is read at all; scans and pictures make files large."""
TEXT: Final = 32 * MEGABYTE
"""Bytes of a text or HTML file."""
PARTS: Final = 4_000
"""Entries of an archive such as a DOCX file; pictures are entries too."""
PART: Final = 32 * MEGABYTE
"""Bytes of one XML part once unpacked."""
RATIO: Final = 400
"""How many times its packed size a part of more than a megabyte may unpack to; XML of tables reaches some 40."""
CELLS: Final = 200_000
"""Cells of one table; a plan of a hundred recommendations has some thousand."""
SECONDS: Final = 60.0
"""Time for one document in a worker."""
MEMORY: Final = 1_500 * MEGABYTE
"""Bytes of address space that a worker may take, where the system can hold it to that; reading a plan takes 300 MB."""
PLAIN: Final = 2 * MEGABYTE
"""Bytes of text that are read without a worker: nothing in them is unpacked or followed."""
