"""Addenda change an agreement and keep what they changed; renewal, termination and reminders."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Activity, Addendum, Agreement, Clause, Party, Visit
from mentoring.operations.endings import renew_agreement, terminate_agreement
from mentoring.operations.reminders import remind_of_endings
from portal.history import history_of
from portal.models import Area
from portal.notices.models import Notice
from portal.operations import Refused
from tests.mentoring.test_agreements import answers as agreement_answers
from tests.mentoring.test_agreements import clause_row, rows

DAY = timedelta(days=1)


def at(name: str, record) -> str:
    return reverse(f"mentoring:{name}", args=[record.pk])


def answers(agreement: Agreement, *, clauses=None, **fields) -> dict:
    """An addendum of today that lets the agreement end a year later."""
    clauses = clauses or [clause_row(clause) for clause in agreement.clauses.all()]
    return (
        {
            "key": str(uuid.uuid4()),
            "version": str(agreement.version),
            "first_number": "5/ADD/PEMKO",
            "second_number": "6/ADD/BPMP",
            "signed_on": timezone.localdate().isoformat(),
            "about": "Perpanjangan masa berlaku",
            "starts_on": agreement.starts_on.isoformat(),
            "ends_on": (agreement.ends_on + 365 * DAY).isoformat(),
            "area": agreement.area_id,
        }
        | rows("lingkup", clauses)
        | fields
    )


@pytest.mark.usefixtures("clauses")
def test_an_addendum_changes_the_agreement_and_says_what_it_changed(client_of, agreement):
    first, second = agreement.clauses.all()
    before, ends_on = agreement.ends_on, agreement.ends_on + 365 * DAY
    clauses = [
        clause_row(first) | {"text": "Pendampingan semua sekolah"},
        clause_row(second) | {"DELETE": "on"},
        {"order": "3", "text": "Tinjauan berkala"},
    ]
    client = client_of("dinas")
    scan = SimpleUploadedFile("adendum.pdf", b"%PDF-1.7 isi %%EOF", "application/pdf")
    client.post(at("addendum-add", agreement), answers(agreement, clauses=clauses, scan=scan))
    addendum = Addendum.objects.get()
    agreement.refresh_from_db()
    assert agreement.ends_on == ends_on
    texts = ["Pendampingan semua sekolah", "Tinjauan berkala"]
    assert [clause.text for clause in agreement.clauses.all()] == texts
    page = client.get(addendum.get_absolute_url())
    told = [(change.old, change.new) for change in page.context["changes"]]
    assert told[1:] == [
        ("Pendampingan sekolah", "Pendampingan semua sekolah"),
        ("Pelatihan guru", "–"),
        ("–", "Tinjauan berkala"),
    ]
    assert page.context["changes"][0].label == "berakhir"
    assert client.get(at("addendum-scan", addendum)).headers["Content-Type"] == "application/pdf"
    url = at("agreement-as-of", agreement)
    yesterday = client.get(url, {"tanggal": (addendum.signed_on - DAY).isoformat()})
    assert "Pelatihan guru" in yesterday.text
    assert "Tinjauan berkala" not in yesterday.text
    assert yesterday.context["terms"].ends_on == before
    today = client.get(url, {"tanggal": "bukan tanggal"})
    assert "Pelatihan guru" not in today.text
    assert "Dengan adendum 1" in today.text
    assert history_of(agreement)[0].reason == "Adendum 5/ADD/PEMKO"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ends_on": None}, "tidak mengubah apa pun"),
        ({"signed_on": "2022-11-01"}, "ditandatangani setelah 2 November 2022"),
        ({"signed_on": "2999-01-01"}, "belum tiba"),
        ({"ends_on": "2022-11-10"}, "masih ada 1 kunjungan"),
        ({"ends_on": "2020-01-01"}, "mendahului tanggal mulai"),
        ({"second_number": ""}, "belum diisi"),
    ],
)
def test_an_addendum_that_cannot_be_is_refused_and_stays_typed(
    client_of, agreement, plan, fields, words
):
    plan()
    if fields.get("ends_on", "") is None:
        fields = {"ends_on": agreement.ends_on.isoformat()}
    data = answers(agreement, about="Perubahan lingkup", **{**fields})
    response = client_of("dinas").post(at("addendum-add", agreement), data)
    assert response.status_code == 422
    assert words in response.text
    assert "Perubahan lingkup" in response.text
    assert not Addendum.objects.exists()
    assert Agreement.objects.get().version == 1


def test_a_clause_that_activities_serve_is_not_taken_away(client_of, agreement, make_activity):
    clause = make_activity().clause
    clauses = [clause_row(clause) | {"DELETE": "on"}]
    parties = [
        {"side": side, "institution": "I", "name": "N", "position": "K"}
        for side in ("dinas", "bpmp")
    ]
    for url, data in (
        (at("addendum-add", agreement), answers(agreement, clauses=clauses)),
        (
            at("agreement-edit", agreement),
            agreement_answers(agreement, clauses=clauses, parties=parties),
        ),
    ):
        response = client_of("admin").post(url, data)
        assert "dilayani kegiatan rencana kerja" in response.text
    assert Clause.objects.filter(pk=clause.pk).exists()


def test_an_addendum_to_an_agreement_saved_meanwhile_is_shown_again(client_of, agreement):
    data = answers(agreement)
    Agreement.objects.update(version=2, title="Judul orang lain")
    response = client_of("dinas").post(at("addendum-add", agreement), data)
    assert response.status_code == 409
    assert "Judul orang lain" in response.text
    assert not Addendum.objects.exists()
    client_of("dinas").post(at("addendum-add", agreement), data | {"version": "2"})
    assert Addendum.objects.count() == 1


# Its end, and what follows


def test_a_renewal_copies_parties_clauses_and_open_activities(
    client_of, make_agreement, make_activity, work_plan, agreement
):
    for side in ("dinas", "bpmp"):
        Party.objects.create(
            agreement=agreement,
            side=side,
            institution="Instansi",
            name=f"Nama {side}",
            position="K",
        )
    make_activity(title="Masih berjalan", target=4)
    make_activity(title="Dibatalkan", state=Activity.State.DROPPED)
    client = client_of("dinas")
    client.post(at("agreement-renew", agreement))
    client.post(at("agreement-renew", agreement))
    draft = Agreement.objects.get(renews=agreement)
    assert (draft.state, draft.starts_on) == (Agreement.State.DRAFT, agreement.ends_on + DAY)
    assert draft.ends_on - draft.starts_on == agreement.ends_on - agreement.starts_on
    assert [party.name for party in draft.parties.all()] == ["Nama dinas", "Nama bpmp"]
    texts = [clause.text for clause in agreement.clauses.all()]
    assert [clause.text for clause in draft.clauses.all()] == texts
    [copied] = draft.work_plans.get().activities.all()
    assert (copied.title, copied.clause.agreement) == ("Masih berjalan", draft)
    assert draft.title in client.get(agreement.get_absolute_url()).text
    assert Agreement.objects.get(pk=agreement.pk).state == Agreement.State.IN_FORCE


def test_the_former_agreement_is_renewed_once_the_new_one_is_in_force(client_of, make_agreement):
    former = make_agreement(ends_on=timezone.localdate() - DAY)
    draft = renew_agreement(former)
    data = agreement_answers(
        draft, starts_on=draft.starts_on.isoformat(), ends_on=draft.ends_on.isoformat()
    )
    assert client_of("dinas").post(at("agreement-edit", draft), data).status_code == 302
    former.refresh_from_db()
    assert former.state == Agreement.State.RENEWED
    [change] = history_of(former)[0].changes
    assert (change.old, change.new) == ("berlaku", "diperpanjang")


def test_an_agreement_is_terminated_with_a_reason_and_holds_until_then(
    client_of, agreement, plan, own_school
):
    client, today = client_of("dinas"), timezone.localdate()
    url = at("agreement-end", agreement)
    for data in ({"on": today.isoformat()}, {"on": "2020-01-01", "reason": "Anggaran dihentikan"}):
        assert client.post(url, data).status_code == 422
    client.post(url, {"on": today.isoformat(), "reason": "Anggaran dihentikan"})
    agreement.refresh_from_db()
    assert agreement.status == Agreement.Status.TERMINATED
    assert "Anggaran dihentikan" in client.get(agreement.get_absolute_url()).text
    yesterday = plan(on=today - DAY)
    assert yesterday.agreement == agreement
    with pytest.raises(Refused, match="Tidak ada naskah kerja sama yang berlaku"):
        plan(on=today)
    with pytest.raises(Refused, match="sudah diputus"):
        terminate_agreement(agreement, on=today, reason="Lagi")
    with pytest.raises(Refused, match="tidak dapat diperpanjang"):
        renew_agreement(agreement)
    assert Visit.objects.count() == 1


def test_an_agreement_is_not_terminated_before_what_was_held_under_it(
    client_of, agreement, verified_visit, plan
):
    plan(on=timezone.localdate() + DAY)  # a plan may come to nothing
    client, url = client_of("dinas"), at("agreement-end", agreement)
    for on in (verified_visit.date - DAY, verified_visit.date):
        response = client.post(url, {"on": on.isoformat(), "reason": "Anggaran dihentikan"})
        assert "Sejak tanggal itu sudah ada 1 kunjungan" in response.text
    sent = {"on": (verified_visit.date + DAY).isoformat(), "reason": "Anggaran dihentikan"}
    assert client.post(url, sent).status_code == 302


def test_the_form_of_an_agreement_does_not_terminate_it(client_of, make_agreement):
    agreement = make_agreement()
    data = agreement_answers(agreement, state="diputus")
    response = client_of("dinas").post(at("agreement-edit", agreement), data)
    assert response.status_code == 422
    assert Agreement.objects.get().state == Agreement.State.IN_FORCE


def test_both_sides_are_reminded_once_of_each_last_day(make_agreement, make_person):
    today = timezone.localdate()
    told = [make_person("dinas"), make_person("fasilitator"), make_person("pimpinan")]
    make_person("dinas", area="63.72")
    make_person("admin")
    soon = make_agreement(title="Segera", ends_on=today + 30 * DAY)
    make_agreement(title="Ingat lebih dekat", ends_on=today + 30 * DAY, reminder_days=7)
    make_agreement(title="Sudah diperpanjang", ends_on=today + 30 * DAY, state="diperpanjang")
    renew_agreement(soon)  # a draft so far
    remind_of_endings()
    call_command("daily", verbosity=0)
    notices = Notice.objects.order_by("user_id")
    assert [notice.user for notice in notices] == told
    assert all("“Segera” berakhir" in notice.text for notice in notices)
    Agreement.objects.filter(pk=soon.pk).update(ends_on=today + 60 * DAY)
    remind_of_endings()
    assert Notice.objects.count() == 2 * len(told)


def test_the_list_follows_the_days_of_each_agreement(client_of, make_agreement):
    make_agreement(title="Naskah dekat", ends_on=timezone.localdate() + 100 * DAY)
    make_agreement(title="Naskah awal", ends_on=timezone.localdate() + 100 * DAY, reminder_days=120)
    text = client_of("dinas").get(reverse("mentoring:agreements") + "?status=hampir").text
    assert "Naskah awal" in text
    assert "Naskah dekat" not in text


def test_a_changed_area_is_told_by_its_name(client_of, agreement):
    """An admin of the province widens a city's agreement to the whole province."""
    data = answers(agreement, area="63", ends_on=agreement.ends_on.isoformat())
    client = client_of("admin", area="63")
    client.post(at("addendum-add", agreement), data)
    [change] = client.get(Addendum.objects.get().get_absolute_url()).context["changes"]
    names = dict(Area.objects.filter(pk__in=["63", "63.71"]).values_list("pk", "name"))
    assert (change.old, change.new) == (names["63.71"], names["63"])
