"""How claims of one type behave where two passages are compared: what its module says of itself."""

from __future__ import annotations

from reconcile.fields import frozen


@frozen(kw_only=True)
class Traits:
    """Every trait is off unless the claim type turns it on."""

    measured: bool = False  # equal claims say all that their words say
    changes_places: bool = False  # two equal values that changed their places are another statement
    first_in_place: bool = False  # equal claims are looked for in their place before they are elsewhere
    needs_place: bool = False  # two of them conflict only where one stands in the place of the other
    is_name: bool = False  # may be cut into names otherwise, or stand in another order
    opens_sentences: bool = False  # an ordinary word may be one by opening its sentence
    told_when_equivalent: bool = False  # another printing is worth a note
    in_words: bool = False  # words of the same meaning say the same
    said_anew: bool = False  # weighs less where other words stand in its place
    reaching: bool = False  # speaks of what stands behind it, so that these words alone decide what it weighs
    relative: bool = False  # says something only beside another claim: a word against its opposite
