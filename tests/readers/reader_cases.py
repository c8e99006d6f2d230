"""Made-up pages read by one reader, each under the span law, and what tests ask of them."""

from __future__ import annotations

from hypothesis import strategies as st

from reconcile.model import Block, Document
from reconcile.readers import Reader
from reconcile.readers.prose import violations

ANYTHING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


class Pages:
    """Texts as `reader` reads them under the name `name`."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._reader, self._name = reader, name

    def read(self, text: str) -> Document:
        document = self._reader.read(text.encode(), self._name)
        assert list(violations(document)) == []
        return document

    def only(self, text: str) -> Block:
        (block,) = self.read(text).blocks
        return block

    def kinds(self, text: str) -> list[tuple[str, int, str]]:
        return [(block.kind.value, block.level, block.text) for block in self.read(text).blocks]

    def prose(self, text: str) -> list[str]:
        return [block.text for block in self.read(text).blocks]

    def told(self, text: str) -> list[str]:
        return [each.what for each in self.read(text).dropped]


def signs(listed: str, *breaks: str) -> st.SearchStrategy[str]:
    """The signs of a markup: those `listed`, parted by ␤, and line breaks of any kind."""
    return st.sampled_from([*breaks, *listed.strip("\n").replace("\n", "␤").split("␤")])
