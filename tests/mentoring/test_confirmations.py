"""The school's word on a report: who gives it and how, and what it is bound to."""

import json
import re
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from mentoring.forms.confirmations import MOST_POINTS
from mentoring.models import Confirmation, Visit
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import send_back, submit_visit, verify_visit
from mentoring.queries.confirmations import digest_of
from mentoring.queries.reports import Agreed
from portal.notices.models import Notice

STROKES = [[[100, 100], [400, 300]], [[500, 50], [600, 380], [900, 200]]]


@pytest.fixture
def client(client_of, facilitator):
    """The facilitator's phone."""
    return client_of(facilitator)


@pytest.fixture
def head(client_of, own_school):
    return client_of("sekolah", school=own_school, name="Hj. Mariani", position="Kepala SDN")


def sign_url(visit: Visit) -> str:
    return reverse("mentoring:confirmation-sign", args=[visit.pk])


def confirm_url(visit: Visit) -> str:
    return reverse("mentoring:confirmation-add", args=[visit.pk])


def signed(visit: Visit, **changes) -> dict:
    """What the form on the phone sends."""
    return {
        "digest": digest_of(visit),
        "agrees": "ya",
        "name": "Hj. Mariani",
        "position": "Kepala sekolah",
        "strokes": json.dumps(STROKES),
    } | changes


def rewrite(visit: Visit, full_report, facilitator, **changes) -> Visit:
    """The facilitator writes something else into an open report."""
    visit.refresh_from_db()
    report = full_report(visit, **changes)
    return record_visit(visit, by=facilitator, version=visit.version, report=report)


# On the facilitator's phone


def test_the_head_reads_the_report_and_signs_it(client, draft_visit):
    page = client.get(sign_url(draft_visit)).text
    assert "Guru sudah membaca Rapor" in page
    [digest] = re.findall(r'name="digest" value="(\w{64})"', page)
    data = signed(draft_visit, digest=digest, note="Terima kasih <b>")
    assert client.post(sign_url(draft_visit), data).url.endswith("#confirmation")
    said = Confirmation.objects.get()
    assert (said.way, said.agrees, said.by) == ("gambar", True, client.person)
    page = client.get(draft_visit.get_absolute_url()).text
    assert "Hj. Mariani" in page
    assert "Terima kasih &lt;b&gt;" in page
    assert 'd="M100 100 L400 300 M500 50 L600 380 L900 200"' in page
    assert sign_url(draft_visit) not in page
    assert "Said(" not in page


def test_a_typed_name_with_a_tick_stands_for_a_drawing(client, draft_visit):
    data = signed(draft_visit, strokes="")
    response = client.post(sign_url(draft_visit), data)
    assert response.status_code == 422
    assert "Gambar tanda tangan di kotak, atau centang" in response.text
    assert 'value="Hj. Mariani"' in response.text
    client.post(sign_url(draft_visit), data | {"typed": "on"})
    assert Confirmation.objects.get().way == "ketik"


def test_disagreement_says_what_is_wrong(client, draft_visit):
    data = signed(draft_visit, agrees="tidak")
    response = client.post(sign_url(draft_visit), data)
    assert response.status_code == 422
    assert "Tuliskan apa yang tidak sesuai." in response.text
    assert json.dumps(STROKES).replace('"', "&quot;") in response.text
    client.post(sign_url(draft_visit), data | {"note": "Jumlah guru bukan 7"})
    page = client.get(draft_visit.get_absolute_url()).text
    assert "tidak sesuai" in page
    assert "Jumlah guru bukan 7" in page


@pytest.mark.parametrize(
    "strokes",
    [
        "<svg onload=alert(1)>",
        '[[["a", 1], [2, 3]]]',
        "[[[0, 0], [1001, 0]]]",
        "[[[0, 0], [0, -1]]]",
        "[[[true, 0], [900, 300]]]",
        "[[0.5, 1]]",
        "[[[1e3, 0], [0, 0]]]",
        "[[]]",
        "{}",
        "[" * 5000,
        json.dumps([[[n % 1000, 0] for n in range(MOST_POINTS + 1)]]),
        "[[[5, 5], [7, 7]]]",
    ],
)
def test_what_is_no_signature_is_refused(client, draft_visit, strokes):
    response = client.post(sign_url(draft_visit), signed(draft_visit, strokes=strokes))
    assert response.status_code == 422
    assert "Hapus, lalu gambar lagi." in response.text
    assert not Confirmation.objects.exists()


