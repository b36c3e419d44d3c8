"""Mails that leave the request; `manage.py db_worker` carries them out."""

from django_tasks import task


@task()
def mail_at_once(notice_ids: list[int]) -> None:
    """Mail these notices, each by itself, to whoever has not read them meanwhile."""
    from portal.notices.mails import mail_each  # no mail server is needed to enqueue

    mail_each(notice_ids)
