"""The public Python face."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile import errors
from reconcile.report import REPORTS

STUB = Path(reconcile.__file__).with_suffix(".pyi")
TEXT = st.text(alphabet="ab 1.\nÉ🙂", min_size=1).filter(lambda text: not text.isspace())


@given(TEXT)
def test_a_text_compared_with_itself_says_nothing(text: str) -> None:
    result = reconcile.compare(text, text)
    assert result.findings == ()
    assert reconcile.render(result) == reconcile.render(reconcile.compare(text, text))


@given(TEXT)
def test_segments_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for span in reconcile.segment(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=4))
def test_every_sentence_is_in_one_pair(old: list[str], new: list[str]) -> None:
    pairs = reconcile.align(old, new)
    assert sorted(i for pair in pairs for i in pair.old) == list(range(len(old)))
    assert sorted(j for pair in pairs for j in pair.new) == list(range(len(new)))


def test_the_stub_and_the_package_offer_the_same() -> None:
    names = {
        alias.asname or alias.name
        for node in ast.parse(STUB.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert names == set(reconcile.__all__) == set(dir(reconcile))
    assert all(getattr(reconcile, name) for name in names)
    with pytest.raises(
        AttributeError, match=r"module 'reconcile' has no attribute 'raed'; it has Document, "
    ):
        reconcile.raed  # noqa: B018


def test_importing_the_package_costs_next_to_nothing() -> None:
    code = (
        "import sys, reconcile; print(sorted(m for m in sys.modules if m.startswith(('reconcile.', 'yaml'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_read_takes_paths_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "guide.txt"
    path.write_text("The mill is old. It stands.\n", encoding="utf-8")
    document = reconcile.read(path)
    assert (document.id, document.reader, document.path) == ("guide", "plain", path.as_posix())
    first = document.sentences[0]
    assert (first.text, first.span.of(document.text)) == ("The mill is old.", "The mill is old.")
    assert document.blocks[first.block].text == "The mill is old. It stands."
    assert reconcile.read(str(path)) == document
    given = reconcile.read(path.read_bytes(), name="x.txt", id="y", date="2004", title="T")
    assert (given.id, given.path, given.date, given.title) == ("y", "x.txt", "2004", "T")
    assert reconcile.read(b"The mill.").path == "document"


def test_what_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(errors.ReadError, match=r"cannot be read"):
        reconcile.read(tmp_path / "none.txt")
    with pytest.raises(errors.ReadError, match=r"^document: empty"):
        reconcile.read(b"  ")
    with pytest.raises(errors.ReadError, match=r"^new: empty"):
        reconcile.compare("a", "")
    with pytest.raises(errors.UsageError, match=r"no reader 'plane'; did you mean 'plain'"):
        reconcile.read(b"a", reader="plane")
    with pytest.raises(errors.ConfigError, match=r"rule pack 'none'"):
        reconcile.compare("a", "b", rules=["none"])
    with pytest.raises(errors.UsageError, match=r"no report format 'jsn'"):
        reconcile.render(reconcile.compare("a", "a"), "jsn")


def test_compare_finds_a_changed_fact_and_asks_the_sources() -> None:
    old, new = "The mill employs 40 people.", "The mill employs 55 people."
    result = reconcile.compare(
        old, new, sources=["The mill employs 55 people.", reconcile.read(b"It rains.")]
    )
    (finding,) = result.findings
    assert (finding.level.value, finding.relation and finding.relation.value) == ("error", "conflicting")
    assert [source.id for source in result.sources] == ["source-1", "document"]
    assert isinstance(result, reconcile.Result)
    assert isinstance(result.old, reconcile.Document)


def test_decisions_are_laid_over(tmp_path: Path) -> None:
    result = reconcile.compare(
        "The mill employs 40 people.", "The mill employs 55 people.", decisions=tmp_path
    )
    assert [finding.decision["status"] for finding in result.findings] == ["open"]


def test_verdict_says_what_evidence_says() -> None:
    fact = "The Union comprises Alba, Bora and Cira."
    same = reconcile.verdict(fact, fact)
    other = reconcile.verdict(fact, "It rains in Oslo.")
    assert isinstance(same, reconcile.Verdict)
    assert (same.label.value, other.label.value) == ("supports", "not-enough-info")
    assert 0 <= other.score <= 1
    assert same.why


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: reconcile.compare("A mill.", "A mill.", sources="The mill is old."), "sources"),
        (lambda: reconcile.compare("A mill.", "A mill.", rules="core"), "rules"),
        (lambda: reconcile.verdict("A mill.", "A mill.", rules="core"), "rules"),
        (lambda: reconcile.align("The mill.", []), "old_sentences"),
        (lambda: reconcile.align([], "The mill."), "new_sentences"),
    ],
)
def test_one_text_is_no_list_of_texts(call: Callable[[], object], name: str) -> None:
    with pytest.raises(errors.UsageError, match=f"^{name} is a list, and was given one text; write {name}="):
        call()


def test_the_docstring_of_render_names_every_format() -> None:
    assert f"Formats: {', '.join(REPORTS)}." in (reconcile.render.__doc__ or "")
