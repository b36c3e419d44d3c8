"""Who is told when a report is submitted, sent back and verified."""

from uuid import uuid4

import pytest

from mentoring.operations.reports import record_visit
from mentoring.operations.visits import reopen_visit, send_back, submit_visit, verify_visit
from mentoring.queries.reports import Agreed
from portal.models import User
from portal.notices.models import Notice


@pytest.fixture
def people(make_person, make_school, own_school):
    """Those who are told, and others who could be mistaken for them."""
    return {
        "kecamatan": make_person("dinas", area=own_school.district_id),
        "province": make_person("dinas", area="63"),
        "elsewhere": make_person("dinas", area="63.72"),
        "leader": make_person("pimpinan"),
        "head": make_person("sekolah", school=own_school),
        "other_head": make_person("sekolah", school=make_school()),
        "other_facilitator": make_person("fasilitator"),
    }


def told(kind: str) -> list[str]:
    notices = Notice.objects.filter(kind=kind).order_by("user__name")
    return list(notices.values_list("user__name", flat=True))


def names(*people) -> list[str]:
    return sorted(person.name for person in people)


def test_the_dinas_of_the_area_learns_of_a_submitted_report(people, dinas, submitted_visit):
    expected = names(dinas, people["kecamatan"], people["province"])
    assert told("visit-submitted") == expected
    assert told("visit-to-confirm") == names(people["head"])
    notice = Notice.objects.filter(kind="visit-submitted").first()
    assert notice.text == f"Laporan {submitted_visit} menunggu verifikasi."
    assert (notice.url, notice.by) == (
        submitted_visit.get_absolute_url(),
        submitted_visit.facilitator,
    )


def test_whoever_left_is_told_nothing(people, draft_visit, facilitator, mailoutbox):
    User.objects.filter(pk=people["kecamatan"].pk).update(is_active=False)
    submit_visit(draft_visit, by=facilitator, version=draft_visit.version)
    assert people["kecamatan"].name not in told("visit-submitted")
    assert people["province"].name in told("visit-submitted")
    assert all(people["kecamatan"].email not in mail.to for mail in mailoutbox)


def test_the_facilitator_learns_of_a_sent_back_report(people, submitted_visit, dinas):
    reason = "Foto kurang jelas"
    send_back(submitted_visit, by=dinas, reason=reason, version=submitted_visit.version)
    assert told("visit-sent-back") == names(submitted_visit.facilitator)
    assert reason not in Notice.objects.get(kind="visit-sent-back").text


def test_the_facilitator_learns_of_a_verified_report_that_is_reopened(
    people, verified_visit, dinas
):
    reason = "Tanggal salah tulis"
    reopen_visit(verified_visit, by=dinas, reason=reason, version=verified_visit.version)
    assert told("visit-sent-back") == names(verified_visit.facilitator)
    assert reason not in Notice.objects.get(kind="visit-sent-back").text


def test_facilitator_and_school_learn_of_a_verified_report(people, verified_visit, client_of):
    assert told("visit-verified") == names(verified_visit.facilitator, people["head"])
    assert told("follow-up-assigned") == names(people["head"])
    notice = Notice.objects.get(kind="follow-up-assigned")
    assert notice.text == (
        f"1 tindak lanjut menunggu sekolah Anda, dari kunjungan {verified_visit}."
    )
    assert notice.url == verified_visit.follow_ups.get().get_absolute_url()
    page = client_of(people["head"]).get(notice.get_absolute_url(), follow=True)
    assert page.status_code == 200


def test_several_follow_ups_of_a_school_are_one_notice(
    people, draft_visit, full_report, facilitator, dinas
):
    agreed = {
        uuid4(): Agreed(f"Langkah {owner} {n}", owner, "", draft_visit.date)
        for owner in ("sekolah", "dinas")
        for n in range(2)
    }
    report = full_report(draft_visit, follow_ups=agreed)
    visit = record_visit(draft_visit, by=facilitator, version=draft_visit.version, report=report)
    submit_visit(visit, by=facilitator, version=visit.version)
    verify_visit(visit, by=dinas, version=visit.version + 1)
    notice = Notice.objects.get(kind="follow-up-assigned")
    assert notice.text.startswith("2 tindak lanjut")
    assert notice.url == f"{visit.get_absolute_url()}#follow-ups"
