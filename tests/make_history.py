"""Makes a git history of edits that change no fact, to be replayed: reflow, spelling, links, formatting.

    python tests/make_history.py --into FOLDER --edits 200 [DOCUMENT …]

The documents (default: the project's seeds and its README) are copied into a new repository; every commit
makes one edit of one kind at places chosen by chance with a fixed seed. Quotations stay as they were said,
for another letter in them is another quotation; code and links stay whole.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
_WORD = re.compile(r"(?<![\w/.\[<@#&-])[a-z]{5,12}(?![\w/.\]>@-])")
_KEPT = re.compile(r"[\"“«][^\"”»]*(?:[\"”»]|\Z)|\[[^\]]*\](?:\([^)]*\))?|`[^`]*`|\*[^*]*\*|https?:\S+")
_MARK = re.compile(r"^(?:\d+[.)]|[-+*>#=])(?:\s|$)", re.MULTILINE)
_CODE = re.compile(r"^(?:```|~~~|    |\||<|#|\[\[|\{\{|:|\*|=|-|\d+[.)])")

Edit = Callable[[str, random.Random], str]


def paragraphs(text: str) -> list[str]:
    """The text at its blank lines; joined with "\\n\\n" they give it back."""
    return text.split("\n\n")


def _prose(text: str, chance: random.Random) -> tuple[list[str], int]:
    """The paragraphs, and the number of one that is prose; -1 where there is none."""
    parts = paragraphs(text)
    fenced = 0
    prose = []
    for number, part in enumerate(parts):
        if fenced % 2 == 0 and len(part) > 80 and not _CODE.match(part) and "```" not in part:
            prose.append(number)
        fenced += part.count("```")
    return parts, chance.choice(prose) if prose else -1


def reflow(text: str, chance: random.Random) -> str:
    """One paragraph wrapped at another width."""
    parts, number = _prose(text, chance)
    if number >= 0:
        words = " ".join(parts[number].split())
        width = chance.choice((60, 72, 80, 88, 100))
        filled = textwrap.fill(words, width, break_long_words=False, break_on_hyphens=False)
        if not _MARK.search(filled):  # a line that begins with "1." would become a list
            parts[number] = filled
    return "\n\n".join(parts)


def misspell(text: str, chance: random.Random) -> str:
    """Two letters inside a longer word exchanged: a slip, or read backwards its correction."""
    parts, number = _prose(text, chance)
    if number < 0:
        return text
    words = [match for match in _free_words(parts[number]) if len(match.group()) > 6]
    if not words:
        return text
    place = chance.choice(words)
    word = place.group()
    at = chance.randrange(2, len(word) - 3)
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    parts[number] = parts[number][: place.start()] + slip + parts[number][place.end() :]
    return "\n\n".join(parts)


def _free_words(text: str) -> list[re.Match[str]]:
    kept = [range(*match.span()) for match in _KEPT.finditer(text)]
    return [word for word in _WORD.finditer(text) if not any(word.start() in each for each in kept)]


def emphasise(text: str, chance: random.Random) -> str:
    """A word in italics."""
    return _around(text, chance, "*", "*")


def link(text: str, chance: random.Random) -> str:
    """A word that becomes a link."""
    return _around(text, chance, "[", "](https://example.org/page)")


def _around(text: str, chance: random.Random, before: str, behind: str) -> str:
    parts, number = _prose(text, chance)
    words = _free_words(parts[number]) if number >= 0 else []
    if not words:
        return text
    place = chance.choice(words)
    parts[number] = (
        f"{parts[number][: place.start()]}{before}{place.group()}{behind}{parts[number][place.end() :]}"
    )
    return "\n\n".join(parts)


def quotes(text: str, chance: random.Random) -> str:
    """Straight apostrophes to curly ones in one paragraph, or an ellipsis, or a dash."""
    parts, number = _prose(text, chance)
    if number >= 0:
        parts[number] = (
            re.sub(r"(?<=\w)'(?=\w)", "’", parts[number]).replace("...", "…").replace(" -- ", " – ")
        )
    return "\n\n".join(parts)


def spaces(text: str, chance: random.Random) -> str:
    """A further blank line, or double spaces behind full stops in one paragraph."""
    parts, number = _prose(text, chance)
    if number >= 0:
        parts[number] = re.sub(r"(?<=[a-z]\.) (?=[A-Z])", "  ", parts[number]) + "\n"
    return "\n\n".join(parts)


KINDS: tuple[Edit, ...] = (reflow, misspell, emphasise, link, quotes, spaces)


def make(folder: Path, documents: Sequence[Path], edits: int, seed: int = 1) -> list[str]:
    """A repository in `folder` with one commit an edit; the kinds of the edits, in order."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "-q", "-b", "main")
    texts = {}
    for document in documents:
        name = f"{document.stem}.md"
        texts[name] = document.read_text(encoding="utf-8").replace("\r\n", "\n")
        (folder / name).write_text(texts[name], encoding="utf-8", newline="")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "documents")
    done: list[str] = []
    turn = 0
    while len(done) < edits:
        name, kind = chance.choice(sorted(texts)), KINDS[turn % len(KINDS)]
        turn += 1
        text = kind(texts[name], chance)
        if text == texts[name]:
            name = chance.choice(sorted(texts))
            kind = reflow if kind is quotes else kind
            text = kind(texts[name], chance)
        if text == texts[name]:
            continue
        (folder / name).write_text(text, encoding="utf-8", newline="")
        _git(folder, "commit", "-qam", kind.__name__)
        if kind is not misspell:  # slips are mended at once, so that they do not pile up
            texts[name] = text
        else:
            _restore(folder, name, texts[name])
            done.append("mend")
        done.append(kind.__name__)
    return done


def _restore(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    _git(folder, "commit", "-qam", "mend")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=_ENVIRONMENT, check=True, capture_output=True)


def main() -> None:
    """Make a history."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("documents", nargs="*", type=Path)
    arguments = parser.parse_args()
    documents = arguments.documents or [*sorted((ROOT / "seeds").glob("*.txt")), ROOT / "README.md"]
    make(arguments.into, documents, arguments.edits)


if __name__ == "__main__":
    main()
