"""Names of things in software, as documentation prints them: functions, options, modules, files.

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
_SIGN = late(r"[_(]|--|\.\w")  # without one of these there is none


@per_lexicon
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    endings = alternation(word_set(lexicon, "file-endings"))
    return re.compile(
        rf"(?<![\w-])--[A-Za-z][\w-]*"  # --an-option
        rf"|(?<![\w.])[\w-]+(?:[./][\w-]+)*\.{endings}(?![\w/])"  # a_file.py, docs/index.md
        rf"|(?<![\w.])(?:[A-Za-z]\w*\.)*[A-Za-z]\w*\(\)"  # module.function()
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
