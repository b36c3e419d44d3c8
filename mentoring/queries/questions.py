"""The questions of an instrument. A published version never changes, so a process reads it once."""

from functools import lru_cache

from mentoring.models import Instrument, InstrumentItem

KEPT = 64  # versions; a portal uses a few


def questions_of(instrument: Instrument) -> tuple[InstrumentItem, ...]:
    """Its items in order, each with its section and its choices. Not to be changed."""
    if instrument.is_draft:
        return _read(instrument.pk)
    return _fixed(instrument.pk, instrument.published_at)


@lru_cache(maxsize=KEPT)
def _fixed(pk: int, _published_at) -> tuple[InstrumentItem, ...]:
    return _read(pk)


def _read(pk: int) -> tuple[InstrumentItem, ...]:
    items = InstrumentItem.objects.filter(instrument=pk).select_related("section")
    return tuple(items.prefetch_related("choices"))
