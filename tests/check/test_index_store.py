"""The rows on the disk: never wrong, whatever happens to the folder."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.index.row import Row
from reconcile.index.store import Content, Damaged, Store


def row(key: str, number: int) -> Row:
    return Row(
        key=key, subject="S", named=True, kind="count", value={"low": number}, scope=("a",), headings=(),
        bounds=(), vague=False,
        text=str(number), start=number, end=number + 1, line=1, column=1, sentence=0, context="é",
    )  # fmt: skip


CONTENTS = st.tuples(st.text("abc", min_size=1, max_size=3), st.sampled_from([".md", ".rst"]))
KEYS = st.text("0123456789abcdef", min_size=12, max_size=12)
MADE = st.dictionaries(
    CONTENTS, st.lists(st.builds(row, KEYS, st.integers(0, 99)), max_size=4).map(tuple), max_size=5
)


def all_of(store: Store) -> set[tuple[Content, str, int]]:
    keys = store.keys()
    return {(content, found.key, found.start) for key in keys for content, found in store.find(key)}


def told(made: dict[Content, tuple[Row, ...]]) -> set[tuple[Content, str, int]]:
    return {(content, one.key, one.start) for content, rows in made.items() for one in rows}


@given(MADE, MADE)
def test_what_was_put_is_found_again_here_and_by_the_next(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[Content, tuple[Row, ...]],
    more: dict[Content, tuple[Row, ...]],
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    more = {content: rows for content, rows in more.items() if content not in first}
    store = Store(folder, "f")
    store.put(first, first)
    Store(folder, "f").put(more, more)
    again = Store(folder, "f")
    assert all_of(store) == told(first)
    assert all_of(again) == told(first) | told(more)
    assert again.missing([*first, *more, ("new", ".md")]) == (("new", ".md"),)


def test_git_is_told_to_leave_the_folder_alone(tmp_path: Path) -> None:
    Store(tmp_path / "c", "f").put({("a", ".md"): ()}, [])
    assert (tmp_path / "c" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_another_fingerprint_knows_nothing_and_the_old_goes(tmp_path: Path) -> None:
    made = {("a", ".md"): (row("00" * 6, 1),)}
    Store(tmp_path, "f").put(made, made)
    other = Store(tmp_path, "g")
    assert other.missing(made) == (("a", ".md"),)
    other.put(made, made)
    assert [path.name for path in tmp_path.glob("index-*")] == ["index-g"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"000000000000": 1}', '{"000000000000": [[["a", ".md"], [1]]]}']
)
def test_a_damaged_file_is_noticed_and_made_again(tmp_path: Path, text: str) -> None:
    made = {("a", ".md"): (row("00" * 6, 1),)}
    Store(tmp_path, "f").put(made, made)
    (tmp_path / "index-f" / "00.json").write_text(text, encoding="utf-8")
    store = Store(tmp_path, "f")
    with pytest.raises(Damaged):
        store.find("00" * 6)
    store.forget()
    assert store.missing(made) == (("a", ".md"),)
    store.put(made, made)
    assert all_of(Store(tmp_path, "f")) == told(made)


@pytest.mark.parametrize("text", ["", "[]", '{"contents": [1]}', '{"contents": [["a", ".md"]]}'])
def test_a_damaged_list_of_documents_is_as_none(tmp_path: Path, text: str) -> None:
    made = {("a", ".md"): (row("00" * 6, 1),)}
    Store(tmp_path, "f").put(made, made)
    (tmp_path / "index-f" / "documents.json").write_text(text, encoding="utf-8")
    assert Store(tmp_path, "f").missing(made) == (("a", ".md"),)


def test_where_nothing_can_be_written_rows_live_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    made = {("a", ".md"): (row("00" * 6, 1),)}
    for store in (Store(None, "f"), Store(tmp_path / "file" / "c", "f")):
        store.put(made, made)
        assert all_of(store) == told(made)
        store.forget()


def test_what_is_of_no_use_is_forgotten_in_the_end(tmp_path: Path) -> None:
    old = {(f"old{n}", ".md"): (row("00" * 6, n),) for n in range(150)}
    Store(tmp_path, "f").put(old, old)
    new = {("new", ".md"): (row("00" * 6, 200),)}
    Store(tmp_path, "f").put(new, new)
    assert all_of(Store(tmp_path, "f")) == told(new)


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    made = [{(f"{n}", ".md"): (row(f"{n:02x}" * 6, n), row("ff" * 6, n))} for n in range(12)]
    threads = [threading.Thread(target=Store(tmp_path, "f").put, args=(each, each)) for each in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all_of(Store(tmp_path, "f")) == set().union(*map(told, made))
