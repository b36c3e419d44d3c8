"""The work plan: who keeps it, what its forms refuse, and how records are filed under it."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.forms.money import RupiahField
from mentoring.models import Activity, Agreement, Visit, WorkPlan
from mentoring.operations.reports import record_visit
from mentoring.operations.work_plans import drop_activity, open_plan
from mentoring.queries.reports import report_of
from portal.history import history_of
from portal.operations import Refused


def at(name: str, record) -> str:
    return reverse(f"mentoring:{name}", args=[record.pk])


def answers(plan: WorkPlan, **fields) -> dict:
    """What a browser sends from the form of a new activity."""
    return {
        "key": str(uuid.uuid4()),
        "clause": str(plan.agreement.clauses.first().pk),
        "form": "pendampingan",
        "title": "Coaching kepala sekolah",
        "target": "3",
        "side": "bpmp",
        "budget": "Rp12.500.000",
        "month_3": "1",
        "month_9": "2",
    } | fields


def test_an_activity_is_planned_with_months_indicators_and_budget(
    client_of, work_plan, make_person
):
    client = client_of("dinas")
    page = client.get(at("activity-add", work_plan))
    indicator = page.context["form"].fields["indicators"].choices[0][0]
    person = make_person("fasilitator", name="Rahmah")
    data = answers(work_plan, indicators=[str(indicator)], person=str(person.pk))
    client.post(at("activity-add", work_plan), data)
    client.post(at("activity-add", work_plan), data)
    activity = Activity.objects.get()
    assert (activity.budget, activity.person) == (Decimal(12_500_000), person)
    assert list(activity.months.values_list("month", "planned")) == [(3, 1), (9, 2)]
    assert [aim.indicator_id for aim in activity.aimed.all()] == [indicator]
    text = client.get(at("activity", activity)).text
    assert "Rp12.500.000" in text
    assert "0 dari 3" in text


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"month_9": "5"}, "target", "berjumlah 6, sedangkan sasarannya 3"),
        ({"target": "0"}, "target", "Sasaran setidaknya 1."),
        ({"budget": "12,5 juta"}, "budget", "Tulis jumlah rupiah dengan angka"),
        ({"title": ""}, "title", "belum diisi"),
        ({"clause": "0"}, "clause", ""),
    ],
)
def test_what_cannot_be_planned_is_told_beside_its_field(
    client_of, work_plan, fields, field, words
):
    response = client_of("dinas").post(at("activity-add", work_plan), answers(work_plan, **fields))
    assert response.status_code == 422
    [error] = response.context["form"].errors[field]
    assert words in error
    assert response.context["form"]["fund_source"].name in response.text
    assert not Activity.objects.exists()


def test_the_person_is_of_the_side_that_answers_for_the_activity(client_of, work_plan, make_person):
    data = answers(work_plan, side="dinas", person=str(make_person("fasilitator").pk))
    response = client_of("admin").post(at("activity-add", work_plan), data)
    assert "Orang ini dari pihak lain" in response.text


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.250.000", "1250000"),
        ("Rp 1.250.000,50", "1250000.50"),
        ("rp1250000", "1250000"),
        ("", None),
    ],
)
def test_rupiah_is_read_as_people_type_it(typed, amount):
    read = RupiahField(required=False).clean(typed)
    assert read == (amount and Decimal(amount))


def test_two_people_editing_an_activity_notice_each_other(client_of, work_plan, make_activity):
    activity = make_activity(target=3)
    Activity.objects.filter(pk=activity.pk).update(version=2, title="Judul orang lain")
    data = answers(work_plan, version="1", title="Judul saya")
    response = client_of("dinas").post(at("activity-edit", activity), data)
    assert response.status_code == 409
    assert "Judul orang lain" in response.text
    assert Activity.objects.get().title == "Judul orang lain"
    client_of("dinas").post(at("activity-edit", activity), data | {"version": "2"})
    assert Activity.objects.get().title == "Judul saya"


def test_an_activity_is_dropped_with_a_reason_and_taken_up_again(
    client_of, make_activity, agreement
):
    activity, client = make_activity(), client_of("dinas")
    assert client.post(at("activity-drop", activity), {"reason": ""}).status_code == 422
    client.post(at("activity-drop", activity), {"reason": "Anggaran dialihkan"})
    again = client.post(at("activity-drop", activity), {"reason": "Anggaran dialihkan"})
    assert "sudah dibatalkan" in again.text
    activity.refresh_from_db()
    assert activity.is_dropped
    assert history_of(activity)[0].reason == "Anggaran dialihkan"
    client.post(at("activity-resume", activity))
    activity.refresh_from_db()
    assert not activity.is_dropped


def test_the_form_of_an_activity_stays_once_something_was_done_for_it(
    client_of, work_plan, make_activity, plan
):
    activity = make_activity(target=3)
    plan(activity=activity)
    data = answers(work_plan, version="1", form="pelatihan")
    response = client_of("dinas").post(at("activity-edit", activity), data)
    assert "Bentuk kegiatan tidak dapat diubah" in response.text
    activity.refresh_from_db()
    assert activity.form == "pendampingan"


def test_a_year_has_one_plan_within_the_agreement(client_of, work_plan):
    client, url = client_of("dinas"), at("work-plan-add", work_plan.agreement)
    for year, words in (
        (work_plan.year, "sudah ada"),
        (2019, "Naskah kerja sama berlaku 2022"),
    ):
        response = client.post(url, {"key": str(uuid.uuid4()), "year": str(year)})
        assert response.status_code == 422
        assert words in response.text
    assert WorkPlan.objects.count() == 1


def test_a_new_year_starts_with_what_the_last_left_open(work_plan, make_activity, verified_visit):
    half = make_activity(title="Setengah jalan", target=4)
    Visit.objects.update(activity=half)
    make_activity(title="Dibatalkan", state=Activity.State.DROPPED)
    Agreement.objects.update(ends_on=date(work_plan.year + 2, 1, 1))
    work_plan.agreement.refresh_from_db()
    new = WorkPlan(agreement=work_plan.agreement, year=work_plan.year + 1)
    open_plan(new, copy_from=work_plan)
    [copied] = new.activities.all()
    assert (copied.title, copied.target, copied.clause) == ("Setengah jalan", 3, half.clause)


# What is filed under an activity


def test_a_visit_is_planned_for_an_activity_which_is_suggested(
    client_of, facilitator, own_school, make_activity
):
    today = timezone.localdate()
    other = make_activity(title="Bulan lain")
    due = make_activity(title="Bulan ini")
    due.months.create(month=today.month, planned=10)
    WorkPlan.objects.update(year=today.year)
    client = client_of(facilitator)
    form = client.get(reverse("mentoring:visit-plan")).context["form"]
    assert form.initial["activity"] == due
    assert set(form.fields["activity"].queryset) == {other, due}
    data = {
        "key": str(uuid.uuid4()),
        "school": str(own_school.pk),
        "date": today.isoformat(),
        "mode": "luring",
        "kind": str(form.fields["kind"].queryset.first().pk),
        "activity": str(due.pk),
    }
    client.post(reverse("mentoring:visit-plan"), data)
    visit = Visit.objects.get()
    assert visit.activity == due
    page = client.get(visit.get_absolute_url()).text
    assert due.get_absolute_url() in page
    assert due.clause.get_absolute_url() in page


def test_an_activity_that_does_not_fit_is_refused(plan, make_activity, make_agreement, work_plan):
    elsewhere = make_agreement(area="63.72")
    foreign = make_activity(
        plan=WorkPlan.objects.create(agreement=elsewhere, year=work_plan.year),
        clause=elsewhere.clauses.create(order=1, text="Lain"),
    )
    for activity, words in (
        (make_activity(form=Activity.Form.TRAINING), "Bentuk kegiatan ini pelatihan"),
        (make_activity(state=Activity.State.DROPPED), "dibatalkan"),
        (foreign, "tidak berlaku"),
    ):
        with pytest.raises(Refused, match=words):
            plan(activity=activity)
    last_year = timezone.localdate() - timedelta(days=366)
    with pytest.raises(Refused, match="milik rencana kerja"):
        plan(activity=make_activity(), on=last_year)
    assert not Visit.objects.exists()


def test_the_database_itself_refuses_a_foreign_activity(plan, make_activity, make_training):
    visit, training = plan(), make_training()
    for record, activity in (
        (visit, make_activity(form=Activity.Form.TRAINING)),
        (training, make_activity()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(record).objects.filter(pk=record.pk).update(activity=activity)


def test_a_report_whose_day_leaves_the_plans_year_is_refused(
    plan, make_activity, facilitator, work_plan
):
    visit = plan(activity=make_activity())
    report = report_of(visit)
    report = type(report)(**(vars(report) | {"date": date(work_plan.year - 1, 12, 30)}))
    with pytest.raises(Refused, match="milik rencana kerja"):
        record_visit(visit, by=facilitator, version=visit.version, report=report)


def test_a_verified_visit_finds_its_activity_later(client_of, verified_visit, make_activity, dinas):
    activity = make_activity()
    url = at("visit-activity", verified_visit)
    client_of(dinas).post(url, {"activity": str(activity.pk)})
    verified_visit.refresh_from_db()
    assert verified_visit.activity == activity
    stranger = client_of("fasilitator")
    assert stranger.post(url, {"activity": ""}).status_code == 403
    client_of(verified_visit.facilitator).post(url, {"activity": ""})
    verified_visit.refresh_from_db()
    assert verified_visit.activity is None


def test_a_visit_keeps_its_activity_that_was_dropped_since(
    client_of, verified_visit, make_activity, dinas
):
    activity = make_activity()
    Visit.objects.filter(pk=verified_visit.pk).update(activity=activity)
    drop_activity(activity, reason="Anggaran dialihkan")
    url, client = at("visit-activity", verified_visit), client_of(dinas)
    form = client.get(url).context["form"]
    assert client.post(url, {"activity": form["activity"].value()}).status_code == 302
    verified_visit.refresh_from_db()
    assert verified_visit.activity == activity


def test_a_training_is_held_for_an_activity_of_its_agreement(
    client_of, make_activity, make_training, agreement
):
    training = make_training(agreement=agreement)
    fitting = make_activity(form=Activity.Form.TRAINING, title="Bimtek")
    make_activity(title="Pendampingan")
    client = client_of("dinas")
    form = client.get(at("training-edit", training)).context["form"]
    assert list(form.fields["activity"].queryset) == [fitting]
    data = {name: form[name].value() for name in form.fields} | {"activity": fitting.pk}
    response = client.post(at("training-edit", training), data)
    assert response.status_code == 302
    assert fitting.get_absolute_url() in client.get(training.get_absolute_url()).text
    assert training.title in client.get(fitting.get_absolute_url()).text
