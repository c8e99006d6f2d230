"""A claim is what a sentence asserts: it has a type, a subject and a value.

One line a claim: where it stands, its type, its subject, its value, and the words it was read from.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from reconcile.claim import Claim, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.claims.subjects import Topics
from reconcile.commands.arguments import add_project, add_reader
from reconcile.commands.inputs import project_and_rules, read_one
from reconcile.errors import UsageError
from reconcile.fields import as_dict
from reconcile.model import Document, Json
from reconcile.report.visible import visible
from reconcile.report.yaml_report import dump
from reconcile.span import Lines
from reconcile.text.plural import counted


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile claims`."""
    parser.add_argument("file", metavar="FILE", help="the document")
    add_reader(parser, "FILE")
    known = ", ".join(CLAIM_TYPES)
    parser.add_argument(
        "--type", metavar="LIST", help=f"types with commas between them (default: all): {known}"
    )
    parser.add_argument("--format", choices=("text", "json", "yaml"), default="text", help="default: text")
    add_project(parser)


def run(arguments: Namespace) -> int:
    """Print what is read out of the document."""
    _, book = project_and_rules(arguments)
    document = read_one(arguments.file, arguments, book)
    rows = list(_rows(document, book, _types(arguments.type)))
    if arguments.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif arguments.format == "yaml":
        print(dump({"document": document.path, "claims": [*rows]}), end="")
    else:
        print("\n".join(_table(rows)))
        claims, sentences = counted(len(rows), "claim"), counted(len(document.sentences), "sentence")
        print(f"{claims} in {sentences} of {document.path}, read as {document.reader}")
    return 0


def _types(given: str | None) -> list[str]:
    if given is None:
        return [name for name in CLAIM_TYPES if not claim_type(name).TRAITS.relative]
    names = [name.strip() for name in given.split(",")]
    for name in names:
        if name not in CLAIM_TYPES:
            near = get_close_matches(name, CLAIM_TYPES, n=1) or [", ".join(CLAIM_TYPES)]
            raise UsageError(f"there is no claim type {name!r}; use {near[0]}")
    return names


def _rows(document: Document, book: RuleBook, types: Collection[str]) -> Iterator[dict[str, Json]]:
    """Every claim as plain data, in the order of the document; one for each range and type."""
    lines, topics = Lines(document.text), Topics(document, book.lexicon)
    kinds = {rule.id: claim_type(rule.claim) for rule in book.rules if rule.claim in types}
    for sentence in document.sentences:
        found: dict[tuple[int, int, str], Claim] = {}
        for rule in book.rules:
            for claim in kinds[rule.id].extract(sentence, rule, book.lexicon) if rule.id in kinds else ():
                found.setdefault((claim.start, claim.end, claim.type), topics.named(claim))
        for claim in (found[place] for place in sorted(found)):
            line, column = lines.at(sentence.span_of(claim.start, claim.end).start)
            yield _row(claim, line, column, sentence.text[claim.start : claim.end])


def _row(claim: Claim, line: int, column: int, text: str) -> dict[str, Json]:
    qualifiers = as_dict(claim.qualifiers)
    return {
        "line": line,
        "column": column,
        "claim": claim.type,
        "rule": claim.rule,
        "subject": claim.subject,
        "object": claim.object,
        "value": claim.value.data,
        "qualifiers": {key: value for key, value in qualifiers.items() if value},
        "text": text,
    }


def _table(rows: list[dict[str, Json]]) -> Iterator[str]:
    """Columns as wide as their widest entry, the words last."""
    cells = [
        (
            f"{row['line']}:{row['column']}",
            str(row["claim"]),
            str(row["subject"] or "–"),
            _value(row["value"]),
            visible(str(row["text"])),
        )
        for row in rows
    ]
    widths = [min(40, max((len(cell[column]) for cell in cells), default=0)) for column in range(4)]
    for cell in cells:
        yield "  ".join(
            f"{_short(text):<{width}}" for text, width in zip(cell, (*widths, 0), strict=True)
        ).rstrip()


def _value(value: Json) -> str:
    items = value.items() if isinstance(value, dict) else ()
    return visible(", ".join(f"{key} {item}" for key, item in items if item not in (None, [], False)))


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
