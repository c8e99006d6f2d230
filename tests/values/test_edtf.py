"""What is a date as EDTF and ISO 8601 write them, and what is not."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.edtf import is_edtf


@given(st.dates(), st.datetimes())
def test_days_and_times_of_iso_8601(day: date, moment: datetime) -> None:
    assert is_edtf(day.isoformat())
    assert is_edtf(f"{day:%Y}"[-4:].rjust(4, "0"))
    assert is_edtf(moment.isoformat())
    assert is_edtf(moment.isoformat(" ", "seconds") + "+02:00")


@pytest.mark.parametrize(
    "text",
    [
        "2004", "2004-05", "2004-05-01", "20040501", "2004-05-01T10:00Z", "2004?", "2004-06~", "199X",
        "2004-XX", "1999-XX-XX", "2004/2006", "2004-05-01/..", "/2006", "-0044-03-15", "Y-17000",
        "2004-02-29", "2001-21",
    ],
)  # fmt: skip
def test_dates(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday", "1 May 2004", "2004-5-1", "05/01/2004", "2004-13", "2004-02-30", "2004-21-01",
        "2003-02-29", "..", "/", "2004/2005/2006", "204", "2004-05T10:00", "soon 2004", "",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert not is_edtf(text)


@given(st.text(max_size=20))
def test_any_text_is_answered(text: str) -> None:
    assert is_edtf(text) in (True, False)
