"""Papers and iPhone photos among the evidence, and where its files are kept."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import storages
from django.urls import reverse
from PIL import Image

from mentoring.models import Evidence
from mentoring.operations.visits import Incomplete, submit_visit
from portal.file_storage import LOCAL, storage_at
from tests.mentoring.fixtures_visits import picture, upload
from tests.mentoring.test_evidence import body, send, taken_by_a_phone

XMP = b'<?xpacket begin="" id="W5M0"?><x:GPS>3,19S</x:GPS><?xpacket end="w"?>'


def pdf(*parts: bytes) -> bytes:
    """A PDF that holds these bytes as streams."""
    streams = b"".join(b"1 0 obj<<>>stream\n" + part + b"\nendstream endobj\n" for part in parts)
    return b"%PDF-1.7\n" + streams + b"trailer<<>>\nstartxref\n9\n%%EOF\n"


@pytest.fixture
def client(client_of, facilitator):
    return client_of(facilitator)


def refused(client, visit, content, name, **data) -> str:
    """What the page says where nothing was kept, with the caption still there."""
    before = Evidence.objects.count()
    response = send(client, visit, upload(content, name), caption="Rapat komite", **data)
    assert response.status_code == 422
    assert Evidence.objects.count() == before
    assert 'value="Rapat komite"' in response.text
    return response.text


def test_a_pdf_is_kept_whole_and_shown_without_what_the_camera_wrote(client, plan):
    visit = plan()
    content = pdf(taken_by_a_phone(), XMP)
    assert b"Exif" in content
    send(client, visit, upload(content, "absen.jpg"), kind="hadir", caption="Absen guru")
    paper = Evidence.objects.get()
    assert (paper.kind, paper.original.read()) == ("hadir", content)
    for name in ("evidence", "evidence-thumbnail"):
        response = client.get(reverse(f"mentoring:{name}", args=[paper.pk]))
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
        shown = body(response)
        assert (shown[:8], len(shown)) == (content[:8], len(content))
        assert b"Exif" not in shown
        assert b"GPS" not in shown
    page = client.get(visit.get_absolute_url()).text
    assert "Daftar hadir (PDF)" in page
    assert "Absen guru" in page
    [drawn] = re.findall(rb"\xff\xd8.*\xff\xd9", shown, re.DOTALL)
    assert Image.open(BytesIO(drawn)).convert("RGB").size == (80, 40)
    assert dict(Image.open(BytesIO(drawn)).getexif()) == {}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (pdf(b"x")[:-40], "setengah.pdf bukan PDF yang utuh."),
        (pdf(b"x").replace(b"<<>>\nstart", b"<</Encrypt 5 0 R>>\nstart"), "terkunci kata sandi."),
        (b"%PDF-<svg onload=alert(1)>", "bukan PDF yang utuh."),
        (b"MZ\x90\0" + b"\0" * 400 + b"%PDF-1.7", "setengah.pdf bukan foto"),
    ],
    ids=["half", "locked", "svg", "exe"],
)
def test_what_only_looks_like_a_pdf_is_refused(client, plan, content, told):
    assert told in refused(client, plan(), content, "setengah.pdf", kind="notula")


def test_a_pdf_is_no_photo_and_a_photographed_list_is_none_that_a_report_needs(
    client, draft_visit, facilitator
):
    assert "rapat.pdf adalah PDF, bukan foto." in refused(
        client, draft_visit, pdf(b"x"), "rapat.pdf"
    )
    draft_visit.evidence.first().delete()
    send(client, draft_visit, upload(picture("pink")), kind="hadir")
    assert draft_visit.evidence.count() == 2
    with pytest.raises(Incomplete, match="belum lengkap") as incomplete:
        submit_visit(draft_visit, by=facilitator, version=draft_visit.version)
    assert [lack.message for lack in incomplete.value.missing] == ["Unggah 1 foto lagi."]
    assert refused(client, draft_visit, picture("pink"), "a.jpg", kind="rahasia")


def test_a_picture_of_200_megapixels_is_refused_before_it_is_unpacked(client, plan):
    bomb = BytesIO()
    Image.new("1", (20_000, 10_000)).save(bomb, "PNG")
    assert "bom.png terlalu besar" in refused(client, plan(), bomb.getvalue(), "bom.png")


def test_html_inside_a_sound_jpeg_never_reaches_a_reader(client, plan):
    visit = plan()
    page = b"<html><script>alert(1)</script></html>"
    send(client, visit, upload(picture("pink", comment=page)))
    photo = Evidence.objects.get()
    assert page in photo.original.read()
    assert page not in body(client.get(photo.get_absolute_url()))


# Where files are kept


class Bucket(BaseHTTPRequestHandler):
    """A server that keeps what is put under an address, as S3 does."""

    kept: dict[str, bytes]

    def do_PUT(self):
        self.kept[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(200)

    def do_GET(self):
        found = self.kept.get(self.path)
        self.answer(404) if found is None else self.answer(200, found)

    def do_HEAD(self):
        self.do_GET()

    def do_DELETE(self):
        self.kept.pop(self.path, None)
        self.answer(204)

    def answer(self, status: int, content: bytes = b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *args):
        """Nothing to say."""


@pytest.fixture
def bucket(settings):
    """A bucket that the portal keeps its files in, as a dict from address to bytes."""
    kept: dict[str, bytes] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Bucket,), {"kept": kept}))
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"s3+http://kunci:rahasia%2F1@127.0.0.1:{server.server_port}/wadah/portal"
    settings.STORAGES = {**settings.STORAGES, "default": storage_at(url)}
    yield kept
    server.shutdown()
    server.server_close()


def test_files_are_kept_in_a_bucket_and_served_by_the_portal_only(
    bucket, client, client_of, plan, django_capture_on_commit_callbacks
):
    visit = plan()
    send(client, visit, upload(taken_by_a_phone()))
    photo = Evidence.objects.get()
    assert len(bucket) == 3
    assert all(address.startswith("/wadah/portal/visits/") for address in bucket)
    assert bucket[f"/wadah/portal/{photo.original.name}"] == taken_by_a_phone()
    served = client.get(photo.get_absolute_url())
    assert (served.status_code, body(served)[:2]) == (200, b"\xff\xd8")
    assert client_of("dinas", area="63.72").get(photo.get_absolute_url()).status_code == 404
    del bucket[f"/wadah/portal/{photo.thumbnail.name}"]
    gone = client.get(reverse("mentoring:evidence-thumbnail", args=[photo.pk]))
    assert gone.status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mentoring:evidence-delete", args=[photo.pk]))
    assert bucket == {}


def test_the_address_of_a_storage_says_all_that_is_needed():
    options = storage_at("s3://k:r%2F1@s3.contoh.id/wadah/a/b?region=ap-southeast-3")["OPTIONS"]
    assert (options["access_key"], options["secret_key"]) == ("k", "r/1")
    assert options["endpoint_url"] == "https://s3.contoh.id"
    assert (options["bucket_name"], options["location"]) == ("wadah", "a/b")
    assert options["region_name"] == "ap-southeast-3"
    assert storage_at("") == LOCAL
    assert storages["default"].__class__.__name__ == "FileSystemStorage"


@pytest.mark.parametrize("url", ["ftp://a/b", "s3://wadah", "s3:///wadah", "/var/berkas"])
def test_an_address_that_says_less_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="STORAGE_URL"):
        storage_at(url)
