"""From the arguments to a command, and the one door for errors.

Nothing heavy is imported before the command is known. Exit codes: 0 done and nothing at the gate, 1 findings
at or above the gate, 2 usage or bad input, 3 a bug, 130 interrupted, 141 nobody reads the output any more.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper

from reconcile.errors import ConfigError, FatalError, UsageError

# What each command is for, and the module that does it: `add_arguments(parser)` and `run(arguments) -> int`.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "report": ("reconcile.commands.report", "compare two versions and write the change report"),
    "check": ("reconcile.commands.check", "stop edits that contradict what is settled or stated elsewhere"),
    "review": ("reconcile.commands.review", "settle findings in the browser or the terminal"),
    "decide": ("reconcile.commands.decide", "settle one finding, or those of a downloaded bundle"),
    "decisions": ("reconcile.commands.decisions", "list what was decided; drop what is stale"),
    "facts": ("reconcile.commands.facts", "print the settled facts"),
    "explain": ("reconcile.commands.explain", "show how the score of a finding came about"),
    "claims": ("reconcile.commands.claims", "show what is read out of one document"),
    "rules": ("reconcile.commands.rules", "list, explain and test rules"),
    "init": ("reconcile.commands.init", "write a commented reconcile.yaml"),
}


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code; every error ends here."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows a question mark, instead of no report.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
        return code
    except FatalError as error:
        _tell(error)
        return 2
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Python would complain when it flushes at exit; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:
        from reconcile.commands.bug import bug_report

        print(bug_report(error, arguments), file=sys.stderr)
        return 3


def _dispatch(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(usage())
        return 0 if arguments else 2
    if arguments[0] in ("-V", "--version"):
        from importlib.metadata import version

        print(f"reconcile {version('reconcile-docs')}")
        return 0
    name = arguments[0]
    if name not in COMMANDS:
        raise UsageError(_unknown(name))
    return _command(name, arguments[1:])


def _command(name: str, arguments: Sequence[str]) -> int:
    from reconcile.commands import command
    from reconcile.commands.arguments import Parser

    module = command(COMMANDS[name][0])
    parser = Parser(prog=f"reconcile {name}", description=COMMANDS[name][1], epilog=module.__doc__)
    module.add_arguments(parser)
    try:
        parsed = parser.parse_intermixed_args(arguments)
    except SystemExit as done:  # --help
        return int(done.code or 0)
    return module.run(parsed)


def usage() -> str:
    """What `reconcile --help` prints."""
    lines = [
        "usage: reconcile COMMAND [ARGUMENT]…",
        "",
        "Compare two versions of a document and say which facts changed.",
        "",
        "commands:",
    ]
    lines += [f"  {name:<10} {what}" for name, (_, what) in COMMANDS.items()]
    lines += [
        "",
        "options:",
        "  --version  print the version",
        "  --help     print this; reconcile COMMAND --help",
    ]
    return "\n".join(lines)


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "reconcile --help lists them"
    return f"there is no command {name!r}; {hint}"


def _tell(error: FatalError) -> None:
    if isinstance(error, ConfigError):  # its lines begin with file:line:column, which editors follow
        print("\n".join(error.problems), file=sys.stderr)
    else:
        print(f"reconcile: {error}", file=sys.stderr)
