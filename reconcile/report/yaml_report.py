"""The report as YAML, format 1: the form to keep under version control and to read in a terminal.

Written by its own small emitter, because the report must be the same bytes on every machine and PyYAML's
two emitters (C and Python) differ in what they escape and where they fold. A string stands bare only if
every reader of YAML 1.1 and 1.2 takes it for a string; otherwise it is double-quoted on one line:

    subject: Economic Cooperation Organization
    members: ["no", Norway, "1:30"]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reconcile.model import Json
from reconcile.report.record import record
from reconcile.result import Result
from reconcile.text.late import late

NAME = "yaml"
SUFFIX = ".yaml"
FORMAT = "application/yaml"

_BARE = late(r"[A-Za-z\u00c0-\u1fff][^:#,?\[\]{}\"\\&*!|>%@`]*(?<!\s)")
# Words of YAML 1.1 (y, n, on …), of the numbers that some readers know (inf, nan), and hashes, which look
# like numbers one time in a hundred and should look alike all the time.
_WORDS = late(r"(?i)[0-9a-f]{8,}|y|n|yes|no|on|off|true|false|null|none|inf|nan|infinity")
# Control, format, line-breaking and private characters: written as escapes, so that they can be seen.
_HIDDEN = late(
    r"[\x00-\x1f\x7f-\xa0\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164"
    r"\ud800-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
)


def render(result: Result) -> str:
    """`result` as YAML text that ends with a newline."""
    return dump(record(result))


def dump(value: dict[str, Json]) -> str:
    """A mapping as block-style YAML; dicts keep their order, lists of plain values stand on one line."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def _mapping(value: dict[str, Json], indent: str) -> Iterator[str]:
    for key, item in value.items():
        name = f"{indent}{string(key)}:"
        if isinstance(item, dict) and item and not _short(item):
            yield name
            yield from _mapping(item, indent + "  ")
        elif isinstance(item, list) and not _short(item):
            yield name
            yield from _sequence(item, indent)
        else:
            yield f"{name} {_flow(item)}"


def _sequence(value: list[Json], indent: str) -> Iterator[str]:
    inline = all(isinstance(item, dict) and _short(item) for item in value)
    for item in value:
        if isinstance(item, dict) and item and not inline:
            lines = _mapping(item, indent + "  ")
            first = next(lines)
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from lines
        elif isinstance(item, list) and not _short(item):
            yield f"{indent}-"
            yield from _sequence(item, indent + "  ")
        else:
            yield f"{indent}- {_flow(item)}"


def _short(value: dict[str, Json] | list[Json]) -> bool:
    """True for what fits one line: a list of plain values, or a small mapping of numbers and flags."""
    if isinstance(value, list):
        return not any(isinstance(item, dict | list) for item in value)
    return all(_tiny(item) for item in value.values())


def _tiny(item: Json) -> bool:
    if isinstance(item, list):
        return all(isinstance(part, int) for part in item)
    return not isinstance(item, dict) and (not isinstance(item, str) or len(item) <= 20)


def _flow(value: Json) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{string(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return string(value) if isinstance(value, str) else number(value)


def string(text: str) -> str:
    """`text` as a YAML scalar that reads back as the same string in YAML 1.1 and 1.2."""
    if _BARE.fullmatch(text) and not _WORDS.fullmatch(text) and not _HIDDEN.search(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(_escape, quoted)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def number(value: bool | int | float | None) -> str:
    """A number, a flag or nothing as a YAML scalar."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = repr(value)
    # YAML 1.1 takes 1e+16 for a string: it wants the point.
    return shown.replace("e", ".0e") if "e" in shown and "." not in shown else shown
