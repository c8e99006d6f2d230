"""Packs: what a rule file may hold, and that all its mistakes are told at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import rulebook
from reconcile.errors import ConfigError
from reconcile.model import Level, Relation
from reconcile.rulebook.expression import Expression
from reconcile.rulebook.packs import UnknownPack

RULE = """\
- id: seat
  claim: location
  message: "the seat of {subject} went from {old.place} to {new.place}, {old} and {new}"
  why: "a body has one seat at a time"
  patterns: ["{subject:name} is seated in {place:place}"]
  options: {once: true, since: 2004-05-01, words: [a, 1.5, null]}
  levels: {unsure: note, narrower: warning}
  weight: 0.75
  examples:
    silent: [{old: "A B is seated in Rome.", new: "A B is seated in Rome, Italy."}]
    speaks: [{old: "A is seated in Rome.", new: "A is seated in Oslo.", relation: conflicting, level: error}]
"""


def pack(folder: Path, text: str, name: str = "mine") -> Path:
    (folder / name).mkdir(exist_ok=True)
    (folder / name / "rules.yaml").write_text(text, encoding="utf-8")
    return folder / name / "rules.yaml"


RELATIONS = "added, broader, conflicting, equivalent, narrower, removed, unsure"


def problems(folder: Path, text: str, **options: tuple[str, ...]) -> list[str]:
    path = pack(folder, text)
    with pytest.raises(ConfigError) as caught:
        rulebook.load(["mine"], folder, **options)
    return [problem.replace(path.as_posix(), "F") for problem in caught.value.problems]


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    pack(tmp_path, RULE)
    book = rulebook.load(["mine"], tmp_path, claims=("location",))
    rule = book.rule("seat")
    assert (rule.id, rule.claim, rule.pack) == ("seat", "location", "mine")
    assert rule.weights == dict.fromkeys(Relation, 0.75)
    assert rule.options == {"once": True, "since": "2004-05-01", "words": ["a", 1.5, None]}
    assert rule.levels == {Relation.UNSURE: Level.NOTE, Relation.NARROWER: Level.WARNING}
    assert isinstance(rule.patterns[0], Expression)
    assert [match.slots for match in rule.patterns[0].find("Alba is seated in Rome.")] == [
        {"subject": (0, 4), "place": (18, 22)}
    ]
    assert rule.silent[0].relation is None
    assert (rule.speaks[0].relation, rule.speaks[0].level) == (Relation.CONFLICTING, Level.ERROR)
    assert rule.speaks[0].reader == "plain"
    assert book.packs == ("mine",)


def test_what_may_be_left_out(tmp_path: Path) -> None:
    pack(tmp_path, "- {id: a, claim: b, message: c, why: d, examples: {silent: [], speaks: []}}")
    rule = rulebook.load(["mine"], tmp_path).rules[0]
    assert (rule.patterns, rule.options, rule.levels, rule.weights) == ((), {}, {}, {})


def test_an_empty_file_and_an_empty_pack_have_no_rules(tmp_path: Path) -> None:
    pack(tmp_path, "")
    (tmp_path / "none").mkdir()
    assert rulebook.load(["mine", "none", "mine"], tmp_path).packs == ("mine", "none")


def test_every_mistake_at_once(tmp_path: Path) -> None:
    text = """\
- id: one
  claim: locaton
  mesage: x
  why: [a]
  patterns: ["{a:nmae} is", "(a"]
  levels: {conflict: error, unsure: eror}
  weight: 2
  examples:
    silents: []
    speaks: [{old: "", new: y, relation: worse}, {old: a}]
