"""Where tests find what stands outside them: the examples, and the real plans, gold and score beside the checkout."""

from pathlib import Path
from typing import Final

__all__ = ["EXAMPLES", "GOLD", "ROOT", "SEEDS", "SHARED"]

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLES: Final = ROOT / "examples" / "plans"
SHARED: Final = ROOT.parent / "shared"
SEEDS: Final = SHARED / "seeds"
GOLD: Final = SHARED / "gold"
