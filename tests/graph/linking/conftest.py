from __future__ import annotations

import os

from hypothesis import settings

# The same examples on every machine, few enough for every commit; HYPOTHESIS_PROFILE=thorough looks further.
settings.register_profile("quick", max_examples=40, deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
