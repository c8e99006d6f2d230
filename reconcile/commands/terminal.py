"""What the terminal gets: colours where it is one, and a bar while something long goes on."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def colours(stream: TextIO) -> bool:
    """Whether to print colours: on a terminal only, never with NO_COLOR (no-color.org) or a dumb one."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """A bar on stderr that says what is being done; it draws nothing unless stderr is a terminal."""

    def __init__(self, steps: int, stream: TextIO | None = None) -> None:
        """`steps` is how many calls are expected; more only fill the bar."""
        self._stream = stream or sys.stderr
        self._steps, self._done = max(1, steps), 0
        self._drawn = self._stream.isatty()

    def __call__(self, what: str) -> None:
        """The next step begins, and `what` is it."""
        if self._drawn:
            full = min(20, 20 * self._done // self._steps)
            self._stream.write(f"\r\x1b[K[{'#' * full}{'.' * (20 - full)}] {what[:50]}")
            self._stream.flush()
        self._done += 1

    def close(self) -> None:
        """Wipe the bar away."""
        if self._drawn and self._done:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
