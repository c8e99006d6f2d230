"""The usual templates whose output is part of a sentence, and what they show.

    {{convert|100|km|mi}}      -> 100 km
    {{birth date|1950|1|2}}    -> January 2, 1950

A template that is not listed here shows nothing: it is listed under what was dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reconcile.readers.wikitext_names import CITING, is_box, phrases, words
from reconcile.text.late import late

# The positional argument (from 1) that is prose; the walk copies it with its links.
PASSED = {
    **dict.fromkeys(
        phrases(
            """
            nowrap, nobr, small, nobold, nb, em, strong, big, larger, smaller, sic, abbr, tooltip, not a typo,
            not typo, no wrap, visible anchor, vanchor, as written, avoid wrap, bold, italic, center, w, flag,
            flagcountry, flagu, nft, fb, nat, ill, interlanguage link, link-en, link-yue
            """
        ),
        1,
    ),
    **dict.fromkeys(words("lang langx transl transliteration color align"), 2),
}
QUOTATIONS = phrases("quote, blockquote, cquote, quotation, bquote, rquote")
LISTS = phrases("ubl, unbulleted list, hlist, flatlist, plainlist, plain list, bulleted list")

Render = Callable[[list[str], Mapping[str, str]], str | None]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_UNITS = {
    "sqmi": "sq mi", "km2": "km²", "m2": "m²", "km3": "km³", "m3": "m³", "cm2": "cm²", "F": "°F",
    "C": "°C", "ftin": "ft", "impgal": "imp gal", "usgal": "US gal", "km/h": "km/h",
}  # fmt: skip
_JOINS = {
    "to": " to ", "-": "–", "–": "–", "and": " and ", "or": " or ", "by": " by ", "x": " × ", "×": " × ",
    "+/-": " ± ", "±": " ± ",
}  # fmt: skip
_NUMBER = late(r"[-−+]?[\d.,/\s]*\d")


def render(name: str, positional: list[str], named: Mapping[str, str]) -> str | None:
    """What the template shows inside a sentence; None for one not listed or with arguments not understood.

    `name` as `template_name` gives it; arguments without markup, stripped.
    """
    made = _RENDERED.get(name)
    return made(positional, named) if made is not None else None


def shows(name: str) -> bool:
    """True for a template that shows something, or whose arguments are needed, so that it must be parsed."""
    known = name in _NEEDED or name.startswith("lang-") or name.partition(":")[0] in _RENDERED
    return known or is_box(name)


def _convert(args: list[str], named: Mapping[str, str]) -> str | None:
    """The figure and unit written by the author: the converted one follows from them."""
    shown, rest = "", list(args)
    while rest and _NUMBER.fullmatch(rest[0]):
        shown += rest.pop(0)
        if len(rest) > 1 and rest[0] in _JOINS:
            shown += _JOINS[rest.pop(0)]
            continue
        unit = rest.pop(0) if rest else ""
        shown += f" {_UNITS.get(unit, unit)}" if unit else ""
        if len(rest) > 1 and _NUMBER.fullmatch(rest[0]) and rest[1] in ("in", "oz", "lb"):
            shown += " "
            continue
        return shown
    return None


def _date(args: list[str], named: Mapping[str, str]) -> str | None:
    numbers = [int(arg) if arg.isdigit() else 0 for arg in args[:3]]
    if not numbers or not numbers[0] or (len(numbers) > 1 and not 1 <= numbers[1] <= 12):
        return args[0] if len(args) == 1 else None
    if len(numbers) == 1:
        return str(numbers[0])
    month = _MONTHS[numbers[1] - 1]
    if len(numbers) == 2 or not numbers[2]:
        return f"{month} {numbers[0]}"
    if named.get("df", "").lower() in ("y", "yes", "1", "true"):
        return f"{numbers[2]} {month} {numbers[0]}"
    return f"{month} {numbers[2]}, {numbers[0]}"


def _as_of(args: list[str], named: Mapping[str, str]) -> str | None:
    shown = _date(args, {"df": "y"})
    return f"{'as' if 'lc' in named else 'As'} of {shown}" if shown else None


def _fraction(args: list[str], named: Mapping[str, str]) -> str | None:
    if len(args) == 3:
        return f"{args[0]} {args[1]}/{args[2]}"
    return "/".join(args) if len(args) == 2 else f"1/{args[0]}" if args else None


def _value(args: list[str], named: Mapping[str, str]) -> str | None:
    unit = named.get("u") or named.get("ul") or ""
    return f"{args[0]} {unit}".strip() if args else None


def _joined(args: list[str], named: Mapping[str, str]) -> str | None:
    return " ".join(args[:2]) or None


def _first(args: list[str], named: Mapping[str, str]) -> str | None:
    return args[0] if args else None


def _before(mark: str) -> Render:
    return lambda args, named: f"{mark}{args[0]}" if args else mark


def _always(text: str) -> Render:
    return lambda args, named: text


_RENDERED: dict[str, Render] = {
    **dict.fromkeys(["convert", "cvt"], _convert),
    **dict.fromkeys(
        ["birth date", "birth date and age", "bda", "dob", "death date", "death date and age", "start date",
         "end date", "start date and age", "birth year and age", "date", "dts", "film date", "release date"],
        _date,
    ),
    "as of": _as_of,
    **dict.fromkeys(["frac", "fraction", "sfrac"], _fraction),
    **dict.fromkeys(["val", "gaps"], _value),
    **dict.fromkeys(["sortname", "sort name"], _joined),
    **dict.fromkeys(["formatnum", "nts", "number", "dec", "nowiki"], _first),
    **dict.fromkeys(["circa", "c.", "ca."], _before("c. ")),
    **dict.fromkeys(["us$", "usd"], _before("US$")),
    **dict.fromkeys(["£", "gbp", "pound sterling"], _before("£")),
    **dict.fromkeys(["€", "eur", "euro"], _before("€")),
    **dict.fromkeys(["inr", "₹", "indian rupee"], _before("₹")),
    **dict.fromkeys(["¥", "jpy", "cny"], _before("¥")),
    **dict.fromkeys(["snd", "spnd", "spaced ndash", "spaced en dash", "dash"], _always(" – ")),
    **dict.fromkeys(["ndash", "en dash", "nd"], _always("–")),
    **dict.fromkeys(["mdash", "em dash", "spaced em dash"], _always("—")),
    **dict.fromkeys(["nbsp", "space", "pad", "sp", "break", "clear", "-"], _always(" ")),
    **dict.fromkeys(["'", "`", "apos"], _always("'")),
    "'s": _always("'s"),
    '"': _always('"'),
    "!": _always("|"),
    "=": _always("="),
    **dict.fromkeys(["spaces", "•", "bullet", "·", "middot", "dot"], _always(" · ")),
    "yes": _always("Yes"),
    "no": _always("No"),
    "won": _always("Won"),
    "nom": _always("Nominated"),
    "n/a": _always("N/A"),
    "percent": lambda args, named: f"{args[0]}%" if args else None,
}  # fmt: skip

_NEEDED = frozenset(PASSED) | QUOTATIONS | LISTS | frozenset(_RENDERED) | CITING
