"""Lists to sign, letters of assignment and recaps: who gets them and what they say."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from mentoring.models import Assignment, Paper
from mentoring.operations.assignments import hand_over
from mentoring.operations.papers import issue_period_letter, issue_visit_letter
from mentoring.operations.visits import cancel_visit, reschedule_visit
from portal.notices.models import Notice
from portal.operations import Refused
from tests.mentoring.test_papers import words


def pdf(client, name: str, pk: int, **query) -> str:
    response = client.get(reverse(f"mentoring:{name}", args=[pk]), query)
    assert response["Content-Type"] == "application/pdf"
    return words(b"".join(response.streaming_content) if response.streaming else response.content)


def test_a_visit_list_has_lines_for_who_took_part(draft_visit, client_of, facilitator):
    text = pdf(client_of(facilitator), "visit-attendance-list", draft_visit.pk)
    assert "DAFTAR HADIR" in text
    assert draft_visit.number in text
    assert "20 20." in text  # the last of at least twenty lines, and its place to sign


def test_a_session_list_names_its_participants(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    session = make_session(training)
    number = "198001012005011001"
    person = make_participant(training, name="Rusdiana", staff_number=number, position="Guru")
    elsewhere = make_participant(make_training(), name="Orang Lain")
    client = client_of("dinas")
    text = pdf(client, "session-attendance-list", session.pk)
    for told in (training.title, session.topic, "Rusdiana", number, person.school.name):
        assert told in text
    assert elsewhere.name not in text
    empty = make_session(make_training())
    assert "20 20." in pdf(client, "session-attendance-list", empty.pk)


def test_a_recap_tells_the_visits_of_its_month_that_the_reader_sees(
    plan, verified_visit, client_of, facilitator, dinas
):
    other = plan(on=timezone.localdate() - timedelta(days=70))
    month = f"{verified_visit.date:%Y-%m}"
    text = pdf(client_of(dinas), "facilitator-recap", facilitator.pk, bulan=month)
    for told in (
        facilitator.name,
        verified_visit.number,
        "1 diverifikasi",
        "1 disepakati, 0 selesai",
    ):
        assert told in text
    assert other.number not in text
    assert "Rekap ini disusun" in pdf(
        client_of(dinas), "facilitator-recap", facilitator.pk, bulan="kapan"
    )


def test_a_letter_for_a_period_names_the_schools_in_scope(
    client_of, dinas, facilitator, own_school, agreement, assign, make_school
):
    assign(facilitator, make_school(name="SDN LUAR KOTA", district="63.03.01"))
    client = client_of(dinas)
    address = reverse("mentoring:letter-add", args=[facilitator.pk])
    key = client.get(address).context["form"]["key"].value()
    today = timezone.localdate()
    sent = {"key": key, "starts_on": today, "ends_on": today - timedelta(days=1)}
    assert client.post(address, sent).status_code == 422
    sent["ends_on"] = today + timedelta(days=10)
    for _twice in range(2):
        assert client.post(address, sent).status_code == 302
    letter = Paper.objects.get(kind=Paper.Kind.LETTER)
    text = pdf(client, "paper", letter.pk)
    for told in (letter.number, facilitator.name, own_school.name, date_format(today)):
        assert told in text
    assert "SDN LUAR KOTA" not in text
    page = client.get(reverse("mentoring:facilitator-papers", args=[facilitator.pk]))
    assert letter.number in page.text
    notice = Notice.objects.get(kind="letter")
    assert (notice.user, notice.url, notice.by) == (facilitator, letter.get_absolute_url(), dinas)
    assert letter.number in notice.text
    assert client_of(facilitator).get(letter.get_absolute_url()).status_code == 200
    assert client_of("sekolah", school=own_school).get(letter.get_absolute_url()).status_code == 404


def test_a_letter_needs_a_school_and_a_facilitator_of_the_scope(dinas, facilitator, make_person):
    today = timezone.localdate()
    for person in (facilitator, make_person("fasilitator", area="62"), dinas):
        with pytest.raises(Refused):
            issue_period_letter(person, by=dinas, starts_on=today, ends_on=today)


def test_a_letter_for_a_period_lies_under_one_agreement(
    dinas, facilitator, own_school, agreement, assign, make_school
):
    today = timezone.localdate()
    end = agreement.ends_on
    with pytest.raises(Refused, match="tidak berlaku"):
        issue_period_letter(facilitator, by=dinas, starts_on=today, ends_on=end + timedelta(days=1))
    assert not Paper.objects.exists()
    letter = issue_period_letter(facilitator, by=dinas, starts_on=today, ends_on=end)
    assert letter.number


def test_a_planned_visit_gets_one_letter(plan, client_of, dinas):
    visit = plan(on=timezone.localdate() + timedelta(days=2))
    client = client_of(dinas)
    for _twice in range(2):
        client.post(reverse("mentoring:visit-letter", args=[visit.pk]))
    letter = visit.papers.get()
    assert Notice.objects.filter(kind="letter", user=visit.facilitator).count() == 1
    assert visit.school.name in pdf(client, "paper", letter.pk)
    assert letter.number in client.get(visit.get_absolute_url()).text
    assert client.get(reverse("mentoring:visit-minutes", args=[visit.pk])).status_code == 404


def test_a_letter_ends_with_the_plan_that_it_was_written_for(plan, assign, make_person, dinas):
    visit, today = plan(), timezone.localdate()
    letters = []

    def issue() -> None:
        visit.refresh_from_db()
        letters.append(issue_visit_letter(visit, by=dinas))

    issue()
    visit.refresh_from_db()
    on = visit.date + timedelta(days=1) if visit.date >= today else today + timedelta(days=1)
    reschedule_visit(visit, by=visit.facilitator, on=on, reason="", version=visit.version)
    issue()
    visit.refresh_from_db()
    other = make_person("fasilitator")
    held = Assignment.objects.get(facilitator=visit.facilitator, school=visit.school)
    hand_over(held, to=other, by=dinas, on=on, version=held.version, visits=[visit.pk])
    issue()
    visit.refresh_from_db()
    cancel_visit(visit, by=other, reason="Sekolah libur", version=visit.version)
    told = [(letter.state, letter.reason) for letter in Paper.objects.order_by("pk")]
    assert [state for state, _reason in told] == [Paper.State.WITHDRAWN] * len(letters)
    for expected, (_state, reason) in zip(
        ("dijadwalkan ulang", other.name, "Sekolah libur"), told, strict=True
    ):
        assert expected in reason
