"""Parsing arguments: mistakes become one sentence, and arguments that several commands share."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any, NoReturn

from reconcile.errors import UsageError


class Parser(ArgumentParser):
    """An argument parser whose mistakes are `UsageError`s; every option is written out in full."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")


def add_project(parser: ArgumentParser) -> None:
    """`--project FILE` and `--rules PACK`, for every command that needs rules."""
    parser.add_argument(
        "--project", metavar="FILE", help="the project file (default: the nearest reconcile.yaml)"
    )
    parser.add_argument(
        "--rules",
        metavar="PACK",
        action="append",
        help="a rule pack, by name or path; instead of the project's",
    )


def add_comparison(parser: ArgumentParser) -> None:
    """What is compared: OLD NEW with sources, or one FILE at two states of git, or what the project says."""
    parser.add_argument("files", metavar="FILE", nargs="*", help="OLD NEW, or one FILE with --from-ref")
    parser.add_argument(
        "--source",
        metavar="FILE",
        action="append",
        default=[],
        help="a document to check both versions against",
    )
    parser.add_argument("--from-ref", metavar="REF", help="take the old version of FILE from this git ref")
    parser.add_argument(
        "--to-ref", metavar="REF", help="and the new one from this (default: the working tree)"
    )
    parser.add_argument("--reader", metavar="NAME", help="read OLD and NEW in this form, instead of sniffing")
    add_project(parser)
