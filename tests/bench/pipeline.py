"""What the pipeline costs beside `mwparserfromhell.parse` on the same texts: ratios of one run, with medians.

    make bench                     revision pairs made from seeds/
    make bench REVISIONS=path      those of a .json.gz, {language: [[old, new], …]}

CPU time throughout. Nothing is asserted: a figure says how this machine fared today, next to its neighbours.
Each round runs in a process of its own, so that no memo of an earlier round helps; word lists and imports
are loaded before.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import os
import pickle
import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import made_pages
import mwparserfromhell
import startup

from reconcile import pipeline, readers, rulebook
from reconcile.aligning import align
from reconcile.changes import changes
from reconcile.claim import WHOLE_TYPES, RuleBook
from reconcile.claims import CLAIM_TYPES
from reconcile.model import Document
from reconcile.result import Result
from reconcile.segmenting import segment
from reconcile.text.words import edits, words
from reconcile.verdicts import check

Pair = made_pages.Pair
Times = dict[str, float]

AIMS = {
    "segmentation, alignment and word diffs": 0.05,
    "whole pipeline, both sides, no reports": 0.5,
}
MEMORY = 40  # times the larger version's bytes, and so many megabytes more


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--revisions", type=Path, help="a .json.gz of {language: [[old, new], …]}")
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    book = rulebook.load(("core", "international-relations"), claims=(*CLAIM_TYPES, *WHOLE_TYPES))
    warm(book)
    pairs = load(given.revisions) if given.revisions else made_pages.pairs()
    texts = sum(len(old) + len(new) for old, new in pairs)
    print(f"{len(pairs)} pairs of revisions, {texts:,} characters; medians of {given.rounds} rounds\n")
    steps_table(pairs, book, given.rounds)
    size_table(book, given.rounds)
    edit_table(book, given.rounds)
    memory_table(pairs, book)
    startup.table(given.rounds)


def load(path: Path) -> list[Pair]:
    data = json.loads(gzip.decompress(path.read_bytes()))
    return [(old, new) for language in data.values() for old, new in language]


def warm(book: RuleBook) -> None:
    """Load what is loaded once: modules, word lists, expressions."""
    for old, new in made_pages.pairs()[:5]:
        mwparserfromhell.parse(old)
        steps([(old, new)], book)
        whole([(old, new)], book)
    gc.collect()
    gc.freeze()  # a full collection of what was loaded would fall on any step by chance


def apart(job: Callable[[], Times]) -> Times:
    """What `job` returns, run in a process of its own that starts with everything this one has loaded."""
    sys.stdout.flush()
    out, into = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(into, "wb") as pipe:
            pickle.dump(job(), pipe)
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(answer)


def medians(job: Callable[[], Times], rounds: int) -> Times:
    found = [apart(job) for _ in range(rounds)]
    return {name: median(each[name] for each in found) for name in found[0]}


class Clock:
    """Adds up CPU seconds by name."""

    def __init__(self) -> None:
        self.times: Times = {}
        self.last = process_time()

    def stop(self, name: str) -> None:
        now = process_time()
        self.times[name] = self.times.get(name, 0.0) + now - self.last
        self.last = process_time()


def parse(pairs: list[Pair]) -> Times:
    clock = Clock()
    for old, new in pairs:
        mwparserfromhell.parse(old)
        mwparserfromhell.parse(new)
    clock.stop("mwparserfromhell.parse")
    return clock.times


def steps(pairs: list[Pair], book: RuleBook) -> Times:
    clock = Clock()
    for pair in pairs:
        raw = [text.encode("utf-8", "surrogatepass") for text in pair]
        clock.stop("(encoding)")
        old, new = (readers.read(data, "page.wiki") for data in raw)
        clock.stop("reading")
        old, new = (segment(document, book.lexicon) for document in (old, new))
        clock.stop("segmentation")
        beads = align([one.text for one in old.sentences], [one.text for one in new.sentences])
        clock.stop("alignment")
        for bead in beads:
            before, after = (" ".join(said(*side)) for side in ((old, bead.old), (new, bead.new)))
            if before != after:
                edits(words(before), words(after))
        clock.stop("word diffs")
        found = changes(old, new, beads, book)
        clock.stop("claims and changes")
        check(Result(old=old, new=new, sources=(), pairs=beads, findings=found, packs=book.packs), book)
        clock.stop("either version against itself")
    return clock.times


def said(document: Document, indices: tuple[int, ...]) -> list[str]:
    return [document.sentences[index].text for index in indices]


def whole(pairs: list[Pair], book: RuleBook) -> Times:
    raw = [[text.encode("utf-8", "surrogatepass") for text in pair] for pair in pairs]
    clock = Clock()
    for old, new in raw:
        before, after = (pipeline.read(data, "page.wiki", book=book) for data in (old, new))
        pipeline.compare(before, after, (), book)
    clock.stop("whole")
    return clock.times


def steps_table(pairs: list[Pair], book: RuleBook, rounds: int) -> None:
    parsed = medians(lambda: parse(pairs), rounds)["mwparserfromhell.parse"]
    found = medians(lambda: steps(pairs, book), rounds)
    del found["(encoding)"]
    small = [found[name] for name in ("segmentation", "alignment", "word diffs")]
    found["segmentation, alignment and word diffs"] = sum(small)
    found["whole pipeline, both sides, no reports"] = medians(lambda: whole(pairs, book), rounds)["whole"]
    print(f"{'step':<42}{'× parse':>8}{'aim':>7}{'ms':>8}")
    print(f"{'mwparserfromhell.parse':<42}{1:>8.3f}{'':>7}{parsed * 1000:>8.0f}")
    for name, seconds in found.items():
        aim = f"{AIMS[name]:.2f}" if name in AIMS else ""
        print(f"{name:<42}{seconds / parsed:>8.3f}{aim:>7}{seconds * 1000:>8.0f}")


def made(size: int, changed: int) -> list[Pair]:
    old = made_pages.page(random.Random(size), made_pages.prose(), size)
    return [(old, made_pages.revised(random.Random(changed), old, changed))]


def size_table(book: RuleBook, rounds: int) -> None:
    print(f"\n{'characters, 5 edits':<28}{'× parse':>8}{'ms':>8}{'µs a character':>16}")
    for size in (12_500, 25_000, 50_000, 100_000, 200_000, 400_000):
        pairs = made(size, 5)
        rounds = min(rounds, 3)
        took, parsed = medians(lambda: whole(pairs, book), rounds)["whole"], median_parse(pairs, rounds)  # noqa: B023
        each = took * 1e6 / sum(map(len, pairs[0]))
        print(f"{size:<28,}{took / parsed:>8.3f}{took * 1000:>8.0f}{each:>16.2f}")


def median_parse(pairs: list[Pair], rounds: int) -> float:
    return medians(lambda: parse(pairs), rounds)["mwparserfromhell.parse"]


def edit_table(book: RuleBook, rounds: int) -> None:
    print(f"\n{'edits, 100,000 characters':<28}{'× parse':>8}{'ms':>8}{'ms an edit':>16}")
    still = 0.0
    for count in (0, 5, 20, 80, 320):
        pairs = made(100_000, count)
        rounds = min(rounds, 3)
        took, parsed = medians(lambda: whole(pairs, book), rounds)["whole"], median_parse(pairs, rounds)  # noqa: B023
        still = took if not count else still
        each = f"{(took - still) * 1000 / count:.2f}" if count else ""
        print(f"{count:<28}{took / parsed:>8.3f}{took * 1000:>8.0f}{each:>16}")


def memory_table(pairs: list[Pair], book: RuleBook) -> None:
    """The most memory the process held, and what of it the comparison added to what was loaded before."""
    base = apart(most)["megabytes"]
    largest = max(pairs, key=lambda pair: sum(map(len, pair)))
    print(f"\n{'memory, larger version':<28}{'MB':>8}{'added':>8}{'aim':>8}{'× bytes':>8}")
    print(f"{'everything loaded':<28}{base:>8.0f}")
    for pair in (largest, *made(100_000, 5), *made(1_000_000, 5)):
        size = max(len(text.encode()) for text in pair) / 1e6
        took = apart(lambda: whole([pair], book) and most())["megabytes"]  # noqa: B023
        name, aim, added = f"{size * 1e6:,.0f} bytes", MEMORY * size + MEMORY, took - base
        print(f"{name:<28}{took:>8.0f}{added:>8.0f}{aim:>8.0f}{added / size:>8.1f}")


def most() -> Times:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"megabytes": kilobytes / (1e6 if sys.platform == "darwin" else 1e3)}


if __name__ == "__main__":
    main()
