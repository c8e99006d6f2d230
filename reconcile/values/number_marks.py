"""What digits may have behind them that makes another number of them: "1½", "2 1/4", "4.2 × 10^3".

And behind a number in words its digits once more: "within fourteen (14) days".
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from reconcile.text.late import late

VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_RAISED = str.maketrans("⁻−–⁰¹²³⁴⁵⁶⁷⁸⁹", "---0123456789")
_BLANK = "[ \u00a0\u202f\u2009]"
_GLOSS = late(r"\s?\((\d{1,3}(?:,\d{3})*|\d+)\)(?!\w)")
MIXED = r"(?:1/2|[12]/3|[13]/4|[1-4]/5|[15]/6|[1-7]/8|(?:1[0-5]|[1-9])/16)(?![\d/])"
TAIL = (
    rf"(?:(?:(?P<product>{_BLANK}?[×x·*]{_BLANK}?10)|(?<=(?<![\d.,])10))"
    r"(?:(?:\^|\*\*)(?P<power>[-−–]?\d{1,2})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,2}))"
    rf"|(?P<vulgar>[{VULGAR}])|(?<=(?<![\d.,])\d)[ \u00a0](?P<mixed_part>{MIXED}))?"
)


def factor(match: re.Match[str]) -> float:
    """What the digits are multiplied by, 1 without a power of ten behind them."""
    power = match["power"] or match["raised"]
    if not power:
        return 1.0
    return 10.0 ** (int(power.translate(_RAISED)) - (match["product"] is None))


def share(match: re.Match[str]) -> Fraction:
    """The part of one that is added to the digits, often none."""
    said = match["vulgar"] or match["mixed_part"]
    return vulgar(said) if said else Fraction(0)


def vulgar(said: str) -> Fraction:
    """What a fraction is worth: ½, 3/4."""
    return Fraction(said) if len(said) > 1 else Fraction(unicodedata.numeric(said)).limit_denominator(10)


def gloss_end(text: str, end: int, value: float) -> int:
    """Where the bracket ends that says a number in words again in digits, else `end`."""
    match = _GLOSS.match(text, end)
    return match.end() if match and float(match[1].replace(",", "")) == value else end
