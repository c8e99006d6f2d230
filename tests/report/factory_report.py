"""Builds whole results out of small plain ones, so that tests say only what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from reconcile.model import (
    Block,
    BlockKind,
    Citation,
    Document,
    Dropped,
    Label,
    Level,
    Notice,
    Pair,
    Piece,
    Relation,
    Sentence,
)  # fmt: skip
from reconcile.result import (
    Disagreement,
    Evidence,
    Finding,
    MemberChange,
    Result,
    Side,
    Step,
    Verdict,
    Voice,
)  # fmt: skip
from reconcile.span import Span


def document(id: str, lines: Sequence[str], **more: object) -> Document:
    """A document with one sentence a line; a line that starts with '# ' is a heading."""
    text = "\n".join(lines)
    blocks, sentences, offset = [], [], 0
    for index, line in enumerate(lines):
        skip = 2 if line.startswith("# ") else 0
        kind = BlockKind.HEADING if skip else BlockKind.PARAGRAPH
        prose, start = line[skip:], offset + skip
        pieces = (Piece(0, len(prose), start, start + len(prose)),)
        blocks.append(Block(kind=kind, text=prose, pieces=pieces, level=1 if skip else 0))
        span = Span(start, start + len(prose))
        sentences.append(Sentence(index=index, text=prose, span=span, block=index, kind=kind, pieces=pieces))
        offset += len(line) + 1
    made = Document(
        id=id, path=f"docs/{id}.txt", sha256=sha256(text.encode()).hexdigest(), reader="plain", text=text,
        blocks=tuple(blocks), sentences=tuple(sentences),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def side(document: Document, sentence: int, part: str | None = None, value: object = None) -> Side:
    """The words `part` (default: all) of a sentence of `document`."""
    whole = document.sentences[sentence]
    part = whole.text if part is None else part
    start = whole.text.index(part)
    return Side(
        document=document.id, text=part, span=whole.span_of(start, start + len(part)),
        value=value, sentences=(sentence,), context=whole.text,  # type: ignore[arg-type]
    )  # fmt: skip


def finding(id: str, **more: object) -> Finding:
    """A finding with everything filled in that a test does not care about."""
    given: dict[str, object] = {
        "id": id, "key": f"key-{id}", "kind": "change", "rule": "some-rule", "claim": "count",
        "relation": Relation.CONFLICTING, "level": Level.ERROR, "score": 0.9, "subject": "The Union",
        "object": None, "message": "The Union: five → four", "why": "two exact counts differ", "old": None,
        "new": None,
    }  # fmt: skip
    return Finding(**(given | more))  # type: ignore[arg-type]


def evidence(source: Document, sentence: int, old: Label | None, new: Label | None) -> Evidence:
    """What a sentence of `source` says of the two sides of a finding."""
    whole = source.sentences[sentence]
    return Evidence(
        source=source.id, old=old, new=new, rule="count", why="the figures are the same",
        text=whole.text, span=whole.span,
    )  # fmt: skip


def pairs(*beads: tuple[Sequence[int], Sequence[int]], moved: Sequence[int] = ()) -> tuple[Pair, ...]:
    """Pairs from (old, new) index lists; `moved` names those that moved by their place in `beads`."""
    return tuple(
        Pair(old=tuple(old), new=tuple(new), moved=place in moved, score=1.0 if old and new else 0.0)
        for place, (old, new) in enumerate(beads)
    )


def rivers() -> Result:
    """A made-up article in two versions with two sources, in which a bit of everything happens."""
    old = document("rivers-old", OLD, title="The River Pact", date="2008-05-25", path="docs/rivers-old.txt",
                   notices=(Notice(what="marked as out of date", span=Span(0, 4)), Notice(what="no date")),
                   dropped=(Dropped(what="template: {{update}}", span=Span(5, 10)),))  # fmt: skip
    new = document("rivers-new", NEW, title="The River Pact", date="2015")
    gazette = document("gazette-2005", GAZETTE, title="Gazette", date="2005-09-02")
    letter = document("letter-2009", LETTER, date="2009-04")
    beads = pairs(
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (2,)),
        ((3,), (5,)),
        ((4,), (3,)),
        ((5, 6), (4,)),
        ((7,), (6, 7)),
        ((8,), ()),
        ((), (8,)),
        ((9,), (9,)),
        ((10,), (10,)),
        moved=(3,),
    )
    return Result(
        old=old, new=new, sources=(gazette, letter), pairs=beads,
        findings=_findings(old, new, gazette, letter), verdicts=_verdicts(old, new, gazette, letter),
        disagreements=(_disagreement(gazette, letter),), packs=("core", "international-relations"),
    )  # fmt: skip


OLD = [
    "# The River Pact",
    "The River Pact comprises five states: Arland, Borvia, Carsk, Dorn and Elmar.",
    "Its seat has been in Port Salin since March 1998.",
    "The ferries run twice a day.",
    "Dorn joined the pact in 1999.",
    "The council meets in spring.",
    "It is chaired by Arland.",
    "The court has nine judges and its rulings bind every member.",
    "The pact never imposed duties on grain.",
    "Police said that 187 people were hurt in the flood of 2005.",
    "The pact keeps close relations with the Sea League.",
]
NEW = [
    "# The River Pact",
    "The River Pact comprises 4 states: Arland, Borvia, Carsk and Fenmark.",
    "Its seat has been in Port Salin since 12 March 1998.",
    "Dorn joined the pact in 1999 and withdrew in 2007.",
    "The council, chaired by Arland, meets in spring.",
    "The ferries run twice a day.",
    "The court has nine judges.",
    "Its rulings bind every member.",
    "On 31 March 2009 the pact and Gullhaven agreed upon a legal framework.",
    "Police said that 187 people were hurt in the flood of 2005.",
    "The pact keeps good relations with the Sea League.",
]
GAZETTE = [
    "The pact of five states met in Port Salin on 2 September.",
    "Dorn, a member since 1999, hosted the talks.",
    "Rights groups say over 700 people were hurt in the flood.",
    "Police put the number at 187.",
]
LETTER = [
    "The ambassador noted that Dorn left the pact in 2007.",
    "A framework with Gullhaven was signed on March 31.",
    "The flood hurt about 700 people.",
]


def _findings(old: Document, new: Document, gazette: Document, letter: Document) -> tuple[Finding, ...]:
    members = {"members": ["Arland", "Borvia", "Carsk", "Dorn", "Elmar"], "count": 5, "exhaustive": True}
    after = {"members": ["Arland", "Borvia", "Carsk", "Fenmark"], "count": 4, "exhaustive": True}
    return (
        finding("a1", rule="membership-list", claim="membership", subject="River Pact", score=0.98,
                message="River Pact: Fenmark added; Dorn, Elmar removed; stated count 5 → 4",
                why="an exhaustive list of members changed", old=side(old, 1, value=members),
                new=side(new, 1, value=after),
                change=MemberChange(kept=("Arland", "Borvia", "Carsk"), added=("Fenmark",),
                                    removed=("Dorn", "Elmar")),
                evidence=(evidence(gazette, 0, Label.SUPPORTS, Label.REFUTES),
                          evidence(letter, 0, Label.NOT_ENOUGH_INFO, None)),
                steps=(Step(what="conflicting", score=0.9, why="a conflict of exact values"),
                       Step(what="exhaustive", score=0.98, why="both lists are exhaustive"))),
        finding("b2", rule="event-end", claim="event", relation=Relation.ADDED, subject="Dorn",
                object="River Pact", message="Dorn: withdrew from the River Pact in 2007", score=0.9,
                why="an event ends a state asserted without an end",
                old=side(old, 4, value={"event": "join", "date": "1999"}),
                new=side(new, 3, value={"event": "withdraw", "date": "2007"}),
                evidence=(evidence(letter, 0, None, Label.SUPPORTS),)),
        finding("c3", rule="date", claim="date", relation=Relation.NARROWER, level=Level.NOTE, score=0.3,
                subject="seat", message="seat: March 1998 → 12 March 1998", why="a day within the month",
                old=side(old, 2, "March 1998", {"edtf": "1998-03"}),
                new=side(new, 2, "12 March 1998", {"edtf": "1998-03-12"})),
        finding("d4", rule="sentence-added", claim="sentence", relation=Relation.ADDED, old=None,
                level=Level.WARNING, score=0.7, subject="River Pact", message="A sentence was added",
                why="nothing in the old version is like it", new=side(new, 8, value={"text": NEW[8]})),
        finding("e5", rule="sentence-removed", claim="sentence", relation=Relation.REMOVED, score=0.6,
                level=Level.WARNING, subject="River Pact", message="A sentence was removed",
                why="nothing in the new version is like it", old=side(old, 8),
                decision={"status": "new", "state": "settled", "settled": [], "by": "Ada",
                          "why": "the duties were a mistake", "day": "2024-05-01"}),
        finding("f6", kind="source", relation=None, level=Level.WARNING, score=0.55, subject="flood",
                rule="count", message="gazette-2005 refutes: 187 people hurt", old=side(old, 9, "187"),
                new=side(new, 9, "187", {"low": 187, "high": 187, "unit": "people", "approximator": None}),
                why="over 700 cannot be 187",
                evidence=(evidence(gazette, 2, Label.REFUTES, Label.REFUTES),)),
    )  # fmt: skip


def _verdicts(old: Document, new: Document, gazette: Document, letter: Document) -> tuple[Verdict, ...]:
    def one(id: str, index: int, where: str, source: Document, label: Label, seen: int | None) -> Verdict:
        version = old if where == "old" else new
        sentence = version.sentences[index]
        found = None if seen is None else source.sentences[seen]
        return Verdict(
            id=id, type="count", subject="River Pact", text=sentence.text, span=sentence.span, side=where,
            source=source.id, label=label, score=0.8, rule="count", why="the figures are the same",
            evidence_text=found.text if found else None, evidence_span=found.span if found else None,
            sentence=sentence.text,
        )  # fmt: skip

    return (
        one("v1", 1, "old", gazette, Label.SUPPORTS, 0),
        one("v2", 1, "new", gazette, Label.REFUTES, 0),
        one("v3", 3, "new", letter, Label.SUPPORTS, 0),
        one("v4", 9, "both", gazette, Label.REFUTES, 2),
        one("v5", 9, "both", letter, Label.NOT_ENOUGH_INFO, None),
    )


def _disagreement(gazette: Document, letter: Document) -> Disagreement:
    def voice(source: Document, index: int, value: object, said: str | None, about: str | None) -> Voice:
        sentence = source.sentences[index]
        return Voice(value=value, approximator=about, attributed_to=said, source=source.id,  # type: ignore[arg-type]
                     text=sentence.text, span=sentence.span)  # fmt: skip

    return Disagreement(
        id="g7", subject="people hurt in the flood",
        values=(voice(gazette, 2, {"low": 701, "high": None, "unit": "people"}, "rights groups", "over"),
                voice(gazette, 3, {"low": 187, "high": 187, "unit": "people"}, "police", None),
                voice(letter, 2, {"low": 700, "high": 700, "unit": "people"}, None, "about")),
    )  # fmt: skip


__all__ = ["Block", "Citation", "document", "evidence", "finding", "pairs", "rivers", "side"]
