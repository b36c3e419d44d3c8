"""The pages of lists: each row once and in order, forwards and backwards, whatever the order."""

from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal import keyset
from portal.keyset import Keyset, opposite
from schools.models import School

ORDERS = [
    ["name", "pk"],
    ["stage", "form", "name", "pk"],
    ["district__name", "name", "pk"],
    ["accreditation_until", "pk"],
    ["merged_into__name", "accreditation_until", "pk"],
    ["-accreditation_until", "name", "pk"],
    ["status", "-accreditation_until", "-pk"],
]
DAYS = [None, date(2024, 1, 1), date(2025, 1, 1)]

describe = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["SDN A", "SDN B", "sdn a", "SD Ö", "SD 'C'"]),
        "form": st.sampled_from(["SD", "SMP", "TK"]),
        "status": st.sampled_from(["negeri", "swasta"]),
        "district_id": st.sampled_from(["63.71.01", "63.71.02"]),
        "accreditation": st.just("B"),  # an end date without a result cannot be
        "accreditation_until": st.sampled_from(DAYS),
    }
)


def page_of(rows: Keyset, **asked) -> keyset.Page:
    query = QueryDict(mutable=True)
    query.update(asked)
    return rows.page(query)


def walk_on(rows: Keyset) -> list[list]:
    pages = [page_of(rows)]
    while pages[-1].has_next:
        pages.append(page_of(rows, setelah=pages[-1].last.pk))
    return [page.object_list for page in pages]


def walk_back(rows: Keyset) -> list[list]:
    pages = [page_of(rows, sebelum="akhir")]
    while pages[-1].has_previous:
        pages.append(page_of(rows, sebelum=pages[-1].first.pk))
    return [page.object_list for page in pages][::-1]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    schools=st.lists(describe, max_size=14),
    order=st.sampled_from(ORDERS),
    backwards=st.booleans(),
    size=st.integers(1, 5),
)
def test_walking_on_and_back_gives_each_row_once_in_order(
    make_school, monkeypatch, schools, order, backwards, size
):
    monkeypatch.setattr(keyset, "PAGE_SIZE", size)
    School.objects.all().delete()
    for fields in schools:
        make_school(**fields)
    fields = [opposite(name) for name in order] if backwards else order
    expected = list(School.objects.order_by(*fields))
    pages = [expected[n : n + size] for n in range(0, len(expected), size)] or [[]]
    rows = Keyset(School.objects.all(), fields, known=School.objects.all())
    assert walk_on(rows) == pages
    assert walk_back(rows) == pages


@pytest.fixture
def sixty(make_school):
    for number in range(60):
        make_school(name=f"SDN {number:02}")


def names(response) -> list[str]:
    return [school.name for school in response.context["list"].page.object_list]


def test_the_links_lead_on_back_and_to_both_ends(client_of, sixty):
    client = client_of("dinas")
    first = client.get("/sekolah/?q=sdn")
    listing = first.context["list"]
    assert not listing.page.has_previous
    second = client.get("/sekolah/" + listing.next_url)
    assert names(second)[0] == "SDN 25"
    last = client.get("/sekolah/" + listing.last_url)
    assert names(last) == [f"SDN {number}" for number in range(50, 60)]
    assert 'rel="next"' not in last.text
    before = client.get("/sekolah/" + last.context["list"].previous_url)
    assert names(before) == names(second)
    again = client.get("/sekolah/" + second.context["list"].previous_url)
    assert names(again) == names(first)


@pytest.mark.parametrize(
    "query",
    [
        "setelah=",
        "setelah=0",
        "setelah=-1",
        "setelah=abc",
        "sebelum=1.5",
        "sebelum=999999999",
        "setelah=" + "9" * 30,
        "sebelum=" + "9" * 5000,
        "setelah=1&sebelum=2",
        "hal=2",
    ],
)
def test_a_page_that_is_no_more_gives_the_first_with_a_note(client_of, sixty, query):
    response = client_of("dinas").get(f"/sekolah/?{query}")
    assert names(response)[0] == "SDN 00"
    assert "tidak ada lagi" in response.text


def test_a_row_outside_the_scope_is_no_place_in_the_list(client_of, sixty, make_school):
    elsewhere = make_school(name="SDN 30", district="63.72.05")
    response = client_of("dinas").get(f"/sekolah/?setelah={elsewhere.pk}")
    assert names(response)[0] == "SDN 00"
    assert "tidak ada lagi" in response.text


def test_after_the_last_row_comes_the_first_page_with_a_note(client_of, sixty):
    last = School.objects.get(name="SDN 59")
    response = client_of("dinas").get(f"/sekolah/?setelah={last.pk}")
    assert names(response)[0] == "SDN 00"
    assert "tidak ada lagi" in response.text


def test_more_than_a_thousand_rows_are_not_counted(client_of, make_school, monkeypatch):
    monkeypatch.setattr(keyset, "COUNTED", 2)
    monkeypatch.setattr("portal.lists.COUNTED", 2)
    client = client_of("dinas")
    for number in range(2):
        make_school(name=f"SDN {number}")
    assert "2 baris" in client.get("/sekolah/").text
    assert "lebih dari" not in client.get("/sekolah/").text
    make_school(name="SDN 3")
    assert "lebih dari 2 baris" in client.get("/sekolah/").text


@pytest.mark.parametrize("order", ["nama", "-bentuk", "kecamatan", "-akreditasi"])
def test_a_deep_page_asks_no_more_than_one_query_above_the_first(client_of, sixty, order):
    client = client_of("dinas")
    counts = []
    url = f"/sekolah/?urut={order}"
    for _step in range(3):
        with CaptureQueriesContext(connection) as queries:
            listing = client.get(url).context["list"]
        counts.append(len(queries))
        assert not any("OFFSET" in query["sql"] for query in queries)
        if listing.page.has_next:
            url = "/sekolah/" + listing.next_url
    assert counts[1] == counts[2] == counts[0] + 1 <= 10
