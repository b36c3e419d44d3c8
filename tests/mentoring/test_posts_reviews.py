"""Reviews: planned one after the other, written, held, approved by the other side, sent back, cancelled."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Activity, Issue, Review, ReviewStep, ReviewTarget
from mentoring.operations.issues import close_issue, raise_issue
from mentoring.operations.reviews import approve_review, hold_review, plan_review, send_review_back
from mentoring.queries.desks import Desk, Desks, Thing
from mentoring.queries.progress import Period, compose
from mentoring.queries.realisation import realisation_of
from mentoring.queries.reviews import next_period
from portal.notices.models import Notice
from portal.operations import Conflict, Refused
from tests.mentoring.fixtures_posts import days_ago, next_target

State = Review.State
REASON = "Angka capaian belum sesuai notula"


def at(name: str, record) -> str:
    return reverse(f"mentoring:review-{name}", args=[record.pk])


def plan_answers(**fields) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "period_from": days_ago(120).isoformat(),
        "period_to": days_ago(20).isoformat(),
        "date": days_ago(3).isoformat(),
        "place": "Ruang guru",
    } | fields


def sheet(review: Review, *, last=(), coming=(), **fields) -> dict:
    """What the browser sends for the sheet: facts, and rows of both sorts of targets."""
    data = {
        "version": str(review.version),
        "period_from": review.period_from.isoformat(),
        "period_to": review.period_to.isoformat(),
        "date": review.date.isoformat(),
        "place": "Ruang guru",
        "participants": "Hj. Mariani, kepala sekolah",
        "notes": "Capaian dibahas",
    }
    standing = {"lalu": review.targets.of_last_period(), "depan": review.targets.of_next_period()}
    for prefix, rows in (("lalu", last), ("depan", coming)):
        data[f"{prefix}-TOTAL_FORMS"] = str(len(rows))
        data[f"{prefix}-INITIAL_FORMS"] = str(standing[prefix].count())
        for number, row in enumerate(rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data | fields


ROW = {"text": "Guru terlatih", "value": "20", "unit": "guru"}


def test_a_review_goes_from_its_plan_to_its_approval(
    client_of, facilitator, dinas, school_post, agreement, make_person
):
    head = make_person("sekolah", school=school_post.school)
    client, officer = client_of(facilitator), client_of(dinas)
    add, data = reverse("mentoring:review-add", args=[school_post.pk]), plan_answers()
    assert client.post(add, data).status_code == 302
    assert client.post(add, data).status_code == 302  # sent twice
    review = Review.objects.get()
    assert (review.agreement, review.side, review.state) == (agreement, "bpmp", State.PLANNED)
    client.post(at("hold", review), {"version": review.version})
    page = client.get(review.get_absolute_url())
    assert page.context["missing"] == [
        "Isi peserta pertemuan.",
        "Isi notula pertemuan.",
        "Isi setidaknya satu sasaran periode berikutnya.",
    ]
    assert client.post(at("edit", review), sheet(review, coming=[ROW])).status_code == 302
    review.refresh_from_db()
    client.post(at("hold", review), {"version": review.version})
    review.refresh_from_db()
    assert review.state == State.HELD
    assert client.get(at("edit", review)).status_code == 302  # closed while it waits
    assert client.post(at("approve", review), {"version": review.version}).status_code == 403
    officer.post(at("approve", review), {"version": review.version})
    review.refresh_from_db()
    assert (review.state, review.approved_by) == (State.APPROVED, dinas)
    assert [step.to_state for step in review.steps.all()] == [
        State.PLANNED,
        State.HELD,
        State.APPROVED,
    ]
    told = set(Notice.objects.values_list("kind", "user"))
    assert told == {
        ("review-planned", head.pk),
        ("review-planned", dinas.pk),
        ("review-held", dinas.pk),
        ("review-approved", head.pk),
        ("review-approved", facilitator.pk),
    }
    text = client_of(head).get(review.get_absolute_url()).text
    assert "Guru terlatih" in text
    assert "20 guru" in text


def test_what_a_review_aims_at_is_what_the_next_one_judges(
    client_of, facilitator, dinas, school_post, approve, plan_next
):
    approve(school_post, facilitator, dinas, targets=[next_target(), next_target("Buku", "50")])
    second = plan_next(school_post, facilitator)
    carried = list(second.targets.all())
    assert [(t.part, t.text, t.value, t.unit) for t in carried] == [
        ("lalu", "Guru terlatih", Decimal(20), "guru"),
        ("lalu", "Buku", Decimal(50), "guru"),
    ]
    client = client_of(facilitator)
    page = client.get(at("edit", second)).text
    assert "Guru terlatih" in page
    last = [
        {"id": str(t.pk), "text": "Diganti", "value": "1", "unit": "x", "achieved": "18,5"}
        for t in carried
    ]
    last[0]["outcome"] = "sebagian"
    response = client.post(at("edit", second), sheet(second, last=last, coming=[ROW]))
    assert response.status_code == 302
    first, other = second.targets.of_last_period()
    assert (first.text, first.value, first.achieved) == ("Guru terlatih", 20, Decimal("18.5"))
    assert client.get(second.get_absolute_url()).context["missing"] == [
        "Pilih hasil sasaran “Buku”."
    ]
    dropped = [row | {"lalu-0-DELETE": "on", "DELETE": "on"} for row in last]
    second.refresh_from_db()
    client.post(at("edit", second), sheet(second, last=dropped, coming=[]))
    assert second.targets.of_last_period().count() == 2
    second.refresh_from_db()
    swapped = [last[0] | {"id": last[1]["id"]}, last[1] | {"id": last[0]["id"]}]
    client.post(at("edit", second), sheet(second, last=swapped, coming=[]))
    texts = second.targets.of_last_period().values_list("text", flat=True)
    assert list(texts) == ["Guru terlatih", "Buku"]
    assert other.carried_from.review.post == school_post


def test_the_next_plan_is_filled_with_the_period_that_follows(
    client_of, facilitator, dinas, school_post, approve
):
    review = approve(school_post, facilitator, dinas)
    first, last = next_period(school_post)
    assert first == review.period_to + timedelta(days=1)
    form = client_of(facilitator).get(reverse("mentoring:review-add", args=[school_post.pk]))
    assert f'value="{first.isoformat()}"' in form.text
    assert f'value="{last.isoformat()}"' in form.text


@pytest.mark.parametrize(
    ("period", "following"),
    [
        (("2026-01-01", "2026-03-31"), ("2026-04-01", "2026-06-30")),
        (("2026-07-01", "2026-12-31"), ("2027-01-01", "2027-06-30")),
        (("2024-02-01", "2024-02-29"), ("2024-03-01", "2024-03-31")),
        (("2026-01-10", "2026-01-19"), ("2026-01-20", "2026-01-29")),
    ],
)
def test_whole_months_are_followed_by_whole_months(
    facilitator, dinas, school_post, approve, period, following
):
    review = approve(school_post, facilitator, dinas)
    Review.objects.filter(pk=review.pk).update(period_from=period[0], period_to=period[1])
    assert tuple(day.isoformat() for day in next_period(school_post)) == following


def test_reviews_of_a_post_follow_one_another(facilitator, dinas, school_post, plan_next, hold):
    twin = plan_next(school_post, facilitator)
    with pytest.raises(Refused, match="masih direncanakan"):
        plan_next(school_post, facilitator)
    twin.pk = None
    with pytest.raises(IntegrityError, match="planned_once"), transaction.atomic():
        twin.save()
    Review.objects.update(state=State.CANCELLED)
    first = hold(school_post, facilitator)
    with pytest.raises(Refused, match="tumpang tindih"):
        plan_next(school_post, facilitator, period_from=first.period_to)
    plan_next(school_post, facilitator)
    with pytest.raises(Refused, match="sudah dibawa ke tinjauan P-"):
        send_review_back(first, by=dinas, reason=REASON, version=first.version)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"period_to": "2020-01-01"}, "Akhir periode mendahului awalnya."),
        ({"date": "2020-01-01"}, "mendahului periode yang ditinjau"),
        ({"starts_at": "10:00", "ends_at": "09:00"}, "Jam selesai harus setelah jam mulai."),
        ({"date": "2999-01-01"}, "Tidak ada naskah kerja sama yang berlaku"),
        ({"period_from": ""}, "belum diisi"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(
    client_of, facilitator, school_post, agreement, fields, words
):
    add = reverse("mentoring:review-add", args=[school_post.pk])
    response = client_of(facilitator).post(add, plan_answers(**fields))
    assert response.status_code == 422
    assert words in response.text
    assert "Ruang guru" in response.text
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"amount": "5.000.000"}, "Tulis untuk apa dana ini dipakai."),
        ({"amount_use": "Buku"}, "Isi jumlah dananya, atau kosongkan penggunaannya."),
        ({"amount": "0", "amount_use": "Buku"}, "Jumlah harus lebih dari 0."),
        ({"amount": "lima juta", "amount_use": "Buku"}, "Tulis jumlah rupiah dengan angka"),
        ({"depan-0-value": "1.234"}, "Tulis angka dengan paling banyak dua desimal"),
        ({"depan-0-unit": ""}, "Isi satuan dari nilai ini"),
        ({"depan-0-text": ""}, "Sasaran belum diisi."),
        ({"issues": "999999"}, "999999"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_and_keeps_what_was_typed(
    client_of, facilitator, school_post, plan_next, fields, words
):
    review = plan_next(school_post, facilitator)
    typed = sheet(review, coming=[ROW], notes="Notula yang panjang") | fields
    response = client_of(facilitator).post(at("edit", review), typed)
    assert response.status_code == 422
    assert words in response.text
    assert "Notula yang panjang" in response.text
    assert not review.targets.exists()


def test_an_amount_is_kept_with_its_use_and_both_can_go(
    client_of, facilitator, school_post, plan_next
):
    review, client = plan_next(school_post, facilitator), client_of(facilitator)
    client.post(at("edit", review), sheet(review, amount="7.500.000", amount_use="Buku"))
    review.refresh_from_db()
    assert (review.amount, review.amount_use) == (Decimal(7_500_000), "Buku")
    assert "Rp7.500.000" in client.get(review.get_absolute_url()).text
    client.post(at("edit", review), sheet(review, amount="", amount_use=""))
    review.refresh_from_db()
    assert (review.amount, review.amount_use) == (None, "")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"amount": 5}, "amount_with_its_use"),
        ({"amount_use": "Buku"}, "amount_with_its_use"),
        ({"amount": 0, "amount_use": "Buku"}, "amount_with_its_use"),
        ({"state": "lain"}, "state_is_known"),
        ({"state": "disahkan"}, "approved_by_another"),
        ({"period_to": "2000-01-01"}, "period_ends_after_start"),
        ({"date": "2000-01-01"}, "not_before_its_period"),
    ],
)
def test_the_database_keeps_reviews_sound(facilitator, school_post, plan_next, fields, constraint):
    review = plan_next(school_post, facilitator)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(**fields)
    with pytest.raises(IntegrityError, match="approved_by_another"), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(state="disahkan", approved_by=facilitator)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"part": "depan", "outcome": "tercapai"}, "judged_when_over"),
        ({"value": 5}, "value_has_a_unit"),
        ({"achieved": 5}, "value_has_a_unit"),
        ({"text": ""}, "says_something"),
        ({"part": "lain"}, "part_is_known"),
    ],
)
def test_the_database_keeps_targets_sound(facilitator, school_post, plan_next, fields, constraint):
    review = plan_next(school_post, facilitator)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ReviewTarget.objects.create(**{"review": review, "part": "lalu", "text": "S"} | fields)


def test_two_who_write_one_review_see_each_other(
    client_of, facilitator, dinas, city_post, plan_next, make_person
):
    review, colleague = plan_next(city_post, dinas), make_person("dinas", name="Rekan Dinas")
    opened = sheet(review, coming=[ROW])
    client_of(colleague).post(at("edit", review), opened | {"notes": "Notula rekan"})
    late = client_of(dinas).post(at("edit", review), opened | {"notes": "Notula saya"})
    assert late.status_code == 409
    assert "Rekan Dinas" in late.text
    assert "Notula rekan" in late.text
    assert "Guru terlatih (20 guru)" in late.text
    assert "Notula saya" in late.text
    review.refresh_from_db()
    assert (review.notes, review.version) == ("Notula rekan", 2)
    client_of(dinas).post(at("edit", review), opened | {"notes": "Notula saya", "version": "2"})
    review.refresh_from_db()
    assert review.notes == "Notula saya"


def test_a_side_does_not_write_or_approve_for_the_other(
    client_of, facilitator, dinas, school_post, city_post, hold, make_person
):
    own, of_dinas = hold(school_post, facilitator), hold(city_post, dinas)
    colleague = make_person("fasilitator")
    for person, review in ((colleague, own), (facilitator, own), (dinas, of_dinas)):
        client = client_of(person)
        assert client.post(at("approve", review), {"version": review.version}).status_code == 403
        with pytest.raises(Refused, match="pihak lain"):
            approve_review(review, by=person, version=review.version)
    for person, review in ((dinas, own), (facilitator, of_dinas)):
        assert client_of(person).get(at("edit", review)).status_code == 403
        assert client_of(person).get(at("cancel", review)).status_code == 403
    approve_review(of_dinas, by=facilitator, version=of_dinas.version)
    of_dinas.refresh_from_db()
    assert of_dinas.state == State.APPROVED


def test_a_decision_on_another_text_is_noticed(client_of, facilitator, dinas, school_post, hold):
    review, client = hold(school_post, facilitator), client_of(dinas)
    stale = {"version": review.version - 1, "reason": REASON}
    page = client.post(at("approve", review), stale, follow=True)
    assert "berubah setelah Anda membukanya" in page.text
    late = client.post(at("send-back", review), stale)
    assert late.status_code == 409
    assert REASON in late.text
    with pytest.raises(Conflict):
        approve_review(review, by=dinas, version=review.version - 1)
    review.refresh_from_db()
    assert review.state == State.HELD


def test_a_returned_review_shows_why_to_the_office_and_is_corrected(
    client_of, facilitator, dinas, school_post, hold, write, make_person
):
    review, officer = hold(school_post, facilitator), client_of(dinas)
    empty = officer.post(at("send-back", review), {"version": review.version})
    assert empty.status_code == 422
    officer.post(at("send-back", review), {"version": review.version, "reason": REASON})
    assert REASON in client_of(facilitator).get(review.get_absolute_url()).text
    head = client_of(make_person("sekolah", school=school_post.school))
    assert REASON not in head.get(review.get_absolute_url()).text
    review = write(review, facilitator, targets=[], notes="Notula benar")
    with pytest.raises(Refused, match="tidak dapat di masa depan"):
        write(review, facilitator, targets=[], date=timezone.localdate() + timedelta(days=1))
    review.refresh_from_db()
    hold_review(review, by=facilitator, version=review.version)
    review.refresh_from_db()
    officer.post(at("approve", review), {"version": review.version})
    review.refresh_from_db()
    assert (review.state, review.notes) == (State.APPROVED, "Notula benar")
    assert review.targets.count() == 1


def test_a_review_that_did_not_take_place_is_cancelled_with_a_reason(
    client_of, facilitator, dinas, school_post, plan_next, hold
):
    review, client = plan_next(school_post, facilitator), client_of(facilitator)
    given = {"version": review.version, "reason": "Sekolah ujian pada hari itu"}
    assert client.post(at("cancel", review), given | {"reason": ""}).status_code == 422
    client.post(at("cancel", review), given)
    client.post(at("cancel", review), given)
    review.refresh_from_db()
    assert review.state == State.CANCELLED
    assert review.steps.count() == 2
    assert "Sekolah ujian" in client.get(review.get_absolute_url()).text
    with pytest.raises(IntegrityError, match="step_with_reason"), transaction.atomic():
        ReviewStep.objects.create(
            review=review, from_state="direncanakan", to_state="dibatalkan", by=dinas
        )
    held = hold(school_post, facilitator)
    page = client.post(at("cancel", held), given | {"version": held.version}, follow=True)
    assert "Tinjauan ini dilaksanakan" in page.text


def test_a_review_to_come_is_not_held_yet(facilitator, school_post, plan_next, write):
    day = timezone.localdate() + timedelta(days=3)
    review = write(plan_next(school_post, facilitator, date=day), facilitator)
    with pytest.raises(Refused, match="belum tiba"):
        hold_review(review, by=facilitator, version=review.version)


def test_obstacles_are_picked_from_the_open_ones_of_the_place(
    client_of, facilitator, dinas, school_post, city_post, plan_next, make_school, own_school
):
    level, other = Issue.Level, make_school(name="SDN TETANGGA")
    far = make_school(district="62.71.01")
    mine, neighbour, away, at_school, closed = (
        raise_issue(school, by=facilitator, title=title, description="x", level=level)
        for school, title, level in (
            (own_school, "Tanpa guru BK", level.CITY),
            (other, "Atap bocor", level.CITY),
            (far, "Di kota lain", level.CITY),
            (other, "Masih di sekolah", level.SCHOOL),
            (own_school, "Sudah beres", level.CITY),
        )
    )
    close_issue(closed, by=facilitator, text="Sudah selesai", version=closed.version)
    review, city = plan_next(school_post, facilitator), plan_next(city_post, dinas)

    def offered(one, person) -> set:
        page = client_of(person).get(at("edit", one))
        return {pk for pk, _label in page.context["sheet"].form.fields["issues"].choices}

    assert offered(review, facilitator) == {mine.pk}
    assert offered(city, dinas) == {mine.pk, neighbour.pk}
    client = client_of(facilitator)
    for hidden in (neighbour, away, closed, at_school):
        wrong = sheet(review, issues=[str(hidden.pk)])
        assert client.post(at("edit", review), wrong).status_code == 422
    client.post(at("edit", review), sheet(review, issues=[str(mine.pk)]))
    page = client.get(review.get_absolute_url()).text
    assert mine.get_absolute_url() in page
    assert "Atap bocor" not in page
    review.refresh_from_db()
    client.post(at("edit", review), sheet(review))
    assert not review.reviewed_issues.exists()


def test_a_school_reads_its_reviews_and_no_others(
    client_of, make_person, make_school, facilitator, dinas, school_post, city_post, hold
):
    own, city = hold(school_post, facilitator), hold(city_post, dinas)
    head = client_of(make_person("sekolah", school=school_post.school))
    stranger = client_of(make_person("sekolah", school=make_school()))
    assert head.get(own.get_absolute_url()).status_code == 200
    assert head.get(at("minutes", own)).status_code == 200
    assert "Riwayat" not in head.get(own.get_absolute_url()).text
    for client, review in ((head, city), (stranger, own)):
        assert client.get(review.get_absolute_url()).status_code == 404
        assert client.get(at("minutes", review)).status_code == 404
    assert client_of("pimpinan").get(city.get_absolute_url()).status_code == 200


def test_only_reviews_that_took_place_count_as_realised(
    client_of, facilitator, dinas, school_post, agreement, make_activity, plan_next, write
):
    activity = make_activity(form=Activity.Form.POST, title="Pos triwulan", target=4)
    day = days_ago(3)  # the year of the plan's fixture

    def count() -> tuple[int, dict]:
        found = realisation_of([activity.pk])
        return found.total(activity.pk), found.filed

    review = plan_next(school_post, facilitator, activity=activity, date=day)
    assert count() == (0, {activity.pk: 1})
    write(review, facilitator)
    review.refresh_from_db()
    hold_review(review, by=facilitator, version=review.version)
    assert count() == (1, {activity.pk: 1})
    review.refresh_from_db()
    approve_review(review, by=dinas, version=review.version)
    assert count() == (1, {activity.pk: 1})
    assert realisation_of([activity.pk]).months_of(activity.pk)[day.month - 1] == 1
    second = plan_next(school_post, facilitator, activity=activity, date=day)
    Review.objects.filter(pk=second.pk).update(state=State.CANCELLED)
    assert count() == (1, {activity.pk: 1})
    client = client_of(dinas)
    panel = reverse("mentoring:activity-reviews", args=[activity.pk])
    assert panel in client.get(activity.get_absolute_url()).text
    assert review.get_absolute_url() in client.get(panel).text
    assert activity.get_absolute_url() in client.get(review.get_absolute_url()).text


def test_an_activity_of_another_form_or_agreement_does_not_fit(
    client_of, facilitator, school_post, agreement, make_activity, plan_next
):
    wrong = make_activity()
    add = reverse("mentoring:review-add", args=[school_post.pk])
    response = client_of(facilitator).post(add, plan_answers(activity=str(wrong.pk)))
    assert response.status_code == 422
    assert "Kegiatan ini tidak dapat dipilih." in response.text
    review = Review(
        post=school_post, activity=wrong, period_from=days_ago(90), period_to=days_ago(9),
        date=days_ago(3),
    )  # fmt: skip
    with pytest.raises(Refused, match="Bentuk kegiatan ini pendampingan"):
        plan_review(review, by=facilitator)
    kept = plan_next(school_post, facilitator)
    with pytest.raises(IntegrityError, match="does not fit"), transaction.atomic():
        Review.objects.filter(pk=kept.pk).update(activity=wrong)


def test_an_agreement_keeps_the_reviews_it_holds(facilitator, school_post, agreement, plan_next):
    plan_next(school_post, facilitator)
    agreement.ends_on = days_ago(30)
    assert "1 tinjauan pos kinerja" in agreement.left_behind()["ends_on"]
    agreement.ends_on, agreement.area_id = days_ago(-30), "63.72"
    assert "1 tinjauan pos kinerja" in agreement.left_behind()["area"]
    Review.objects.update(state=State.CANCELLED)
    agreement.refresh_from_db()
    agreement.ends_on = days_ago(30)
    assert agreement.left_behind() == {}


def test_a_review_waits_on_the_other_sides_desk_and_a_returned_one_on_its_own(
    facilitator, dinas, school_post, city_post, hold
):
    own, of_dinas = hold(school_post, facilitator), hold(city_post, dinas)
    send_review_back(of_dinas, by=facilitator, reason=REASON, version=of_dinas.version)
    rows, _more = Desks(dinas, thing=Thing.REVIEW).page(1)
    assert {(row.key, row.desk, row.person, row.school) for row in rows} == {
        (own.pk, Desk.CITY, "", school_post.school.name),
        (of_dinas.pk, Desk.CITY, dinas.name, "Kota Banjarmasin"),
    }
    assert [row.url for row in rows if row.key == own.pk] == [own.get_absolute_url()]


def test_a_review_takes_few_queries_however_much_it_holds(
    client_of, facilitator, dinas, school_post, approve, own_school
):
    review = approve(school_post, facilitator, dinas)
    client, counts = client_of(dinas), []
    for _round in range(2):
        client.get(review.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            client.get(review.get_absolute_url())
        counts.append(len(queries))
        ReviewTarget.objects.bulk_create(
            ReviewTarget(review=review, part=part, text=f"Sasaran {n}")
            for part in ("lalu", "depan") for n in range(20)
        )  # fmt: skip
    assert counts[0] == counts[1] <= 15


def test_a_progress_report_tells_of_the_reviews_that_took_place(
    facilitator, dinas, school_post, city_post, agreement, approve, plan_next
):
    first = approve(school_post, facilitator, dinas)
    second = approve(school_post, facilitator, dinas)
    second.targets.of_last_period().update(outcome="tercapai")
    plan_next(city_post, dinas)
    period = Period(first.date.year, 1 if first.date.month <= 6 else 2)
    told = compose(agreement, period)["reviews"]
    assert [(row["place"], row["judged"], row["met"]) for row in told] == [
        (school_post.school.name, 0, 0),
        (school_post.school.name, 1, 1),
    ]
