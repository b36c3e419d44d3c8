"""Reading the life of an agreement back from its history."""

from django.db import models

from mentoring.models import Agreement, Clause, Party
from portal.history import Change, Entry, history_of

PARTS = (Party, Clause)


def life_of(agreement: Agreement) -> list[Entry]:
    """The history of an agreement with that of its parties and clauses, newest first."""
    return history_of(
        agreement,
        parts=[part.pgh_event_model.objects.filter(agreement_id=agreement.pk) for part in PARTS],
    )


def row_changes(agreement: Agreement, *, since: int) -> list[Change]:
    """What was done to the parties and clauses by the edits that came after a version.

    An edit writes the agreement and its rows in one request, so they share the history's context.
    """
    edits = agreement.pgh_event_model.objects.filter(
        pgh_obj_id=agreement.pk, version__gt=since, pgh_context__isnull=False
    ).values("pgh_context")
    changes = []
    for part in PARTS:
        events = part.pgh_event_model.objects.filter(
            agreement_id=agreement.pk, pgh_context__in=edits
        )
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
