"""From the bytes of a file to its text: encoding, byte-order mark, and what is not text at all."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from reconcile.errors import ReadError
from reconcile.fields import frozen
from reconcile.files import LARGEST, too_large
from reconcile.sha import sha256

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@frozen(kw_only=True)
class Source:
    """A decoded file: what every reader's Document begins with."""

    id: str  # the file's stem
    path: str  # with forward slashes
    sha256: str
    text: str  # without the byte-order mark; line ends as they are


def open_source(data: bytes, name: str) -> Source:
    """The file called `name` that holds `data`; ReadError as `decode`."""
    path = PurePath(name)
    return Source(id=path.stem, path=path.as_posix(), sha256=sha256(data), text=decode(data, name))


def decode(data: bytes, name: str) -> str:
    """The text in `data`: UTF-8 with or without its mark, or UTF-16 by its mark.

    The mark is no part of the text and CRLF is kept. ReadError for data that is empty, binary, badly
    encoded or larger than 64 MB, saying what to do.
    """
    if len(data) > LARGEST:
        raise too_large(name, len(data))
    encoding, mark = _encoding(data)
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        at = mark + error.start
        raise ReadError(f"{name}: not {encoding.upper()} at byte {at}; save the file as UTF-8") from error
    if "\0" in text:
        raise ReadError(
            f"{name}: binary, with a NUL at character {text.index(chr(0))}; "
            "give a text file, in UTF-8 or in UTF-16 with its byte-order mark"
        )
    if not text or text.isspace():
        raise ReadError(f"{name}: empty; give a file with text in it")
    return text


def head_text(head: bytes) -> str:
    """The text of the beginning of a file, for sniffing: a character cut in two never fails."""
    encoding, mark = _encoding(head)
    return head[mark:].decode(encoding, errors="replace").rstrip("\ufffd")


def _encoding(data: bytes) -> tuple[str, int]:
    """The name of the encoding, and the length of the byte-order mark."""
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            return encoding, len(mark)
    return "utf-8", len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
