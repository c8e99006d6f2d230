"""The review in a real browser: by mouse, by keyboard, served and from the disk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from review_cases import DAY, document, result, side, start

from reconcile.decisions.make import decide
from reconcile.decisions.overlay import lay_over
from reconcile.decisions.read import load
from reconcile.decisions.write import save
from reconcile.report import html_report, yaml_report
from reconcile.result import Result

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator:
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


class Watched:
    """A browser of one person; what the pages complain of and ask of other hosts is kept."""

    def __init__(self, browser, **options) -> None:
        self.context = browser.new_context(viewport={"width": 1400, "height": 900}, **options)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.expected = ""

    def open(self, address: str, ready: str = "#review[data-ready]"):
        page = self.context.new_page()
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(address)
        page.wait_for_selector(ready, state="attached")
        return page


@pytest.fixture
def watched(browser) -> Iterator[Watched]:
    one = Watched(browser)
    yield one
    one.context.close()
    assert [said for said in one.complaints if not one.expected or one.expected not in said] == []
    strangers = [
        url for url in one.requests if not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))
    ]
    assert strangers == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "decisions"


def card(page, number: int):
    return page.locator(f"#f-{number:012x}")


def check_settled(page, text: str) -> None:
    """Wait until the page says so, and everything is saved."""
    page.wait_for_function(
        "text => document.getElementById('settled').textContent === text"
        " && !document.getElementById('review').hasAttribute('data-busy')",
        arg=text,
    )


def written(folder: Path) -> dict[int, str]:
    return {int(one.id, 16): one.status for one in load(folder)}


# ---------------------------------------------------------------- served


def test_by_mouse(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(), folder))
    check_settled(page, "0 of 31 settled")
    buttons = card(page, 0).locator(".choices button").all_inner_texts()
    assert [" ".join(text.split()) for text in buttons] == [
        "1 new “1 members”",
        "2 old “0 members”",
        "3 both hold",
        "4 neither",
        "5 false alarm",
        "6 later",
    ]
    card(page, 0).locator("[data-status=new]").click()
    check_settled(page, "1 of 31 settled")
    assert written(folder) == {0: "new"}
    assert card(page, 0).locator(".decided").inner_text() == f"settled new “1 members”, by Ana, {DAY}"
    card(page, 0).get_by_label("reason").fill("counted")
    card(page, 0).get_by_label("reason").press("Enter")
    page.wait_for_function("() => document.querySelector('.decided').textContent.endsWith(': counted')")
    assert load(folder)[0].why == "counted"
    card(page, 0).locator("[data-status=new]").click()
    check_settled(page, "0 of 31 settled")
    assert written(folder) == {}
    assert card(page, 0).locator(".decided").count() == 0


def test_the_buttons_print_what_a_source_says(watched: Watched, folder: Path) -> None:
    made = result(2)
    findings = (
        replace(made.findings[0], kind="source", relation=None),
        replace(made.findings[1], kind="internal"),
    )
    page = watched.open(start(replace(made, findings=findings), folder))
    texts = page.locator(".choices [data-status=new], .choices [data-status=old]").all_inner_texts()
    assert [" ".join(text.split()) for text in texts] == [
        "1 this document “1 members”",
        "2 gazette “The gazette counts 0 of them.”",
        "1 this place “2 members”",
        "2 the other place “1 members”",
    ]


def test_by_keyboard(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(9), folder))
    for number, (key, count) in enumerate(zip("n2b5l", (1, 2, 3, 4, 4), strict=True)):
        page.keyboard.press(key)
        check_settled(page, f"{count} of 9 settled")
        page.wait_for_function(
            "number => document.querySelectorAll('.finding')[number].hasAttribute('aria-current')",
            arg=number + 1,
        )
    page.keyboard.press("x")
    page.keyboard.type("11 members")
    page.keyboard.press("Enter")
    check_settled(page, "5 of 9 settled")
    page.keyboard.press("k")
    page.keyboard.press("w")
    page.keyboard.type("no u or n here is a command")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('said').textContent.startsWith('reason kept')")
    order = [int(one.id, 16) for one in result(9).findings]
    assert [written(folder).get(number) for number in order[:7]] == [
        "new", "old", "both", "false-alarm", "later", "neither", None,
    ]  # fmt: skip
    by_id = {int(one.id, 16): one for one in load(folder)}
    assert by_id[order[5]].settled[0].text == "11 members"
    assert by_id[order[4]].why == "no u or n here is a command"
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    assert "the new text is right" in page.locator("#keys").inner_text()


def test_reload_and_undo(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(6), folder))
    for key in "nno":
        page.keyboard.press(key)
    check_settled(page, "3 of 6 settled")
    page.keyboard.press("u")
    check_settled(page, "2 of 6 settled")
    page.reload()
    check_settled(page, "2 of 6 settled")
    assert page.locator(".choices [data-status=new][aria-pressed=true]").count() == 2
    assert len(written(folder)) == 2
    assert page.locator("#undo").is_disabled()
    page.keyboard.press("n")
    page.keyboard.press("b")
    page.locator("#undo").click()
    check_settled(page, "3 of 6 settled")
    assert sorted(written(folder).values()) == ["new", "new", "new"]


def test_many_at_once_say_how_many(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(30), folder))
    card(page, 3).locator("[data-status=old]").click()
    check_settled(page, "1 of 30 settled")
    page.keyboard.press("/")
    page.keyboard.type("count")
    page.keyboard.press("Escape")
    page.locator("#claim").select_option("count")
    page.wait_for_function("() => document.getElementById('shown').textContent === '10 of 30 findings'")
    page.locator("#bulk-open").click()
    assert (
        page.locator("#bulk-what").inner_text() == "9 findings to decide; 1 already settled is left as it is."
    )
    assert page.locator("#bulk-do").is_disabled()
    page.get_by_label("both hold").check()
    page.get_by_label("Reason for all of them").fill("two counts")
    assert page.locator("#bulk-do").inner_text() == "Settle 9 findings as both hold"
    page.locator("#bulk-do").click()
    check_settled(page, "10 of 30 settled")
    assert written(folder) == {number: "old" if number == 3 else "both" for number in range(0, 30, 3)}
    assert {one.why for one in load(folder)} == {"two counts", ""}
    page.locator("#undo").click()
    check_settled(page, "1 of 30 settled")
    assert written(folder) == {3: "old"}
    page.locator("#bulk-open").click()
    page.locator("#bulk-close").click()
    assert not page.locator("#bulk").is_visible()
    check_settled(page, "1 of 30 settled")


def test_filters(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(31), folder))
    card(page, 0).locator("[data-status=new]").click()
    card(page, 3).locator("[data-status=later]").click()
    check_settled(page, "1 of 31 settled")

    def shows(select: str, option: str, count: str) -> None:
        page.locator(select).select_option(option)
        page.wait_for_function("text => document.getElementById('shown').textContent === text", arg=count)
        page.locator(select).select_option("")

    shows("#decision", "new", "1 of 31 findings")
    shows("#decision", "to do", "30 of 31 findings")
    shows("#decision", "open", "29 of 31 findings")
    shows("#claim", "date", "10 of 31 findings")
    shows("#verdict", "refutes", "5 of 31 findings")
    shows("#document", "gazette", "5 of 31 findings")
    page.locator("label.toggle.error").click()
    page.wait_for_function("() => document.getElementById('shown').textContent === '20 of 31 findings'")
    page.locator("#q").fill("town 28")
    page.wait_for_function("() => document.querySelectorAll('.finding').length === 1")
    assert card(page, 28).is_visible()


def test_nothing_to_decide(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(0), folder))
    for key in "jn1xuwm":
        page.keyboard.press(key)
    check_settled(page, "0 of 0 settled")
    page.locator("#bulk-open").click()
    assert page.locator("#bulk-what").inner_text() == "0 findings to decide."
    assert page.locator("#bulk-do").is_disabled()
    assert not folder.exists()


def test_one_at_a_time(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(31), folder))
    page.keyboard.press("m")
    assert page.locator(".finding:visible").count() == 1
    first = page.locator(".finding:visible").get_attribute("data-id")
    page.keyboard.press("n")
    check_settled(page, "1 of 31 settled")
    page.wait_for_function("id => document.querySelector('[aria-current=true]').dataset.id !== id", arg=first)
    assert page.locator(".finding:visible").count() == 1
    page.keyboard.press("m")
    assert page.locator(".finding:visible").count() == 31


def test_a_passage_is_shown_in_its_document(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(31), folder))
    card(page, 3).locator(".evidence a.place").click()
    marked = page.locator(".s.marked")
    assert marked.inner_text().strip() == "The gazette counts 3 of them."
    assert marked.is_visible()
    card(page, 30).locator(".places a.place").last.click()
    assert "Town 30" in page.locator(".s.marked").first.inner_text()


def test_two_tabs_at_once(watched: Watched, folder: Path) -> None:
    address = start(result(9), folder)
    one, other = watched.open(address), watched.open(address)
    card(one, 0).locator("[data-status=new]").click()
    check_settled(other, "1 of 9 settled")
    card(other, 3).locator("[data-status=old]").click()
    check_settled(one, "2 of 9 settled")
    assert card(one, 3).locator("[data-status=old]").get_attribute("aria-pressed") == "true"
    assert written(folder) == {0: "new", 3: "old"}


def test_what_another_process_wrote_is_there_when_the_window_is_looked_at(
    watched: Watched, folder: Path
) -> None:
    made = result(9)
    page = watched.open(start(made, folder))
    save(folder, decide(made.findings[0], "both", day=DAY, by="Bo", why="asked"))
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    check_settled(page, "1 of 9 settled")


def test_reopened_and_conflicting_ones_say_why(watched: Watched, folder: Path) -> None:
    made = result(3)
    finding = made.findings[0]
    assert finding.old is not None
    save(
        folder,
        decide(
            replace(finding, id="f" * 12, new=replace(finding.old, text="7", value={"text": "7"})),
            "new",
            day=DAY,
        ),
    )
    page = watched.open(start(made, folder))
    page.wait_for_selector(".decided em")
    assert "was neither settled nor rejected on" in page.locator(".decided em").inner_text()
    assert page.locator(".finding[data-state=reopened]").count() == 1
    check_settled(page, "0 of 3 settled")


def test_a_full_disk_is_told_and_nothing_looks_settled(watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "decisions").write_text("", encoding="utf-8")
    watched.expected = "507"
    page = watched.open(start(result(3), tmp_path / "decisions"))
    page.keyboard.press("n")
    page.wait_for_selector("#failed:not([hidden])")
    assert "decisions: cannot be written: " in page.locator("#failed").inner_text()
    check_settled(page, "0 of 3 settled")
    assert page.locator("[aria-pressed=true][data-status]").count() == 0


def test_a_server_that_is_gone_is_told(watched: Watched, folder: Path) -> None:
    watched.expected = "ERR_"
    page = watched.open(start(result(3), folder))
    watched.context.set_offline(True)
    page.locator(".choices button").first.click()
    page.wait_for_selector("#failed:not([hidden])")
    assert "The review server does not answer" in page.locator("#failed").inner_text()


# ---------------------------------------------------------------- from the disk


def static(made: Result, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text(html_report.render(made), encoding="utf-8")
    (folder / "report.yaml").write_text(yaml_report.render(made), encoding="utf-8")
    return path.as_uri()


def test_a_page_from_the_disk_downloads_what_was_decided(
    watched: Watched, tmp_path: Path, folder: Path
) -> None:
    made = result(9)
    page = watched.open(static(made, tmp_path))
    assert page.locator("#download").is_disabled()
    for key in "nol":
        page.keyboard.press(key)
    card(page, 1).locator("[data-status=neither]").click()
    page.keyboard.type("12 members")
    page.keyboard.press("Enter")
    check_settled(page, "3 of 9 settled")
    page.get_by_label("by", exact=True).fill("Cleo")
    page.reload()
    check_settled(page, "3 of 9 settled")
    page.get_by_label("by", exact=True).fill("Cleo")
    with page.expect_download() as waiting:
        page.locator("#download").click()
    bundle = tmp_path / "decisions.json"
    waiting.value.save_as(bundle)
    assert json.loads(bundle.read_text(encoding="utf-8"))["by"] == "Cleo"
    command = [
        sys.executable,
        "-m",
        "reconcile",
        "decide",
        "--from",
        str(bundle),
        str(tmp_path / "report.yaml"),
    ]
    done = subprocess.run(
        [*command, "--decisions", str(folder)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("4 of 4 decisions written\n")
    assert written(folder) == {0: "new", 3: "old", 6: "later", 1: "neither"}
    assert {one.by for one in load(folder)} == {"Cleo"}


def test_a_page_from_the_disk_undoes_and_shares_between_tabs(watched: Watched, tmp_path: Path) -> None:
    address = static(result(9), tmp_path)
    one, other = watched.open(address), watched.open(address)
    one.keyboard.press("n")
    check_settled(other, "1 of 9 settled")
    for key in "jjo":
        other.keyboard.press(key)
    check_settled(one, "2 of 9 settled")
    one.keyboard.press("u")
    check_settled(other, "1 of 9 settled")


def test_a_page_from_the_disk_begins_with_what_is_decided(watched: Watched, tmp_path: Path) -> None:
    made = result(9)
    laid = lay_over(made, [decide(made.findings[0], "old", day=DAY, why="counted", by="Ana")])
    page = watched.open(static(laid, tmp_path))
    check_settled(page, "1 of 9 settled")
    assert card(page, 0).locator("[data-status=old]").get_attribute("aria-pressed") == "true"


# ---------------------------------------------------------------- documents are text


HOSTILE = [
    "</textarea><script>window.evil = 1</script><img src=x onerror='window.evil=1'>",
    "[click](javascript:window.evil=1) \u202e gnirts \u2066 and \u200b",
    "'\"><svg onload=window.evil=1> {{ 7*7 }} ${window.evil=1}",
    "]]></script><!-- <script> --!> &lt;b&gt; \x00\x1b[2J",
]


def hostile(number: int) -> Result:
    old = document("before", [*HOSTILE, "x" * number + " 1"])
    new = document("after", [line + "!" for line in HOSTILE] + ["x" * number + " 2"])
    made = result(5)
    findings = tuple(
        replace(
            one,
            message=old.sentences[n].text[:200],
            subject=old.sentences[n].text[:200],
            old=side(old, n, old.sentences[n].text),
            new=side(new, n, new.sentences[n].text),
            evidence=(),
        )
        for n, one in enumerate(made.findings)
    )
    return replace(made, old=old, new=new, findings=findings)


@pytest.mark.parametrize("served", [True, False])
def test_document_text_never_becomes_markup(
    watched: Watched, tmp_path: Path, folder: Path, served: bool
) -> None:
    made = hostile(1_000_000)
    page = watched.open(start(made, folder) if served else static(made, tmp_path))
    for key in "nobfl":
        page.keyboard.press(key)
    check_settled(page, "4 of 5 settled")
    assert page.evaluate("window.evil") is None
    assert page.locator("main img, main svg[onload], main textarea, a[href^='javascript']").count() == 0
    assert page.evaluate("document.querySelectorAll('script:not([type])').length") == 2
    if served:
        assert len(load(folder)) == 5


# ---------------------------------------------------------------- everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 320])
def test_no_barrier(browser, folder: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    one = Watched(browser, color_scheme=scheme)
    page = one.open(start(result(7), folder))
    page.set_viewport_size({"width": width, "height": 900})
    for key in "no":
        page.keyboard.press(key)
    check_settled(page, "2 of 7 settled")
    card(page, 6).locator("[data-status=neither]").click()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Escape")
    page.locator("#bulk-open").click()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    one.context.close()


def test_print_leaves_the_controls_out(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(7), folder))
    page.keyboard.press("n")
    check_settled(page, "1 of 7 settled")
    page.emulate_media(media="print")
    assert page.locator(".choices:visible").count() == 0
    assert page.locator(".decided:visible").count() == 1


def test_without_scripts_there_are_no_dead_buttons(browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(static(result(7), tmp_path))
    assert page.locator("#list > .finding").count() == 7
    assert page.locator(".decide:visible, #reviewing:visible").count() == 0
    context.close()


def test_thousands_of_findings_are_settled_and_filtered(watched: Watched, folder: Path) -> None:
    page = watched.open(start(result(3000), folder))
    check_settled(page, "0 of 3000 settled")
    page.locator("#q").fill("299")
    fitting = sum("299" in f"{n} {n + 1}" for n in range(3000))
    page.wait_for_function(
        "text => document.getElementById('shown').textContent === text", arg=f"{fitting} of 3000 findings"
    )
    page.locator("#bulk-open").click()
    page.get_by_label("the new text is right").check()
    page.locator("#bulk-do").click()
    check_settled(page, f"{fitting} of 3000 settled")
    assert len(load(folder)) == fitting
