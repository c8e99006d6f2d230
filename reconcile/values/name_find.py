"""Where names stand in a prose text: runs of capitalised words, joined by the small words inside names."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from reconcile.claim import Lexicon
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import alternation, per_lexicon, per_text
from reconcile.values.found import Found
from reconcile.values.name import Name
from reconcile.values.name_inside import NONE, byname
from reconcile.values.name_lists import Known, known
from reconcile.values.name_parts import Part, parts

_LOOK = 8  # code points before a capital that are looked at
_OPENERS = frozenset(".!?:;\"“”'‘(•*\n«")


@cache
def _capital() -> str:
    """A character class of the capitals of all scripts that have them; `re` has no name for it."""
    spans: list[list[int]] = []
    for code in range(sys.maxunicode + 1 if sys.maxunicode < 0x2C00 else 0x2C00):
        if chr(code).isupper():
            if spans and spans[-1][1] == code - 1:
                spans[-1][1] = code
            else:
                spans.append([code, code])
    return "".join(chr(low) + ("-" + chr(high) if high > low else "") for low, high in spans)


def _token(text: str, lexicon: Lexicon) -> re.Pattern[str]:
    """One capitalised word of `text`: an acronym, an initial, an abbreviated title, or a plain word."""
    # The class of all capitals is slow to compile, and most texts have none outside ASCII.
    foreign = not text.isascii() and any(sign.isupper() and not sign.isascii() for sign in text)
    return _any_token(lexicon) if foreign else _ascii_token(lexicon)


@per_lexicon
def _any_token(lexicon: Lexicon) -> re.Pattern[str]:
    return _compiled(f"[{_capital()}]", lexicon)


@per_lexicon
def _ascii_token(lexicon: Lexicon) -> re.Pattern[str]:
    return _compiled("[A-Z]", lexicon)


def _compiled(big: str, lexicon: Lexicon) -> re.Pattern[str]:
    facts = known(lexicon)
    dotted = {
        word.capitalize() for word in facts.titles | facts.corporate | facts.place if word.endswith(".")
    }
    plain = rf"{big}\w*(?:['’](?!s\b)\w+)*(?:-(?:al-)?{big}\w*(?:['’](?!s\b)\w+)*)*"
    return re.compile(
        rf"(?<![\w@/])(?:(?:{big}\.){{2,}}(?:{big}\b)?|{alternation(dotted)}|{big}\.(?=\s?{big})"
        rf"|(?:Co|Re|Vice|Sub|Anti|Inter|Non|Pre)-[^\W\d_]+|(?:[Aa]l|[Ee]l|as|ad|ash|an|ar|at|az|[dDlL]['’]){plain}"
        rf"|(?:al|el|as|ad|ash|an|ar|at|az)-{plain}|[a-z]{big}\w+|{plain}(?:(?:\+\+?|#)(?!\w))?)"
    )


@per_text
def find(text: str, lexicon: Lexicon) -> tuple[Found[Name], ...]:
    """The names in `text`, in order, none overlapping; aliases are those the text itself defines."""
    facts = known(lexicon)
    found = []
    for run in _runs(text, facts):
        for part in parts(run, text, facts):
            start, end = part.start, part.end
            found.append(Found(start, end, Name(text[start:end], (), part.kind)))
    return _with_aliases(tuple(found), text)


def _runs(text: str, facts: Known) -> Iterator[list[Part]]:
    """Capitalised words that belong together, as lists of parts of one word each."""
    run: list[Part] = []
    inside = NONE  # a byname within a name
    for match in _token(text, facts.lexicon).finditer(text):
        if inside[0] <= match.start() < inside[1]:
            continue
        opens = match.start() != inside[1] and _opens(text, match.start())
        opens = opens and not _goes_on(text, run, match.start())
        word = Part(match.start(), match.end(), fold(match.group()), opens, None)
        if (
            run
            and match.start() != inside[1]
            and not _joins(text[run[-1].end : word.start], run, word, facts)
        ):
            yield run
            run = []
        run.append(word)
        inside = byname(text, run[0].folded, word.folded, word.end, facts)
    if run:
        yield run


def _opens(text: str, start: int) -> bool:
    """True where a capital may be owed to the beginning of a sentence or a quotation."""
    before = text[max(0, start - _LOOK) : start].rstrip(" ")
    return not before or before[-1] in _OPENERS


def _goes_on(text: str, run: list[Part], start: int) -> bool:
    """True when the full stop before `start` is that of an abbreviation, as in St. Petersburg."""
    return bool(run) and run[-1].folded.endswith(".") and not text[run[-1].end : start].strip()


def _joins(gap: str, run: list[Part], word: Part, facts: Known) -> bool:
    """True when the words before and after `gap` are parts of one name."""
    if not gap.strip():
        return gap != "" or run[-1].folded.endswith(".")
    between = fold(gap).split()
    last = run[-1].folded
    if between in ([], ["&"]):  # nothing but marks that are not seen
        return True
    if between == ["and"] and word.folded in facts.partners:
        return True
    if between == ["of"] and f"{last} of {word.folded}" in facts.titles:
        return True
    if "of" in between and not _heads(run, facts):
        return False
    if all(part in facts.particles or part == "the" for part in between):
        return between[0] != "the" and gap[0] == " "
    if not any(part.folded in facts.organisation for part in run):
        return False
    return _joins_body(between, run, word, facts)


def _heads(run: list[Part], facts: Known) -> bool:
    """True when the last word can head a name with "of": Bank of America, but not Smith of London."""
    last = run[-1].folded
    if last in facts.organisation or last in facts.place:
        return True
    if last in facts.titles or facts.is_named(last) or not facts.is_common(last):
        return False
    return not (run[-1].opens and len(run) == 1 and lemma(last, facts.lexicon) != last)


def _joins_body(between: list[str], run: list[Part], word: Part, facts: Known) -> bool:
    """The same inside the name of an organisation, where for, on, in and and may stand."""
    last = run[-1].folded
    common = facts.is_common(word.folded) and facts.is_common(last)
    if between in (["for"], ["on"], ["for", "the"], ["on", "the"]):
        return common or (facts.is_common(word.folded) and last in facts.organisation)
    if between == ["and"] and len(run) > 1:
        return common and last not in facts.organisation
    return between == ["in"] and len(run) > 2 and word.folded in facts.regions


_DEFINED = late(r"\s*\(\s*(?:also |formerly |known as |or |the |abbreviated |hereafter )*$")


def _with_aliases(found: tuple[Found[Name], ...], text: str) -> tuple[Found[Name], ...]:
    pairs = _defined(found, text)
    if not pairs:
        return found
    return tuple(Found(one.start, one.end, _aliased(one.value, pairs)) for one in found)


def _aliased(name: Name, pairs: tuple[tuple[str, str], ...]) -> Name:
    others = [b for a, b in pairs if a == name.name] + [a for a, b in pairs if b == name.name]
    return Name(name.name, tuple(dict.fromkeys(others)), name.kind)


def _defined(found: tuple[Found[Name], ...], text: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for one, two in pairwise(found):
        if _DEFINED.fullmatch(text, one.end, two.start) and text[two.end : two.end + 1] in (")", ",", ";"):
            long, short = sorted((one.value.name, two.value.name), key=len, reverse=True)
            long = _abbreviated(short, long)
            if short.isupper() and long:
                pairs.append((long, short))
    return tuple(pairs)


def _abbreviated(short: str, long: str) -> str:
    """The part of `long` that `short` abbreviates: its last words with these initials, else all of it.

    Empty when the letters of `short` do not stand in `long` in order, the first one at its beginning.
    """
    letters = [sign for sign in fold(short) if sign.isalnum()]
    words = long.split()
    for at in range(len(words) - 1, -1, -1):
        initials = [fold(word[0]) for word in words[at:] if word[0].isupper()]
        if words[at][0].isupper() and initials == letters:
            return " ".join(words[at:])
    rest = iter(fold(long))
    fits = len(letters) > 1 and len(short) < len(long) and fold(long[0]) == letters[0]
    return long if fits and all(letter in rest for letter in letters) else ""
