"""Notices: who is told, the inbox, the bell, and what is mailed when."""

import logging
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.models import User
from portal.notices.mails import MOST, send_digests
from portal.notices.models import MailChoice, Notice
from portal.notices.operations import choose_mail, notify

INBOX = "/pemberitahuan/"


@pytest.fixture
def dinas(make_person):
    return make_person("dinas", name="Hadi Dinas")


@pytest.fixture
def other(make_person):
    return make_person("fasilitator", name="Rahmah")


def tell(*people, text="Laporan K-00001 diajukan.", url="/kunjungan/", by=None) -> None:
    notify(people, kind="visit-submitted", text=text, url=url, by=by)


def work() -> None:
    """What `manage.py db_worker` would do now, which closes the connection of whoever calls it."""
    for waiting in DBTaskResult.objects.ready():
        waiting.task.call(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])
        waiting.delete()


# Who is told


def test_everyone_is_told_once_but_who_did_it_and_who_left(dinas, other, make_person):
    left = make_person("dinas", is_active=False)
    with CaptureQueriesContext(connection) as queries:
        tell(dinas, dinas, other, left, by=other)
    assert list(Notice.objects.values_list("user", "by")) == [(dinas.pk, other.pk)]
    assert len(queries) <= 4  # two of them the savepoint


def test_many_are_told_in_as_many_queries_as_one(make_person):
    people = [make_person("dinas") for _ in range(30)]
    with CaptureQueriesContext(connection) as queries:
        notify(User.objects.filter(role="dinas"), kind="k", text="Kabar.", url="/")
    assert Notice.objects.count() == len(people)
    assert len(queries) <= 5


@pytest.mark.parametrize("url", ["//jahat.example/", "/\\jahat.example/", "https://jahat.example"])
def test_a_notice_never_leads_out_of_the_portal(url, dinas):
    with pytest.raises(IntegrityError), transaction.atomic():
        tell(dinas, url=url)


# The inbox


def test_unread_come_first_and_opening_leads_to_the_thing(client_of, dinas):
    for number in range(3):
        tell(dinas, text=f"Kabar <b>{number}</b>", url=f"/kunjungan/?q={number}")
    first, second, third = Notice.objects.order_by("pk")
    client = client_of(dinas)
    assert client.head(third.get_absolute_url()).status_code == 302
    assert Notice.objects.unread().count() == 3
    assert client.get(third.get_absolute_url()).url == "/kunjungan/?q=2"
    page = client.get(INBOX).text
    assert "Kabar &lt;b&gt;0" in page
    places = [page.index(f'href="{n.get_absolute_url()}"') for n in (second, first, third)]
    assert places == sorted(places)
    third.refresh_from_db()
    read_at = third.read_at
    client.get(third.get_absolute_url())
    third.refresh_from_db()
    assert third.read_at == read_at


def test_the_bell_says_how_many_are_unread(client_of, dinas):
    client = client_of(dinas)
    assert "belum dibaca" not in client.get("/").text
    tell(dinas)
    assert "1 belum dibaca" in client.get("/").text
    notice = Notice.objects.get()
    assert client.post(f"{INBOX}{notice.pk}/dibaca/").url == INBOX
    assert "belum dibaca" not in client.get("/").text
    for _ in range(100):
        tell(dinas)
    assert "99+ belum dibaca" in client.get("/").text


def test_all_are_read_but_those_that_came_meanwhile(client_of, dinas, other):
    tell(dinas, other)
    page = client_of(dinas).get(INBOX)
    tell(dinas)
    until = page.context["newest"]
    client_of(dinas).post(f"{INBOX}dibaca/", {"until": until})
    assert Notice.objects.unread().filter(user=dinas).count() == 1
    assert Notice.objects.unread().filter(user=other).count() == 1
    client_of(dinas).post(f"{INBOX}dibaca/", {"until": "x"})
    assert Notice.objects.unread().filter(user=dinas).count() == 1


def test_a_long_inbox_is_read_page_by_page_in_as_many_queries(client_of, dinas):
    client, counts = client_of(dinas), []
    for total in (10, 990):
        Notice.objects.bulk_create(
            Notice(user=dinas, kind="k", text=f"Kabar {n}.", url="/", by=dinas)
            for n in range(total)
        )
        with CaptureQueriesContext(connection) as queries:
            page = client.get(INBOX)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
    seen = [notice.pk for notice in page.context["page"].object_list]
    following = client.get(INBOX, {"setelah": seen[-1]}).context["page"].object_list
    assert following[0].pk == seen[-1] - 1


def test_anothers_notice_does_not_exist(client_of, dinas, other):
    tell(dinas)
    notice = Notice.objects.get()
    client = client_of(other)
    assert client.get(notice.get_absolute_url()).status_code == 404
    assert client.post(f"{INBOX}{notice.pk}/dibaca/").status_code == 404
    assert notice.text not in client.get(INBOX).text


