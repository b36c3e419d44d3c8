"""The public page of a paper: without sign-in, without a name, and nothing of an upload is kept."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from mentoring.models import Paper, Visit
from mentoring.operations.papers import reissue_minutes
from mentoring.views import checks
from schools.models import School


@pytest.fixture
def paper(verified_visit) -> Paper:
    cache.clear()
    return verified_visit.papers.get()


@pytest.fixture
def address(paper) -> str:
    return reverse("mentoring:paper-check", args=[paper.token])


def sent(address: str, content: bytes):
    file = SimpleUploadedFile("naskah.pdf", content, "application/pdf")
    return Client(enforce_csrf_checks=True).post(address, {"berkas": file})


def test_it_says_what_stands_on_the_paper_and_names_nobody(paper, address, facilitator, dinas):
    page = Client().get(address)
    school = paper.visit.school
    for text in (paper.number, school.name, paper.sha256, "Naskah ini asli dan berlaku"):
        assert text in page.text
    for private in (facilitator.name, dinas.name, facilitator.email, paper.visit.aims):
        assert private not in page.text
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Cache-Control"] == "no-store"


def test_it_says_what_was_printed_whatever_the_visit_says_now(paper, address):
    printed = date_format(paper.visit.date, "j F Y")
    Visit.objects.filter(pk=paper.visit_id).update(date=paper.visit.date - timedelta(days=40))
    School.objects.update(name="SDN NAMA BARU")
    page = Client().get(address).text
    assert printed in page
    assert "SDN NAMA BARU" not in page


def test_it_leads_to_what_replaced_the_paper(paper, address, dinas):
    visit = Visit.objects.get(pk=paper.visit_id)
    new = reissue_minutes(visit, by=dinas, reason="NIP salah tulis", version=visit.version)
    page = Client().get(address).text
    assert "tidak berlaku lagi" in page
    assert new.number in page
    assert reverse("mentoring:paper-check", args=[new.token]) in page
    assert "NIP salah tulis" not in page


def test_an_unknown_paper_is_told(paper):
    page = Client().get(reverse("mentoring:paper-check", args=["abcdefgh2345"]))
    assert page.status_code == 404
    assert "tidak pernah menerbitkan" in page.text


def test_a_file_is_compared_and_not_kept(paper, address, media):
    before = sorted(media.rglob("*"))
    with paper.file.open("rb") as file:
        genuine = file.read()
    same, other = sent(address, genuine), sent(address, genuine + b" ")
    assert (same.status_code, other.status_code) == (200, 200)
    assert "sama persis" in same.text
    assert "sama persis" not in other.text
    assert "berbeda dari naskah" in other.text
    assert sent(address, b"").status_code == 422
    assert Client().post(address).status_code == 422
    assert sorted(media.rglob("*")) == before


def test_a_file_beyond_the_limit_is_refused(paper, address, monkeypatch):
    monkeypatch.setattr(checks, "MOST_BYTES", 1000)
    page = sent(address, b"x" * 200_000)
    assert page.status_code == 422
    assert "lebih besar dari 30 MB" in page.text


def test_files_are_compared_a_few_times_a_minute(paper, address):
    codes = [sent(address, b"x").status_code for _time in range(22)]
    assert codes == [200] * 20 + [429] * 2
    assert Client().get(address).status_code == 200
    cache.clear()