def test_only_a_complete_report_is_signed_and_only_by_its_own_facilitator(
    client, client_of, plan, submitted_visit, dinas
):
    blank = plan()
    assert client.get(sign_url(blank)).status_code == 302
    client.post(sign_url(blank), signed(blank))
    assert not Confirmation.objects.exists()
    other = client_of("fasilitator")
    assert other.post(sign_url(submitted_visit), signed(submitted_visit)).status_code == 403
    client.post(sign_url(submitted_visit), signed(submitted_visit))
    assert Confirmation.objects.count() == 1
    verify_visit(submitted_visit, by=dinas, version=submitted_visit.version)
    assert client.get(sign_url(submitted_visit)).status_code == 302


# What a signature is bound to


def test_a_replay_of_the_same_form_is_kept_once(client, draft_visit):
    for strokes in (json.dumps(STROKES), ""):
        data = signed(draft_visit, strokes=strokes, typed="on")
        for _ in range(2):
            assert client.post(sign_url(draft_visit), data).status_code == 302
    assert list(Confirmation.objects.values_list("way", flat=True)) == ["gambar", "ketik"]


def test_a_signature_replayed_from_another_visit_is_refused(
    client, draft_visit, plan, full_report, facilitator
):
    data = signed(draft_visit)
    client.post(sign_url(draft_visit), data)
    other = plan(mode=Visit.Mode.ONLINE)
    other = record_visit(
        other, by=facilitator, version=other.version, report=full_report(other, key=uuid4())
    )
    whole = client.post(sign_url(other), data)
    assert whole.status_code == 409
    assert "halaman ini milik kunjungan lain" in whole.text
    assert 'value="Hj. Mariani"' in whole.text
    drawing = client.post(sign_url(other), signed(other))
    assert drawing.status_code == 422
    assert "Tanda tangan ini sudah dipakai untuk laporan lain." in drawing.text
    assert Confirmation.objects.count() == 1


def test_a_report_that_changed_after_it_was_read_is_signed_anew(
    client, draft_visit, full_report, facilitator
):
    data = signed(draft_visit)
    rewrite(draft_visit, full_report, facilitator, findings="Temuan lain")
    response = client.post(sign_url(draft_visit), data)
    assert response.status_code == 409
    assert "laporan berubah setelah dibaca" in response.text
    assert "Temuan lain" in response.text
    assert json.dumps(STROKES) not in response.text.replace("&quot;", '"')
    assert 'value="Hj. Mariani"' in response.text
    assert not Confirmation.objects.exists()


def test_a_signature_is_outdated_once_the_report_says_something_else(
    client, draft_visit, full_report, facilitator
):
    client.post(sign_url(draft_visit), signed(draft_visit))
    changed = rewrite(draft_visit, full_report, facilitator, findings="Temuan lain")
    page = client.get(draft_visit.get_absolute_url()).text
    assert "tidak berlaku lagi" in page
    assert "Laporan berubah setelah dikonfirmasi." in page
    assert sign_url(draft_visit) in page
    again = client.post(sign_url(draft_visit), signed(changed))
    assert again.status_code == 409
    assert "Minta tanda tangan baru." in again.text
    rewrite(draft_visit, full_report, facilitator)
    assert "tidak berlaku lagi" not in client.get(draft_visit.get_absolute_url()).text


