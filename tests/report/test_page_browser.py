"""The page in a real browser, as a person uses it: by mouse, by keyboard, narrow, dark, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from factory_report import document, finding, pairs, rivers, side
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reconcile.model import Level
from reconcile.report import render
from reconcile.result import Result

pytestmark = pytest.mark.browser
CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("page") / "report.html", rivers())


def written(path: Path, result: Result) -> str:
    path.write_text(render(result, "html"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a wide screen; an error on the console or a request to elsewhere fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request", lambda request: faults.append(request.url) if not request.url.startswith("file:") else None
    )
    opened.goto(address)
    yield opened
    faults = [fault for fault in faults if not fault.startswith(("data:", "blob:"))]
    context.close()
    assert faults == []


def current(page: Page) -> str | None:
    return page.evaluate("document.querySelector('[aria-current=true]')?.id")  # type: ignore[no-any-return]


def visible_findings(page: Page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.finding')].map((node) => node.dataset.id)")  # type: ignore[no-any-return]


def test_j_and_k_walk_the_findings_and_mark_their_passages(page: Page) -> None:
    page.keyboard.press("j")
    assert current(page) == "f-a1"
    assert page.evaluate("document.activeElement.id") == "f-a1"
    assert page.url.endswith("#f-a1")
    assert page.evaluate("[...document.querySelectorAll('.marked')].map((node) => node.id)") == ["o-1", "n-1"]
    page.keyboard.press("j")
    assert current(page) == "f-b2"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert current(page) == "f-a1"


def test_letters_typed_into_the_filter_do_not_walk(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert current(page) is None
    expect(page.locator("#nothing")).to_be_visible()


def test_filters_narrow_the_list_and_say_so(page: Page) -> None:
    page.fill("#q", "dorn elmar")
    expect(page.locator(".finding")).to_have_count(1)
    expect(page.locator("#shown")).to_have_text("1 of 6 findings")
    page.fill("#q", "")
    page.uncheck('input[value="error"]')
    expect(page.locator(".finding")).to_have_count(4)
    page.select_option("#verdict", "refutes")
    expect(page.locator(".finding")).to_have_count(1)
    assert visible_findings(page) == ["f6"]
    page.select_option("#verdict", "")
    page.select_option("#decision", "new")
    expect(page.locator(".finding")).to_have_count(1)
    assert visible_findings(page) == ["e5"]


def test_a_click_on_evidence_shows_the_source_scrolled_and_marked(page: Page) -> None:
    page.click("#f-b2 .evidence .place")
    assert page.locator("#source-2").is_visible()
    assert not page.locator("#versions").is_visible()
    assert page.evaluate("document.getElementById('s2-0').classList.contains('marked')")


def test_a_deep_link_opens_its_finding_even_when_a_filter_hides_it(page: Page) -> None:
    page.fill("#q", "nothing has this")
    expect(page.locator(".finding")).to_have_count(0)
    page.evaluate("location.hash = '#f-c3'")
    expect(page.locator("#f-c3")).to_have_attribute("aria-current", "true")


def test_equal_text_can_be_hidden(page: Page) -> None:
    assert page.locator(".row.unchanged").first.is_visible()
    page.keyboard.press("e")
    assert not page.locator(".row.unchanged").first.is_visible()


def test_the_passage_of_a_finding_is_in_view(browser: Browser, tmp_path: Path) -> None:
    lines = [f"Sentence number {number} says nothing new." for number in range(300)]
    old, new = document("o", [*lines, "Nine men."]), document("n", [*lines, "Ten men."])
    told = finding("last", old=side(old, 300), new=side(new, 300, "Ten"))
    beads = pairs(*(((number,), (number,)) for number in range(301)))
    result = Result(old=old, new=new, sources=(), pairs=beads, findings=(told,))
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(written(tmp_path / "long.html", result))
    page.keyboard.press("j")
    page.wait_for_timeout(50)
    box, pane = page.locator("#n-300").bounding_box(), page.locator("#pane").bounding_box()
    assert box
    assert pane
    assert pane["y"] <= box["y"] <= pane["y"] + pane["height"]
    assert page.evaluate("[...CSS.highlights.get('passage')].map(String)") == ["Ten"]
    page.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 320)])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    page.keyboard.press("j")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []


def test_a_narrow_screen_scrolls_one_way_only(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_everything_is_there_without_scripts(browser: Browser, tmp_path: Path) -> None:
    new = document("n", [f"Number {number}." for number in range(100)])
    findings = tuple(finding(f"{number:03}", new=side(new, number)) for number in range(100))
    beads = pairs(*(((), (number,)) for number in range(100)))
    result = Result(old=document("o", []), new=new, sources=(), pairs=beads, findings=findings)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(tmp_path / "still.html", result))
    assert page.locator(".finding").count() == 100
    assert page.locator(".finding").last.is_visible()
    assert not page.locator("#q").is_visible()
    context.close()


def test_print_shows_every_document_and_no_controls(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("#source-2").is_visible()
    assert not page.locator("#filters").is_visible()


def test_a_theme_is_chosen_and_kept(page: Page, address: str) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    page.keyboard.press("t")
    dark = page.evaluate(paper)
    assert dark != before
    for _ in range(20):  # a browser writes what a page keeps when it has the time
        page.goto(address)
        if page.evaluate(paper) == dark:
            break
    assert page.evaluate(paper) == dark


def test_help_is_a_dialog(page: Page) -> None:
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("j")
    assert current(page) is None
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def test_hostile_words_run_nothing(browser: Browser, tmp_path: Path) -> None:
    text = "</noscript></script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"
    new = document("n", [f"{number} {text}" for number in range(90)])
    findings = tuple(finding(f"{number:03}", message=text, new=side(new, number)) for number in range(90))
    beads = pairs(*(((), (number,)) for number in range(90)))
    result = Result(old=document("o", []), new=new, sources=(), pairs=beads, findings=findings)
    page = browser.new_page()
    page.goto(written(tmp_path / "hostile.html", result))
    page.evaluate("location.hash = '#f-085'")
    expect(page.locator("#f-085")).to_have_attribute("aria-current", "true")
    assert page.evaluate("window.hit") is None
    assert page.locator("#f-085 img").count() == 0
    page.close()


def test_many_findings_are_walked_without_gaps(browser: Browser, tmp_path: Path) -> None:
    count = 700
    new = document("n", [f"Number {number}." for number in range(count)])
    findings = tuple(
        finding(f"{number:04}", level=list(Level)[number % 3], message=f"No. {number}", new=side(new, number))
        for number in range(count)
    )  # fmt: skip
    beads = pairs(*(((), (number,)) for number in range(count)))
    result = Result(old=document("o", []), new=new, sources=(), pairs=beads, findings=findings)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(written(tmp_path / "many.html", result))
    order = page.evaluate("reconcile.index.map((entry) => entry[0])")
    page.evaluate(f"location.hash = '#f-{order[500]}'")
    expect(page.locator(f"#f-{order[500]}")).to_have_attribute("aria-current", "true")
    step = "() => { reconcile.KEYS[key](); return reconcile.current.id; }"
    walk = f"([key, steps]) => Array.from({{ length: steps }}, {step})"
    assert page.evaluate(walk, ["j", 79]) == [f"f-{id}" for id in order[501:580]]
    assert page.evaluate(walk, ["k", 99]) == [f"f-{id}" for id in order[578:479:-1]]
    shown = visible_findings(page)
    start = order.index(shown[0])
    assert shown == order[start : start + len(shown)]
    page.close()
