"""The minutes of a review: what they say, that they are frozen, and what a correction does."""

import hashlib
from datetime import timedelta
from decimal import Decimal

import pypdfium2
import pytest
from django.db import InternalError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from indicators.models import IndicatorSet
from mentoring.models import FollowUp, Issue, Paper, Party, Review, Visit
from mentoring.operations.agreements import Row
from mentoring.operations.issues import raise_issue
from mentoring.operations.reviews import approve_review, hold_review
from tests.mentoring.fixtures_posts import next_target

REASON = "Angka capaian belum sesuai notula"
TRAP = '#import "x" *tebal* $x^2$ <tag> @ref'


def words(content: bytes) -> str:
    """The text of a PDF, its white space evened out."""
    document = pypdfium2.PdfDocument(content)
    pages = (document[n].get_textpage().get_text_range() for n in range(len(document)))
    return " ".join(" ".join(pages).replace("\ufffe", "-").split())


def stored(paper: Paper) -> bytes:
    with paper.file.open("rb") as file:
        return file.read()


def address(review: Review) -> str:
    return reverse("mentoring:review-minutes", args=[review.pk])


@pytest.fixture
def rich_review(facilitator, dinas, school_post, agreement, approve, hold, make_person):
    """A second review, held, with everything that minutes can say."""
    make_person("sekolah", school=school_post.school, name="Hj. Mariani, S.Pd.")
    Party.objects.create(
        agreement=agreement, side="dinas", institution="Pemko Contoh", name="A", position="B"
    )
    spm = IndicatorSet.objects.get(code="spm").members.first().indicator_id
    issue = raise_issue(
        school_post.school, by=facilitator, title="Tanpa guru BK", description="x",
        level=Issue.Level.CITY,
    )  # fmt: skip
    approve(school_post, facilitator, dinas)
    aim = Row(
        None,
        {"text": "Literasi naik", "value": Decimal("71.5"), "unit": "%", "indicator_id": spm},
    )
    return hold(
        school_post, facilitator, targets=[aim, next_target("Buku", "1200", "buku")],
        issues=[issue], amount=Decimal(7_500_000), amount_use="Buku berjenjang", notes=TRAP,
    )  # fmt: skip


@pytest.fixture
def issued(rich_review, dinas) -> Paper:
    approve_review(rich_review, by=dinas, version=rich_review.version)
    return rich_review.papers.get()


def test_minutes_say_what_the_record_says(issued, facilitator, dinas):
    review, text = issued.review, words(stored(issued))
    aim = review.targets.of_next_period().first()
    expected = [
        "BERITA ACARA POS KINERJA",
        "PEMKO CONTOH",
        issued.number,
        review.number,
        "Pos Triwulan",
        f"{review.post.school.name} (NPSN {review.post.school.npsn})",
        date_format(review.period_to),
        "Guru terlatih",
        "20 guru",
        "18 guru",
        "Tercapai sebagian. Dua pindah",
        "Literasi naik",
        "71,5%",
        aim.indicator.name,
        "1.200 buku",
        "Tanpa guru BK",
        "daerah",
        "Rp7.500.000",
        "Penggunaan: Buku berjenjang",
        TRAP,
        "Hj. Mariani, kepala sekolah",
        "Hj. Mariani, S.Pd.",
        facilitator.name,
        dinas.name,
        issued.check_url,
    ]
    assert [words for words in expected if words not in text] == []
    assert "DRAF" not in text


def test_open_follow_ups_stand_in_the_minutes_only_as_far_as_the_school_reads_them(
    rich_review, verified_visit, plan, dinas
):
    due = timezone.localdate() + timedelta(days=9)
    waiting = plan()
    Visit.objects.filter(pk=waiting.pk).update(state=Visit.State.SUBMITTED)
    for visit, text in ((verified_visit, "Menata pojok baca"), (waiting, "Belum diverifikasi")):
        FollowUp.objects.create(visit=visit, description=text, owner="sekolah", due_on=due)
    approve_review(rich_review, by=dinas, version=rich_review.version)
    text = words(stored(rich_review.papers.get()))
    assert "Menata pojok baca" in text
    assert "Belum diverifikasi" not in text


def test_before_the_approval_there_is_a_draft_that_says_so(client_of, rich_review, facilitator):
    response = client_of(facilitator).get(address(rich_review))
    text = words(response.content)
    assert "tinjauan ini belum disahkan dan belum bernomor" in text
    assert "Tanpa guru BK" in text
    assert response["Cache-Control"] == "private, no-store"
    assert not rich_review.papers.exists()


def test_minutes_of_a_city_and_of_an_empty_plan_are_printed_too(
    client_of, dinas, city_post, plan_next
):
    text = words(client_of(dinas).get(address(plan_next(city_post, dinas))).content)
    assert "Kota Banjarmasin" in text
    assert "Belum ditetapkan." in text


def test_frozen_are_bytes_and_data_and_the_public_page_confirms_them(issued, client_of):
    content = stored(issued)
    assert hashlib.sha256(content).hexdigest() == issued.sha256
    assert (issued.kind, issued.revision, issued.number[:4]) == (Paper.Kind.REVIEW, 1, "0002")
    with pytest.raises(InternalError), transaction.atomic():
        Paper.objects.filter(pk=issued.pk).update(review=None)
    page = Client().get(reverse("mentoring:paper-check", args=[issued.token])).text
    assert "asli dan berlaku" in page
    assert issued.number in page
    assert "Pos Triwulan" in page
    assert issued.facilitator.name not in page
    head = issued.review.post.school.accounts.get().user
    assert client_of(head).get(address(issued.review)).getvalue() == content
    assert client_of(head).get(issued.get_absolute_url()).getvalue() == content


def test_others_do_not_read_the_minutes(issued, client_of, make_person, make_school):
    for person in (
        make_person("sekolah", school=make_school()),
        make_person("dinas", area="63.72"),
        make_person("fasilitator", area="62"),
    ):
        assert client_of(person).get(issued.get_absolute_url()).status_code == 404
        assert client_of(person).get(address(issued.review)).status_code == 404


def test_a_correction_withdraws_the_minutes_and_makes_new_ones(
    issued, facilitator, dinas, write, client_of
):
    review = Review.objects.get(pk=issued.review_id)
    back = reverse("mentoring:review-send-back", args=[review.pk])
    client_of(dinas).post(back, {"version": review.version, "reason": REASON})
    issued.refresh_from_db()
    review.refresh_from_db()
    assert (issued.state, issued.reason) == (Paper.State.WITHDRAWN, REASON)
    assert (review.state, review.approved_by) == (Review.State.RETURNED, None)
    review = write(review, facilitator, targets=[], notes="Notula benar")
    hold_review(review, by=facilitator, version=review.version)
    review.refresh_from_db()
    approve_review(review, by=dinas, version=review.version)
    issued.refresh_from_db()
    new = review.papers.current().get()
    assert (issued.state, new.replaces, new.revision) == (Paper.State.REPLACED, issued, 2)
    assert "Notula benar" in words(stored(new))
    page = client_of(dinas).get(review.get_absolute_url()).text
    assert issued.number in page
    assert new.number in page
