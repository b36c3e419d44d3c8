"""Minutes frozen at verification: what the PDF says, and what a correction does."""

import hashlib
import re

import pypdfium2
import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format

from mentoring.documents import minutes
from mentoring.models import Given, Paper, Visit
from mentoring.operations.papers import issue_minutes, reissue_minutes
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import reopen_visit, submit_visit, verify_visit
from mentoring.queries.reports import Agreed
from portal.operations import Conflict, Refused

State = Paper.State
TRAP = '#import "x" *tebal* $x^2$ _miring_ `kode` <tag> @ref \\ // bukan komentar #{1+1}'
REASON = "NIP kepala sekolah salah tulis"


def words(content: bytes) -> str:
    """The text of a PDF, its white space evened out."""
    document = pypdfium2.PdfDocument(content)
    pages = (document[n].get_textpage().get_text_range() for n in range(len(document)))
    return " ".join(" ".join(pages).replace("\ufffe", "-").split())


def pages(content: bytes) -> list:
    """The pages of a PDF as small grey images."""
    document = pypdfium2.PdfDocument(content)
    return [document[n].render(scale=0.5).to_pil().convert("L") for n in range(len(document))]


def stored(paper: Paper) -> bytes:
    with paper.file.open("rb") as file:
        return file.read()


@pytest.fixture
def rich_visit(draft_visit, facilitator, dinas, make_person, full_report):
    """A submitted visit whose texts would harm a paper that read them as markup."""
    make_person("sekolah", school=draft_visit.school, name="Hj. Mariani, S.Pd.")
    agreed = {row.key: Agreed("Jadwal *pojok* baca #1", "sekolah", "Guru", draft_visit.date)
              for row in draft_visit.follow_ups.all()}  # fmt: skip
    report = full_report(
        draft_visit,
        findings=f"{TRAP}\nBaris kedua 😀 بسم",
        obstacles="Buku terbatas",
        escalation="daerah",
        follow_ups=agreed,
        answers={
            i.pk: Given(score=2, note="Catatan [a]") for i in draft_visit.instrument.items.all()
        },
    )
    visit = record_visit(draft_visit, by=facilitator, version=draft_visit.version, report=report)
    submit_visit(visit, by=facilitator, version=visit.version)
    visit.refresh_from_db()
    return visit


@pytest.fixture
def issued(rich_visit, dinas) -> Paper:
    verify_visit(rich_visit, by=dinas, version=rich_visit.version)
    return rich_visit.papers.get()


def test_verified_minutes_say_what_the_record_says(issued, facilitator, dinas):
    visit, text = issued.visit, words(stored(issued))
    expected = [
        "BERITA ACARA KUNJUNGAN PENDAMPINGAN",
        issued.number,
        date_format(visit.date),
        "08.30–11.00 WITA",
        f"{visit.school.name} (NPSN {visit.school.npsn})",
        facilitator.name,
        dinas.name,
        "Hj. Mariani, S.Pd.",
        visit.aims,
        TRAP,
        "Baris kedua [U+1F600]",  # no font of typst draws it, and PDF/UA allows no empty box
        "Buku terbatas",
        "Perlu diselesaikan di tingkat: daerah.",
        "Jadwal *pojok* baca #1",
        "Sekolah (Guru)",
        "Foto teal",
        "Demikian berita acara ini dibuat",
        issued.check_url,
        "Halaman 1 dari",
    ]
    assert [words for words in expected if words not in text] == []
    for item in visit.instrument.items.all():
        assert item.text in text
        assert item.level_2 in text
    for photo in visit.evidence.all():
        assert photo.sha256[:32] in text


def test_the_pdf_is_tagged_and_names_its_standards(issued):
    content = stored(issued)
    document = pypdfium2.PdfDocument(content)
    assert document.is_tagged()
    assert document.get_metadata_dict()["Title"].endswith(issued.number)
    assert b"/Lang" in content
    assert b"(id-ID)" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in content
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)  # A4 in points


def test_every_page_is_drawn_inside_its_margins(issued):
    for image in pages(stored(issued)):
        left, _top, right, _bottom = image.point(lambda grey: 255 * (grey < 200)).getbbox()
        assert left >= 35 - 2  # 2.5 cm at half a pixel a point
        assert right <= image.width - 35 + 2


def test_frozen_are_bytes_checksum_template_and_data(issued, rich_visit):
    content = stored(issued)
    assert hashlib.sha256(content).hexdigest() == issued.sha256
    assert (issued.size, issued.revision, issued.state) == (len(content), 1, State.CURRENT)
    assert re.fullmatch(r"\d+\.\d+\.\d+-[0-9a-f]{12}", issued.template_version)
    assert issued.snapshot["number"] == issued.number
    again = minutes.printed_visits(Visit.objects.filter(pk=rich_visit.pk)).get()
    printed = minutes.print_minutes(again, issued.snapshot, made_at=issued.issued_at)
    assert printed == content


@pytest.mark.parametrize("field", ["sha256", "number", "template_version", "issued_on"])
def test_the_database_keeps_what_was_printed(issued, field):
    other = "2020-01-01" if field == "issued_on" else "lain"
    with pytest.raises(InternalError), transaction.atomic():
        Paper.objects.filter(pk=issued.pk).update(**{field: other})
    with pytest.raises(InternalError), transaction.atomic():
        issued.delete()


def test_a_reissue_takes_a_new_number_and_the_former_one_stays(issued, dinas, client_of):
    visit = Visit.objects.get(pk=issued.visit_id)
    new = reissue_minutes(visit, by=dinas, reason=REASON, version=visit.version)
    old = Paper.objects.get(pk=issued.pk)
    assert (old.state, old.reason, old.replacement) == (State.REPLACED, REASON, new)
    assert (new.revision, new.sequence, new.state) == (2, old.sequence + 1, State.CURRENT)
    assert f"Menggantikan nomor {old.number}" in words(stored(new))
    assert client_of(dinas).get(old.get_absolute_url()).getvalue() == stored(old)


