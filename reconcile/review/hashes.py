"""The hashes by which a Content-Security-Policy allows the scripts and styles of one page, and no others."""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def script_hashes(page: str) -> tuple[str, ...]:
    """`sha256-…` of each `<script>` without attributes, in order; blocks of data run nothing."""
    return tuple(_hash(match.group(1)) for match in _SCRIPT.finditer(page))


def style_hashes(page: str) -> tuple[str, ...]:
    """`sha256-…` of each `<style>` without attributes, in order."""
    return tuple(_hash(match.group(1)) for match in _STYLE.finditer(page))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
