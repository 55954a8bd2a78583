"""Days, weeks, months and years hold together on any day."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from mahdar.arabic.calendars import (
    Period,
    edtf,
    gregorian,
    hijri,
    hijri_year,
    month_from,
    precision,
    week_from,
    weekday_from,
    weekday_until,
)

DAYS = st.dates(min_value=datetime.date(1930, 1, 1), max_value=datetime.date(2070, 1, 1))


@given(DAYS, st.integers(0, 6))
def test_weekdays_lie_within_a_week(day: datetime.date, weekday: int) -> None:
    before, after = weekday_until(day, weekday), weekday_from(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days <= 6
    assert 0 <= (after - day).days <= 6


@given(DAYS, st.integers(-60, 60))
def test_months_and_weeks_are_whole(day: datetime.date, count: int) -> None:
    month = month_from(day, count)
    assert month is not None
    assert len(edtf(month)) == 7
    assert precision(month) == 4
    week = week_from(day, count)
    assert week.start.weekday() == 6
    assert precision(week) == 3


@given(DAYS)
def test_a_day_lies_in_its_years(day: datetime.date) -> None:
    year, moon_year = gregorian(day.year), hijri(hijri_year(day))
    assert year and year.start <= day <= year.end
    assert edtf(year) == str(day.year)
    assert moon_year and moon_year.start <= day <= moon_year.end
    assert edtf(Period(day, day)) == day.isoformat()


def test_days_that_no_calendar_holds() -> None:
    assert gregorian(2023, 2, 29) is None
    assert gregorian(12, 1, 1) is None
    assert hijri(1445, 13, 1) is None
    assert hijri(1200, 1, 1) is None