def test_a_reopened_report_is_replaced_when_it_is_verified_again(
    issued, facilitator, dinas, full_report
):
    visit = Visit.objects.get(pk=issued.visit_id)
    with pytest.raises(Conflict):
        reopen_visit(visit, by=dinas, reason=REASON, version=visit.version - 1)
    reopen_visit(visit, by=dinas, reason=REASON, version=visit.version)
    issued.refresh_from_db()
    visit.refresh_from_db()
    assert (visit.state, issued.state) == (Visit.State.SENT_BACK, State.WITHDRAWN)
    report = full_report(visit, findings="Temuan yang benar")
    visit = record_visit(visit, by=facilitator, version=visit.version, report=report)
    submit_visit(visit, by=facilitator, version=visit.version)
    visit.refresh_from_db()
    verify_visit(visit, by=dinas, version=visit.version)
    issued.refresh_from_db()
    new = visit.papers.current().get()
    assert (issued.state, issued.reason, new.replaces) == (State.REPLACED, REASON, issued)
    assert "Temuan yang benar" in words(stored(new))


def test_minutes_hold_once_and_only_of_a_verified_visit(issued, plan, dinas):
    with pytest.raises(Refused):
        issue_minutes(issued.visit, by=dinas)
    with pytest.raises(Refused):
        issue_minutes(plan(), by=dinas)


def test_a_paper_that_fails_takes_no_number_and_leaves_no_file(rich_visit, dinas, media):
    before = set(media.rglob("*.pdf"))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE mentoring_paper ADD CONSTRAINT never CHECK (size < 0)")
    with pytest.raises(IntegrityError, match="never"), transaction.atomic():
        verify_visit(rich_visit, by=dinas, version=rich_visit.version)
    rich_visit.refresh_from_db()
    assert rich_visit.state == Visit.State.SUBMITTED
    assert set(media.rglob("*.pdf")) == before
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE mentoring_paper DROP CONSTRAINT never")
    verify_visit(rich_visit, by=dinas, version=rich_visit.version)
    assert rich_visit.papers.get().sequence == 1


def test_a_photo_whose_file_is_gone_is_told_not_fatal(rich_visit, client_of, dinas):
    photo = rich_visit.evidence.first()
    photo.file.storage.delete(photo.file.name)
    page = client_of(dinas).get(reverse("mentoring:visit-minutes", args=[rich_visit.pk]))
    text = words(page.content)
    assert "Berkas foto tidak dapat dibaca." in text
    assert "Draf: laporan ini belum diverifikasi" in text
    assert page["Cache-Control"] == "private, no-store"


def test_a_long_report_repeats_its_headers_and_keeps_signatures_together(
    rich_visit, dinas, facilitator
):
    rows = rich_visit.follow_ups.first()
    for n in range(45):
        rich_visit.follow_ups.create(
            description=f"Tindak lanjut {n}", owner=rows.owner, due_on=rows.due_on
        )
    visit = minutes.printed_visits(Visit.objects.filter(pk=rich_visit.pk)).get()
    content = minutes.print_minutes(visit, minutes.snapshot_of(visit))
    document = pypdfium2.PdfDocument(content)
    each = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    assert sum("Pelaksana" in page for page in each) >= 2
    [last] = [page for page in each if "Demikian berita acara" in page]
    assert last.count("NIP") >= 2


def test_pages_of_a_visit_stay_within_their_queries(issued, client_of, dinas):
    head = issued.visit.school.accounts.get().user
    for reader in (dinas, issued.facilitator, head):
        client = client_of(reader)
        client.get(issued.visit.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            page = client.get(issued.visit.get_absolute_url())
        assert issued.number in page.text
        assert len(queries) <= 15


def test_a_school_reads_its_minutes_and_no_draft(issued, client_of, make_person, make_school):
    head = issued.visit.school.accounts.get().user
    address = reverse("mentoring:visit-minutes", args=[issued.visit_id])
    assert client_of(head).get(address).getvalue() == stored(issued)
    other = make_person("sekolah", school=make_school())
    assert client_of(other).get(address).status_code == 404
    assert client_of(other).get(issued.get_absolute_url()).status_code == 404


def test_dinas_corrects_through_the_form(issued, client_of, dinas):
    visit = Visit.objects.get(pk=issued.visit_id)
    client, address = client_of(dinas), reverse("mentoring:minutes-correct", args=[visit.pk])
    empty = client.post(address, {"version": visit.version})
    assert (empty.status_code, visit.papers.count()) == (422, 1)
    stale = {"version": visit.version - 1, "way": "naskah", "reason": REASON}
    assert client.post(address, stale).status_code == 409
    client.post(address, stale | {"version": visit.version})
    assert [p.revision for p in visit.papers.order_by("revision")] == [1, 2]
    client.post(address, stale | {"version": visit.version, "way": "laporan"})
    visit.refresh_from_db()
    assert visit.state == Visit.State.SENT_BACK
    assert not visit.papers.current().exists()


def test_a_picture_is_drawn(issued):
    """The photos stand on the paper: their colours are found on a page."""
    document = pypdfium2.PdfDocument(stored(issued))
    seen = set()
    for n in range(len(document)):
        image = document[n].render(scale=0.25).to_pil().convert("RGB")
        seen |= {colour for _count, colour in image.getcolors(100_000)}
    navy = [c for c in seen if c[0] < 20 and c[1] < 20 and 100 < c[2] < 150]
    assert navy
