"""Names of things in software, as documentation prints them: functions, options, files, addresses, codes.

They are compared letter by letter: `set_hooks()` is no spelling of `set_hook()`.
"""

from __future__ import annotations

import re

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_set
from reconcile.values.found import Found
from reconcile.values.name import Name

KIND = "code"
_SIGN = late(r"[_(]|--|\.\w|0x")  # without one of these there is none


@per_lexicon
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    endings = alternation(word_set(lexicon, "file-endings"))
    return re.compile(
        rf"(?<![\w-])--[A-Za-z][\w-]*"  # --an-option
        rf"|(?<![\w.])[\w-]+(?:[./][\w-]+)*\.{endings}(?![\w/])"  # a_file.py, docs/index.md
        rf"|(?<![\w.])(?:[A-Za-z]\w*\.)*[A-Za-z]\w*\(\)"  # module.function()
        rf"|(?<![\w.])\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\w.]\w)|(?<!\w)0x[0-9A-Fa-f]+(?!\w)"  # 10.0.0.1, 0x1F
        rf"|(?<![\w.])(?:[A-Za-z]\w*\.)*_*[A-Za-z]\w*_\w*(?:\.\w+)*"  # snake_case, module.snake_case
    )


def find(text: str, lexicon: Lexicon) -> tuple[Found[Name], ...]:
    """The names of software in `text`, in order."""
    if not _SIGN.search(text):
        return ()
    return tuple(
        Found(match.start(), match.end(), Name(match.group(), kind=KIND))
        for match in _pattern(lexicon).finditer(text)
    )
