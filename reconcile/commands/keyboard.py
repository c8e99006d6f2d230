"""Single keys from a terminal, without waiting for Enter."""

from __future__ import annotations

import sys

from reconcile.review.terminal import Terminal


def keyboard() -> Terminal:
    """The terminal that the program was started in."""
    return Terminal(key=_key, ask=_ask, say=print)


def _key(prompt: str) -> str:
    print(prompt, end="", flush=True)
    key = _pressed()
    print(key if key.isprintable() else "")
    return key


def _ask(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:
        return ""


if sys.platform == "win32":
    import msvcrt

    def _pressed() -> str:
        return msvcrt.getwch()

else:
    import termios
    import tty

    def _pressed() -> str:
        """One key; the terminal is as it was afterwards, whatever happens."""
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal)
            return sys.stdin.read(1)
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
