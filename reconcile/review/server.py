"""Serving the review on a free port of the loopback address until it is interrupted."""

from __future__ import annotations

import importlib
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from reconcile.errors import FatalError
from reconcile.review.desk import Desk

LOOPBACK = "127.0.0.1"


def serve(desk: Desk, page: str, *, policy: str, port: int = 0, ready: Callable[[str], object]) -> None:
    """Serve the review of `desk` on `page`, with its Content-Security-Policy, until interrupted.

    `ready` is called with the address once connections are accepted; port 0 takes a free one. FatalError
    when the extra `review` is not installed or the port is taken.
    """
    uvicorn, application = _stack()
    listening = _listen(port)
    host = f"{LOOPBACK}:{listening.getsockname()[1]}"
    token = secrets.token_urlsafe(24)
    config = uvicorn.Config(
        application(desk, page, policy=policy, host=host, token=token),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    ready(f"http://{host}/{token}/")
    with listening, suppress(KeyboardInterrupt):  # which is how a review is left
        uvicorn.Server(config).run(sockets=[listening])


def _stack() -> tuple[Any, Any]:
    """uvicorn and our application, which needs starlette."""
    try:
        return importlib.import_module("uvicorn"), importlib.import_module("reconcile.review.app").application
    except ModuleNotFoundError as error:
        raise FatalError(
            f"the review in the browser needs {error.name}; install it with: "
            "pip install 'reconcile-docs[review]' — or use: reconcile review --terminal"
        ) from error


def _listen(port: int) -> socket.socket:
    """A socket that already listens, so that a browser opened now waits instead of failing."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        raise FatalError(
            f"port {port} of {LOOPBACK} cannot be used: {error.strerror}; leave out --port"
        ) from error
    return listening
