"""The minutes of many visits as one ZIP: what is in it, how it goes on after a crash, when it goes."""

import io
import threading
import zipfile
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from mentoring.models import Bundle, Visit
from mentoring.operations import bundles
from mentoring.operations.bundles import carry_on, discard_expired, request_bundle, resume
from mentoring.operations.reports import record_visit
from mentoring.tasks import make_bundle
from portal.locks import alone
from portal.operations import Refused
from tests.mentoring.test_papers import words

State = Bundle.State


@pytest.fixture
def visits(verified_visit, plan, full_report, facilitator):
    """A verified visit, a draft, and a plan that has nothing to print yet."""
    draft = plan(on=verified_visit.date - timedelta(days=9))
    record_visit(draft, by=facilitator, version=draft.version, report=full_report(draft))
    plan(on=timezone.localdate() + timedelta(days=9))
    return Visit.objects.all()


def contents(bundle: Bundle) -> dict[str, bytes]:
    with bundle.file.open("rb") as file, zipfile.ZipFile(io.BytesIO(file.read())) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_from_the_list_through_the_worker_to_the_file(
    visits, verified_visit, client_of, dinas, django_capture_on_commit_callbacks
):
    client = client_of(dinas)
    page = client.get(reverse("mentoring:visits")).text
    assert reverse("mentoring:bundle-add") in page
    with django_capture_on_commit_callbacks(execute=True):
        sent = client.post(reverse("mentoring:bundle-add") + "?q=teluk")
    bundle = Bundle.objects.get()
    assert sent.url == bundle.get_absolute_url()
    assert "0 dari 2 berita acara" in client.get(sent.url).text
    again = client.post(reverse("mentoring:bundle-add") + "?q=teluk")
    assert again.url == sent.url
    [queued] = DBTaskResult.objects.all()
    assert queued.args_kwargs["args"] == [bundle.pk]
    make_bundle.func(bundle.pk)  # what db_worker calls
    progress = client.get(reverse("mentoring:bundle-progress", args=[bundle.pk]))
    assert progress["HX-Refresh"] == "true"
    assert "Unduh ZIP" in client.get(sent.url).text
    assert bundle.get_absolute_url() in client.get(reverse("mentoring:bundles")).text
    file = client.get(reverse("mentoring:bundle-file", args=[bundle.pk]))
    archive = zipfile.ZipFile(io.BytesIO(file.getvalue()))
    draft, frozen = sorted(archive.namelist())
    assert (draft.endswith("-draf.pdf"), frozen.endswith("-sdn-teluk-dalam-1.pdf")) == (True, True)
    with verified_visit.papers.get().file.open("rb") as kept:
        assert archive.read(frozen) == kept.read()
    assert "Draf: laporan ini belum diverifikasi" in words(archive.read(draft))


def test_filters_decide_and_none_is_refused(visits, client_of, dinas):
    client = client_of(dinas)
    sent = client.post(reverse("mentoring:bundle-add") + "?q=tidakada", follow=True)
    assert "Belum ada kunjungan yang dilaporkan" in sent.text
    client.post(reverse("mentoring:bundle-add") + "?status=diverifikasi")
    assert Bundle.objects.get().total == 1


def test_too_many_are_refused(visits, dinas, monkeypatch):
    monkeypatch.setattr(bundles, "MOST_VISITS", 1)
    with pytest.raises(Refused):
        request_bundle(visits, by=dinas)


def test_what_left_the_scope_meanwhile_is_not_in_it(visits, dinas):
    bundle = request_bundle(visits, by=dinas)
    type(dinas).objects.filter(pk=dinas.pk).update(area="62.71")
    carry_on(Bundle.objects.get(pk=bundle.pk))
    bundle.refresh_from_db()
    assert (bundle.state, contents(bundle)) == (State.DONE, {})


def test_a_lost_file_is_told_and_the_rest_is_there(visits, verified_visit, dinas):
    paper = verified_visit.papers.get()
    paper.file.storage.delete(paper.file.name)
    bundle = request_bundle(visits, by=dinas)
    carry_on(bundle)
    assert bundle.left_out == 1
    assert contents(bundle)["TIDAK-TERMUAT.txt"].decode() == verified_visit.number


def test_a_bundle_whose_worker_died_goes_on_with_what_is_missing(
    visits, dinas, client_of, monkeypatch, media
):
    monkeypatch.setattr(bundles, "TOGETHER", 1)
    bundle, printed = request_bundle(visits, by=dinas), []
    name_of = bundles._name_of

    def die_at_the_second(visit):
        printed.append(visit.pk)
        if len(printed) == 2:
            raise KeyboardInterrupt
        return name_of(visit)

    monkeypatch.setattr(bundles, "_name_of", die_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        carry_on(bundle)
    bundle.refresh_from_db()
    assert (bundle.state, bundle.done, bundle.file.name) == (State.WORKING, 1, "")
    client = client_of(dinas)
    assert "Lanjutkan" in client.get(bundle.get_absolute_url()).text
    assert client.post(reverse("mentoring:bundle-resume", args=[bundle.pk])).status_code == 302
    carry_on(bundle)
    assert (bundle.state, len(contents(bundle))) == (State.DONE, 2)
    assert printed == [bundle.visits[0], bundle.visits[1], bundle.visits[1]]
    assert len(list(media.rglob("*.zip"))) == 1


def test_nobody_goes_on_with_what_another_process_makes(visits, dinas):
    bundle = request_bundle(visits, by=dinas)
    held, done = threading.Event(), threading.Event()

    def hold():
        with alone(bundles.LOCK_CLASS, bundle.pk):
            held.set()
            done.wait(10)
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    try:
        with pytest.raises(Refused):
            resume(bundle)
        carry_on(bundle)
    finally:
        done.set()
        other.join()
    bundle.refresh_from_db()
    assert bundle.state == State.WAITING


def test_after_a_week_it_is_thrown_away(
    visits, dinas, client_of, media, django_capture_on_commit_callbacks
):
    bundle = request_bundle(visits, by=dinas)
    carry_on(bundle)
    assert discard_expired() == 0
    Bundle.objects.filter(pk=bundle.pk).update(at=timezone.now() - timedelta(days=7, hours=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert discard_expired() == 1
    assert list(media.rglob("*.zip")) == []
    page = client_of(dinas).get(bundle.get_absolute_url()).text
    assert "sudah dibuang" in page
    assert discard_expired() == 0


def test_many_visits_are_read_some_at_a_time(visits, verified_visit, dinas):
    """Each twenty visits cost the same queries, and one more to tell of each."""
    bundle = request_bundle(visits, by=dinas)
    with CaptureQueriesContext(connection) as queries:
        carry_on(bundle)
    reading = [q for q in queries.captured_queries if q["sql"].startswith("SELECT")]
    assert len(reading) <= 20
