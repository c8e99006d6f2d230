"""Parsing arguments: mistakes become one sentence, and arguments that several commands share."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from contextlib import suppress
from typing import Any, NoReturn

from reconcile.errors import UsageError

_NARROW = 80  # columns, where nobody says
# Written out, because a check needs these arguments and no reader.
READER_NAMES = "extracted, markdown, news, plain, rst, telegram, wikitext"


class _Formatter(RawDescriptionHelpFormatter):
    """As wide as the terminal.

    One is made for every argument that is added, and would import shutil, with all its compressors, to ask.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    with suppress(KeyError, ValueError):
        if (told := int(os.environ["COLUMNS"])) > 0:
            return told
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _NARROW  # type: ignore[union-attr]
    return _NARROW


class Parser(ArgumentParser):
    """An argument parser whose mistakes are `UsageError`s; every option is written out in full."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Formatter, allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")


def add_project(parser: ArgumentParser) -> None:
    """`--project FILE` and `--rules PACK`, for every command that needs rules."""
    add_project_file(parser)
    add_rules(parser)


def add_project_file(parser: ArgumentParser) -> None:
    """`--project FILE`."""
    parser.add_argument(
        "--project", metavar="FILE", help="the project file (default: the nearest reconcile.yaml)"
    )


def add_rules(parser: ArgumentParser) -> None:
    """`--rules PACK`."""
    parser.add_argument(
        "--rules",
        metavar="PACK",
        action="append",
        help="a rule pack, by name or path, instead of the project's; may be given again",
    )


def add_comparison(parser: ArgumentParser) -> None:
    """What is compared: OLD NEW with sources, or one FILE at two states of git, or what the project says."""
    parser.add_argument("files", metavar="FILE", nargs="*", help="OLD NEW, or one FILE with --from-ref")
    parser.add_argument(
        "--source",
        metavar="FILE",
        action="append",
        default=[],
        help="a document to check both versions against; may be given again",
    )
    parser.add_argument("--from-ref", metavar="REF", help="take the old version of FILE from this git ref")
    parser.add_argument(
        "--to-ref", metavar="REF", help="and the new one from this (default: the working tree)"
    )
    add_reader(parser, "OLD and NEW")
    add_project(parser)


def add_reader(parser: ArgumentParser, what: str) -> None:
    """`--reader NAME`, for every command that reads a document."""
    parser.add_argument(
        "--reader", metavar="NAME", help=f"the form of {what} (default: found out): {READER_NAMES}"
    )
