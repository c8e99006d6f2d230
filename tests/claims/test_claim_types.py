"""What each claim type reads out of a sentence, and how a user's own rules use them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile import pipeline, rulebook
from reconcile.claim import WHOLE_TYPES, Claim, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.claims.subjects import Topics
from reconcile.model import Relation


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return rulebook.load(["core", "international-relations"], claims=(*CLAIM_TYPES, *WHOLE_TYPES))


def read(text: str, book: RuleBook, kind: str) -> list[Claim]:
    document = pipeline.read(text.encode(), "x", reader="plain", book=book)
    topics = Topics(document, book.lexicon)
    return [
        topics.named(claim)
        for sentence in document.sentences
        for rule in book.rules
        if rule.claim == kind
        for claim in claim_type(kind).extract(sentence, rule, book.lexicon)
    ]


TEXTS = {
    "membership": "The Coastal Union comprises three states: Arania, Belmar and Cortia.",
    "event": "Norland joined the Baltic Union in 1999.",
    "role": "The fair was opened by Prime Minister Maria Lopez.",
    "quote": 'The mayor said, "We are ready to open the bridge."',
    "date": "The mill opened on 31 March 1909.",
    "count": "The choir has 23 members.",
    "number": "The canal is 100 km long.",
    "location": "The firm is based in Norway.",
    "name": "The bridge was designed by Emma Barrow.",
    "opposite": "Profits rose.",
    "negation": "The bridge was never opened.",
    "modality": "The ferry may be late.",
    "status": "She is the former mayor.",
}


def test_every_claim_type_is_tried() -> None:
    assert set(TEXTS) == set(CLAIM_TYPES)


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_claims_stand_in_their_sentence(kind: str, book: RuleBook) -> None:
    module = claim_type(kind)
    found = read("It rained. " + TEXTS[kind], book, kind)
    assert found
    for claim in found:
        assert module.TYPE == claim.type == kind
        assert 0 <= claim.start < claim.end <= len(TEXTS[kind])
        assert claim.value.data


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_a_claim_is_equivalent_to_itself(kind: str, book: RuleBook) -> None:
    module = claim_type(kind)
    for claim in read(TEXTS[kind], book, kind):
        assert module.relate(claim, claim, book.lexicon) is Relation.EQUIVALENT
        assert module.key(claim, book.lexicon) == module.key(claim, book.lexicon)
        assert module.level(claim, claim, Relation.CONFLICTING, book.lexicon) is None


@given(
    kind=st.sampled_from(sorted(set(TEXTS) - {"opposite"})),
    pair=st.tuples(st.integers(0, 2), st.integers(0, 2)),
)
def test_relations_have_their_converse(kind: str, pair: tuple[int, int]) -> None:
    book = BOOK
    others = {
        "membership": ["The Union comprises Arania and Belmar.", "The Union includes Belmar and Cortia."],
        "event": ["Norland left the Baltic Union in 2003.", "Norland joined the Baltic Union in May 1999."],
        "role": ["The fair was opened by Minister Maria Lopez.", "The fair was opened by Mayor Maria Lopez."],
        "quote": ['The mayor said, "We are late."', '"We are ready to open the bridge," said Emma Barrow.'],
        "date": ["The mill opened in 1909.", "The mill opened after 1900."],
        "count": ["The choir has at least 20 members.", "The choir has about 30 members."],
        "number": ["The canal is 62 miles long.", "The canal is over 90 km long."],
        "location": ["The firm is based near Norway.", "The firm is based in Sweden."],
        "name": ["The bridge was designed by Barrow.", "The bridge was designed by Jan Novak."],
        "negation": ["The bridge was not opened.", "Nobody opened the bridge."],
        "modality": ["The ferry must be late.", "The ferry will be late."],
        "status": ["She is the current mayor.", "She is still the mayor."],
    }
    module = claim_type(kind)
    claims = [read(text, book, kind)[-1] for text in (TEXTS[kind], *others[kind])]
    before, after = claims[pair[0]], claims[pair[1]]
    there = module.relate(before, after, book.lexicon)
    assert module.relate(after, before, book.lexicon) is there.converse


BOOK = rulebook.load(["core", "international-relations"], claims=(*CLAIM_TYPES, *WHOLE_TYPES))


def pack(folder: Path, *rules: dict[str, object]) -> str:
    """A pack of a user's own."""
    example = {"silent": [{"old": "A.", "new": "A."}], "speaks": []}
    made = [{"message": "{old} became {new}", "why": "so", "examples": example, **rule} for rule in rules]
    (folder / "mine.yaml").write_text(yaml.safe_dump(made), encoding="utf-8")
    return str(folder)


