"""The review's page: the report's own, saving to the server that shows it."""

from __future__ import annotations

from reconcile.report.html_report import page
from reconcile.report.page import Extra, page_policy
from reconcile.report.reviewing import reviewing
from reconcile.result import Result

SAVE = "decisions"  # the address decisions are sent to, seen from the page


def page_of(result: Result) -> tuple[str, str]:
    """The page of `result` with its controls, and the Content-Security-Policy it is to be served with."""
    extra: Extra = reviewing(save=SAVE)
    return page(result, extra), page_policy(extra)
