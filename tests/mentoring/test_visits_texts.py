"""Text templates, the last visit's open points, and last time's follow-ups ticked off."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.models import FollowUp, Snippet


@pytest.fixture
def client(client_of, facilitator):
    return client_of(facilitator)


def add(client, **fields):
    sent = {"key": uuid4(), "title": "Pembuka", "text": "Guru sudah membaca."} | fields
    return client.post(reverse("mentoring:snippet-add"), sent)


def offered(client, visit, into: str = "findings") -> str:
    return client.get(reverse("mentoring:visit-insertable", args=[visit.pk]), {"ke": into}).text


def test_a_template_is_kept_offered_and_removed(client, client_of, plan, facilitator):
    visit = plan()
    assert add(client, text="Guru <b>sudah</b>\nmembaca.").url == reverse("mentoring:snippets")
    assert "Sudah ada templat dengan judul ini." in add(client).text
    menu = offered(client, visit)
    assert 'data-insert="Guru &lt;b&gt;sudah&lt;/b&gt;\nmembaca." data-into="id_findings"' in menu
    assert 'data-into="id_aims"' in offered(client, visit, "aims")
    assert "x" not in offered(client, visit, "x").split('data-into="id_')[1].split('"')[0]
    snippet = Snippet.objects.get()
    assert snippet.owner == facilitator
    other = client_of("fasilitator")
    assert "Pembuka" not in other.get(reverse("mentoring:snippets")).text
    edit = reverse("mentoring:snippet-edit", args=[snippet.pk])
    assert other.get(edit).status_code == 404
    sent = {"version": 1, "title": "Pembuka", "text": "Lain"}
    assert client.post(edit, sent).status_code == 302
    assert client.post(edit, sent | {"text": "Tertinggal"}).status_code == 409
    client.post(reverse("mentoring:snippet-delete", args=[snippet.pk]))
    assert not Snippet.objects.exists()


def test_shared_templates_are_kept_by_admins(client, client_of, plan):
    admin = client_of("admin")
    add(admin, shared="on")
    add(client, shared="on", title="Milik sendiri")
    shared = Snippet.objects.get(owner=None)
    assert Snippet.objects.get(title="Milik sendiri").owner is not None
    menu = offered(client, plan())
    assert "Pembuka" in menu
    assert "bersama" in menu
    assert client.get(reverse("mentoring:snippet-edit", args=[shared.pk])).status_code == 403
    assert admin.get(reverse("mentoring:snippet-edit", args=[shared.pk])).status_code == 200


def test_open_points_of_the_last_visit_are_offered(client, verified_visit, plan):
    type(verified_visit).objects.filter(pk=verified_visit.pk).update(obstacles="Listrik padam")
    menu = offered(client, plan(on=timezone.localdate()))
    assert f"Hal terbuka kunjungan {verified_visit.number}" in menu
    assert 'data-insert="Listrik padam\n– Menyusun jadwal pojok baca"' in menu


def tick(client, follow_up, **sent):
    url = reverse("mentoring:follow-up-tick", args=[follow_up.pk])
    data = {"version": follow_up.version} | sent
    return client.post(url, data, headers={"HX-Request": "true"}).text


def test_last_times_follow_ups_are_ticked_off_with_their_result(client, verified_visit, plan):
    visit, follow_up = plan(on=timezone.localdate()), verified_visit.follow_ups.get()
    page = client.get(reverse("mentoring:visit-record", args=[visit.pk])).text
    assert f'id="tick-{follow_up.pk}"' in page
    assert "Tandai selesai" in page
    assert "Tuliskan hasilnya sebelum menandai selesai." in tick(client, follow_up, result=" ")
    row = tick(client, follow_up, result="Jadwal sudah dipasang")
    assert "Hasil: Jadwal sudah dipasang" in " ".join(row.split())
    assert "Tandai selesai" not in row
    follow_up.refresh_from_db()
    assert (follow_up.state, follow_up.result) == (FollowUp.State.DONE, "Jadwal sudah dipasang")
    stale = FollowUp(pk=follow_up.pk, version=1)
    answer = tick(client, stale, result="Lain")
    assert "berubah setelah halaman dibuka" in answer


def test_follow_ups_of_another_facilitator_go_over_with_the_school(
    client_of, verified_visit, make_person, assign, own_school, plan
):
    other = make_person("fasilitator", name="Arsyad")
    entrusted = assign(other, own_school)
    visit = plan(by=other, on=timezone.localdate() - timedelta(days=1))
    client, url = client_of(other), reverse("mentoring:visit-record", args=[visit.pk])
    follow_up = verified_visit.follow_ups.get()
    tick = reverse("mentoring:follow-up-tick", args=[follow_up.pk])
    page = client.get(url).text
    assert "Menyusun jadwal pojok baca" in page
    assert "Tandai selesai" in page
    entrusted.ends_on = timezone.localdate() - timedelta(days=1)
    entrusted.save()
    page = client.get(url).text
    assert "Menyusun jadwal pojok baca" in page
    assert "Tandai selesai" not in page
    assert client.post(tick).status_code == 403