CREW: dict[str, object] = {
    "id": "crew",
    "claim": "membership",
    "patterns": ["crew of (the)? {group:name} was {members:names}"],
    "options": {"exhaustive": True},
}


def test_a_user_s_pattern_names_a_list_and_says_it_is_complete(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()  # a pack without core brings the words it needs
    (tmp_path / "en" / "list-joints.txt").write_text("and = anywhere\n", encoding="utf-8")
    found = reconcile.compare(
        "The crew of the Albatross was Barrow, Novak and Adler.",
        "The crew of the Albatross was Barrow and Novak.",
        rules=[pack(tmp_path, CREW)],
    ).findings
    (finding,) = found
    assert (finding.rule, finding.relation, finding.level.value) == ("crew", Relation.CONFLICTING, "error")
    assert finding.subject == "Albatross"
    assert finding.change
    assert finding.change.removed == ("Adler",)
    assert finding.old
    assert finding.old.value == {
        "members": ["Barrow", "Novak", "Adler"],
        "count": None,
        "exhaustive": True,
    }


def test_a_user_s_pattern_takes_a_list_of_one(tmp_path: Path) -> None:
    (finding,) = reconcile.compare(
        "The crew of the Albatross was Barrow.",
        "The crew of the Albatross was Novak.",
        rules=[pack(tmp_path, CREW)],
    ).findings
    assert finding.relation is Relation.CONFLICTING


def test_a_pattern_without_members_finds_no_list(tmp_path: Path) -> None:
    rule = {**CREW, "patterns": ["crew of {group:name}"], "options": {}}
    text = "The crew of Albatross was {}."
    rules = [pack(tmp_path, rule)]
    assert reconcile.compare(text.format("Barrow"), text.format("Adler"), rules=rules).findings == ()


def test_a_pack_without_rules_for_whole_sentences_tells_of_none(tmp_path: Path) -> None:
    rules = [pack(tmp_path, CREW)]
    assert (
        reconcile.compare("The mill is old.", "The mill is old. It burned down.", rules=rules).findings == ()
    )
    assert reconcile.compare("The mill is old.", "The mill is young.", rules=rules).findings == ()
    old, new = (
        reconcile.read(text.encode(), reader="wikitext", id=name)
        for name, text in (
            ("a", "== Mill ==\nIt is old.<ref>Barrow 9</ref>"),
            ("b", "== The new mill ==\nIt is old."),
        )
    )
    assert reconcile.compare(old, new, rules=rules).findings == ()


def subjects(text: str) -> list[str | None]:
    document = pipeline.read(text.encode(), "x", reader="plain", book=BOOK)
    topics = Topics(document, BOOK.lexicon)
    return [topics.of(sentence.index) for sentence in document.sentences]


def test_it_is_the_topic_of_the_document() -> None:
    text = "Norland is a state. Norland has a coast. It joined the Union. Belmar lies to the north."
    assert subjects(text)[2] == "Norland"


def test_he_and_she_are_the_last_person_named() -> None:
    assert subjects("Emma Barrow wrote the plan. She died in 1911.")[1] == "Emma Barrow"
    assert subjects("She died in 1911.") == [None]


def test_a_name_with_a_number_is_a_subject_as_a_whole() -> None:
    assert subjects("NV-118 was approved.") == ["NV-118"]


def test_a_document_without_a_topic_has_no_it() -> None:
    assert subjects("The mill is old. A storm came. It rained.")[2] is None


def test_where_an_event_s_subject_is_a_pronoun_it_is_named(book: RuleBook) -> None:
    text = "Norland is a state. Norland has a coast. It left the Baltic Union in 2003."
    (claim,) = read(text, book, "event")
    assert (claim.subject, claim.object) == ("Norland", "Baltic Union")


def test_several_memberships_are_several_claims(book: RuleBook) -> None:
    found = read("Norland is a member of the Baltic Union and the Coastal Alliance.", book, "event")
    assert [claim.object for claim in found] == ["Baltic Union", "Coastal Alliance"]


def test_a_denied_membership_is_told_as_denied(book: RuleBook) -> None:
    (claim,) = read("Norland is not a member of the Baltic Union.", book, "event")
    assert claim.qualifiers.negated


def test_figures_are_counts_or_numbers(book: RuleBook) -> None:
    text = "The choir has 23 members, pays 40 euros and came third."
    assert [claim.type for claim in read(text, book, "count")] == ["count"]
    assert len(read(text, book, "number")) == 2
