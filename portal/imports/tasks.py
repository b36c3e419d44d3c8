"""Work on large files that leaves the request; `manage.py db_worker` carries it out."""

from contextlib import suppress

from django_tasks import task

from portal.imports.models import Batch
from portal.models import User
from portal.operations import Refused


@task()
def work_on(batch_id: int, person_id: int | None) -> None:
    """Go on with what a batch waits for, reading, saving or undoing, in a person's name.

    What is refused here is told by the batch's page, from the batch's message.
    """
    from portal.imports.operations import carry_on  # which enqueues this task

    person = User.objects.filter(pk=person_id).first()
    with suppress(Refused):
        carry_on(Batch.objects.get(pk=batch_id), by=person)
