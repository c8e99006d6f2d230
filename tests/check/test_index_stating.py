"""Which statements can contradict one another across documents: silent cases first."""

from __future__ import annotations

from functools import lru_cache

import pytest

from reconcile import pipeline, rulebook
from reconcile.claim import RuleBook
from reconcile.index.agree import contradict, sure
from reconcile.index.row import Row
from reconcile.index.stating import rows


@lru_cache
def book() -> RuleBook:
    return rulebook.load(["core"])


def stated(text: str, path: str = "a.md") -> tuple[Row, ...]:
    return tuple(rows(pipeline.read(text.encode(), path, book=book()), book().lexicon))


def opposed(one: str, other: str, path: str = "a.md", other_path: str = "b.md") -> bool:
    return any(
        contradict(row, found, path, other_path)
        for row in stated(one, path)
        for found in stated(other, other_path)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Union has 45 members.", "The Union has forty-five members."),
        ("The Union has 45 members.", "The Union had 46 members."),
        ("The Union has 45 members.", "The Council has 46 members."),
        ("The Union has 45 members.", "The Union has 46 observers."),
        ("The Union has 45 members.", "In 2019, the Union had 46 members."),
        ("In 2018 the Union had 45 members.", "In 2019 the Union had 46 members."),
        ("The Union has 45 members in Africa.", "The Union has 46 members in Asia."),
        ("The Union has 45 members and 12 observers.", "The Union has 45 members and 13 partners."),
        ("The Union has 45 members and 12 observers.", "The Union has 12 members and 45 observers on paper."),
        ("The Union has 45 members.", "The Union does not have 46 members."),
        ("The Union has 45 members.", "The Union may have 46 members."),
        ("The Union has 45 members.", "According to its critics, the Union has 46 members."),
        ("The Union has 45 members.", 'The paper says "the Union has 46 members".'),
        ("The Union has 45 members.", "Has the Union 46 members?"),
        ("The Union has 45 members.", "The Union has more than 40 members."),
        ("It has 45 members.", "It has 46 members."),
        ("On the free plan, Acme allows 5 users.", "On the paid plan, Acme allows 10 users."),
        ("Acme allows 5 users on the free plan.", "Acme allows 10 users on the paid plan."),
        ("If asked, Acme keeps 5 copies.", "Acme keeps 6 copies."),
        ("The route is 100 km long.", "The route is 62 miles long."),
        ("The festival took place in 2019.", "The festival took place in 2020."),
        ("The fire killed 4 people.", "The fire killed 9 people."),
        ("Acme was founded in 1999.", "Acme was founded in May 1999."),
        ("Acme was founded about 1999.", "Acme was founded about 2003."),
        ("## Version 1\n\nThe Union has 45 members.", "## Version 2\n\nThe Union has 46 members."),
        ("| The Union has 45 members. | x |\n|--|--|\n| a | b |", "The Union has 46 members."),
        ("There are 46 members in the Union.", "The Union has forty-six members."),
        ("There were 46 members in the Union.", "The Union has 45 members."),
        ("There are 46 members of staff in the Union.", "The Union has 45 members."),
        ("There are 46 members in the Union since 2019.", "The Union has 45 members."),
        ("In Asia there are 46 members in the Union.", "The Union has 45 members."),
        ("There may be 46 members in the Union.", "The Union has 45 members."),
        ("The Union has 46 member fees.", "The Union has 45 members."),
        ("The Union states 46 rules.", "The Union has 45 rules."),
        ("Founded in 1881, the museum is closed.", "The museum was founded in May 1881."),
        ("Founded by Ann Holt in 1881, the museum is closed.", "The museum was founded in 1882."),
        ("Named in 1881, the museum is closed.", "The museum was founded in 1882."),
        ("The museum, rebuilt in 1881, is closed.", "The museum was founded in 1882."),
        ("Founded in 1881, the museum has 40 rooms.", "Founded in 1881, the museum has forty rooms."),
        ("The session time limit is 2 hours.", "The session time limit is 120 minutes."),
        ("The default value is 5.", "The default value is 6."),
        ("Acme's default is 80.", "Acme's default is 90."),
        ("Acts like Acme but sends 400 bytes.", "Acts like Acme but sends 404 bytes."),
        ("The timeout is 30 seconds.", "The timeout of reads is 60 seconds."),
    ],
)
def test_both_can_be_true(one: str, other: str) -> None:
    assert not opposed(one, other)
    assert not opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Union has 45 members.", "The Union has 46 members."),
        ("The Union has forty-five members.", "Today is fine. The Union has 46 members."),
        ("The Union, founded long ago, has 45 members.", "The Union has 46 members."),
        ("In 2019 the Union had 45 members.", "In 2019 the Union had 46 members."),
        ("Acme was founded in 1999.", "Acme was founded in 2001."),
        ("The population of Rome is 2.8 million.", "The population of Rome is 3.1 million."),
        ("Acme allows 5 users on the free plan.", "Acme allows 10 users on the free plan."),
        ("There are 46 members in the Union.", "The Union has 45 members."),
        ("There are 46 members of the Union.", "The Union has 45 members."),
        ("The Union has 46 member states.", "The Union has 45 members."),
        ("The Union consists of 46 states.", "The Union has 45 states."),
        ("Founded in 1881, the museum is closed.", "The museum was founded in 1882."),
        ("The museum, founded in 1881, is closed.", "The museum was founded in 1882."),
        ("The museum (founded 1881) is closed.", "Today is fine. The museum was founded in 1882."),
        ("The museum, which was founded in 1881, is closed.", "The museum (founded 1882) is closed."),
        ("Founded in 1881, the museum has 40 rooms.", "The museum has 41 rooms."),
        ("The museum, founded in 1881, has 40 rooms.", "The museum has 41 rooms."),
        ("The default read timeout is 2 hours.", "The default read timeout is 45 minutes."),
        ("The retry limit is 5.", "The retry limit is 6."),
        ("The default read timeout is 30 seconds.", "The default read timeout is 60 seconds."),
    ],
)
def test_both_cannot_be_true(one: str, other: str) -> None:
    assert opposed(one, other)
    assert opposed(other, one)


def test_a_path_with_a_version_bounds_what_is_said() -> None:
    texts = "The Union has 45 members.", "The Union has 46 members."
    assert not opposed(*texts, "docs/v1/a.md", "docs/v2/a.md")
    assert opposed(*texts, "docs/v1/a.md", "docs/v1/b.md")


def test_what_is_not_named_is_less_sure() -> None:
    (one,), (other,) = stated("The default read timeout is 30 seconds."), stated("The Union has 45 members.")
    assert not sure(one, one)
    assert sure(other, other)
