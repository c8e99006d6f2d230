"""Whether a source is told to back the right one of two versions: counts on labelled claims and evidence.

    python tests/accuracy/sources.py FOLDER [--limit N]

FOLDER holds data/dev/verdict.jsonl, rows of {"claim", "evidence", "label", "group"}. Two claims in like
words, one of which a piece of evidence supports while it refutes the other, stand for the versions of a
document. The source is that evidence among up to eight other sentences of its page, none of them like
it. Then the same is asked without the evidence, where a source should say nothing. A pair is right when
the supported version is backed or the other one refuted, wrong when it is the other way round, mixed
when both are told.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz

import reconcile
from reconcile.model import Document

ALIKE = 60  # of 100: two claims about one thing, or two sentences that may say the same
MATES = 8  # other sentences of the page

Row = Mapping[str, str]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--limit", type=int, help="ask about so many pairs only")
    given = options.parse_args()
    lines = (given.folder / "data" / "dev" / "verdict.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row.get("slice", "vitaminc") == "vitaminc"]
    counts = {"with the evidence": Counter[str](), "without it": Counter[str]()}
    for pair in list(pairs(rows))[: given.limit]:
        for name, told in zip(counts, answers(*pair), strict=True):
            counts[name][told] += 1
    for name, count in counts.items():
        told = ", ".join(f"{count[kind]} {kind}" for kind in ("right", "wrong", "mixed", "silent"))
        print(f"{name}: {told} of {count.total()}")


def pairs(rows: Sequence[Row]) -> Iterator[tuple[Row, Row, list[str]]]:
    """A supported claim, a refuted one, and other sentences of the page, in an order of their own."""
    pages: dict[str, dict[str, None]] = defaultdict(dict)
    told: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        pages[row["group"]][row["evidence"]] = None
        told[row["evidence"]].append(row)
    found = [
        (one, other)
        for each in told.values()
        for one in each
        for other in each
        if (one["label"], other["label"]) == ("SUPPORTS", "REFUTES")
        and fuzz.token_sort_ratio(one["claim"], other["claim"]) > ALIKE
    ]
    random.Random(3).shuffle(found)
    for one, other in found:
        near = [text for text in pages[one["group"]] if fuzz.token_set_ratio(text, one["evidence"]) < ALIKE]
        random.Random(one["claim"]).shuffle(near)
        yield one, other, near[:MATES]


def answers(supported: Row, refuted: Row, mates: Sequence[str]) -> Iterator[str]:
    """What comes of the pair with its evidence among the other sentences, and without it."""
    turned = random.Random(supported["claim"]).random() < 0.5
    old, new = (refuted, supported) if turned else (supported, refuted)
    half = len(mates) // 2
    for sentences in ([*mates[:half], supported["evidence"], *mates[half:]], mates):
        source = document("\n\n".join([supported["group"], *sentences]), "source")
        result = reconcile.compare(
            document(old["claim"], "old"), document(new["claim"], "new"), sources=[source]
        )
        said = {
            ((side == "new") == turned, str(label))
            for finding in result.findings
            for one in finding.evidence
            for side, label in (("old", one.old), ("new", one.new))
        }
        right = not said.isdisjoint({(True, "supports"), (False, "refutes")})
        wrong = not said.isdisjoint({(True, "refutes"), (False, "supports")})
        yield "mixed" if right and wrong else "right" if right else "wrong" if wrong else "silent"


def document(text: str, id: str) -> Document:
    return reconcile.read(text.encode(), reader="plain", name=id, id=id)


if __name__ == "__main__":
    main()
