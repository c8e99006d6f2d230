"""What two spellings of the same characters are compared by."""

from __future__ import annotations

_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "‛": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"', "‟": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "―": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u2060": None,
        "…": "...",
    }
)  # fmt: skip


def straighten(text: str) -> str:
    """`text` with typographic quotation marks, dashes and spaces in their plain forms; case is kept.

    Invisible characters vanish, and an ellipsis becomes three full stops, so offsets may shift.
    """
    return text.translate(_SAME)


def fold(text: str) -> str:
    """`text` as it is compared: straightened, without regard to case."""
    # The tests spare most words the translation, which is slow: letters are none of its characters but one.
    if text.isascii():
        return (text if text.isalnum() else text.replace("`", "'")).lower()
    if text.isalnum() and "ʼ" not in text:
        return text.casefold()
    return straighten(text).casefold()
