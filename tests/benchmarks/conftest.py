"""Makes `benchmarks` a package: the root itself stays off the path, or `graph` would be found there (decision 1)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

_PACKAGE = ModuleType("benchmarks")
_PACKAGE.__path__ = [str(Path(__file__).resolve().parents[2] / "benchmarks")]
sys.modules.setdefault("benchmarks", _PACKAGE)
