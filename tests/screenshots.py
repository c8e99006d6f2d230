"""Pictures of the report and of the review, from the seeds: `python tests/screenshots.py FOLDER`.

It works on a copy of the decisions, and needs Debian's chromium.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RECONCILE = [sys.executable, "-m", "reconcile"]
SIZE = {"width": 1440, "height": 900}


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        subprocess.run([*RECONCILE, "report", "--format", "html", "-o", place], cwd=ROOT, check=True)
        page = opened(browser, (Path(place) / "report.html").as_uri(), "light")
        page.screenshot(path=folder / "report.png")
        with reviewed(Path(place) / "decisions") as address:
            page = opened(browser, address, "dark")
            for key in "jnn":
                page.keyboard.press(key)
            page.wait_for_selector("#review:not([data-busy])", state="attached")
            page.wait_for_selector("#said:empty", state="attached")
            page.screenshot(path=folder / "review.png")
        browser.close()
    return 0


def opened(browser: Browser, address: str, scheme: str) -> Page:
    """The page at `address`, ready to be looked at."""
    page = browser.new_context(viewport=SIZE, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    page.goto(address)
    page.wait_for_selector("#review[data-ready]", state="attached")
    return page


@contextmanager
def reviewed(decisions: Path) -> Iterator[str]:
    """The address of a review of the seeds."""
    command = [*RECONCILE, "review", "--no-browser", "--by", "Ana", "--decisions", str(decisions)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = re.search(r"http://\S+", process.stdout.readline())
    assert told is not None
    try:
        yield told[0]
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
