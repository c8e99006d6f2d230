"""A few words around a place, so that a short value is understood without the rest."""

from __future__ import annotations

_REACH = 48  # characters on either side


def excerpt(text: str, start: int, end: int) -> str:
    """The words of `text` around [start, end), cut between words and marked with … where there is more."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    if low:
        cut = text.find(" ", low, start)
        low = cut + 1 if cut >= 0 else start
    if high < len(text):
        cut = text.rfind(" ", end, high)
        high = cut if cut >= 0 else end
    return ("… " if low else "") + text[low:high].strip() + (" …" if high < len(text) else "")
