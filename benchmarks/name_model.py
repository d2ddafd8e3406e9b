"""Whether a small statistical model of our own would find more names than the rules: the recipe, and its scores.

Sentences are made from templates and from names that are put together of words and heads at random; a pipeline of spaCy
with a small convolutional network learns to find the names in them. Then plans that it has not seen are read with the
rules alone, with the model as one more voter, and with the model in place of the rules; owners and definitions stay.
The same seed gives the same sentences and rounds. Decision 9 says what came of it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import fix_random_seed

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from answerable.extract.names import find_mentions
from answerable.extract.names.pipeline import config, pipeline
from answerable.ontology.gazetteer import words
from benchmarks.names import passages
from tests.damage.plans import SEEDS, own_plans
from tests.extract.names.compare import NameScores, compare_names

__all__ = ["main"]

UNSEEN: Final = Path(__file__).resolve().parent.parent / "tests" / "extract" / "names" / "unseen"
FIRST: Final = """Bright Steady Fresh Safer Open Second Common Northern Forward Harm Case Quality Risk Practice
Learning Family Regional Local Skills Health Recovery Outcome Referral Housing Release Custody Youth Women's Peer
Digital Daily"""
SECOND: Final = """Start Steps Horizons Futures Hands Paths Bridges Choices Review Support Planning Improvement Links
Discussion Assurance Delivery Contact Engagement Safety Mentoring Screening Information Partnership Change Voices"""
ALONE: Final = "Kestrel Quern Halcyon Lodestar Marram Tansy Beacon Compass Thistle Aurora Saffron Larch Orrery"
"""Words of which names are made up: first ones, second ones, and names of one word."""
SINGLE: Final = 0.15
"""The share of names of one word."""
UNSAID: Final = 0.25
"""The share of names of two words without a head."""
NAMELESS: Final = 0.25
"""The share of sentences that name nothing."""
LEADS: Final = ("The", "A new", "Each", "Our", "The regional")
BEFORE: Final = (
    "{lead} prison will introduce {name} by spring.",
    "{lead} region works with {name} to help people who leave custody.",
    "Staff will use {name} in all cases, and managers will check them.",
    "{name} will meet every month and report to {other}.",
    "Results are sent to {name} and discussed in team meetings.",
    "All practitioners have been trained in {name} and {other}.",
    "From April, {name} will be rolled out with the help of {other}.",
    "Guidance about {name} was published; {other} has been told.",
    "Referrals are recorded on {name} within five days.",
    "This will be overseen by {name}, which {other} chairs.",
)
NONE: Final = (
    "Managers will discuss the cases in Custody and Probation with Local Authorities.",
    "Prisoners and Staff will be asked what they think about Education and Health.",
    "The Police and Courts share information with Offender Managers each week.",
    "In January and February the Induction and Resettlement teams will audit ten cases.",
    "Further training will follow. Recruitment continues. Additional posts were agreed in March 2023.",
    "Regular supervision by line managers will help; the team will report progress at its meetings.",
)


def name(chance: random.Random) -> tuple[str, str]:
    """Make a name up, with its kind: one word or two, most often with a head that tells what it names."""
    heads = [(head, kind) for head, kind in words().heads.items() if head not in words().classes and " " not in head]
    head, kind = chance.choice(heads)
    if chance.random() < SINGLE:
        return chance.choice(ALONE.split()), chance.choice(["system", "programme", "organisation"])
    body = " ".join(chance.choice(part.split()) for part in (FIRST, SECOND))
    if chance.random() < UNSAID:
        return body, "programme"
    acronym = "".join(word[0] for word in f"{body} {head}".split()).upper()
    return chance.choice([f"{body} {head.title()}", acronym]), kind


def sentence(chance: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """Make a sentence, and say where its names stand and of what kind they are."""
    if chance.random() < NAMELESS:
        return chance.choice(NONE), []
    template = chance.choice(BEFORE).replace("{lead}", chance.choice(LEADS))
    found: list[tuple[int, int, str]] = []
    for slot in ("{name}", "{other}"):
        said, kind = name(chance)
        article = "the " if kind in {"team", "policy", "tool", "meeting"} and not template.startswith(slot) else ""
        at = template.find(slot)
        if at >= 0:
            template = template.replace(slot, article + said)
            shift = len(article + said) - len(slot)
            found = [(a + shift, b + shift, k) if a > at else (a, b, k) for a, b, k in found]
            found.append((at + len(article), at + len(article + said), kind))
    return template, found


def train(seed: int, rounds: int, sentences: int) -> Language:
    """Train a pipeline that finds names, on so many sentences in so many rounds."""
    fix_random_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - sentences, no secrets
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": {"tok2vec": _small()}})
    made = [sentence(chance) for _ in range(sentences)]
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": found}) for text, found in made]
    nlp.initialize(lambda: examples[:500])
    for number in range(1, rounds + 1):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, 64):
            nlp.update(batch, drop=0.3, losses=losses)
        print(f"round {number}: loss {losses['ner']:.0f}", file=sys.stderr)
    return nlp


def _small() -> dict[str, Any]:
    return {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 64,
        "depth": 2,
        "embed_size": 1000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }


def plans() -> Iterator[tuple[str, Path, Path, tuple[str, ...]]]:
    """Give groups of plans that nobody trained on: the group, plan, gold, and what may not be known of it."""
    for path in sorted((SEEDS / "seeds").glob("*.txt")):
        number = path.name.split("_")[0]
        yield "published, left out", path, SEEDS / "gold" / f"{number}.json", (f"seed {number}",)
    for group in ("open", "held"):
        for path in sorted((UNSEEN / group).glob("*.txt")):
            yield f"unseen, {group}", path, path.with_suffix(".json"), ()
    for plan in own_plans():
        gold = plan.path.with_name(plan.path.name.split(".")[0] + ".json")
        if plan.path.name.endswith(".tab.txt") and gold.is_file():
            yield "own plans", plan.path, gold, ()


def scores(model: str | None) -> dict[str, NameScores]:
    """Read all plans, with a model as voter or without one."""
    found: dict[str, NameScores] = {}
    for group, path, gold, without in plans():
        told = json.loads(gold.read_text("utf-8"))["mentions"]
        read = find_mentions(passages(path), lambda piece: piece.text, without=without, spacy_model=model)
        found[group] = found.get(group, NameScores()) + compare_names(told, read)
    return found


def instead(model: str) -> dict[str, NameScores]:
    """Read all plans with a model in place of shapes, patterns and gazetteer; owners and definitions stay."""
    alone = config()
    alone["components"]["linker"]["priority"] = ["model", "defined", "holders"]
    pipeline.cache_clear()
    with patch("answerable.extract.names.pipeline.config", side_effect=lambda: deepcopy(alone)):
        return scores(model)


def main(seed: int, rounds: int, sentences: int) -> None:
    """Train, then print the scores of each way of reading."""
    with tempfile.TemporaryDirectory() as folder:
        train(seed, rounds, sentences).to_disk(folder)
        ways: dict[str, Callable[[], dict[str, NameScores]]] = {
            "rules alone": lambda: scores(None),
            "rules and model": lambda: scores(folder),
            "model instead": lambda: instead(folder),
        }
        for way, read in ways.items():
            for group, reached in read().items():
                print(f"{way:<18}{group:<22}mentions {reached.mentions.share:.3f}  links {reached.links.share:.3f}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--sentences", type=int, default=6000)
    main(**vars(options.parse_args()))
