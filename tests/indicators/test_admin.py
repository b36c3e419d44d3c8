"""Indicators in the Django admin: looked up quickly, and no figure changed without a reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Indicator, IndicatorSet, Measurement, SetMember

INDICATORS = "/administrasi/indicators/indicator/"
FIGURES = "/administrasi/indicators/measurement/"
SETS = "/administrasi/indicators/indicatorset/"


@pytest.fixture
def admin(client_of):
    return client_of("admin")


def rows(response) -> list:
    return list(response.context["cl"].result_list)


def test_figures_are_searched_by_school_area_and_indicator(
    admin, measure, make_school, city, safety
):
    of_school = measure(make_school(name="SDN PASAR LAMA 1"), 2025, "61", indicator=safety)
    of_city = measure(city, 2025, "62")
    assert rows(admin.get(FIGURES, {"q": "pasar"})) == [of_school]
    assert rows(admin.get(FIGURES, {"q": "banjarmasin"})) == [of_city]
    assert rows(admin.get(FIGURES, {"q": "literasi"})) == [of_city]
    assert rows(admin.get(FIGURES, {"tahun": "2024"})) == []


def test_a_figure_is_read_there_and_corrected_on_the_portal(admin, measure, city):
    figure = measure(city, 2025, "61")
    page = admin.get(f"{FIGURES}{figure.pk}/change/").content.decode()
    assert f"/indikator/nilai/{figure.pk}/koreksi/" in page
    assert 'name="value"' not in page
    assert admin.post(f"{FIGURES}{figure.pk}/change/", {"value": "99"}).status_code == 403
    assert admin.get(f"{FIGURES}add/").status_code == 403
    assert admin.post(f"{FIGURES}{figure.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Measurement.objects.get().value == 61


def test_figures_of_a_neighbour_are_not_shown(admin, measure, neighbour, school_elsewhere):
    measure(school_elsewhere, 2025, "88")
    figure = measure(neighbour, 2025, "88")
    assert rows(admin.get(FIGURES)) == []
    assert admin.get(f"{FIGURES}{figure.pk}/change/").status_code == 302


def test_the_key_of_an_indicator_is_not_renamed(nation_client, literacy):
    url = f"{INDICATORS}{literacy.pk}/change/"
    form = nation_client.get(url).context["adminform"].form
    assert "label_green" in form.fields
    assert not {"service", "code", "name", "unit"} & set(form.fields)
    assert nation_client.get(f"{INDICATORS}{literacy.pk}/delete/").status_code == 403


def test_a_set_runs_the_same_queries_for_few_members_and_many(admin, spm):
    url = f"{SETS}{spm.pk}/change/"
    assert "A.1 Kemampuan literasi" in admin.get(url).content.decode()
    with CaptureQueriesContext(connection) as captured:
        admin.get(url)
    few = len(captured)
    others = Indicator.objects.exclude(sets=spm)[:30]
    SetMember.objects.bulk_create(
        SetMember(set=spm, indicator=one, order=order) for order, one in enumerate(others, 10)
    )
    with CaptureQueriesContext(connection) as captured:
        admin.get(url)
    assert len(captured) == few <= 10


def test_members_of_a_set_are_reordered_and_removed(admin, spm):
    first, *others = spm.members.all()
    rows = {
        f"members-{number}-{field}": value
        for number, one in enumerate([first, *others])
        for field, value in {"id": one.pk, "set": spm.pk, "order": one.order}.items()
    }
    changed = {"members-0-order": 50, "members-1-DELETE": "on"}
    counts = {"members-TOTAL_FORMS": 9, "members-INITIAL_FORMS": 9}
    fields = {"code": "spm", "name": "Set SPM"}
    response = admin.post(f"{SETS}{spm.pk}/change/", fields | counts | rows | changed)
    assert response.status_code == 302
    assert [one.pk for one in spm.members.all()] == [one.pk for one in [*others[1:], first]]


def test_a_set_takes_another_indicator_through_the_search(admin, spm, gross_rate):
    found = admin.get(
        "/administrasi/autocomplete/",
        {
            "term": "B.4",
            "app_label": "indicators",
            "model_name": "setmember",
            "field_name": "indicator",
        },
    ).json()
    assert str(gross_rate.pk) in [one["id"] for one in found["results"]]
    new = {"members-0-indicator": gross_rate.pk, "members-0-order": 1}
    response = admin.post(
        f"{SETS}add/",
        {"code": "lain", "name": "Set lain", "members-TOTAL_FORMS": 1, "members-INITIAL_FORMS": 0}
        | new,
    )
    assert response.status_code == 302
    assert list(IndicatorSet.objects.get(code="lain").indicators.all()) == [gross_rate]
