"""What is known of names: countries, given names, titles, and the words that tell a kind of name.

All of it is data of the language; this is the form that functions ask.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_set, word_table


@frozen(kw_only=True)
class Known:
    """The lists about names of one lexicon; every entry is folded."""

    lexicon: Lexicon
    demonyms: Mapping[str, str]  # adjective or inhabitant -> country
    aliases: Mapping[str, str]  # other name of a country -> its name
    countries: frozenset[str]  # by any name
    parts: Mapping[str, str]  # country or region -> what it is part of
    groups: Mapping[str, str]  # faith or people -> the wider group it belongs to
    given: frozenset[str]
    nicknames: Mapping[str, str]  # short form or variant -> given name
    titles: frozenset[str]  # of one word or more
    weak: frozenset[str]  # those of the titles that are parts of other names, too: General Motors
    organisation: frozenset[str]
    place: frozenset[str]
    corporate: frozenset[str]
    partners: frozenset[str]  # behind "and" in the name of a firm
    short: Mapping[str, str]  # word of a name -> in full; "-" before one that ends it
    particles: frozenset[str]
    numbered: frozenset[str]  # before a Roman number: World War I
    joiners: frozenset[str]  # small words that names and acronyms may leave out
    regions: frozenset[str]
    function: frozenset[str]  # small words, and numbers written out
    shouted: frozenset[str]  # acronyms that in small letters are among them
    common: frozenset[str]
    endings: tuple[str, ...]  # of common words
    calendar: frozenset[str]  # months and days of the week

    def wholes(self, place: str) -> tuple[str, ...]:
        """What a country or region is part of, from the smallest on: central asia, asia."""
        return _above(place, self.parts)

    def wider(self, group: str) -> tuple[str, ...]:
        """The groups that a faith or a people belongs to, from the smallest on, in their commonest forms."""
        return _above(self.commonest(group), self.groups)

    def commonest(self, group: str) -> str:
        """The form of a group's name that the lists know: Catholics, catholic; Latina, latino."""
        stem = group.removesuffix("s")
        return next((form for form in (group, stem, stem[:-1] + "o") if form in self.groups), group)

    def is_common(self, word: str) -> bool:
        """True when the folded word is an ordinary word of the language, in whatever inflection."""
        if word in self.function or word in self.common or lemma(word, self.lexicon) in self.common:
            return True
        return word.endswith(self.endings) and word not in self.given

    def is_named(self, word: str) -> bool:
        """True when the folded word is by itself the name of a country, a region or its people."""
        return word in self.countries or word in self.demonyms or word in self.regions


def _above(one: str, wholes: Mapping[str, str]) -> tuple[str, ...]:
    found: list[str] = []
    while (one := wholes.get(one, "")) and one not in found:
        found.append(one)
    return tuple(found)


@per_lexicon
def known(lexicon: Lexicon) -> Known:
    """The lists about names in `lexicon`."""
    demonyms = word_table(lexicon, "demonyms")
    aliases = word_table(lexicon, "country-aliases")
    given = word_set(lexicon, "given-names") | frozenset(word_table(lexicon, "nicknames"))
    groups = word_table(lexicon, "group-parts")
    months = {
        name
        for name in word_table(lexicon, "months")
        if name.isalpha() and (len(name) > 3 or name not in given)
    }
    numbers = frozenset(word_table(lexicon, "number-words")) | frozenset(word_table(lexicon, "ordinal-words"))
    return Known(
        lexicon=lexicon,
        demonyms=demonyms,
        aliases={**word_table(lexicon, "place-aliases"), **aliases},
        countries=frozenset(demonyms.values()) | frozenset(aliases) | frozenset(aliases.values()),
        parts=word_table(lexicon, "place-parts"),
        groups={**dict.fromkeys(groups.values(), ""), **groups},
        given=given,
        nicknames=word_table(lexicon, "nicknames"),
        titles=word_set(lexicon, "name-titles") | word_set(lexicon, "weak-titles"),
        weak=word_set(lexicon, "weak-titles"),
        organisation=word_set(lexicon, "organisation-words"),
        place=word_set(lexicon, "place-words"),
        corporate=word_set(lexicon, "corporate-words"),
        partners=word_set(lexicon, "partner-words"),
        short=word_table(lexicon, "name-shortenings"),
        particles=word_set(lexicon, "name-particles"),
        numbered=word_set(lexicon, "numbered-words"),
        joiners=word_set(lexicon, "name-joiners"),
        regions=word_set(lexicon, "regions"),
        function=word_set(lexicon, "small-words") | numbers,
        shouted=word_set(lexicon, "shouted-words"),
        common=word_set(lexicon, "common-words"),
        endings=tuple(sorted(word_set(lexicon, "common-endings"))),
        calendar=frozenset(word_table(lexicon, "weekdays")) | months | {"may"},
    )
