"""Reading instruments for their pages."""

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring.models import Instrument, InstrumentItem, InstrumentSection, ItemChoice, Visit
from portal.history import Entry, history_of
from portal.models import User


def for_list(user: User) -> QuerySet:
    """All versions with the number of their items and of the visits that were asked them."""
    return Instrument.objects.visible_to(user).annotate(
        item_count=_count(InstrumentItem), visit_count=_count(Visit)
    )


def _count(model) -> Coalesce:
    of_version = model.objects.filter(instrument=OuterRef("pk")).order_by().values("instrument")
    return Coalesce(Subquery(of_version.annotate(n=Count("pk")).values("n")), 0)


def with_items(instrument: Instrument) -> Instrument:
    """The version with its sections, items and choices, in a fixed number of queries."""
    items = InstrumentItem.objects.select_related("shown_if").prefetch_related("choices")
    found = Instrument.objects.prefetch_related(Prefetch("sections__items", items))
    return found.get(pk=instrument.pk)


def versions_of(instrument: Instrument) -> QuerySet:
    """All versions of its family, the newest first."""
    return Instrument.objects.filter(code=instrument.code).order_by("-number")


def history_of_instrument(instrument: Instrument) -> list[Entry]:
    """The life of a version with its sections, items and choices, newest first."""
    choices = ItemChoice.pgh_event_model.objects.filter(
        item__in=InstrumentItem.pgh_event_model.objects.filter(instrument=instrument.pk).values(
            "pgh_obj_id"
        )
    )
    parts = [
        model.pgh_event_model.objects.filter(instrument_id=instrument.pk)
        for model in (InstrumentSection, InstrumentItem)
    ]
    return history_of(instrument, parts=[*parts, choices])
