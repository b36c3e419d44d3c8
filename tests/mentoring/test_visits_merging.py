"""Two people in one report: what each changed is merged by fields, and nothing is lost silently."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.forms.reports import ReportForm
from mentoring.models import Given, Visit
from mentoring.operations.companions import add_companion
from mentoring.operations.reports import Clashing, record_visit
from mentoring.queries.merging import (
    Asked,
    as_base,
    base_from,
    merge,
    parts_of_report,
    plain,
    report_from,
    seen_of,
)
from mentoring.queries.reports import Agreed, Report, report_of
from mentoring.queries.visits import with_parts
from tests.mentoring.test_visits_report import url

KEYS = [UUID(int=n) for n in range(1, 4)]


@pytest.fixture
def companion(draft_visit, facilitator, make_person):
    person = make_person("fasilitator", name="Arsyad Pendamping")
    add_companion(draft_visit, person, by=facilitator)
    draft_visit.refresh_from_db()
    return person


def page_of(visit) -> dict:
    """What a browser sends of a page that was opened now and where nothing was typed."""
    form = ReportForm(instance=with_parts(visit))
    sent = {name: texts for name, texts in form.values["fields"].items() if texts}
    rows = form.values["rows"]
    for number, row in enumerate(rows):
        sent |= {f"follow_ups-{number}-{name}": text for name, text in row.items()}
    return sent | {
        "version": visit.version,
        "base": form.initial["base"],
        "editor": str(form["editor"].value()),
        "follow_ups-TOTAL_FORMS": len(rows),
        "follow_ups-INITIAL_FORMS": len(rows),
        "then": "draft",
    }


@pytest.fixture
def both(client_of, draft_visit, facilitator, companion):
    """Two browsers with the same report open, and what each would send."""
    first, second = client_of(facilitator), client_of(companion)
    return first, second, page_of(draft_visit), page_of(draft_visit)


def send(client, visit, page, *, by_itself: bool = False, **typed):
    headers = {"X-Autosave": "1"} if by_itself else {}
    return client.post(url(visit), page | typed, headers=headers)


def test_nothing_typed_changes_nothing(client_of, draft_visit, facilitator):
    assert send(client_of(facilitator), draft_visit, page_of(draft_visit)).status_code == 302
    assert Visit.objects.get().version == draft_visit.version


def test_different_fields_are_merged_without_a_question(both, draft_visit):
    first, second, one, other = both
    item = draft_visit.instrument.items.first()
    changes = {"findings": "Dari laptop", "ks_men": "4", f"score_{item.pk}": "2"}
    changes["follow_ups-0-due_on"] = "2030-01-02"
    assert send(first, draft_visit, one, **changes).status_code == 302
    typed = {"aims": "Dari ponsel", "guru_men": "9", "follow_ups-0-owner_name": "Wakil"}
    answer = send(second, draft_visit, other, by_itself=True, **typed).json()
    report = report_of(Visit.objects.get())
    assert (report.findings, report.aims) == ("Dari laptop", "Dari ponsel")
    assert report.attendees == {"ks": (4, 0), "guru": (9, 5)}
    assert report.answers[item.pk] == Given(score=2)
    (row,) = report.follow_ups.values()
    assert (row.due_on, row.owner_name) == (date(2030, 1, 2), "Wakil")
    assert answer["merged"] == [
        "temuan",
        "kepala sekolah, laki-laki",
        f"“{item}”",
        "tindak lanjut “Menyusun jadwal pojok baca”: tenggat",
    ]
    assert answer["values"]["fields"]["findings"] == ["Dari laptop"]
    assert answer["values"]["rows"][0]["due_on"] == "2030-01-02"
    assert answer["base"] == as_base(report)
    page = send(second, draft_visit, other, **typed, escalation="daerah")
    assert page.status_code == 302  # the same page again, without the answer to its save
    assert report_of(Visit.objects.get()).findings == "Dari laptop"


def test_the_same_field_shows_both_texts_and_asks(both, draft_visit):
    first, second, one, other = both
    send(first, draft_visit, one, findings="Dari <b>laptop</b>", progress="Naik")
    mine = {"findings": "Dari ponsel", "obstacles": "Listrik padam"}
    response = send(second, draft_visit, other, **mine)
    assert response.status_code == 409
    page = response.text
    for told in ("Dari &lt;b&gt;laptop", "Dari ponsel", "Temuan: isian siapa yang dipakai?"):
        assert told in page
    assert Visit.objects.get().findings == "Dari <b>laptop</b>"
    (clash,) = response.context["form"].clashes
    version = Visit.objects.get().version
    asked = {"version": version, "clash": "findings", "dilihat-findings": clash.seen}
    undecided = send(second, draft_visit, other | asked, **mine)
    assert undecided.status_code == 409
    assert "Pilih dahulu isian siapa yang dipakai" in undecided.text
    send(second, draft_visit, other | asked, **mine, **{"pilih-findings": "mine"})
    visit = Visit.objects.get()
    assert (visit.findings, visit.progress, visit.obstacles) == (
        "Dari ponsel",
        "Naik",
        "Listrik padam",
    )


def test_theirs_can_be_taken_and_a_newer_text_is_asked_again(both, draft_visit):
    first, second, one, other = both
    send(first, draft_visit, one, findings="Satu")
    response = send(second, draft_visit, other, by_itself=True, findings="Dua")
    assert response.status_code == 409
    assert response.json()["clashes"] == ["temuan"]
    seen = seen_of({"findings": "Satu"})
    asked = {"clash": "findings", "dilihat-findings": seen, "pilih-findings": "theirs"}
    changed = page_of(Visit.objects.get())
    send(first, draft_visit, changed, findings="Tiga")
    again = send(second, draft_visit, other, findings="Dua", **asked)
    assert again.status_code == 409
    assert "Tiga" in again.text
    (clash,) = again.context["form"].clashes
    asked["dilihat-findings"] = clash.seen
    assert send(second, draft_visit, other, findings="Dua", aims="Baru", **asked).status_code == 302
    visit = Visit.objects.get()
    assert (visit.findings, visit.aims) == ("Tiga", "Baru")


def test_a_row_that_one_removed_and_the_other_changed_is_asked_as_a_whole(both, draft_visit):
    first, second, one, other = both
    send(first, draft_visit, one, **{"follow_ups-0-DELETE": "on"})
    untouched = send(second, draft_visit, other, aims="Lain")
    assert untouched.status_code == 302
    assert not draft_visit.follow_ups.exists()
    changed = send(second, draft_visit, other, **{"follow_ups-0-owner_name": "Wakil"})
    assert changed.status_code == 409
    (clash,) = changed.context["form"].clashes
    assert (clash.theirs, clash.mine) == ("dihapus", "Menyusun jadwal pojok baca")


def test_a_broken_base_is_no_reason_to_overwrite(both, draft_visit):
    first, second, one, other = both
    send(first, draft_visit, one, findings="Satu")
    for base in ("", "x", "[1]", '{"findings": 1}'):
        response = send(second, draft_visit, other | {"base": base}, aims="Lain")
        assert response.status_code == 409
    assert Visit.objects.get().findings == "Satu"


def test_the_page_says_who_else_writes(client_of, draft_visit, companion, facilitator):
    panel = reverse("mentoring:companions", args=[draft_visit.pk])
    assert "Arsyad Pendamping" in client_of(facilitator).get(panel).text


# Any two people, any changes

texts = st.sampled_from(["", "satu", "dua", "tiga"])
agreed = st.builds(
    Agreed, description=texts.filter(bool), owner_name=texts, due_on=st.none() | st.dates()
)
answer = st.one_of(
    st.builds(Given, score=st.integers(1, 4), note=texts),
    st.builds(Given, number=st.sampled_from([Decimal("0"), Decimal("1.50"), Decimal("2")])),
    st.builds(Given, yes=st.booleans()),
    st.builds(Given, choices=st.frozensets(st.integers(1, 3), min_size=1)),
)
reports = st.builds(
    Report,
    date=st.just(date(2026, 3, 2)),
    mode=st.sampled_from(["luring", "daring"]),
    kind_id=st.integers(1, 2),
    aims=texts,
    findings=texts,
    attendees=st.dictionaries(
        st.sampled_from(["ks", "guru"]), st.tuples(st.integers(0, 2), st.integers(1, 2))
    ),
    indicators=st.frozensets(st.integers(1, 3)),
    answers=st.dictionaries(st.integers(1, 2), answer),
    follow_ups=st.dictionaries(st.sampled_from(KEYS), agreed),
)


def plain_parts(report) -> dict:
    found = {name: plain(value) for name, value in parts_of_report(report).items()}
    return {name: value for name, value in found.items() if value is not None}


@settings(max_examples=80)
@given(base=reports, theirs=reports, mine=reports)
def test_merging_keeps_every_change_or_asks(base, theirs, mine):
    merged = merge(base_from(as_base(base)), theirs, mine)
    before, now, new = plain_parts(base), plain_parts(theirs), plain_parts(mine)
    result = plain_parts(merged.report)
    asked = tuple(merged.clashes)
    for name in {*before, *now, *new}:
        values = before.get(name), now.get(name), new.get(name)
        if name.startswith(asked or ("-",)):
            continue
        if values[1] == values[2]:
            assert result.get(name) == values[1]
        elif values[0] == values[1]:
            assert result.get(name) == values[2]
        elif not name.startswith("follow_ups."):
            assert values[0] == values[2]
            assert result.get(name) == values[1]


@settings(max_examples=40)
@given(base=reports, mine=reports)
def test_alone_one_is_never_asked(base, mine):
    parts = merge(base_from(as_base(base)), base, mine)
    assert parts.clashes == ()
    assert plain_parts(parts.report) == plain_parts(mine)
    assert plain_parts(report_from(parts_of_report(mine), base)) == plain_parts(mine)


def test_operation_names_the_clashes(draft_visit, facilitator, companion, full_report):
    base = base_from(as_base(report_of(draft_visit)))
    seen = draft_visit.version
    mine, theirs = (full_report(draft_visit, findings=text) for text in ("Satu", "Dua"))
    record_visit(draft_visit, by=companion, version=seen, report=theirs, base=base)
    with pytest.raises(Clashing) as caught:
        record_visit(draft_visit, by=facilitator, version=seen, report=mine, base=base)
    assert caught.value.clashes == ("findings",)
    decided = {"findings": Asked("mine", seen_of({"findings": "Dua"}))}
    saved = record_visit(
        draft_visit, by=facilitator, version=seen, report=mine, base=base, asked=decided
    )
    assert saved.findings == "Satu"
    assert json.loads(as_base(replace(mine)))["findings"] == "Satu"
