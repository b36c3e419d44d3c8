"""The scan of an agreement: checked by its content, and downloaded by those who may read it."""

import io
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from mentoring.models import Agreement
from tests.mentoring.test_agreements import answers

ADD = "mentoring:agreement-add"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
EXE = b"MZ\x90\x00" + bytes(500)


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(image_format: str, size=(20, 20)) -> bytes:
    memory = io.BytesIO()
    Image.new("RGB", size).save(memory, image_format)
    return memory.getvalue()


def send(client, name: str, content: bytes):
    data = answers() | {"scan": SimpleUploadedFile(name, content)}
    return client.post(reverse(ADD), data)


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("naskah.pdf", PDF, "application/pdf"),
        ("NASKAH.PDF", PDF, "application/pdf"),
        ("naskah.jpg", picture("JPEG"), "image/jpeg"),
        ("naskah.png", picture("PNG"), "image/png"),
    ],
)
def test_a_sound_scan_is_kept_and_comes_back_as_it_was(client_of, name, content, content_type):
    client = client_of("dinas")
    assert send(client, name, content).status_code == 302
    scan = client.get(reverse("mentoring:agreement-scan", args=[Agreement.objects.get().pk]))
    assert b"".join(scan.streaming_content) == content
    assert scan["Content-Type"] == content_type
    assert scan["Content-Disposition"].startswith("attachment")
    assert scan["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("naskah.pdf", EXE, "bukan PDF yang utuh"),
        ("naskah.pdf", PDF.replace(b"%%EOF", b""), "bukan PDF yang utuh"),
        ("naskah.pdf", b"", "kosong"),
        ("naskah.png", picture("JPEG"), "bukan PNG yang utuh"),
        ("naskah.jpg", picture("JPEG", (400, 400))[:600], "bukan JPG yang utuh"),
        ("naskah.exe", PDF, "harus berupa PDF, JPG, atau PNG"),
        ("naskah.pdf.html", b"<script>", "harus berupa PDF, JPG, atau PNG"),
        ("naskah.pdf", PDF + bytes(11 * 1024 * 1024), "lebih besar dari 10 MB"),
        ("naskah.svg", b"<svg/>", "harus berupa PDF, JPG, atau PNG"),
    ],
)
def test_anything_else_is_refused_and_what_was_typed_stays(client_of, name, content, sentence):
    response = send(client_of("dinas"), name, content)
    assert response.status_code == 422
    assert any(sentence in error for error in response.context["sheet"].form.errors["scan"])
    assert "2/BPMP" in response.text
    assert "Berkas harus dipilih lagi" in response.text
    assert not Agreement.objects.exists()


def test_an_image_that_would_fill_the_memory_is_refused(client_of):
    header = b"\x00\x00\xea\x60\x00\x00\xea\x60\x08\x02\x00\x00\x00"  # 60,000 × 60,000 pixels
    chunk = b"\x00\x00\x00\rIHDR" + header + zlib.crc32(b"IHDR" + header).to_bytes(4, "big")
    response = send(client_of("dinas"), "bom.png", b"\x89PNG\r\n\x1a\n" + chunk)
    assert response.status_code == 422


def test_the_scan_of_another_city_is_not_found(client_of, make_agreement):
    other = make_agreement(area="63.72")
    other.scan.save("rahasia.pdf", SimpleUploadedFile("rahasia.pdf", PDF))
    url = reverse("mentoring:agreement-scan", args=[other.pk])
    assert client_of("dinas").get(url).status_code == 404
    assert client_of("fasilitator").get(url).status_code == 200


def test_an_agreement_without_a_scan_has_none_to_download(client_of, make_agreement):
    url = reverse("mentoring:agreement-scan", args=[make_agreement().pk])
    assert client_of("dinas").get(url).status_code == 404


def test_saving_other_fields_keeps_the_scan(client_of, make_agreement):
    agreement = make_agreement()
    agreement.scan.save("naskah.pdf", SimpleUploadedFile("naskah.pdf", PDF))
    client = client_of("dinas")
    response = client.post(
        reverse("mentoring:agreement-edit", args=[agreement.pk]), answers(agreement)
    )
    assert response.status_code == 302
    agreement.refresh_from_db()
    assert agreement.scan
