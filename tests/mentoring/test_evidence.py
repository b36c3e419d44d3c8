"""Photos: what counts as one, what is kept and served, and who may see it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from mentoring.models import Evidence
from mentoring.operations.evidence import MOST_FILES
from tests.mentoring.fixtures_visits import picture, upload

GPS = 0x8825
ORIENTATION = 0x0112


def send(client, visit, *files, **data):
    url = reverse("mentoring:evidence-add", args=[visit.pk])
    return client.post(url, {"files": files, "kind": "foto", **data})


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def taken_by_a_phone() -> bytes:
    """A picture, wider than high, that was taken with the phone turned and notes where."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[2] = (3.0, 19.0, 0.0)
    return picture("red", size=(80, 40), exif=exif)


@pytest.fixture
def client(client_of, facilitator):
    return client_of(facilitator)


@pytest.fixture
def visit(plan):
    return plan()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_photo_is_kept_whatever_its_name_says(client, visit, kind):
    response = send(client, visit, upload(picture(kind=kind), "tanpa-akhiran"), caption="Kelas 4")
    assert response.url == f"{visit.get_absolute_url()}#photos"
    photo = Evidence.objects.get()
    assert (photo.caption, photo.uploaded_by) == ("Kelas 4", client.person)
    page = client.get(visit.get_absolute_url()).content.decode()
    assert 'alt="Kelas 4"' in page


def test_served_photo_is_upright_and_says_nothing_of_the_place(client, visit):
    send(client, visit, upload(taken_by_a_phone()))
    photo = Evidence.objects.get()
    for name in ("evidence", "evidence-thumbnail"):
        response = client.get(reverse(f"mentoring:{name}", args=[photo.pk]))
        served = Image.open(BytesIO(body(response)))
        assert served.size == (40, 80)
        assert dict(served.getexif()) == {}
        assert response["Content-Type"] == "image/jpeg"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Disposition"].startswith("inline")
        assert "private" in response["Cache-Control"]
    assert photo.original.read() == taken_by_a_phone()


def test_big_photo_is_served_small(client, visit):
    send(client, visit, upload(picture(size=(3000, 1500))))
    photo = Evidence.objects.get()
    sizes = [Image.open(kept).size for kept in (photo.file, photo.thumbnail)]
    assert sizes == [(1600, 800), (400, 200)]


