"""The table of readers: choosing one, and what every reader owes."""

from __future__ import annotations

import codecs
import subprocess
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ReadError, UsageError
from reconcile.files import LARGEST
from reconcile.readers import READERS, SUFFIX, read, reader_names
from reconcile.readers.decode import decode, head_text
from reconcile.readers.prose import violations

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SAMPLE = "Rome is a city in [[Italy]].\n\n* It has 3 rivers.\n\n== Past ==\nIt was founded in 753 BC.\n"


@pytest.mark.parametrize("name", READERS)
def test_a_module_says_its_name_and_the_suffixes_of_the_table(name: str) -> None:
    module = import_module(READERS[name])
    assert name == module.NAME
    assert set(module.SUFFIXES) == {suffix for suffix, reader in SUFFIX.items() if reader == name}


@pytest.mark.parametrize("name", READERS)
@given(st.text(max_size=80), st.sampled_from(["\n", "\r\n"]))
def test_every_reader_keeps_the_span_law_on_any_text(name: str, text: str, end: str) -> None:
    data = (text.replace("\0", "") + end + SAMPLE.replace("\n", end)).encode("utf-8", "replace")
    document = read(data, "folder/some.file", reader=name)
    assert list(violations(document)) == []
    assert (document.id, document.path, document.reader) == ("some", "folder/some.file", name)
    assert document.sha256 == sha256(data).hexdigest()
    assert document.text == data.decode()
    assert document.sentences == ()


@pytest.mark.parametrize("name", READERS)
@given(st.binary(max_size=60))
def test_sniffing_never_fails_and_is_a_likelihood(name: str, head: bytes) -> None:
    assert 0 <= import_module(READERS[name]).sniff(head, "a.txt") <= 1


@pytest.mark.parametrize(
    ("start", "reader"),
    [("000", "wikitext"), ("001", "extracted"), ("002", "news"), ("003", "news"), ("004", "telegram")],
)
def test_the_seeds_are_told_apart(start: str, reader: str) -> None:
    path = next(SEEDS.glob(f"{start}_*.txt"))
    document = read(path.read_bytes(), path.name)
    assert document.reader == reader
    assert list(violations(document)) == []
    assert document.blocks


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("a.txt", "Nothing in particular.", "plain"),
        ("a.txt", SAMPLE, "wikitext"),
        ("a.wiki", "Nothing in particular.", "wikitext"),
        ("A.MEDIAWIKI", "Nothing in particular.", "wikitext"),
    ],
)
def test_a_suffix_decides_then_the_text(name: str, text: str, reader: str) -> None:
    assert read(text.encode(), name).reader == reader


def test_what_the_user_says_goes_first() -> None:
    document = read(SAMPLE.encode(), "a.txt", reader="plain", id="r", date="2008-05", title="T")
    assert (document.reader, document.id, document.date, document.title) == ("plain", "r", "2008-05", "T")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("wikitxt", "did you mean 'wikitext'?"), ("zzz", f"use one of {', '.join(reader_names())}")],
)
def test_an_unknown_reader_is_told(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as told:
        read(b"x", "a.txt", reader=name)
    assert str(told.value) == f"there is no reader {name!r}; {hint}"


def test_plain_text_loads_no_wikitext_parser() -> None:
    code = (
        "import sys; from reconcile.readers import read\n"
        "read(b'Some words.', 'a.txt'); assert 'mwparserfromhell' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ------------------------------------------------------------------- decoding

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1)


@given(TEXT.filter(lambda text: not text.isspace()))
def test_the_same_text_in_every_encoding(text: str) -> None:
    for mark, encoding in [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ]:
        assert decode(mark + text.encode(encoding), "a") == text
        assert head_text(mark + text.encode(encoding)) == text.rstrip("\ufffd")


@given(st.text(alphabet="aé—😀", min_size=1, max_size=8), st.data())
def test_a_head_may_be_cut_anywhere(text: str, data: st.DataObject) -> None:
    raw = text.encode()
    assert text.startswith(head_text(raw[: data.draw(st.integers(0, len(raw)))]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "f.txt: empty; give a file with text in it"),
        (b" \r\n\t", "f.txt: empty; give a file with text in it"),
        (codecs.BOM_UTF8, "f.txt: empty; give a file with text in it"),
        (b"caf\xe9", "f.txt: not UTF-8 at byte 3; save the file as UTF-8"),
        (codecs.BOM_UTF8 + b"\xff", "f.txt: not UTF-8 at byte 3; save the file as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "f.txt: not UTF-16-LE at byte 2; save the file as UTF-8"),
        (
            b"PK\x03\x04\0\0",
            (
                "f.txt: binary, with a NUL at character 4; give a text file, in UTF-8 or in UTF-16 with its "
                "byte-order mark"
            ),
        ),
    ],
)
def test_what_is_no_text_is_told(data: bytes, said: str) -> None:
    for name in READERS:
        with pytest.raises(ReadError) as told:
            read(data, "f.txt", reader=name)
        assert str(told.value) == said


def test_a_huge_file_is_told() -> None:
    with pytest.raises(
        ReadError, match=r"^f: 67,108,865 bytes, over the limit of 67,108,864; split the file$"
    ):
        decode(b"a" * (LARGEST + 1), "f")


def test_line_ends_are_kept() -> None:
    assert decode(b"a\r\nb\rc\n", "f") == "a\r\nb\rc\n"
