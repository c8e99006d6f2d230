"""Pages of wikitext and their later revisions, made from the sentences of seeds/, the same every time.

old = page(random.Random(1), prose(), 50_000)
new = revised(random.Random(2), old, 5)
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from reconcile import face
from reconcile.model import BlockKind

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

Pair = tuple[str, str]

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]+)*")
_FIGURE = re.compile(r"\b\d{2,}\b")
_STOP = re.compile(r"(?<=\.) (?=[A-Z])")
_SHORTEST = 30  # characters of a sentence that is worth taking
_INFOBOX = "{{Infobox country\n" + "".join(f"| field{n} = [[Value {n}]]\n" for n in range(12)) + "}}\n\n"


def prose() -> list[str]:
    """The sentences of the seeds, without markup."""
    documents = [face.read(path) for path in sorted(SEEDS.glob("*.txt"))]
    return [
        sentence.text
        for document in documents
        for sentence in document.sentences
        if sentence.kind is not BlockKind.HEADING and len(sentence.text) >= _SHORTEST
    ]


def page(rng: random.Random, sentences: list[str], size: int) -> str:
    """A page of about `size` characters: infobox, sections, links, references, lists, tables."""
    parts, length = [_INFOBOX], 0
    while length < size:
        part = _section(rng, sentences)
        parts.append(part)
        length += len(part)
    return "".join(parts)


def _section(rng: random.Random, sentences: list[str]) -> str:
    heading = " ".join(rng.choice(sentences).split()[:3]).strip(".,\"'")
    paragraphs = [
        " ".join(_sentence(rng, sentences) for _ in range(rng.randint(2, 6)))
        for _ in range(rng.randint(1, 4))
    ]
    extra = rng.choice((_list, _table, lambda *_: ""))(rng, sentences)
    return f"== {heading} ==\n" + "\n\n".join(paragraphs) + "\n\n" + extra


def _sentence(rng: random.Random, sentences: list[str]) -> str:
    """One of `sentences` with other figures, a link or two, and often a reference."""
    text = _FIGURE.sub(lambda _: str(rng.randint(10, 2999)), rng.choice(sentences))
    text = _NAME.sub(lambda name: f"[[{name.group()}]]" if rng.random() < 0.5 else name.group(), text)
    return text + _reference(rng) if rng.random() < 0.5 else text


def _reference(rng: random.Random) -> str:
    number, day = rng.randint(1, 99999), rng.randint(1, 28)
    return (
        f'<ref name="n{number}">{{{{cite news |last=Author{number % 90} |first=A. |title=Story {number} '
        f"|url=http://example.org/{day}/{number} |date=2007-05-{day:02} |accessdate=2008-05-{day:02} "
        f"|publisher=[[Paper {day}]] |archiveurl=http://example.org/archive/{number}}}}}</ref>"
    )


def _list(rng: random.Random, sentences: list[str]) -> str:
    return "".join(f"* {_sentence(rng, sentences)}\n" for _ in range(rng.randint(2, 6))) + "\n"


def _table(rng: random.Random, sentences: list[str]) -> str:
    rows = "".join(_row(rng, rng.choice(sentences).split()[0]) for _ in range(rng.randint(2, 20)))
    return '{| class="wikitable"\n! Name !! Figure !! Place\n' + rows + "|}\n\n"


def _row(rng: random.Random, word: str) -> str:
    place = rng.randint(1, 99)
    return (
        f'|-\n| {{{{flag|{word}}}}} || align="right" | {rng.randint(1, 9999)} '
        f"|| '''[[Place {place}|{word}]]'''\n"
    )


def revised(rng: random.Random, old: str, edits: int) -> str:
    """`old` with so many edits: figures, words, sentences, whole paragraphs."""
    paragraphs = old.split("\n\n")
    made = 0
    while made < edits:
        at = rng.randrange(1, len(paragraphs))
        made += rng.choice((_figure, _word, _dropped, _said_again, _moved))(rng, paragraphs, at)
    return "\n\n".join(paragraphs)


def _figure(rng: random.Random, paragraphs: list[str], at: int) -> bool:
    found = _FIGURE.search(paragraphs[at])
    if found is None:
        return False
    start, end = found.span()
    paragraphs[at] = paragraphs[at][:start] + str(int(found.group()) + 7) + paragraphs[at][end:]
    return True


def _word(rng: random.Random, paragraphs: list[str], at: int) -> bool:
    words = paragraphs[at].split(" ")
    places = [
        place for place, word in enumerate(words) if len(word) > 4 and word.islower() and word.isalpha()
    ]
    if not places:
        return False
    words[rng.choice(places)] = "other"
    paragraphs[at] = " ".join(words)
    return True


def _dropped(rng: random.Random, paragraphs: list[str], at: int) -> bool:
    sentences = _STOP.split(paragraphs[at])
    if len(sentences) < 3:
        return False
    del sentences[1]
    paragraphs[at] = " ".join(sentences)
    return True


def _said_again(rng: random.Random, paragraphs: list[str], at: int) -> bool:
    sentences = _STOP.split(paragraphs[at])
    if len(sentences) < 2:
        return False
    paragraphs[rng.randrange(1, len(paragraphs))] += " " + sentences[1]
    return True


def _moved(rng: random.Random, paragraphs: list[str], at: int) -> bool:
    paragraphs.insert(rng.randrange(1, len(paragraphs)), paragraphs.pop(at))
    return True


def pairs() -> list[Pair]:
    """Pairs of revisions of pages small and large, with few edits and with many."""
    sentences, made = prose(), []
    for number, (size, edits) in enumerate(((3, 1), (6, 3), (12, 2), (25, 10), (50, 5), (100, 3), (100, 40))):
        old = page(random.Random(number), sentences, size * 1000)
        made.append((old, revised(random.Random(number + 100), old, edits)))
    return made
