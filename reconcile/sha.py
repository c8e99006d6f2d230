"""SHA-256 without OpenSSL, which `hashlib` loads whatever is asked of it and which costs a start much.

Python's own module is taken where it has one, as `random` of the standard library does.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def _own() -> Callable[[bytes], Any]:
    for name in ("_sha256", "_sha2", "hashlib"):  # Python 3.11; later ones; any
        try:
            return import_module(name).sha256  # type: ignore[no-any-return]
        except ImportError:
            continue
    raise ImportError("this Python has no SHA-256")


_sha256 = _own()


def sha256(data: bytes) -> str:
    """The digest of `data` in hexadecimal digits."""
    return str(_sha256(data).hexdigest())