# Mails


def test_a_mail_at_once_leaves_in_the_background_and_names_the_place(dinas, other, settings):
    settings.PORTAL_URL = "https://mutu.contoh.go.id"
    choose_mail(dinas, "langsung")
    choose_mail(other, "tidak")
    tell(dinas, other, text="Laporan “A & B” diajukan.")
    assert mail.outbox == []
    work()
    [sent] = mail.outbox
    assert sent.to == [dinas.email]
    assert sent.subject == "[Mitra Mutu] Laporan “A & B” diajukan."
    notice = Notice.objects.get(user=dinas)
    assert f"https://mutu.contoh.go.id{INBOX}{notice.pk}/" in sent.body
    assert notice.mailed_at is not None
    send_digests()
    assert len(mail.outbox) == 1


def test_what_was_read_meanwhile_is_not_mailed(client_of, dinas):
    choose_mail(dinas, "langsung")
    tell(dinas)
    client_of(dinas).get(Notice.objects.get().get_absolute_url())
    work()
    send_digests()
    assert mail.outbox == []


def test_one_digest_a_day_for_those_who_did_not_choose_otherwise(dinas, other, make_person):
    choose_mail(other, "tidak")
    left = make_person("dinas")
    tell(dinas, other, left, text="Kabar pertama.")
    tell(dinas, text="Kabar kedua.")
    User.objects.filter(pk=left.pk).update(is_active=False)
    Notice.objects.create(
        user=dinas, kind="k", text="Lama.", url="/", created_at=timezone.now() - timedelta(days=20)
    )
    send_digests()
    tell(dinas, text="Kabar ketiga.")
    send_digests()
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == ([dinas.email], "[Mitra Mutu] 2 pemberitahuan baru")
    assert sent.body.index("Kabar pertama.") < sent.body.index("Kabar kedua.")
    assert "Lama." not in sent.body
    Notice.objects.exclude(mailed_at=None).update(mailed_at=timezone.now() - timedelta(days=1))
    send_digests()
    assert "Kabar ketiga." in mail.outbox[1].body


def test_a_long_digest_spells_out_some_and_counts_the_rest(dinas):
    for _ in range(MOST + 5):
        tell(dinas)
    send_digests()
    assert "… dan 5 lainnya" in mail.outbox[0].body
    assert not Notice.objects.filter(mailed_at=None).exists()


class BrokenOnce(EmailBackend):
    """A mail server that hangs up on the first mail."""

    calls = 0

    def send_messages(self, messages):
        type(self).calls += 1
        if self.calls == 1:
            raise SMTPServerDisconnected("gone")
        return super().send_messages(messages)


def test_what_the_mail_server_refuses_comes_with_the_digest(dinas, other, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.BrokenOnce"
    for person in (dinas, other):
        choose_mail(person, "langsung")
    tell(dinas, other)
    work()
    assert len(mail.outbox) == 1
    assert dinas.email not in caplog.text
    send_digests()
    assert {sent.to[0] for sent in mail.outbox} == {dinas.email, other.email}


def test_a_portal_without_mail_says_so_and_sends_none(client_of, dinas, settings):
    settings.EMAIL_IS_CONFIGURED = False
    choose_mail(dinas, "langsung")
    tell(dinas)
    work()
    send_digests()
    assert mail.outbox == []
    assert "belum mengirim surel" in client_of(dinas).get(f"{INBOX}surel/").text


def test_the_choice_is_kept_with_its_history(client_of, dinas):
    client = client_of(dinas)
    assert client.post(f"{INBOX}surel/", {"when": "kapan"}).status_code == 422
    for when in ("langsung", "tidak", "tidak"):
        assert client.post(f"{INBOX}surel/", {"when": when}).url == INBOX
    chosen = MailChoice.objects.get()
    assert chosen.when == "tidak"
    assert chosen.pgh_event_model.objects.count() == 2


# manage.py daily

done: list[str] = []


def works() -> None:
    done.append("works")


def fails() -> None:
    raise ZeroDivisionError


def test_a_failing_job_is_logged_and_does_not_stop_the_others(settings, caplog, db):
    done.clear()
    settings.DAILY_JOBS = [f"{__name__}.fails", "tidak.ada", f"{__name__}.works"]
    with caplog.at_level(logging.ERROR), pytest.raises(CommandError) as error:
        call_command("daily")
    assert error.value.returncode == 1
    assert f"{__name__}.fails, tidak.ada" in str(error.value)
    assert f"{__name__}.works" not in str(error.value)
    assert done == ["works"]
    assert "ZeroDivisionError" in caplog.text


def test_the_portals_own_jobs_do_no_harm_twice(dinas):
    tell(dinas)
    call_command("daily")
    call_command("daily")
    assert len(mail.outbox) == 1
