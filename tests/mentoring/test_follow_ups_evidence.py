"""Evidence of a follow-up: photos and PDF, checked by content, served after the access check."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from mentoring.models import FollowUp, FollowUpEvidence
from mentoring.operations.follow_up_evidence import MOST_FILES
from mentoring.operations.follow_ups import report_follow_up, verify_follow_up
from portal.operations import Conflict
from tests.mentoring.fixtures_visits import picture

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def sent(*files: tuple[str, bytes]) -> dict:
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    return {"files": uploads, "caption": "Jadwal pojok baca"}


@pytest.fixture
def head(make_person, own_school):
    return make_person("sekolah", school=own_school, name="Kepala Sekolah")


@pytest.fixture
def follow_up(verified_visit):
    return verified_visit.follow_ups.get()


@pytest.fixture
def add(follow_up, client_of):
    """`add(person, ("a.jpg", content), …)`: the answer to an upload."""

    def post(person, *files):
        url = reverse("mentoring:follow-up-evidence-add", args=[follow_up.pk])
        return client_of(person).post(url, sent(*files))

    return post


def located_photo() -> bytes:
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (3.0, 19.0, 0.0)}
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_photos_and_pdf_are_kept_and_served_to_those_who_see_the_follow_up(
    client_of, add, follow_up, head, dinas
):
    answer = add(head, ("jadwal.jpg", located_photo()), ("notula.PDF", PDF))
    assert answer.url == f"{follow_up.get_absolute_url()}#evidence"
    photo, paper = follow_up.evidence.all()
    client = client_of(dinas)
    shown = client.get(photo.get_absolute_url())
    content = b"".join(shown.streaming_content)
    assert shown["Content-Type"] == "image/jpeg"
    assert not Image.open(BytesIO(content)).getexif()
    page = client.get(follow_up.get_absolute_url()).text
    assert all(f'href="{file.get_absolute_url()}"' in page for file in (photo, paper))
    assert "Jadwal pojok baca (PDF)" in page
    sent_paper = client.get(paper.get_absolute_url())
    assert sent_paper["Content-Type"] == "application/pdf"
    assert sent_paper["Content-Disposition"].startswith("attachment")
    thumbnail = "mentoring:follow-up-evidence-thumbnail"
    assert client.get(reverse(thumbnail, args=[photo.pk]))["Content-Type"] == "image/jpeg"
    assert client.get(reverse(thumbnail, args=[paper.pk])).status_code == 404
    elsewhere = client_of("dinas", area="63.72")
    assert elsewhere.get(paper.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("foto.jpg", b"<script>alert(1)</script>", "bukan foto JPEG, PNG, atau WebP yang utuh"),
        ("foto.svg", b"<svg onload='x'/>", "bukan foto JPEG, PNG, atau WebP yang utuh"),
        ("notula.pdf", b"<html></html>", "bukan PDF yang utuh"),
        ("notula.pdf", PDF[:-6], "bukan PDF yang utuh"),
        ("notula.jpg", PDF, "bukan foto JPEG, PNG, atau WebP yang utuh"),
        ("notula.pdf", b"%PDF-" + b"x" * 10 * 1024 * 1024, "lebih besar dari 10 MB"),
    ],
    ids=["html as photo", "svg", "html as pdf", "cut off", "pdf as photo", "too big"],
)
def test_what_is_no_evidence_is_refused_by_its_name(add, head, follow_up, name, content, sentence):
    answer = add(head, (name, content), ("baik.png", picture(kind="PNG")))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert name in answer.text
    assert follow_up.evidence.count() == 1


def test_the_same_file_and_more_than_there_is_room_for_are_refused(add, head, follow_up, dinas):
    assert "sudah ada pada tindak lanjut ini" in add(head, ("a.pdf", PDF), ("b.pdf", PDF)).text
    FollowUpEvidence.objects.bulk_create(
        FollowUpEvidence(follow_up=follow_up, sha256=str(n), uploaded_by=head, file=f"{n}.pdf")
        for n in range(1, MOST_FILES)
    )
    assert f"paling banyak {MOST_FILES} berkas" in add(dinas, ("c.jpg", picture())).text
    assert follow_up.evidence.count() == MOST_FILES


def test_who_may_not_report_adds_nothing(add, make_person, follow_up):
    assert add(make_person("pimpinan"), ("a.pdf", PDF)).status_code == 403
    assert not follow_up.evidence.exists()


def test_evidence_is_taken_away_by_who_brought_it_with_its_files(
    client_of, add, head, dinas, follow_up, django_capture_on_commit_callbacks
):
    add(head, ("a.jpg", picture()))
    evidence = follow_up.evidence.get()
    url = reverse("mentoring:follow-up-evidence-delete", args=[evidence.pk])
    assert client_of(dinas).post(url).status_code == 403
    client = client_of(head)
    assert client.get(url).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url)
    assert not follow_up.evidence.exists()
    storage = evidence.file.storage
    kept = (evidence.file, evidence.thumbnail, evidence.original)
    assert [file.name for file in kept if storage.exists(file.name)] == []


def test_a_verifier_notices_new_evidence_and_a_verified_follow_up_takes_none(
    client_of, add, head, dinas, follow_up
):
    state = FollowUp.State.DONE
    report_follow_up(follow_up, by=head, state=state, result="Ada", version=1)
    add(head, ("a.pdf", PDF))
    with pytest.raises(Conflict):
        verify_follow_up(follow_up, by=dinas, version=2)
    verify_follow_up(follow_up, by=dinas, version=3)
    assert "sudah diverifikasi" in add(head, ("b.jpg", picture())).text
    url = reverse("mentoring:follow-up-evidence-delete", args=[follow_up.evidence.get().pk])
    assert "sudah diverifikasi" in client_of(head).post(url, follow=True).text
    assert follow_up.evidence.count() == 1
