"""What each slot type of a pattern may stand for, as regular expressions for RE2.

RE2's \\w and \\b know ASCII only, and its \\p{L} makes programs of 40,000 instructions. The classes here are
written out instead: a letter is whatever is neither space nor punctuation, a capital is one of the cased
scripts of Europe or a letter of a script without case. That keeps a pattern near 2,000 instructions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reconcile.claim import Lexicon
from reconcile.text.lists import per_lexicon, word_set, word_table

NOT_LETTERS = (
    r"\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf"
    r"×÷\x{2000}-\x{206f}\x{3000}-\x{3003}\x{3008}-\x{301f}"
)
LETTER = f"[^{NOT_LETTERS}]"  # letters, marks and digits
EDGE = f"[{NOT_LETTERS}]"
SPACE = r"[\s\x{a0}\x{2007}\x{2009}\x{202f}]"
APOSTROPHE = "['’ʼ‘]"
DASH = r"[-\x{2010}-\x{2015}\x{2212}]"
_LATIN = "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
_UNCASED = (
    r"\x{5d0}-\x{5ea}\x{620}-\x{64a}\x{671}-\x{6d3}\x{904}-\x{e30}"
    r"\x{10a0}-\x{10ff}\x{3041}-\x{9fff}\x{ac00}-\x{d7a3}"
)
CAPITAL = rf"[A-ZÀ-ÖØ-Þ{_LATIN}\x{{386}}-\x{{3ab}}\x{{400}}-\x{{42f}}\x{{531}}-\x{{556}}{_UNCASED}]"
_MARKS = {"'": APOSTROPHE, "’": APOSTROPHE, "-": DASH, "–": DASH, "—": DASH, '"': '["“”„«»]'}


def literal(text: str) -> str:
    """`text` for RE2: in any case, with any white space, quotation marks and dashes of the same kind."""
    written = (SPACE + "+" if part.isspace() else _word(part) for part in re.split(r"(\s+)", text) if part)
    return f"(?i:{''.join(written)})"


def slot_expressions(lexicon: Lexicon) -> Mapping[str, str]:
    """The regular expression for every slot type; that of `quote` holds a group for the words inside."""
    return _expressions(lexicon)


@per_lexicon
def _expressions(lexicon: Lexicon) -> Mapping[str, str]:
    name = _name(lexicon)
    item = rf"(?:(?:the|The){SPACE}+)?{name}(?:{SPACE}*\([^()]{{1,80}}\))?"
    last = rf"(?:{SPACE}*[,;])?{SPACE}+(?:and|or|&|as well as){SPACE}+{item}"
    return {
        "name": name,
        "names": rf"{item}(?:{SPACE}*[,;]{SPACE}+{item})*(?:{last})?",
        "number": _number(lexicon),
        "date": _date(lexicon),
        "place": rf"{name}(?:,{SPACE}+{name})*",
        "words": rf"{_plain_word()}(?:{SPACE}+{_plain_word()})*",
        "quote": r"[^“”«»\"„]+",
    }


def _word(text: str) -> str:
    return "".join(_MARKS.get(character, re.escape(character)) for character in text)


def _any(phrases: Iterable[str]) -> str:
    """Any of the phrases, the longest first; a class that matches nothing when there is none."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(literal(phrase) for phrase in ordered) + ")" if ordered else r"[^\x00-\x{10ffff}]"


def _plain_word() -> str:
    return rf"{LETTER}+(?:(?:{APOSTROPHE}|{DASH}|[.,]){LETTER}+)*"


def _name(lexicon: Lexicon) -> str:
    """Capitalised words, with the small words that join them ("of", "de la") and initials in between."""
    prefix = rf"(?:[dDlL]{APOSTROPHE}|al{DASH}|el{DASH})?"
    rest = rf"{LETTER}*(?:(?:{APOSTROPHE}|{DASH}|[.&/]){LETTER}+)*"
    # A full stop first, or "J. Smith" would end at the J and "St. Pauls" at the St.
    one = rf"(?:{_any(word_set(lexicon, 'titles'))}\.|{prefix}{CAPITAL}(?:\.|{rest}))"
    links = "|".join(re.escape(link) for link in sorted(word_set(lexicon, "name-links"))) or "of"
    small = rf"(?:(?:{links}){SPACE}+)*"
    joint = _any(word_set(lexicon, "joint-names"))
    return rf"(?:{joint}|{one}(?:{SPACE}+{small}{one})*)"


def _number(lexicon: Lexicon) -> str:
    """Digits or number words, with what stands before (about, $) and behind (million, %), or a range."""
    scales = word_table(lexicon, "number-scales")
    words = _any(word_table(lexicon, "number-words").keys() | scales.keys())
    behind = rf"(?:{SPACE}?{_any(scales)}|{_any(word_table(lexicon, 'number-scale-marks'))})"
    spoken = [word for word in word_table(lexicon, "approximators") if word[:1].isalpha()]
    about = rf"(?:{_any(spoken)}{SPACE}+|[~≈<>≤≥]{SPACE}*)"
    separated = r"\d{1,3}(?:[,.’'\x{a0}\x{2009}\x{202f} ]\d{3})+(?:\.\d+)?"
    digits = rf"(?:[$€£¥₹]{SPACE}?)?(?:{separated}|\d+(?:[.,]\d+)?){behind}?"
    spelled = rf"(?:(?i:an?){SPACE}+)?{words}(?:(?:{SPACE}+and)?(?:{SPACE}+|{DASH}){words})*"
    one = rf"(?:{digits}|{spelled})(?:{SPACE}?%|{SPACE}(?i:per{SPACE}?cent))?"
    both = rf"(?i:between|from){SPACE}+{one}{SPACE}+(?i:and|to){SPACE}+{one}"
    single = rf"{about}*{one}(?:(?:{SPACE}?{DASH}{SPACE}?|{SPACE}+to{SPACE}+){one})?"
    return rf"(?:{both}|{single})"


def _date(lexicon: Lexicon) -> str:
    """A day, a month, a year, a decade, a century or a range of years, as they are written in prose."""
    months = [name for name in word_table(lexicon, "months") if not name.endswith(".")]
    month = rf"(?:{_any(months)}\.?)"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"\d{4}(?:s|\b)"
    days = rf"{day}(?:{SPACE}?{DASH}{SPACE}?{day})?"
    part = rf"{_any(word_set(lexicon, 'date-parts'))}{SPACE}+(?:of{SPACE}+)?(?:the{SPACE}+)?"
    forms = [
        r"\d{4}-\d{2}-\d{2}",
        rf"{days}{SPACE}+(?:of{SPACE}+)?{month}(?:,?{SPACE}+{year})?",
        rf"{month}{SPACE}+{days}(?:,?{SPACE}+{year})?",
        rf"{month},?{SPACE}+(?:of{SPACE}+)?{year}",
        rf"{year}{SPACE}?{DASH}{SPACE}?\d{{2,4}}",
        rf"{part}(?:{month}{SPACE}+)?{year}",
        rf"(?:the{SPACE}+)?{year}",
        rf"the{SPACE}+\d{{1,2}}(?:st|nd|rd|th){SPACE}+(?i:century)",
        month,
    ]
    return "(?:" + "|".join(forms) + ")"
