"""Work on large files that leaves the request; `manage.py db_worker` carries it out."""

from django_tasks import task

from portal.imports.models import Batch
from portal.models import User


@task()
def work_on(batch_id: int, person_id: int | None) -> None:
    """Go on with what a batch waits for, reading, saving or undoing, in a person's name."""
    from portal.imports.operations import carry_on  # which enqueues this task

    person = User.objects.filter(pk=person_id).first()
    carry_on(Batch.objects.get(pk=batch_id), by=person)
