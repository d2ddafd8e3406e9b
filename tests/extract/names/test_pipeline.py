"""The pipeline is spaCy's, composed in one file, with our components registered as factories."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

from answerable.extract.names.pipeline import config, pipeline


def test_the_configuration_composes_the_pipeline() -> None:
    composed = config()
    assert pipeline().pipe_names == composed["nlp"]["pipeline"]
    for name, settings in composed["components"].items():
        assert pipeline().get_pipe_meta(name).factory == settings["factory"]


def test_every_group_of_spans_has_a_place_in_the_priority() -> None:
    doc = pipeline()("The Harm Review Board uses OASys (Offender Assessment System).")
    priority = config()["components"]["linker"]["priority"]
    assert set(doc.spans) - {"names"} <= set(priority)
    assert [span.text for span in doc.spans["names"]] == ["Harm Review Board", "OASys (Offender Assessment System)"]


def test_names_do_not_overlap() -> None:
    doc = pipeline()("Head of the CRC Public Protection Group, Ministry of Justice, and the Probation Service Board.")
    ends = [(span.start, span.end) for span in doc.spans["names"]]
    assert all(one[1] <= other[0] for one, other in pairwise(ends))


def test_importing_the_names_loads_no_spacy() -> None:
    check = "import sys, answerable.extract.names; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