@pytest.mark.parametrize(
    "change",
    [
        {"aims": "Lain"},
        {"attendees": {"ks": (1, 0)}},
        {"indicators": frozenset()},
        {"escalation": "daerah"},
        {"follow_ups": {uuid4(): Agreed("Lain", "sekolah", "", None)}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_part_of_a_report_counts(draft_visit, full_report, facilitator, change):
    before = digest_of(draft_visit)
    assert digest_of(Visit.objects.get(pk=draft_visit.pk)) == before
    assert digest_of(rewrite(draft_visit, full_report, facilitator, **change)) != before


def test_work_on_a_follow_up_changes_nothing_that_was_confirmed(verified_visit):
    before = digest_of(verified_visit)
    verified_visit.follow_ups.update(state="selesai", result="Jadwal tergantung di kelas")
    assert digest_of(verified_visit) == before


# With the school's own account


def test_a_school_confirms_with_one_click(head, submitted_visit, dinas):
    assert Notice.objects.filter(user=head.person, kind="visit-to-confirm").count() == 1
    assert submitted_visit.number in head.get("/").text
    page = head.get(submitted_visit.get_absolute_url())
    assert "Guru sudah membaca Rapor" in page.text
    for photo in submitted_visit.evidence.all():
        assert head.get(photo.get_absolute_url()).status_code == 200
    follow_up = submitted_visit.follow_ups.get().get_absolute_url()
    assert follow_up not in page.text
    assert head.get(follow_up).status_code == 404
    response = head.post(
        confirm_url(submitted_visit), {"digest": page.context["digest"], "agrees": "ya"}
    )
    assert response.url.endswith("#confirmation")
    said = Confirmation.objects.get()
    assert (said.way, said.name, said.position) == ("akun", "Hj. Mariani", "Kepala SDN")
    told = Notice.objects.filter(kind="visit-confirmed")
    assert [notice.user for notice in told] == [submitted_visit.facilitator]


def test_that_a_school_disagrees_is_told_to_those_who_verify(head, dinas, submitted_visit):
    data = {"digest": digest_of(submitted_visit), "agrees": "tidak"}
    assert head.post(confirm_url(submitted_visit), data).status_code == 422
    data["note"] = "Kunjungan tidak sampai ke kelas"
    for _ in range(2):
        assert head.post(confirm_url(submitted_visit), data).status_code == 302
    told = Notice.objects.filter(kind="visit-disputed")
    assert {notice.user for notice in told} == {submitted_visit.facilitator, dinas}
    assert Confirmation.objects.count() == 1
    head.post(confirm_url(submitted_visit), data | {"agrees": "ya", "note": ""})
    assert [said.agrees for said in Confirmation.objects.all()] == [False, True]


def test_a_school_reads_its_reports_only_while_they_are_submitted_or_verified(
    head, client_of, make_school, submitted_visit, dinas
):
    other = client_of("sekolah", school=make_school())
    data = {"digest": digest_of(submitted_visit), "agrees": "ya"}
    assert other.post(confirm_url(submitted_visit), data).status_code == 404
    assert client_of(dinas).post(confirm_url(submitted_visit), data).status_code == 403
    send_back(submitted_visit, by=dinas, reason="Belum lengkap", version=submitted_visit.version)
    assert head.get(submitted_visit.get_absolute_url()).status_code == 404
    assert head.post(confirm_url(submitted_visit), data).status_code == 404
    assert not Confirmation.objects.exists()


def test_who_confirmed_before_is_not_asked_again(head, client, draft_visit, facilitator):
    client.post(sign_url(draft_visit), signed(draft_visit))
    submit_visit(draft_visit, by=facilitator, version=draft_visit.version)
    assert not Notice.objects.filter(kind="visit-to-confirm").exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"agrees": False, "note": ""},
        {"way": "gambar"},
        {"strokes": STROKES},
        {"way": "cap"},
        {"name": ""},
    ],
    ids=["no reason", "drawn without strokes", "strokes undrawn", "unknown", "nobody"],
)
def test_the_database_holds_to_it_too(verified_visit, facilitator, fields):
    sound = {"way": "ketik", "agrees": True, "name": "A", "position": "B", "by": facilitator}
    with pytest.raises(IntegrityError), transaction.atomic():
        Confirmation.objects.create(visit=verified_visit, **sound | fields)
