"""Documents made up for the laws of comparison: sentences with slots, and edits that fill a slot anew."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

# Each sentence speaks of a thing of its own, so that every edit is one fact of one subject.
FORMS = (
    "The choir of Arle has {count} members.",
    "The mill at Bode was built in {year} by a family of weavers.",
    "The ferry crosses {number} km of open water every day.",
    "The Coastal Council consists of {members}.",
    'The harbour master wrote, "{quote}"',
    "The lighthouse {verb} closed to visitors.",
    "The old bridge was designed by {name} for the railway.",
    "The fair opens on {date} in the market square.",
    "The company is based in {place} and sells nets.",
    "The price of salt {trend} during the winter.",
)
SLOTS = {
    "count": st.sampled_from(["23", "32", "about 40", "at least 50", "twelve", "1,200"]),
    "year": st.sampled_from(["1820", "1875", "the 1930s", "March 1909"]),
    "number": st.sampled_from(["12", "100", "7.5"]),
    "members": st.sampled_from(
        ["Estonia, Latvia and Lithuania", "Estonia, Latvia and Finland", "Poland and Latvia"]
    ),
    "quote": st.sampled_from(
        ["We shall rebuild the pier.", "We shall sell the pier.", "Nobody saw the ship."]
    ),
    "verb": st.sampled_from(["is", "is not", "was never"]),
    "name": st.sampled_from(["Emma Barrow", "Jan Novak", "J. Novak"]),
    "date": st.sampled_from(["4 July", "12 September", "12 September 2011"]),
    "place": st.sampled_from(["Oslo", "Bergen", "Norway"]),
    "trend": st.sampled_from(["rose", "fell", "doubled"]),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """Two lists of sentences."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@st.composite
def _sentence(draw: st.DrawFn, form: str) -> str:
    slot = form[form.index("{") + 1 : form.index("}")]
    return form.replace(f"{{{slot}}}", draw(SLOTS[slot]))


@st.composite
def sentences(draw: st.DrawFn, least: int = 3) -> tuple[str, ...]:
    """Sentences of one document, in any order."""
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=least, max_size=len(FORMS), unique=True))
    return tuple(draw(_sentence(form)) for form in forms)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Two versions of a document: sentences filled anew, dropped and put in."""
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=3, max_size=len(FORMS), unique=True))
    old, new = [], []
    for form in forms:
        fate = draw(st.sampled_from(["keep", "edit", "edit", "drop", "add"]))
        first = draw(_sentence(form))
        if fate != "add":
            old.append(first)
        if fate != "drop":
            new.append(draw(_sentence(form)) if fate == "edit" else first)
    return Draft(tuple(old) or ("It rains.",), tuple(new) or ("It rains.",))
