"""What is printed when the program itself is at fault: everything a bug report needs, ready to paste."""

from __future__ import annotations

import platform
import shlex
import traceback
from collections.abc import Sequence
from importlib.metadata import version


def bug_report(error: BaseException, arguments: Sequence[str]) -> str:
    """Version, Python, system, command and traceback; the text of documents is not in it."""
    trace = "".join(traceback.format_exception(error)).rstrip()
    return "\n".join(
        [
            "reconcile: a bug in reconcile, not a mistake of yours. Please report it with this:",
            "",
            f"reconcile {version('reconcile-docs')}, Python {platform.python_version()}",
            platform.platform(),
            f"command: {shlex.join(['reconcile', *arguments])}",
            trace,
        ]
    )
