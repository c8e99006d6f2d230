"""How the walk takes templates, and the whole walk put together."""

from __future__ import annotations

import re
from itertools import pairwise

from mwparserfromhell.parser import tokens

from reconcile.model import BlockKind, Notice
from reconcile.readers import wikitext_names as names
from reconcile.readers import wikitext_templates as templates
from reconcile.readers.wikitext_tags import TagWalk, citation_text
from reconcile.span import Span
from reconcile.text.late import late

_COMMENT = late(r"<!--.*?-->", re.DOTALL)
_LINK = late(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]")
_OWN_NAME = ("name", "title", "common name", "common_name", "official_name")  # of what an infobox is of
_NAMED = late(r"\s*([\w .-]+?)\s*=")


class PageWalk(TagWalk):
    """The walk over a page, with everything it meets."""

    def argument(self, index: int) -> int:
        return self.skip("argument", index)

    def equals(self, index: int) -> int:
        """A sign of equality in an argument that is shown whole."""
        self.text(self.lay.at[index], self.lay.at[index + 1])
        return index + 1

    def template(self, index: int) -> int:
        """Show what the usual templates show; tell maintenance templates; leave the others out."""
        lay = self.lay
        end = lay.close[index]
        first = lay.parts.get(index, [end])[0]
        start, behind = lay.at[index], lay.at[end + 1]
        name = self.name(start + 2, lay.at[first])
        if name in names.MAINTENANCE:
            said = " ".join(self.source[start:behind].split())
            self.notices.append(Notice(what=f"maintenance template {said[:80]}", span=Span(start, behind)))
            return self.skip("template", index)
        if name in names.CITING:
            self.cite(self.cites(name, index), start, behind)
            return end + 1
        return self.shown(name, index)

    def name(self, start: int, end: int) -> str:
        """The name of a template; where its inside was covered, the end of the name is found here."""
        text = self.source[start:end]
        if "<!--" in text:
            text = _COMMENT.sub("", text)
        return names.template_name(text.partition("|")[0])

    def shown(self, name: str, index: int) -> int:
        end = self.lay.close[index]
        if name in templates.QUOTATIONS:
            return self.quotation(index)
        if name in templates.LISTS:
            return self.listing(index)
        if names.is_box(name):
            return self.box(index, name)
        wanted = 1 if name.startswith("lang-") else templates.PASSED.get(name)
        arguments = self.arguments(index)
        positional = [span for key, span in arguments if key is None]
        if wanted is not None and len(positional) >= wanted:
            self.run(*positional[wanted - 1])
            return end + 1
        name, colon, rest = name.partition(":")
        if "{" in rest:  # what it shows depends on another template
            return self.skip("template", index)
        plain = ([rest] if colon else []) + [self.plain(*span) for span in positional]
        named = {key: self.plain(*span) for key, span in arguments if key is not None}
        text = templates.render(name, plain, named)
        if text is None:
            return self.skip("template", index)
        self.prose.replace(text, self.lay.at[index], self.lay.at[end + 1])
        return end + 1

    def arguments(self, index: int) -> list[tuple[str | None, tuple[int, int]]]:
        """The arguments of a template: name or None, and the tokens of the value."""
        found: list[tuple[str | None, tuple[int, int]]] = []
        places = [*self.lay.parts.get(index, []), self.lay.close[index]]
        for place, following in pairwise(places):
            low = place + 1
            named = _NAMED.match(self.source, self.lay.at[low], self.lay.at[following])
            key = None
            if named is not None:
                after = named.end()
                while low < following and self.lay.at[low] < after:
                    low += 1
                key = named.group(1).lower()
            found.append((None, (low, following)) if key == "1" else (key, (low, following)))
        return found

    def plain(self, low: int, high: int) -> str:
        """The words of an argument."""
        text = self.source[self.lay.at[low] : self.lay.at[high]]
        return " ".join(_LINK.sub(r"\1", _COMMENT.sub("", text)).replace("''", "").split())

    def cites(self, name: str, index: int) -> str:
        """What a citing template cites; {{r|name}} points to a named reference."""
        positional = [self.plain(*span) for key, span in self.arguments(index) if key is None]
        if name == "r":
            return f"\0{positional[0] if positional else ''}"
        return citation_text(" ".join(positional)) or name

    def quotation(self, index: int) -> int:
        self.flush()
        saved = self.base
        self.base = (BlockKind.QUOTATION, None)
        arguments = self.arguments(index)
        for key, span in arguments:
            if key in (None, "text", "quote"):
                self.run(*span)
                break
        else:
            self.drop("template", self.lay.at[index], self.lay.at[self.lay.close[index] + 1])
        self.flush()
        self.base = saved
        return self.lay.close[index] + 1

    def box(self, index: int, name: str) -> int:
        """An infobox: each field is a cell, in the row of what it is of; pictures and layout are left out."""
        self.flush()
        at, saved, arguments = self.lay.at, (self.base, self.item), self.arguments(index)
        row = next((self.plain(*span)[:80] for key, span in arguments if key in _OWN_NAME), "") or name
        for key, (low, high) in arguments:
            if key is None or names.is_layout(key):
                self.drop("infobox field", at[low], at[high])
                continue
            self.base, self.item = (BlockKind.TABLE_CELL, f"{row} / {key.replace('_', ' ')}"), 0
            self.run(low, high)
            self.flush()
        self.base, self.item = saved
        return self.lay.close[index] + 1

    def listing(self, index: int) -> int:
        """A list inside a line: its items with commas between them."""
        at, shown = self.lay.at, False
        for key, (low, high) in self.arguments(index):
            if key is not None:
                continue
            if shown and not self.prose.empty:
                self.prose.replace(", ", at[low] - 1, at[low])
            self.run(low, high)
            shown = True
        return self.lay.close[index] + 1


PageWalk.handlers = {
    tokens.HeadingStart: PageWalk.heading,
    tokens.WikilinkOpen: PageWalk.wikilink,
    tokens.ExternalLinkOpen: PageWalk.external,
    tokens.HTMLEntityStart: PageWalk.entity,
    tokens.CommentStart: PageWalk.comment,
    tokens.TagOpenOpen: PageWalk.tag,
    tokens.TemplateOpen: PageWalk.template,
    tokens.TemplateParamEquals: PageWalk.equals,
    tokens.ArgumentOpen: PageWalk.argument,
}
