"""The discussion under a visit: who takes part, whom it names, what may be changed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Comment
from mentoring.operations.comments import add_comment
from mentoring.queries.comments import MOST, named_in
from portal.notices.models import Notice

HTMX = {"hx-request": "true"}


@pytest.fixture
def client(client_of, dinas):
    return client_of(dinas)


@pytest.fixture
def head(client_of, own_school):
    return client_of("sekolah", school=own_school, name="Hj. Mariani")


def panel(visit) -> str:
    return reverse("mentoring:discussion", args=[visit.pk])


def say(client, visit, text="Sudah saya baca.", **more):
    url = reverse("mentoring:comment-add", args=[visit.pk])
    return client.post(url, {"text": text, "key": uuid4(), **more}, headers=HTMX, follow=True)


def names(page) -> list[str]:
    return [person["name"] for person in page.json()["people"]]


def test_what_is_said_stands_under_the_visit_as_text(client, submitted_visit, facilitator):
    text = "Foto kelas 4 <script>alert(1)</script>\nbagus"
    page = say(client, submitted_visit, text).text
    assert "<html" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>bagus" in page
    assert "Hadi Dinas" in page
    whole = client.get(panel(submitted_visit)).text
    assert "<html" in whole
    assert "&lt;script&gt;" in whole


def test_a_comment_sent_twice_is_kept_once_and_an_empty_one_is_told(client, submitted_visit):
    key = uuid4()
    for _ in range(2):
        assert say(client, submitted_visit, key=key).status_code == 200
    assert Comment.objects.count() == 1
    empty = say(client, submitted_visit, "  ")
    assert empty.status_code == 422
    assert "Tulis komentarnya." in empty.text
    long = say(client, submitted_visit, "x" * 2001)
    assert long.status_code == 422
    assert "x" * 2001 in long.text


def test_people_who_read_along_are_told_that_they_are_named(
    client, submitted_visit, facilitator, make_person, head
):
    short = make_person("dinas", name="Rahmah")
    outside = make_person("fasilitator", name="Budi Luar", area="62")
    text = "@rahmah fasilitator dan @Budi Luar: lihat @Hj. Mariani <b>@Hadi Dinas"
    page = say(client, submitted_visit, text).text
    assert '<strong class="mention">@Rahmah Fasilitator</strong>' in page
    told = Notice.objects.filter(kind="visit-mentioned")
    assert [notice.user for notice in told] == [facilitator]
    assert told[0].text == f"Hadi Dinas menyebut Anda dalam diskusi kunjungan {submitted_visit}."
    assert told[0].url == f"{submitted_visit.get_absolute_url()}#discussion"
    assert short not in named_in(text, submitted_visit)
    assert outside not in named_in(text, submitted_visit)


def test_names_are_offered_from_those_who_read_along(
    client, client_of, submitted_visit, facilitator, make_person, head
):
    make_person("fasilitator", name="Fajar Luar", area="62")
    make_person("dinas", name="Fajar Lama", is_active=False)
    ask = reverse("mentoring:discussion-people", args=[submitted_visit.pk])
    assert names(client.get(ask, {"q": "fas"})) == [facilitator.name]
    assert names(client.get(ask, {"q": "fajar"})) == []
    assert "Hj. Mariani" not in names(client.get(ask))
    assert client_of("dinas", area="63.72").get(ask).status_code == 404


def test_the_school_joins_once_the_visit_is_verified(
    client, head, submitted_visit, dinas, facilitator
):
    say(client, submitted_visit, "Hanya di antara kita.")
    assert head.get(panel(submitted_visit)).status_code == 403
    assert say(head, submitted_visit).status_code == 403
    assert panel(submitted_visit) not in head.get(submitted_visit.get_absolute_url()).text
    submitted_visit.state = submitted_visit.State.VERIFIED
    submitted_visit.save()
    say(client, submitted_visit, "Selamat @Hj. Mariani!")
    assert Notice.objects.filter(kind="visit-mentioned").get().user == head.person
    page = say(head, submitted_visit, "Terima kasih @Hadi Dinas").text
    assert "Selamat" in page
    assert "Hanya di antara kita." not in page
    office = client.get(panel(submitted_visit), headers=HTMX).text
    assert "Hanya di antara kita." in office
    assert "hanya kantor" in office


def test_ones_own_comment_is_changed_within_15_minutes(client, client_of, submitted_visit):
    say(client, submitted_visit, "Lihat @Rahmah Fasilitator")
    comment = Comment.objects.get()
    url = reverse("mentoring:comment-edit", args=[comment.pk])
    assert client_of("dinas").post(url, {"text": "Lain"}).status_code == 403
    assert client.get(url).status_code == 200
    client.post(url, {"text": "Lihat foto, @Rahmah Fasilitator"})
    assert "Lihat foto" in client.get(panel(submitted_visit)).text
    assert "diubah" in client.get(panel(submitted_visit)).text
    assert Notice.objects.filter(kind="visit-mentioned").count() == 1
    Comment.objects.update(at=timezone.now() - timedelta(minutes=15))
    late = client.post(url, {"text": "Terlambat"})
    assert late.status_code == 422
    assert "dalam 15 menit" in late.text
    assert "Terlambat" in late.text
    assert url not in client.get(panel(submitted_visit)).text


def test_a_deleted_comment_leaves_its_place(client, client_of, submitted_visit):
    say(client, submitted_visit, "Salah tempat, @Rahmah Fasilitator")
    comment = Comment.objects.get()
    url = reverse("mentoring:comment-delete", args=[comment.pk])
    assert client_of("admin", area="63.71").post(url).status_code == 403
    Comment.objects.update(at=timezone.now() - timedelta(days=3))
    for _ in range(2):
        assert client.post(url).status_code == 302
    page = client.get(panel(submitted_visit)).text
    assert "dihapus" in page
    assert "Salah tempat" not in page
    assert url not in page
    edit = reverse("mentoring:comment-edit", args=[comment.pk])
    assert client.post(edit, {"text": "Kembali"}).status_code == 422


def test_a_long_discussion_is_read_in_parts_with_as_many_queries(client, submitted_visit, dinas):
    counts = []
    for number in range(MOST + 5):
        add_comment(submitted_visit, by=dinas, text=f"Komentar {number:02d}.")
        if number in (5, MOST + 4):
            with CaptureQueriesContext(connection) as queries:
                page = client.get(panel(submitted_visit), headers=HTMX).text
            counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
    assert "Komentar 04." not in page
    assert page.index("Komentar 05.") < page.index(f"Komentar {MOST + 4}.")
    first = Comment.objects.order_by("pk")[5].pk
    assert f"?sebelum={first}" in page
    earlier = client.get(panel(submitted_visit), {"sebelum": first}, headers=HTMX).text
    assert "Komentar 04." in earlier
    assert "Komentar 05." not in earlier
    assert client.get(panel(submitted_visit), {"sebelum": "x" * 30}).status_code == 200


def test_a_name_with_a_backslash_is_set_off_as_it_is_written(client, submitted_visit, dinas):
    person = submitted_visit.facilitator
    person.name = r"Rahmah \1 Ulfa"
    person.save()
    add_comment(submitted_visit, by=dinas, text=r"Tolong, @Rahmah \1 Ulfa")
    page = client.get(panel(submitted_visit)).text
    assert r'<strong class="mention">@Rahmah \1 Ulfa</strong>' in page
