"""What edits did to the rows of a record, read back from the history."""

from collections.abc import Sequence

from django.db import models

from portal.history import Change


def row_changes(
    record: models.Model, parts: Sequence[type[models.Model]], *, since: int
) -> list[Change]:
    """What was done to the rows of a Versioned record by the edits that came after a version.

    An edit writes the record and its rows in one request, so they share the history's context.
    """
    edits = record.pgh_event_model.objects.filter(
        pgh_obj_id=record.pk, version__gt=since, pgh_context__isnull=False
    ).values("pgh_context")
    of_record = {f"{record._meta.model_name}_id": record.pk, "pgh_context__in": edits}
    changes = []
    for part in parts:
        events = part.pgh_event_model.objects.filter(**of_record)
        changes += [_change(part, event) for event in events.order_by("pgh_id")]
    return changes


def _change(part: type[models.Model], event) -> Change:
    label = str(part._meta.verbose_name)
    text = _text(part, event)
    if event.pgh_label == "insert":
        return Change(label=label, old="–", new=text)
    if event.pgh_label == "delete":
        return Change(label=label, old=text, new="–")
    earlier = part.pgh_event_model.objects.filter(
        pgh_obj_id=event.pgh_obj_id, pgh_id__lt=event.pgh_id
    ).order_by("-pgh_id")
    before = earlier.first()
    return Change(label=label, old=_text(part, before) if before else "–", new=text)


def _text(part: type[models.Model], event) -> str:
    """How the row read at that moment."""
    fields = part._meta.concrete_fields
    return str(part(**{field.attname: getattr(event, field.attname) for field in fields}))
