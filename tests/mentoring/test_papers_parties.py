"""What minutes say of the school's confirmation and of evidence that is no photo."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mentoring.documents import minutes
from mentoring.models import Evidence, Paper, Visit
from mentoring.operations.confirmations import confirm_as_school, confirm_on_phone
from mentoring.operations.evidence import add_file, read_file
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import submit_visit, verify_visit
from mentoring.queries.confirmations import digest_of
from tests.mentoring.fixtures_visits import picture, upload
from tests.mentoring.test_papers import pages, stored, words

STROKES = [[[100, 100], [400, 300]], [[500, 50], [600, 380], [900, 200]]]
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"


@pytest.fixture
def head(make_person, own_school):
    """The school's own account, that of its head."""
    return make_person(
        "sekolah",
        school=own_school,
        name="Hj. Mariani",
        nip="197001012000012001",
        position="Kepala",
    )


@pytest.fixture
def sign(draft_visit, facilitator):
    """`sign()`: somebody of the school signs the report on the facilitator's phone."""

    def made(**changes):
        said = {"agrees": True, "name": "HJ. MARIANI", "position": "Kepala SDN"} | changes
        digest = digest_of(Visit.objects.get(pk=draft_visit.pk))
        return confirm_on_phone(draft_visit, by=facilitator, digest=digest, strokes=STROKES, **said)

    return made


@pytest.fixture
def issue(draft_visit, facilitator, dinas):
    """`issue()`: the draft is submitted and verified; returns its minutes."""

    def made() -> Paper:
        draft_visit.refresh_from_db()
        submit_visit(draft_visit, by=facilitator, version=draft_visit.version)
        draft_visit.refresh_from_db()
        verify_visit(draft_visit, by=dinas, version=draft_visit.version)
        return draft_visit.papers.get()

    return made


def test_the_drawn_signature_stands_on_the_frozen_minutes(draft_visit, head, sign, issue):
    said = sign(note="Terima kasih #1")
    paper = issue()
    assert paper.snapshot["parties"][1] == {
        "role": "Pihak sekolah",
        "institution": "Kepala SDN",
        "name": "HJ. MARIANI",
        "nip": head.nip,
        "position": "Kepala SDN",
        "signature": said.path,
    }
    text = words(stored(paper))
    assert "HJ. MARIANI (Kepala SDN) menyatakan isi laporan ini sesuai, melalui tanda" in text
    assert "Catatan: Terima kasih #1" in text
    visit = minutes.printed_visits(Visit.objects.filter(pk=draft_visit.pk)).get()
    paper.snapshot["parties"][1]["signature"] = "M0 0"  # the same room, nothing drawn in it
    bare = pages(minutes.print_minutes(visit, paper.snapshot, made_at=paper.issued_at))
    signed = pages(stored(paper))
    assert len(bare) == len(signed)
    assert [page.tobytes() for page in bare] != [page.tobytes() for page in signed]


def test_a_signature_for_an_earlier_report_is_not_printed(
    draft_visit, head, sign, issue, full_report, facilitator
):
    sign()
    draft_visit.refresh_from_db()
    changed = full_report(draft_visit, findings="Temuan yang lain")
    record_visit(draft_visit, by=facilitator, version=draft_visit.version, report=changed)
    snapshot = issue().snapshot
    assert snapshot["response"] == ""
    assert snapshot["parties"][1] == {
        "role": "Kepala sekolah",
        "name": head.name,
        "nip": head.nip,
        "position": head.position,
    }


def test_a_later_disagreement_takes_the_signature_off_and_says_why(
    submitted_visit, head, sign, dinas
):
    sign()
    digest, why = digest_of(submitted_visit), "Jumlah guru bukan 7"
    confirm_as_school(submitted_visit, by=head, digest=digest, agrees=False, note=why)
    verify_visit(submitted_visit, by=dinas, version=submitted_visit.version)
    snapshot = submitted_visit.papers.get().snapshot
    assert snapshot["parties"][1]["role"] == "Kepala sekolah"
    assert "signature" not in snapshot["parties"][1]
    assert "tidak sesuai, melalui akun sekolah" in snapshot["response"]
    assert snapshot["response"].endswith(f"Catatan: {why}")


def test_who_confirms_for_the_head_has_no_nip_of_the_head(head, sign, issue):
    sign(name="Rusdiana", position="Wakil kepala sekolah")
    school = issue().snapshot["parties"][1]
    assert (school["name"], school["nip"]) == ("Rusdiana", "")


def test_a_pdf_is_named_and_a_photographed_list_is_drawn(draft_visit, facilitator, issue):
    kind = Evidence.Kind
    notes = SimpleUploadedFile("notula.pdf", PDF, "application/pdf")
    for file, which, caption in (
        (notes, kind.MINUTES, "Notula rapat *guru*"),
        (upload(picture("olive")), kind.PRESENT, ""),
    ):
        told = {"kind": which, "caption": caption, "name": file.name}
        add_file(draft_visit, read_file(file), by=facilitator, **told)
    paper = issue()
    text = words(stored(paper))
    sha256 = draft_visit.evidence.get(kind=kind.MINUTES).sha256
    assert paper.snapshot["attachments"] == [["Notula", "Notula rapat *guru*", sha256]]
    assert "Notula rapat *guru*" in text
    assert sha256[:32] in text
    assert "3. Daftar hadir 3" in text
    assert "Berkas foto tidak dapat dibaca." not in text
