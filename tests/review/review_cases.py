"""Results to review, made by hand: as many findings as are wanted, in two documents and a source."""

from __future__ import annotations

from hashlib import sha256
from queue import Queue
from threading import Thread

from reconcile.model import Block, BlockKind, Document, Label, Level, Pair, Piece, Relation, Sentence
from reconcile.report.order import by_importance
from reconcile.result import Evidence, Finding, Result, Side
from reconcile.review.desk import Desk
from reconcile.review.page import page_of
from reconcile.review.server import serve
from reconcile.span import Span

DAY = "2031-05-06"
LEVELS = (Level.ERROR, Level.WARNING, Level.NOTE)
CLAIMS = ("count", "date", "name")


def document(id: str, lines: list[str]) -> Document:
    text = "\n".join(lines)
    blocks, sentences, offset = [], [], 0
    for index, line in enumerate(lines):
        pieces = (Piece(0, len(line), offset, offset + len(line)),)
        blocks.append(Block(kind=BlockKind.PARAGRAPH, text=line, pieces=pieces))
        span = Span(offset, offset + len(line))
        sentences.append(
            Sentence(index=index, text=line, span=span, block=index, kind=BlockKind.PARAGRAPH, pieces=pieces)
        )
        offset += len(line) + 1
    return Document(
        id=id,
        path=f"{id}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        reader="plain",
        text=text,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
    )


def side(document: Document, index: int, text: str) -> Side:
    whole = document.sentences[index]
    start = whole.span.start + whole.text.index(text)
    return Side(
        document=document.id,
        text=text,
        span=Span(start, start + len(text)),
        value={"text": text},
        sentences=(index,),
        context=whole.text,
    )


def result(number: int = 31, words: str = "members") -> Result:
    """`number` findings: in sentence N, `N {words}` became `N+1 {words}`; a gazette speaks of some."""
    olds = [f"Town {n} of the league has {n} {words} and a harbour." for n in range(number)]
    news = [f"Town {n} of the league has {n + 1} {words} and a harbour." for n in range(number)]
    old, new = document("before", olds), document("after", news)
    source = document("gazette", [f"The gazette counts {n} of them." for n in range(min(number, 5))])
    findings = [finding(n, old, new, source, words) for n in range(number)]
    return Result(
        old=old,
        new=new,
        sources=(source,),
        pairs=tuple(Pair(old=(n,), new=(n,)) for n in range(number)),
        findings=tuple(by_importance(findings)),
    )


def finding(n: int, old: Document, new: Document, source: Document, words: str) -> Finding:
    sentence = source.sentences[n] if n < len(source.sentences) else None
    proof = Evidence(
        source=source.id,
        old=Label.SUPPORTS,
        new=Label.REFUTES,
        rule="count",
        why="the gazette has the old figure",
        text=sentence.text if sentence else "",
        span=sentence.span if sentence else Span(0, 0),
    )
    return Finding(
        id=f"{n:012x}",
        key=f"{n + 4096:012x}",
        kind="change",
        rule="count",
        claim=CLAIMS[n % 3],
        relation=Relation.CONFLICTING,
        level=LEVELS[n % 3],
        score=0.9,
        subject=f"Town {n}",
        object=None,
        message=f"Town {n}: {n} {words} became {n + 1}",
        why="the figures differ",
        old=side(old, n, f"{n} {words}"),
        new=side(new, n, f"{n + 1} {words}"),
        evidence=(proof,) if sentence else (),
    )


def start(made: Result, folder, by: str = "Ana") -> str:
    """Serve the review of `made` until the tests end; its address is returned."""
    page, policy = page_of(made)
    desk = Desk(findings=made.findings, folder=folder, by=by, day=DAY)
    addresses: Queue[str] = Queue()
    Thread(
        target=serve, args=(desk, page), kwargs={"policy": policy, "ready": addresses.put}, daemon=True
    ).start()
    return addresses.get(timeout=20)
