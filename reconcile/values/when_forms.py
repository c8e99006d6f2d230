"""The forms in which English prints a date, as expressions; `when_read` tells what each says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.scan import has_word


@frozen
class Forms:
    """The expressions for all forms, and the tables that their parts are looked up in."""

    lexicon: Lexicon
    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int, int]]
    ordinals: Mapping[str, int]
    eras: Mapping[str, int]
    begins: frozenset[str]

    def pattern(self, text: str) -> re.Pattern[str]:
        """The expression for the forms that can stand in `text`."""
        return _worded(self.lexicon) if has_word(text, self.begins | _WORDS) else _figures(self.lexicon)


def _capitals(words: Iterable[str]) -> str:
    """Names as they are printed: with a capital, or in capitals."""
    return alternation(spelling for word in words for spelling in (word.capitalize(), word.upper()))


def _parts(lexicon: Lexicon) -> dict[str, str]:
    ordinals = alternation(word_table(lexicon, "ordinal-words"))
    return {
        "M": rf"{_capitals(word_table(lexicon, 'months'))}",
        "LOW": alternation(word_table(lexicon, "months")),
        "S": alternation(
            form for word in word_table(lexicon, "seasons") for form in (word, word.capitalize())
        ),
        "D": r"[0-3]?\d",
        "TH": r"(?:st|nd|rd|th)?",
        "Y": r"[12]\d{3}",
        "YEAR": r"\d{4}",
        "TIME": r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        "TWO": r"\d\d",
        "FOUR": r"[1-4]",
        "NUM": r"\d{1,4}",
        "TO": r"(?:\s?[–-]\s?|\s+to\s+)",
        "N": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:(?i:twenty)[- ])?(?i:{ordinals}))",
        "E": alternation(word_table(lexicon, "eras")),
        "END": r"(?![\w%]|[.,:-]\d)",
    }


_BEGINS = frozenset({"fiscal", "financial", "fy", "twenty", "q"})
_WORDS = frozenset({"century"})  # those that forms have further on
_IN_FIGURES = ("iso", "slash", "decade", "years", "year")  # forms without any word
# {Y} is a part; {y=Y} is the part as the group "<form>_y".
_PART = late(r"\{(?:([a-z])=)?([A-Z]+)\}")
_FORMS: dict[str, str] = {
    "iso": r"{y=YEAR}(?P<iso_s>[-/]){m=TWO}(?P=iso_s){d=TWO}{TIME}(?![\w-])",
    "span": r"{d=D}{TH}{TO}{e=D}{TH}\s+(?:of\s+)?{m=M}(?:,?\s+{y=Y})?{END}",
    "dmy": r"{d=D}{TH}(?:\s+|-)(?:of\s+)?{m=M}(?:(?:,?\s+|-){y=Y})?{END}",
    "my": r"{m=M}(?:,?\s+(?:of\s+)?|-){y=Y}{END}",
    "mspan": r"{m=M}\s+{d=D}{TH}{TO}{e=D}{TH}(?:,?\s+{y=Y})?{END}",
    "mdy": r"{m=M}\s+(?:the\s+)?{d=D}{TH}(?:(?:,\s*|\s+){y=Y})?{END}",
    "nth": r"{n=N}\s+(?:day\s+)?of\s+{m=M}(?:,?\s+{y=Y})?{END}",
    "low": r"(?:{d=D}{TH}\s+)?{m=LOW},?\s+{y=Y}{END}",
    "slash": r"{a=D}(?P<slash_s>[/.]){b=D}(?P=slash_s){y=Y}(?![\w/.]\w)",
    "season": r"{s=S}(?:\s+of|,)?\s+{y=Y}{END}",
    "decade": r"(?:{y=Y}|[’'](?P<decade_t>\d0))[’']?s(?!\w)",
    "century": r"{n=N}[\s-](?i:century)(?:\s+{e=E})?(?!\w)",
    "era": r"(?:{y=NUM}\s?{e=E}|{f=E}\s{z=NUM})(?!\w)",
    "fiscal": r"(?:(?i:fiscal|financial)(?:\s+(?i:year))?\s+{y=Y}|FY\s?(?P<fiscal_t>{Y}|\d\d)){END}",
    "quarter": r"(?:(?:Q{q=FOUR}|{r=FOUR}Q)\s?(?:of\s)?{y=Y}|{z=Y}[ -]Q{s=FOUR}){END}",
    "years": r"{a=Y}(?P<years_s>\s?[–—‑-]\s?|/)(?P<years_b>{Y}|\d\d)(?![\w%]|[.,]\d|[–/-]\d)",
    "year": r"{Y}(?![\w%]|[.,:/]\d|[–-]\d)",
    "month": r"{m=M}(?!\w)",
}  # fmt: skip


def _filled(name: str, form: str, parts: Mapping[str, str]) -> str:
    def fill(part: re.Match[str]) -> str:
        return f"(?P<{name}_{part[1]}>{parts[part[2]]})" if part[1] else parts[part[2]]

    return f"(?P<{name}>{_PART.sub(fill, form)})"


@per_lexicon
def forms(lexicon: Lexicon) -> Forms:
    """The forms in the words of `lexicon`."""
    seasons = {word: _three(value) for word, value in word_table(lexicon, "seasons").items()}
    tables = [word_table(lexicon, name) for name in ("months", "seasons", "ordinal-words", "eras")]
    return Forms(
        lexicon,
        {name: int(number) for name, number in word_table(lexicon, "months").items()},
        seasons,
        {word: int(number) for word, number in word_table(lexicon, "ordinal-words").items()},
        {era: int(sign) for era, sign in word_table(lexicon, "eras").items()},
        frozenset(word.lower().rstrip(".").split(".")[0] for table in tables for word in table) | _BEGINS,
    )


@per_lexicon
def _worded(lexicon: Lexicon) -> re.Pattern[str]:
    return _compiled(_FORMS, lexicon)


@per_lexicon
def _figures(lexicon: Lexicon) -> re.Pattern[str]:
    return _compiled({name: _FORMS[name] for name in _IN_FIGURES}, lexicon)


def _compiled(chosen: Mapping[str, str], lexicon: Lexicon) -> re.Pattern[str]:
    parts = _parts(lexicon)
    whole = "|".join(_filled(name, form, parts) for name, form in chosen.items())
    return re.compile(rf"(?<![\w$£€#/])(?<!\d[.,:-])(?<!(?<!\d\d\d)\d–)(?:{whole})")


def _three(text: str) -> tuple[int, int, int]:
    code, first, last = (int(part) for part in text.split("/"))
    return code, first, last
