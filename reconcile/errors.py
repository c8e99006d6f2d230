"""The one family of errors a user can cause, each saying what is wrong, where, and what would be right."""

from __future__ import annotations


class FatalError(Exception):
    """Something the user can mend. The command line prints it as one sentence and exits with 2."""


class ReadError(FatalError):
    """A file cannot be read: missing, empty, binary, badly encoded or too large."""


class ConfigError(FatalError):
    """A project file, a rule pack or a decision has a mistake in it.

    `problems` holds one printed line for each mistake (`file:line:column: what; what would be right`),
    because a person wants them all at once.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class UsageError(FatalError):
    """The arguments of a command do not fit together."""