def test_stored_names_say_nothing(client, visit):
    send(client, visit, upload(picture(), "../rahasia kepala sekolah.jpg"))
    photo = Evidence.objects.get()
    assert "rahasia" not in photo.file.name + photo.thumbnail.name + photo.original.name


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"<html><script>alert(1)</script></html>",
        b"MZ" + b"\0" * 500,
        b"",
        b"\xff\xd8\xff\xe0" + b"\0" * 500,
        picture(size=(400, 300))[:600],
        picture(kind="GIF"),
        picture(kind="BMP"),
    ],
    ids=["svg", "html", "exe", "empty", "jpeg header only", "half a jpeg", "gif", "bmp"],
)
def test_what_is_not_a_photo_is_refused_by_name(client, visit, content):
    response = send(client, visit, upload(content, "palsu.jpg"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "palsu.jpg bukan foto JPEG, PNG, WebP, atau HEIC, atau PDF yang utuh." in page
    assert not Evidence.objects.exists()


def test_photo_of_11_mb_is_refused(client, visit):
    response = send(client, visit, upload(picture() + b"\0" * 11 * 1024 * 1024, "besar.jpg"))
    assert response.status_code == 422
    assert "besar.jpg lebih besar dari 10 MB." in response.content.decode()


def test_photo_that_unpacks_to_too_many_pixels_is_refused(client, visit):
    bomb = BytesIO()
    Image.new("1", (8000, 7000)).save(bomb, "PNG")
    response = send(client, visit, upload(bomb.getvalue(), "bom.png"))
    assert response.status_code == 422
    assert "bom.png terlalu besar: lebih dari 50 megapiksel." in response.content.decode()
    assert not Evidence.objects.exists()


def test_good_photos_of_an_upload_with_a_bad_one_are_kept(client, visit):
    files = [
        upload(picture("red"), "a.jpg"),
        upload(SVG, "b.svg"),
        upload(picture("blue"), "c.jpg"),
    ]
    response = send(client, visit, *files, caption="Lokakarya")
    page = response.content.decode()
    assert response.status_code == 422
    assert "b.svg bukan foto" in page
    assert "2 berkas tersimpan." in page
    assert Evidence.objects.count() == 2


def test_same_photo_twice_is_refused_kindly(client, visit):
    send(client, visit, upload(picture(), "pertama.jpg"))
    response = send(client, visit, upload(picture(), "kedua.jpg"))
    assert "kedua.jpg sudah ada pada kunjungan ini" in response.content.decode()
    assert Evidence.objects.count() == 1


def test_upload_without_a_file_says_so(client, visit):
    response = send(client, visit)
    assert response.status_code == 422
    assert "Pilih setidaknya satu berkas." in response.content.decode()


def test_html_in_a_caption_or_a_name_is_text(client, visit):
    send(client, visit, upload(picture()), caption="<b>kelas</b>")
    page = client.get(visit.get_absolute_url()).content.decode()
    assert "&lt;b&gt;kelas" in page
    page = send(client, visit, upload(SVG, "<img src=x>.svg")).content.decode()
    assert "<img src=x>" not in page


def test_photos_of_a_submitted_visit_are_fixed(client, submitted_visit):
    photo = submitted_visit.evidence.first()
    response = send(client, submitted_visit, upload(picture("pink")))
    assert "buktinya tidak dapat diubah lagi" in response.content.decode()
    client.post(reverse("mentoring:evidence-delete", args=[photo.pk]))
    assert submitted_visit.evidence.count() == 2
    page = client.get(submitted_visit.get_absolute_url()).content.decode()
    assert "photos-form" not in page
    assert reverse("mentoring:evidence-delete", args=[photo.pk]) not in page


def test_upload_to_a_visit_that_is_not_open_is_refused_once_and_undecoded(client, submitted_visit):
    files = [upload(SVG, f"{name}.svg") for name in "abc"]
    page = send(client, submitted_visit, *files).content.decode()
    assert page.count("buktinya tidak dapat diubah lagi") == 1
    assert "bukan foto" not in page


def test_what_a_full_visit_has_no_room_for_is_not_decoded(client, visit):
    Evidence.objects.bulk_create(
        Evidence(visit=visit, file="a.jpg", sha256=str(n), uploaded_by=visit.facilitator)
        for n in range(MOST_FILES - 1)
    )
    files = [upload(picture(), "muat.jpg"), upload(SVG, "lebih.svg")]
    page = send(client, visit, *files).content.decode()
    assert "lebih.svg tidak diunggah: satu kunjungan memuat paling banyak 20 berkas." in page
    assert "bukan foto" not in page
    assert visit.evidence.count() == MOST_FILES


def test_deleting_asks_first_and_removes_the_files(
    client, draft_visit, django_capture_on_commit_callbacks
):
    photo = draft_visit.evidence.first()
    url = reverse("mentoring:evidence-delete", args=[photo.pk])
    assert "tidak dapat dikembalikan" in client.get(url).content.decode()
    assert draft_visit.evidence.count() == 2
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(url)
    assert [str(m) for m in get_messages(response.wsgi_request)] == ["Bukti dihapus."]
    assert draft_visit.evidence.count() == 1
    for kept in (photo.file, photo.thumbnail, photo.original):
        assert not default_storage.exists(kept.name)


def test_photos_are_seen_by_those_who_see_the_visit(
    client_of, draft_visit, own_school, make_school
):
    photo = draft_visit.evidence.first()
    addresses = [
        reverse(f"mentoring:{name}", args=[photo.pk]) for name in ("evidence", "evidence-thumbnail")
    ]
    hidden_from = [
        client_of("sekolah", school=own_school),
        client_of("sekolah", school=make_school()),
        client_of("dinas", area="63.72"),
    ]
    for address in addresses:
        assert client_of("dinas").get(address).status_code == 200
        assert [client.get(address).status_code for client in hidden_from] == [404, 404, 404]


def test_school_sees_the_photos_of_its_verified_visit(client_of, verified_visit, own_school):
    photo = verified_visit.evidence.first()
    client = client_of("sekolah", school=own_school)
    assert client.get(photo.get_absolute_url()).status_code == 200


def test_photos_of_others_are_not_to_be_changed(client_of, draft_visit):
    photo = draft_visit.evidence.first()
    other = client_of("fasilitator")
    assert send(other, draft_visit, upload(picture("pink"))).status_code == 403
    url = reverse("mentoring:evidence-delete", args=[photo.pk])
    assert other.post(url).status_code == 403
    assert draft_visit.evidence.count() == 2


def test_photo_whose_file_is_gone_is_not_found(client, draft_visit):
    photo = draft_visit.evidence.first()
    default_storage.delete(photo.file.name)
    assert client.get(photo.get_absolute_url()).status_code == 404


def test_a_visit_to_come_has_no_evidence_yet(client_of, plan, facilitator):
    visit, client = plan(on=timezone.localdate() + timedelta(days=2)), client_of(facilitator)
    assert "Bukti ditambahkan sejak hari kunjungan" in client.get(visit.get_absolute_url()).text
    sent = {"files": upload(picture("teal")), "kind": "foto"}
    response = client.post(reverse("mentoring:evidence-add", args=[visit.pk]), sent, follow=True)
    assert "Buktinya ditambahkan sejak hari itu." in response.text
    assert not visit.evidence.exists()
