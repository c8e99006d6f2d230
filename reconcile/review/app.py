"""The review's web application: the report's own page, and two addresses that read and write decisions.

GET  /TOKEN/            the page
GET  /TOKEN/decisions   {"state": {finding id: what is decided}}
POST /TOKEN/decisions   {"format": 1, "decisions": [{id, status, why, value, by, day}]}
"""

from __future__ import annotations

import json

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reconcile.decisions.bundle import word, word_problems
from reconcile.errors import FatalError
from reconcile.model import Json
from reconcile.review.desk import UNDO, WITHDRAW, Desk
from reconcile.review.guardian import HEADERS, refusal

LARGEST = 32_000_000  # bytes of a post: ten thousand decisions with long reasons


def application(desk: Desk, page: str, *, policy: str, host: str, token: str) -> ASGIApp:
    """The review of `desk` on the one page `page` (HTML); see `guardian` for `host` and `token`.

    `policy` is the page's Content-Security-Policy.
    """
    headers = {**HEADERS, "Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}

    async def show(request: Request) -> Response:
        return HTMLResponse(page)

    async def state(request: Request) -> Response:
        return await run_in_threadpool(_state, desk)

    async def settle(request: Request) -> Response:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return _error(413, "these are more decisions than fit into one post; send fewer at once")
        return await run_in_threadpool(_settle, desk, bytes(body))

    routes = [
        Route(f"/{token}/", show, methods=["GET"]),
        Route(f"/{token}/decisions", state, methods=["GET"]),
        Route(f"/{token}/decisions", settle, methods=["POST"]),
    ]
    return _Guarded(Starlette(routes=routes), host, token, headers)


class _Guarded:
    """Refuses strangers before anything else happens, and puts the headers on every answer."""

    def __init__(self, inner: ASGIApp, host: str, token: str, headers: dict[str, str]) -> None:
        self._inner, self._host, self._token = inner, host, token
        self._headers = [(name.lower().encode(), text.encode()) for name, text in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._inner(scope, receive, send)
            return
        if scope["type"] != "http":  # the page uses no web sockets
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *self._headers]}
            await send(message)

        given = {name.decode("latin-1"): text.decode("latin-1") for name, text in scope["headers"]}
        why = refusal(scope["method"], scope["path"], given, host=self._host, token=self._token)
        inner = self._inner if why is None else _error(403, why)
        await inner(scope, receive, sent)


def _state(desk: Desk) -> Response:
    try:
        return JSONResponse({"state": desk.state()})
    except FatalError as error:
        return _error(409, str(error))


def _settle(desk: Desk, body: bytes) -> Response:
    try:
        data: Json = json.loads(body)
    except (ValueError, RecursionError):
        return _error(400, "this is no JSON")
    rows = data.get("decisions") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        return _error(400, 'this is no bundle; it must be {"format": 1, "decisions": […]}')
    wrong = [problem for number, row in enumerate(rows) for problem in _problems(row, number)]
    if wrong:
        return _error(400, "; ".join(wrong[:5]))
    try:
        words = [word(row) for row in rows]
        problems = desk.settle(words)
        state = desk.state({one.id for one in words})
        return JSONResponse({"state": state, "problems": list(problems)})
    except FatalError as error:
        return _error(507, str(error))


def _problems(row: Json, number: int) -> list[str]:
    if isinstance(row, dict) and row.get("status") in (WITHDRAW, UNDO):
        row = {**row, "status": "later"}
    return list(word_problems(row, number))


def _error(status: int, why: str) -> JSONResponse:
    return JSONResponse({"error": why}, status_code=status)
