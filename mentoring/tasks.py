"""Work that leaves the request; `manage.py db_worker` carries it out."""

from django_tasks import task

from mentoring.models import Bundle


@task()
def make_bundle(bundle_id: int) -> None:
    """Put the minutes that a bundle asks for into one file."""
    from mentoring.operations.bundles import carry_on  # which enqueues this task

    carry_on(Bundle.objects.get(pk=bundle_id))
