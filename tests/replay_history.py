"""Replays the prose edits of a git repository through `reconcile check`, and says how loud it was.

    python tests/replay_history.py --history PATH [--commits N] [--files] [--suffix .md,.rst] [--quiet]

Every commit is one edit: its parent is the old state, the commit the new one. With --files every file of a
commit is an edit of its own, as for a history whose commits are releases. Prints the findings of each
edit, then the share of edits with any finding and with one that stops them, crashes, and time per edit.
Exit code 1 when an edit crashed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
import traceback
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reconcile.commands.check_edits import edits
from reconcile.commands.check_run import Work
from reconcile.commands.check_work import Checked
from reconcile.errors import FatalError
from reconcile.model import Level


@dataclass(slots=True)
class Tally:
    """What came of all edits so far."""

    edits: int = 0
    told: int = 0  # edits with an error or a warning
    stopped: int = 0  # edits with an error
    findings: int = 0
    crashes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, checked: Checked) -> list[str]:
        """Count one edit; its findings as lines."""
        loud = [one for one in checked.findings if one.level is not Level.NOTE]
        self.edits += 1
        self.told += bool(loud)
        self.stopped += any(one.level is Level.ERROR for one in loud)
        self.findings += len(loud)
        return [f"  {one.level.value:<7} {one.rule}: {' '.join(one.message.split())}" for one in loud]

    def lines(self) -> Iterator[str]:
        """The summary."""
        edits = max(1, self.edits)
        yield f"edits {self.edits}, crashes {len(self.crashes)}, could not be checked {len(self.unread)}"
        yield f"silent {100 * (1 - self.told / edits):.1f} %, told {self.told}, stopped {self.stopped}"
        yield f"findings per edit {self.findings / edits:.2f}"
        if self.seconds:
            middle, most = statistics.median(self.seconds), max(self.seconds)
            yield f"time per edit: median {1000 * middle:.0f} ms, most {1000 * most:.0f} ms"


def replay(
    history: Path, commits: int, suffixes: tuple[str, ...], *, apart: bool = False, quiet: bool = False
) -> Tally:
    """Check the last `commits` edits of the repository at `history`, the oldest first."""
    tally = Tally()
    before = Path.cwd()
    os.chdir(history)
    try:
        for commit in edits_of(history, commits, suffixes):
            for files in _files_of(commit, suffixes) if apart else ([],):
                _one(commit, files, tally, quiet)
    finally:
        os.chdir(before)
    return tally


def edits_of(history: Path, commits: int, suffixes: tuple[str, ...]) -> list[str]:
    """The ids of the last commits with one parent that modify a document, the oldest first."""
    patterns = [f":(glob)**/*{suffix}" for suffix in suffixes]
    command = ["git", "log", "--no-merges", "--diff-filter=MR", f"-{commits}", "--format=%H", "--", *patterns]
    done = subprocess.run(command, cwd=history, capture_output=True, text=True, check=True)
    return done.stdout.split()[::-1]


def _files_of(commit: str, suffixes: tuple[str, ...]) -> list[list[str]]:
    patterns = [f":(glob)**/*{suffix}" for suffix in suffixes]
    command = ["git", "diff", "--name-only", "-z", "--diff-filter=MR", f"{commit}^", commit, "--", *patterns]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [[name] for name in done.stdout.split("\0") if name]


def _one(commit: str, files: list[str], tally: Tally, quiet: bool) -> None:
    asked = Namespace(
        files=files,
        staged=False,
        from_ref=f"{commit}^",
        to_ref=commit,
        against=None,
        all=False,
        project=None,
        rules=None,
        today="2020-01-01",
    )
    start = time.perf_counter()
    try:
        with Work(asked, edits(asked)) as work:
            checked = work.checked()
    except FatalError as error:
        tally.unread.append(f"{commit[:12]}: {error}")
        return
    except Exception:
        tally.crashes.append(f"{commit[:12]}:\n{traceback.format_exc()}")
        return
    tally.seconds.append(time.perf_counter() - start)
    lines = tally.add(checked)
    if not quiet and lines:
        print("\n".join([f"{commit[:12]} {', '.join(checked.files)}", *lines]))


def main() -> int:
    """Replay, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--history", type=Path, required=True, help="a git repository of documents")
    parser.add_argument("--commits", type=int, default=1000, help="at most this many edits (default: 1000)")
    parser.add_argument("--files", action="store_true", help="every file of a commit is an edit of its own")
    parser.add_argument("--suffix", default=".md,.rst,.wiki,.wikitext,.mediawiki", help="of the documents")
    parser.add_argument("--quiet", action="store_true", help="the summary only")
    arguments = parser.parse_args()
    tally = replay(
        arguments.history,
        arguments.commits,
        tuple(arguments.suffix.split(",")),
        apart=arguments.files,
        quiet=arguments.quiet,
    )
    for problem in (*tally.crashes, *tally.unread):
        print(problem, file=sys.stderr)
    print("\n".join(tally.lines()))
    return int(bool(tally.crashes))


if __name__ == "__main__":
    sys.exit(main())
