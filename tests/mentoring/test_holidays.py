"""Holidays are data that admins keep for their scope; working days leave them and weekends out."""

from datetime import date

import pytest
from django.urls import reverse

from mentoring.models import Holiday
from mentoring.queries.working_days import WorkingCalendar, working_days_between
from mentoring.reference import load_holidays

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 8, 10)  # the 17th, a Monday, is a national holiday


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, date(2026, 8, 11), 1),
        (MONDAY, date(2026, 8, 14), 4),
        (MONDAY, date(2026, 8, 16), 4),
        (MONDAY, date(2026, 8, 17), 4),
        (MONDAY, date(2026, 8, 18), 5),
        (date(2026, 8, 15), date(2026, 8, 18), 1),
        (date(2026, 8, 18), MONDAY, 0),
        (date(2026, 8, 3), date(2026, 8, 31), 19),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(start, end, days):
    assert working_days_between(start, end, None) == days


def test_a_holiday_of_an_area_holds_inside_it_only():
    Holiday.objects.create(date=date(2026, 8, 12), name="Hari jadi", area_id="63.71")
    end = date(2026, 8, 14)
    counted = [
        working_days_between(MONDAY, end, code) for code in ("63.71.01", "63.71", "63", None)
    ]
    assert counted == [3, 3, 4, 4]


def test_a_day_with_two_holidays_counts_once_and_a_calendar_is_read_once(
    django_assert_num_queries,
):
    Holiday.objects.create(date=date(2026, 8, 17), name="Hari jadi", area_id="63.71")
    with django_assert_num_queries(1):
        calendar = WorkingCalendar(MONDAY, date(2026, 8, 31))
        assert calendar.between(MONDAY, date(2026, 8, 18), "63.71.02") == 5


def test_fixed_national_holidays_ship_with_the_portal_and_stay_as_an_admin_left_them():
    assert Holiday.objects.filter(date__year=2026).count() == 5
    Holiday.objects.get(date=date(2026, 5, 1)).delete()
    Holiday.objects.filter(date=date(2026, 6, 1)).update(name="Hari Pancasila")
    assert load_holidays() == 0
    assert Holiday.objects.filter(date__year=2026).count() == 4


def test_an_admin_keeps_the_holidays_of_the_own_scope(client_of):
    client = client_of("admin")
    add = reverse("admin:mentoring_holiday_add")
    sent = {"date": "2026-09-24", "name": "Hari jadi kota", "area": "63.71"}
    assert client.post(add, sent).status_code == 302
    again = client.post(add, sent)
    assert "sudah tercatat" in again.text
    assert client.post(add, sent | {"area": "62.71"}).status_code == 200
    province = Holiday.objects.create(date=date(2026, 8, 14), name="Hari jadi", area_id="63")
    page = reverse("admin:mentoring_holiday_change", args=[province.pk])
    assert not client.get(page).context["adminform"].form.fields
    assert client.post(page, sent).status_code == 403
