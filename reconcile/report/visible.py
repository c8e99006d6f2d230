"""Characters that would steer a terminal or a page instead of being read, made visible."""

from __future__ import annotations

from reconcile.text.late import late

# C0 and C1 controls (tab and line feed apart), soft hyphen, zero-width and directional marks, line and
# paragraph separators, tags, interlinear marks, noncharacters. The joiners U+200C and U+200D stay: scripts
# and emoji need them.
HIDDEN = late(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def name(character: str) -> str:
    """`U+202E` for a character."""
    return f"U+{ord(character):04X}"


def one_line(text: str) -> str:
    """`text` on one line, and nothing in it that would steer a terminal."""
    return visible(" ".join(text.split()))


def visible(text: str) -> str:
    """`text` with each character of HIDDEN replaced by its code point, such as `⟨U+202E⟩`."""
    return HIDDEN.sub(lambda match: f"⟨{name(match.group())}⟩", text)
