"""What turns the report's page into a review: six decisions on each finding, progress, bulk and undo.

There is one page with two ways to save. Served by `reconcile review` it sends each decision to the server;
opened from a disk it keeps them in the browser and downloads them as one bundle for `reconcile decide
--from FILE`.
"""

from __future__ import annotations

from reconcile.report.page import Extra, asset

PARTS = ("controls", "toolbar", "keys", "end")


def reviewing(save: str | None = None) -> Extra:
    """The controls. `save` is the address decisions are sent to; None for a page from the disk."""
    return Extra(
        files={f"review-{part}.html": asset(f"review-{part}.html") for part in PARTS},
        controls="review-controls.html",
        toolbar="review-toolbar.html",
        keys="review-keys.html",
        end="review-end.html",
        styles=(asset("review.css"),),
        scripts=(asset("review.js"),),
        connect="'none'" if save is None else "'self'",
        data={"save": save or ""},
    )