- just a text
"""
    assert problems(tmp_path, text, claims=("location", "number")) == [
        "F:1:3: a rule without 'message'; add message: …",
        "F:2:10: claim: 'locaton' is not one of them; did you mean 'location'?",
        "F:3:3: unknown key 'mesage'; did you mean 'message'?",
        "F:4:8: why: a list stands here; give a text",
        "F:5:15: patterns: 'nmae' is not a slot type; known: name, names, number, date, place, words, quote",
        "F:5:30: patterns: a ( without its ); close it, or write \\(",
        "F:6:12: levels: 'conflict' is not one of them; did you mean 'conflicting'?",
        "F:6:37: levels.unsure: 'eror' is not one of them; did you mean 'error'?",
        "F:7:11: weight: 2 is no weight; give a number from 0 to 1",
        "F:9:5: examples: unknown key 'silents'; did you mean 'silent'?",
        "F:10:20: examples.speaks[0].old: nothing stands here; give a text",
        f"F:10:42: examples.speaks[0].relation: 'worse' is not one of them; known: {RELATIONS}",
        "F:10:50: examples.speaks[1]: an example without 'new'; add new: …",
        "F:10:50: examples.speaks[1]: an example without 'relation'; add relation: …",
        "F:11:3: 'just a text' stands here; give a mapping (key: value)",
        *[
            f"F:11:3: a rule without {key!r}; add {key}: …"
            for key in ("claim", "examples", "id", "message", "why")
        ],
    ]


def test_a_place_in_a_message_that_nothing_fills(tmp_path: Path) -> None:
    text = RULE.replace("{old.place}", "{old.plase}").replace("{old} and {new}", "{plce} {old} {added}")
    assert problems(tmp_path, text) == [
        "F:3:45: message: no pattern fills {old.plase}; did you mean 'place'?",
        "F:3:73: message: no pattern fills {plce}; did you mean 'place'?",
    ]


def test_a_key_given_twice(tmp_path: Path) -> None:
    assert problems(tmp_path, RULE + "  weight: 1\n") == ["F:12:3: key 'weight' is given twice; keep one"]


def test_a_rule_that_stands_twice(tmp_path: Path) -> None:
    pack(tmp_path, RULE, "other")
    pack(tmp_path, RULE)
    with pytest.raises(
        ConfigError, match=r"yaml:1:7: id: 'seat' is the id of a rule of other already; choose another"
    ):
        rulebook.load(["other", "mine"], tmp_path)
    assert problems(tmp_path, RULE + RULE) == [
        "F:12:7: id: 'seat' is the id of a rule of mine already; choose another"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- id: [", "F:2:1: not YAML: "),
        ("- id: a: b", "F:1:8: not YAML: mapping values are not allowed"),
        ("a\x00b", "F: not YAML: unacceptable character #x0000"),
        ("{a: b}", "F:1:1: a mapping stands here; give a list"),
    ],
)
def test_what_is_not_yaml_is_said_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    assert problems(tmp_path, text)[0].startswith(told)


@given(st.text(max_size=60))
def test_any_file_is_a_pack_or_told_mistakes(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("packs")
    pack(folder, text.replace("\r", "").encode("utf-8", "replace").decode())
    try:
        rulebook.load(["mine"], folder)
    except ConfigError as error:
        assert all(problem.startswith(folder.as_posix()) for problem in error.problems)  # noqa: PT017


def test_a_pack_there_is_none_of() -> None:
    with pytest.raises(UnknownPack, match=r"rule pack 'cor' is neither one of core, .* nor a folder"):
        rulebook.load(["cor"])


def test_word_lists_of_several_packs_are_joined(tmp_path: Path) -> None:
    for name, words, table in (("a", "x\n# y\nz # w", "jan, january = 1"), ("b", "v", "jan = 01\nfeb = 2")):
        folder = tmp_path / name / "en"
        folder.mkdir(parents=True)
        (folder / "set.txt").write_text(words, encoding="utf-8")
        (folder / "table.txt").write_text(table, encoding="utf-8")
    lexicon = rulebook.load(["a", "b"], tmp_path).lexicon
    assert lexicon.words("set") == {"x", "z", "v"}
    assert lexicon.table("table") == {"jan": "01", "january": "1", "feb": "2"}
    assert (list(lexicon.sets), list(lexicon.maps), len(lexicon.sets)) == (["set"], ["table"], 1)
    assert lexicon.sets.get("table") is None
    with pytest.raises(KeyError):
        lexicon.table("set")
    with pytest.raises(KeyError):
        lexicon.words("none")


def test_a_row_without_a_value_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "en"
    folder.mkdir(parents=True)
    (folder / "table.txt").write_text("a = 1\n\nb\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"table.txt:3:1: 'b' has no value; write b = VALUE"):
        rulebook.load(["a"], tmp_path).lexicon.table("table")


def test_a_pack_may_be_given_as_texts(tmp_path: Path) -> None:
    pack(tmp_path, "not a pack")
    texts = {"mine": {"rules.yaml": RULE, "en/months.txt": "may = 5", "en/x.txt": "a", "fr/x.txt": "b"}}
    book = rulebook.load(["mine"], tmp_path, given=texts)
    assert [rule.id for rule in book.rules] == ["seat"]
    assert (book.lexicon.table("months"), book.lexicon.words("x")) == ({"may": "5"}, {"a"})
    with pytest.raises(ConfigError, match=r"^mine/rules.yaml:1:1: a mapping stands here; give a list$"):
        rulebook.load(["mine"], given={"mine": {"rules.yaml": "a: b"}})


def test_the_shipped_packs_load() -> None:
    book = rulebook.load(["core", "international-relations"])
    assert len(book.rules) == len({rule.id for rule in book.rules}) > 5
    assert book.lexicon.table("months")["may"] == "5"
    assert book.lexicon.table("number-words")
