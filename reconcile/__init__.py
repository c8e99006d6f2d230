"""Compare two versions of a document and say which facts changed.

    import reconcile

    old, new = reconcile.read("guide-1.md"), reconcile.read("guide-2.md")
    result = reconcile.compare(old, new, sources=[reconcile.read("minutes.txt")])
    for finding in result.findings:
        print(finding.level, finding.message)

`read`, `compare`, `verdict`, `align`, `segment` and `render` are described in `reconcile.face`. Names are
loaded when they are asked for, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

_HOMES = {
    "align": "reconcile.face",
    "compare": "reconcile.face",
    "read": "reconcile.face",
    "render": "reconcile.face",
    "segment": "reconcile.face",
    "verdict": "reconcile.face",
    "Document": "reconcile.model",
    "Result": "reconcile.result",
    "Verdict": "reconcile.result",
    "errors": "reconcile",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """The public name `name`, loaded now; AttributeError for any other."""
    if name == "errors":
        return import_module("reconcile.errors")
    if name not in _HOMES:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
