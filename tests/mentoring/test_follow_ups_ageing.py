"""How late follow-ups are, in bands whose numbers open their rows; and who is reminded when."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from indicators.models import IndicatorSet
from mentoring.models import FollowUp, FollowUpReminder, Visit
from mentoring.operations.follow_up_reminders import remind_due, stage_of
from portal.notices.models import Notice

Owner, State = FollowUp.Owner, FollowUp.State
AGEING = "mentoring:follow-ups-ageing"
LATE = (0, 1, 7, 8, 30, 31, 90, 91, 400)  # days


@pytest.fixture
def head(make_person, own_school):
    return make_person("sekolah", school=own_school)


@pytest.fixture
def late(verified_visit, dinas):
    """Follow-ups at both ends of each band, of two owners, with and without an indicator."""
    verified_visit.follow_ups.all().delete()
    indicator = IndicatorSet.objects.get(code="spm").members.first().indicator
    today = timezone.localdate()
    for number, days in enumerate(LATE):
        FollowUp.objects.create(
            visit=verified_visit,
            description=f"Terlambat {days}.",
            owner=Owner.CITY if number % 2 else Owner.SCHOOL,
            owner_person=dinas if number == 1 else None,
            indicator=indicator if number < 4 else None,
            due_on=today - timedelta(days=days),
        )
    FollowUp.objects.create(
        visit=verified_visit,
        description="Beres",
        owner=Owner.SCHOOL,
        due_on=today - timedelta(days=5),
        state=State.DONE,
        result="ya",
    )
    return indicator


@pytest.mark.parametrize(
    ("grouping", "names"),
    [
        ("sekolah", {"SDN TELUK DALAM 1": [2, 2, 2, 2, 8]}),
        (
            "pelaksana",
            {
                "sekolah": [1, 1, 1, 1, 4],
                "dinas": [0, 1, 1, 1, 3],
                "dinas (Hadi Dinas)": [1, 0, 0, 0, 1],
            },
        ),
        ("indikator", {"Tidak terkait indikator": [0, 1, 2, 2, 5], "": [2, 1, 0, 0, 3]}),
        ("tidak-ada", {"SDN TELUK DALAM 1": [2, 2, 2, 2, 8]}),
    ],
)
def test_each_number_is_the_number_of_rows_that_it_opens(client_of, dinas, late, grouping, names):
    client = client_of(dinas)
    page = client.get(reverse(AGEING), {"menurut": grouping})
    rows = [*page.context["rows"], page.context["whole"]]
    found = {row["name"]: [n for n, _url in [*row["cells"], row["total"]]] for row in rows}
    assert found.pop("Semua") == [2, 2, 2, 2, 8]
    indicator = f"{late.code} {late.name}"
    assert found == {name or indicator: counts for name, counts in names.items()}
    for row in rows:
        for number, url in [*row["cells"], row["total"]]:
            opened = client.get(url)
            assert opened.context["list"].count == number, (row["name"], url)
            assert opened.context["list"].chips


def test_ageing_holds_nothing_from_elsewhere_and_asks_as_often_for_many(
    client_of, dinas, late, verified_visit
):
    page = client_of("dinas", area="63.72").get(reverse(AGEING))
    assert "Tidak ada tunggakan" in page.text
    client, counts = client_of(dinas), []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(AGEING), {"menurut": "pelaksana"})
        counts.append(len(queries))
        FollowUp.objects.bulk_create(
            FollowUp(
                visit=verified_visit, description="x", owner_name=str(n), due_on=date(2024, 1, 1)
            )
            for n in range(500)
        )
    assert counts[0] == counts[1] <= 8


# Reminders


@given(days=st.integers(-40, 400))
def test_a_stage_is_the_last_day_of_reminding_that_has_come(days):
    today = date(2026, 6, 15)
    stages = [-7, -1, *range(1, 401, 7)]
    reached = [stage for stage in stages if stage <= days]
    assert stage_of(today - timedelta(days=days), today) == (reached[-1] if reached else None)


def test_owners_are_reminded_before_and_after_the_due_date_once_a_stage(
    verified_visit, head, dinas
):
    follow_up = verified_visit.follow_ups.get()
    due = follow_up.due_on
    reminded = {}
    for days in range(-10, 17):
        for _again in range(2):
            if remind_due(due + timedelta(days=days)):
                reminded[days] = reminded.get(days, 0) + 1
    assert reminded == dict.fromkeys([-7, -1, 1, 8, 15], 1)
    texts = list(Notice.objects.filter(kind="follow-up-due").values_list("user", "text"))
    assert {user for user, _text in texts} == {head.pk}
    said = sorted(text.split("” ")[1].split(",")[0] for _user, text in texts)
    assert said == [
        "jatuh tempo 1 hari lagi",
        "jatuh tempo 7 hari lagi",
        "lewat 1 hari dari tenggatnya",
        "lewat 15 hari dari tenggatnya",
        "lewat 8 hari dari tenggatnya",
    ]


def test_a_missed_day_is_made_up_for_and_a_new_due_date_begins_anew(verified_visit, head):
    follow_up = verified_visit.follow_ups.get()
    due = follow_up.due_on
    assert [remind_due(due + timedelta(days=d)) for d in (-5, -4, 3, 4, 12)] == [1, 0, 1, 0, 1]
    FollowUp.objects.update(due_on=due + timedelta(days=30))
    assert [remind_due(due + timedelta(days=d)) for d in (12, 24)] == [0, 1]
    assert FollowUpReminder.objects.count() == 4


def test_nobody_is_reminded_of_what_is_done_or_still_being_agreed(verified_visit, head):
    day = timezone.localdate() + timedelta(days=60)
    FollowUp.objects.update(state=State.DONE, result="Ada")
    assert remind_due(day) == 0
    FollowUp.objects.update(state=State.RETURNED)
    Visit.objects.update(state=Visit.State.DRAFT)
    assert remind_due(day) == 0
    Visit.objects.update(state=Visit.State.SENT_BACK)  # agreed, and not yet shown to the school
    assert remind_due(day) == 1
    assert not Notice.objects.filter(user=head, kind="follow-up-due").exists()


@pytest.mark.parametrize("owner", ["dinas", "bpmp", "fasilitator", "orang"])
def test_the_side_or_the_person_who_owns_it_is_reminded(
    verified_visit, dinas, facilitator, make_person, owner
):
    person = make_person("fasilitator")
    make_person("dinas", area="63.72")
    FollowUp.objects.update(
        owner="bpmp" if owner == "orang" else owner,
        owner_person=person if owner == "orang" else None,
    )
    remind_due(timezone.localdate() + timedelta(days=60))
    told = {"dinas": dinas, "orang": person}.get(owner, facilitator)
    assert [n.user for n in Notice.objects.filter(kind="follow-up-due")] == [told]


def test_ageing_is_narrowed_by_area_and_its_numbers_open_those_rows(
    client_of, late, dinas, make_school
):
    make_school(district="63.71.02")
    client, page = client_of(dinas), reverse(AGEING)
    inside = client.get(page, {"kecamatan": "63.71.01", "menurut": "pelaksana"})
    assert inside.context["whole"]["total"][0] == 8
    assert "menurut=indikator&amp;kecamatan=63.71.01" in inside.text
    count, address = inside.context["rows"][0]["total"]
    assert "kecamatan=63.71.01" in address
    assert len(client.get(address).context["list"].page.object_list) == count
    outside = client.get(page, {"kecamatan": "63.71.02"})
    assert "Tidak ada tunggakan" in outside.text
