"""Patterns of rules: what they find in prose, and what they must not find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import rulebook
from reconcile.claim import Lexicon
from reconcile.errors import ConfigError
from reconcile.rulebook.expression import Expression, required
from reconcile.rulebook.grammar import Part, PatternError, parse, slots

LEXICON = rulebook.load(["core"]).lexicon
LIST = (
    "{group:name},? (which|that)? (comprises|consists of|is made up of) {count:number}? {kind:words}? :? "
    "{members:names}"
)


def found(pattern: str, text: str, lexicon: Lexicon = LEXICON) -> list[dict[str, str]]:
    return [
        {name: text[start:end] for name, (start, end) in match.slots.items()}
        for match in Expression(pattern, lexicon).find(text)
    ]


def attempt(source: str) -> tuple[tuple[Part, ...], PatternError | None]:
    try:
        return parse(source), None
    except PatternError as error:
        return (), error


# ---------------------------------------------------------------- laws


@given(st.text(alphabet="abc {}:()|?\\,.'-ABéß \n", max_size=40))
def test_any_text_is_a_pattern_or_a_told_mistake(source: str) -> None:
    parts, error = attempt(source)
    if error:
        assert 0 <= error.at <= len(source)
        assert str(error)
        return
    expression = Expression(source, LEXICON)
    assert all(0 <= match.start <= match.end <= 8 for match in expression.find("ab AB, c"))
    assert all(name for name, _ in slots(parts))


WORDS = st.lists(st.sampled_from(["Kenya", "the", "has", "five", "of", "été", ",", "Ōsaka", "2004", "🙂"]))


@given(WORDS)
def test_matches_are_in_order_and_slots_inside_them(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for match in Expression("{a:name} has {b:words}", LEXICON).find(text):
        assert end <= match.start <= match.end <= len(text)
        end = match.end
        assert all(low < high for low, high in match.slots.values())
        assert all(match.start <= low and high <= match.end for low, high in match.slots.values())


@given(WORDS, st.sampled_from([LIST, "{a:name} (has|had) {n:number}", "{a:name} (of {b:name})? has"]))
def test_the_prefilter_loses_nothing(words: list[str], pattern: str) -> None:
    text = " ".join(words)
    careless = Expression(pattern, LEXICON)
    assert list(careless._search(text)) == list(careless.find(text))


@given(WORDS)
def test_more_white_space_changes_no_slot_without_spaces(words: list[str]) -> None:
    pattern = "{a:name} has {n:number}"
    once = found(pattern, " ".join(words))
    twice = found(pattern, "\u00a0 ".join(words))
    assert [" ".join(one["a"].split()) for one in once] == [" ".join(one["a"].split()) for one in twice]


# ---------------------------------------------------------------- silent


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (LIST, "the union comprises five states: some, many and others"),
        ("{a:name} left", "Kenya lefts"),
        ("{a:name} left", "Kenya cleft"),
        ("{a:name} left", "In left field"),
        ("left {n:number}", "left fiveteen"),
        ("{n:number} people", "A12 people"),
        ("said:? {q:quote}", "he said it was fine"),
        ("in {d:date}", "in 20041 days"),
        ("on {d:date}", "on time"),
        ("Mötley {a:name}", "motley Crue"),
    ],
)
def test_silent(pattern: str, text: str) -> None:
    assert found(pattern, text) == []


# ---------------------------------------------------------------- speaking


def test_the_design_s_own_pattern() -> None:
    text = "The Union comprises five states: Alba, Bora, the Cays and Dol d'Or."
    assert found(LIST, text) == [
        {"group": "Union", "count": "five", "kind": "states", "members": "Alba, Bora, the Cays and Dol d'Or"}
    ]


def test_optional_words_do_not_swallow_a_list() -> None:
    text = "It comprises North Alba and South Alba"
    assert found(LIST, text) == [{"group": "It", "members": "North Alba and South Alba"}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya left", "Kenya"),
        ("KENYA LEFT", "KENYA"),
        ("Although Kenya left", "Kenya"),
        ("However, the Bank of England left", "Bank of England"),
        ("Mötley Crüe left", "Mötley Crüe"),
        ("J. R. Rowe left", "J. R. Rowe"),
        ("St. Pauls left", "St. Pauls"),
        ("O'Brien left", "O'Brien"),
        ("Jean-Luc Ōta left", "Jean-Luc Ōta"),
        ("Trinidad and Tobago left", "Trinidad and Tobago"),
        ("Kenya and Uganda left", "Uganda"),
        ("The Road Union (RU) left", "Road Union"),
        ("Rio de Janeiro left", "Rio de Janeiro"),
        ("Россия left", "Россия"),
        ("日本 left", "日本"),
        ("WHO left", "WHO"),
        ("In The Hague left", "Hague"),
        ("THE UNION left", "THE UNION"),
        ("A left", "A"),
        ("A Norland left", "Norland"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert found("{a:name} left", text) == [{"a": name}]


@pytest.mark.parametrize(
    "number",
    [
        "5", "1,200", "1 200", "1.5", "five", "twenty-three", "a hundred", "two hundred and four",
        "$4.3 million", "€5", "12%", "12 per cent", "20–30", "20 to 30",
        "between 20 and 30", "3 million", "about 5", "at least two", "~5", "$5bn", "4 lakh",
        "from five to six",
    ],
)  # fmt: skip
def test_numbers(number: str) -> None:
    assert found("has {n:number} {k:words}", f"It has {number} cows.") == [{"n": number, "k": "cows"}]


@pytest.mark.parametrize(
    "date",
    [
        "3 May 1999", "May 3, 1999", "3rd of May 1999", "May 1999", "1999", "1999-05-03", "the 1990s", "May",
        "early 1999", "the summer of 1999", "3 May", "May 3-5, 1999", "1999–2004", "the 19th century",
    ],
)  # fmt: skip
def test_dates(date: str) -> None:
    assert found("on {d:date}", f"It fell on {date}, they say.") == [{"d": date}]


def test_quotes_are_taken_without_their_marks() -> None:
    assert found("{who:name} said:? {q:quote}", "Rowe said: “We go.”") == [{"who": "Rowe", "q": "We go."}]


def test_lists_of_letters_keep_the_a() -> None:
    assert found("has {m:names}", "It has A, B and C.") == [{"m": "A, B and C"}]
    assert found("has {m:names}", "It has A and B.") == [{"m": "A and B"}]
    assert found("{m:names} left", "The Alps, the Andes and the Urals left.") == [
        {"m": "Alps, the Andes and the Urals"}
    ]


def test_places_may_have_their_country() -> None:
    assert found("in {p:place}", "It met in Paris, France.") == [{"p": "Paris, France"}]


def test_words_at_the_end_take_what_they_can() -> None:
    assert found("{a:name} is {what:words}", "Alba is a small, wet state") == [
        {"a": "Alba", "what": "a small"}
    ]


def test_a_slot_in_two_branches_is_one_slot() -> None:
    pattern = "({a:name} left|departure of {a:name})"
    assert found(pattern, "Kenya left. The departure of Uganda.") == [{"a": "Kenya"}, {"a": "Uganda"}]


def test_several_matches_of_one_text() -> None:
    assert found("{a:name} left", "Kenya left Uganda left") == [{"a": "Kenya"}, {"a": "Uganda"}]


def test_an_optional_part_at_the_front() -> None:
    assert found("(in {d:date})? {a:name} left", "In 2004 Kenya left") == [{"d": "2004", "a": "Kenya"}]
    assert found("(in {d:date})? {a:name} left", "Kenya left") == [{"a": "Kenya"}]


def test_possessives_and_apostrophes_of_all_kinds() -> None:
    assert found("{a:name}'s king", "Alba’s king") == [{"a": "Alba"}]


def test_escaped_marks_are_literal() -> None:
    assert found(r"is it {a:name}\?", "is it Kenya?") == [{"a": "Kenya"}]


def test_without_word_lists_a_pattern_still_works() -> None:
    assert found("{a:name} has {n:number} in {d:date}", "Kenya has 5 in 2004", Lexicon("xx")) == [
        {"a": "Kenya", "n": "5", "d": "2004"}
    ]


def test_a_hostile_pattern_stays_linear() -> None:
    text = "Alba has " + "a " * 20_000
    assert found("{a:name} has {w:words} {v:words} {u:words} end", text) == []


def test_the_words_a_pattern_cannot_do_without() -> None:
    assert required(parse(LIST)) == ("comprises", "consists", "made")
    assert required(parse("{a:name} (x|{b:name})")) == ()
    assert required(parse("{a:name}'s king-maker")) == ("maker",)


@pytest.mark.parametrize(
    ("name", "times"), [("Alba", 2000), ("Ālba", 2000), ("🙂 Alba", 2000), ("However", 0)]
)
def test_many_matches_in_one_text(name: str, times: int) -> None:
    slots_found = found("{a:name} has {b:name}", f"{name} has Bora, " * 2000)
    assert slots_found == [{"a": name.removeprefix("🙂 "), "b": "Bora"}] * times


def test_an_expression_shows_its_source() -> None:
    assert repr(Expression("a {b:name}", LEXICON)) == "Expression('a {b:name}')"


# ---------------------------------------------------------------- mistakes


def test_a_pattern_that_is_too_large_is_told() -> None:
    huge = Expression("a " + "{m:names}, " * 500, LEXICON)
    with pytest.raises(
        ConfigError, match=r"^the pattern that begins 'a {m:names}, .*' is too large; split it in two$"
    ):
        list(huge.find("a B, C"))


@pytest.mark.parametrize(
    ("pattern", "at", "what"),
    [
        ("{a}", 0, "{a} is not a slot; write {name:type}, name in small letters"),
        (
            "of {a:nmae}",
            3,
            "'nmae' is not a slot type; known: name, names, number, date, place, words, quote",
        ),
        ("(a|b", 0, "a ( without its ); close it, or write \\("),
        ("a) b", 1, "a ) without its (; remove it, or write \\)"),
        ("a|b", 1, "a choice needs brackets; write (a|b)"),
        ("a ? b", 2, "a ? that belongs to nothing; write \\? for the character"),
        ("a? {b:name}?", 0, "nothing here must be present; leave something without ?"),
        ("a (|b)", 3, "nothing here must be present; leave something without ?"),
        ("(" * 9999 + "a" + ")" * 9999, 20, "brackets more than 20 deep; write it flatter"),
        ("a } b", 2, "a } that belongs to nothing; write \\} for the character"),
    ],
)
def test_mistakes(pattern: str, at: int, what: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse(pattern)
    assert (caught.value.at, str(caught.value)) == (at, what)


def test_every_part_that_must_stand_is_looked_for_before_a_pattern_is_compiled() -> None:
    pattern = Expression("{a:name} (is|was) (a|the) member of {b:name}", LEXICON)
    assert list(pattern.find("Kenya has 45 members of Parliament.")) == []
    assert "_compiled" not in vars(pattern)
    assert [match.start for match in pattern.find("Kenya was a member of Uganda.")] == [0]
