"""Who may talk to the review server: this machine, this page, this run.

The server listens on the loopback address only. Every address starts with a token that is made anew for
each run; the Host must be the very one the server listens at (so that no foreign name that resolves to
127.0.0.1 works), and whatever writes must come from the page itself (Origin) as JSON, which no form of
another site can send.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def refusal(method: str, path: str, headers: Mapping[str, str], *, host: str, token: str) -> str | None:
    """Why a request is refused, in one sentence; None when it may pass.

    `host` is the server's own `127.0.0.1:port`; `headers` have lower-case names.
    """
    if headers.get("host") != host:
        return f"this server answers to http://{host}/ only"
    given = path.split("/")[1] if path.startswith("/") else ""
    if not hmac.compare_digest(given.encode(), token.encode()):
        return "the address lacks this run's token; open the address that reconcile review printed"
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return "another site may not talk to this server"
    if method in ("GET", "HEAD"):
        site = headers.get("sec-fetch-site", "none")
        return None if site in ("none", "same-origin") else "another site may not open this page"
    if origin is None:
        return "a decision must come from the review page (the Origin header is missing)"
    if headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return "decisions are sent as application/json"
    return None
