"""Laws of the house: imports go down, modules stay small, pages of code read alike."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "reconcile"
MODULES = sorted(PACKAGE.rglob("*.py"))

FLOORS = [
    {"fields"},
    {"span", "errors"},
    {"model"},
    {"claim"},
    {"result"},
    {"text", "files", "sha"},
    {"values", "identity"},
    {
        "readers", "segmenting", "aligning", "claims", "rulebook", "evidence", "report", "index",
        "decisions", "project", "git", "ignores",
    },
    {"changes", "verdicts"},
    {"pipeline"},
    {"review", "face", "__init__"},
    {"commands"},
    {"cli"},
    {"__main__"},
]  # fmt: skip


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def floor(of: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if of in rooms)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "reconcile"}
    return {name for name in found if name.split(".")[0] == "reconcile" and name != "reconcile"}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_go_down(path: Path) -> None:
    here = room(module_name(path))
    for name in imports(path):
        there = room(name)
        assert there == here or floor(there) < floor(here), f"{module_name(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_is_small(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_type_checking_only_imports(path: Path) -> None:
    assert "TYPE_CHECKING" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def functions() -> list[tuple[str, int]]:
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.append((f"{module_name(path)}.{node.name}", (node.end_lineno or 0) - node.lineno + 1))
    return found


def test_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[len(lengths) * 9 // 10] <= 30
    assert not [name for name, length in functions() if length > 50]


def test_modules_are_short() -> None:
    lengths = sorted(path.read_text(encoding="utf-8").count("\n") for path in MODULES)
    assert lengths[len(lengths) // 2] <= 110


def test_files_are_read_and_written_in_one_place() -> None:
    allowed = {PACKAGE / "files.py"}
    pattern = re.compile(r"\.(read_text|read_bytes|write_text|write_bytes)\(|(?<![\w.])open\(")
    offenders = [
        module_name(path)
        for path in MODULES
        if path not in allowed and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert offenders == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_classes_of_fields_are_made_cheaply(path: Path) -> None:
    """Every class that the standard decorator makes costs each run a third of a millisecond."""
    if module_name(path) != "reconcile.fields":
        assert "dataclasses" not in path.read_text(encoding="utf-8"), (
            "use frozen or slotted of reconcile.fields"
        )


def test_the_map_of_the_house_is_true() -> None:
    """CONTRIBUTING names every room, and no module or folder that is not there."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = page.split("```")[1]
    here = {room(module_name(path)) for path in MODULES} - {"__init__"}
    assert {name for name in here if not re.search(rf"(?<!\w){name}(?!\w)", rooms)} == set()
    named = re.findall(r"`([\w/*.-]+(?:\.py|\.txt|\.yaml|/))`", page)
    places = [place for name in named for place in (name, f"reconcile/{name}", f"reconcile/*/{name}")]
    found = {place for place in places if any(ROOT.glob(place)) or any(ROOT.glob(f"rules/core/en/{place}"))}
    gone = [name for name in named if not {name, f"reconcile/{name}", f"reconcile/*/{name}"} & found]
    assert gone == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [node for node in tree.body if isinstance(node, defined) and not node.name.startswith("_")]
    silent = [node.name for node in public if not ast.get_docstring(node)]
    assert [name for name in silent if not _is_overload(name, public)] == []


def _is_overload(name: str, public: list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]) -> bool:
    return any(node.name == name and ast.get_docstring(node) for node in public)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_module_waits_for_its_description(path: Path) -> None:
    assert "To be described" not in (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "")
