"""The five documents under seeds/: what `reconcile report` must find in them, and what it must not.

`expected.yaml` says what a careful reader finds; `explained.yaml` every other error and warning. The reports
under reports/ are what a fresh run writes, byte for byte (`reconcile report` writes them anew).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile import cli
from reconcile.model import Relation
from reconcile.values.name import Name, relate
from tests.words_lexicon import english

ROOT = Path(__file__).parents[2]
EXPECTED = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text(encoding="utf-8"))
EXPLAINED = yaml.safe_load((Path(__file__).parent / "explained.yaml").read_text(encoding="utf-8"))
Record = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a fresh run has written its reports."""
    written = tmp_path_factory.mktemp("reports")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        assert cli.run(["report", "-o", str(written), "--verify"]) == 0
    finally:
        os.chdir(before)
    return written


@pytest.fixture(scope="module")
def report(folder: Path) -> Record:
    found: Record = yaml.safe_load((folder / "report.yaml").read_text(encoding="utf-8"))
    return found


def side(finding: Record, name: str) -> Record:
    return finding[name] or {}


def sentence_of(report: Record, finding: Record, name: str) -> str:
    """The line of the file that a side stands in; the seeds hold a paragraph a line."""
    there = side(finding, name)
    if not there:
        return ""
    lines = (ROOT / str(there["path"])).read_text(encoding="utf-8").splitlines()
    return lines[int(there["line"]) - 1]


def meets(report: Record, finding: Record, wanted: Record) -> bool:
    same = all(finding[key] == wanted[key] for key in ("claim", "relation", "level"))
    return same and all(
        wanted[name] in side(finding, name).get("text", "") if name in wanted else not finding[name]
        for name in ("old", "new")
    )


@pytest.mark.parametrize("wanted", EXPECTED["changes"], ids=lambda wanted: wanted["what"])
def test_the_change_is_found_once(report: Record, wanted: Record) -> None:
    found = [finding for finding in report["findings"] if meets(report, finding, wanted)]
    assert len(found) == 1, [finding["message"] for finding in found]
    finding = found[0]
    for name in ("subject", "object"):
        assert name not in wanted or finding[name] == wanted[name]
    for name in ("kept", "added", "removed"):
        assert name not in wanted or sorted(finding["change"][name]) == wanted[name]
    for name in ("old", "new"):
        value = side(finding, name).get("value", {})
        expected = wanted.get(f"{name}_value", {})
        assert {key: value.get(key) for key in expected} == expected
        assert wanted.get(f"{name}_sentence", "") in sentence_of(report, finding, name)
        if wanted.get("counts_match_lists"):
            assert len(value["members"]) == value["count"]
    assert len(finding.get("places") or [1]) == wanted.get("places", 1)
    if "part" in wanted:
        part = wanted["part"]
        values = [one["value"] for one in finding["parts"] if one["claim"] == part["type"]]
        assert part["value"] in [{key: value.get(key) for key in part["value"]} for value in values]


@pytest.mark.parametrize("same", EXPECTED["same"], ids=lambda same: same["sentence"])
def test_what_was_only_printed_anew_is_silent(report: Record, same: Record) -> None:
    told = [
        finding["claim"]
        for finding in report["findings"]
        if any(same["sentence"] in side(finding, name).get("text", "") for name in ("old", "new"))
    ]
    assert set(told) <= set(same.get("only", ()))


def test_furniture_is_listed_and_never_told(report: Record) -> None:
    for finding in report["findings"]:
        texts = [side(finding, name).get("text", "") for name in ("old", "new")]
        assert not any(text.startswith(word) for text in texts for word in EXPECTED["furniture"])
        assert finding["claim"] not in EXPECTED["no_claim_types"]
    dropped = " ".join(one["what"] for one in report["dropped"] if one["document"] == "wiki-2008").casefold()
    assert all(word in dropped for word in ("template", "category", "reference"))


