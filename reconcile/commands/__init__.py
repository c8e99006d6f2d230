"""The commands, one verb a module, each with `add_arguments(parser)` and `run(arguments) -> exit code`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Protocol, cast


class Command(Protocol):
    """What a module of this room offers. Its docstring is printed below its `--help`."""

    def add_arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, arguments: Namespace) -> int: ...


def command(module: str) -> Command:
    """The module of a command."""
    return cast(Command, import_module(module))