@pytest.mark.parametrize(
    "wanted",
    EXPECTED["verdicts"] + EXPECTED["verdicts_in_other_words"],
    ids=lambda wanted: wanted["claim"],
)
def test_the_source_says_so(report: Record, wanted: Record) -> None:
    found = [one for one in report["verdicts"] if same_claim(one["claim"]["text"], wanted["claim"])]
    assert found
    if wanted["source"] == "any":
        assert {one["verdict"] for one in found} == {wanted["verdict"]}
        return
    there = [one for one in found if one["source"] == wanted["source"]]
    told = [one for one in there if one["verdict"] == wanted["verdict"]]
    assert told, [(one["verdict"], one["why"]) for one in there]
    assert any(wanted["evidence"] in one["evidence"]["text"] for one in told)
    assert {one["claim"]["in"] for one in told} == {wanted["in"]}
    assert all(one["verdict"] != "refutes" for one in there)


def same_claim(text: str, wanted: str) -> bool:
    """True where one holds the other, or the claim begins within the sentence asked for."""
    return (
        wanted in text
        or text in wanted
        or any(wanted.endswith(text[:length]) for length in range(len(text), 20, -1))
    )


def test_nothing_is_refuted(report: Record) -> None:
    assert [one for one in report["verdicts"] if one["verdict"] == "refutes"] == []


@pytest.mark.parametrize("trap", EXPECTED["traps"], ids=lambda trap: trap["why"])
def test_what_is_alike_is_not_set_against_one_another(report: Record, trap: Record) -> None:
    for finding in report["findings"]:
        assert not spoken_of(trap, texts(finding)), finding["message"]
    for one in report["disagreements"]:
        assert not spoken_of(trap, [value["text"] for value in one["values"]]), one["subject"]


def texts(finding: Record) -> list[str]:
    sides = [side(finding, name).get("text", "") for name in ("old", "new")]
    return sides + [one["text"] for one in finding["evidence"]]


def spoken_of(trap: Record, said: list[str]) -> bool:
    return any(trap["one"] in text for text in said) and any(trap["other"] in text for text in said)


@pytest.mark.parametrize("wanted", EXPECTED["disagreements"], ids=lambda wanted: wanted["source"])
def test_a_source_tells_two_figures_each_with_its_speaker(report: Record, wanted: Record) -> None:
    (found,) = report["disagreements"]
    assert len(found["values"]) == len(wanted["values"])
    for value, expected in zip(found["values"], wanted["values"], strict=True):
        assert value["source"] == wanted["source"]
        assert (value["value"], value["approximator"]) == (expected["value"], expected["approximator"])
        assert value["attributed_to"] == expected["speaker"]
        assert expected["text"] in value["text"]


@pytest.mark.parametrize("wanted", EXPECTED["internal"], ids=lambda wanted: wanted["why"])
def test_a_version_contradicts_itself(report: Record, wanted: Record) -> None:
    (found,) = [one for one in report["findings"] if one["kind"] == "internal"]
    assert (found["level"], found["subject"]) == (wanted["level"], wanted["subject"])
    assert found["old"]["path"] == report["old"]["path"]
    assert wanted["sentence"] in sentence_of(report, found, "old")
    assert found["new"] is None


@pytest.mark.parametrize("pair", EXPECTED["aliases"], ids=" ".join)
def test_one_thing_under_two_spellings(pair: list[str]) -> None:
    assert relate(Name(pair[0]), Name(pair[1]), english()) in (Relation.EQUIVALENT, Relation.UNSURE)


def test_every_other_error_and_warning_is_explained(report: Record) -> None:
    wanted = [one for one in EXPECTED["changes"] if one["level"] != "note"]
    others = [
        finding["id"]
        for finding in report["findings"]
        if finding["level"] != "note"
        and not any(meets(report, finding, one) for one in wanted)
        and not (finding["kind"] == "internal" and finding["subject"] == EXPECTED["internal"][0]["subject"])
    ]
    assert sorted(others) == sorted(one["id"] for one in EXPLAINED)
    assert all(one["why"].strip() for one in EXPLAINED)


@pytest.mark.parametrize("name", ["report.yaml", "report.html"])
def test_the_reports_kept_are_those_of_a_fresh_run(folder: Path, name: str) -> None:
    kept, fresh = (ROOT / "reports" / name).read_bytes(), (folder / name).read_bytes()
    if kept != fresh:
        pytest.fail(f"reports/{name} is not what this code writes; run `reconcile report`", pytrace=False)
