"""What may happen to a version of an instrument: made, written, published, retired, copied.

Published versions stay as they are, which the database holds as well (`models/frozen.py`).
"""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from mentoring.models import Instrument, InstrumentItem, InstrumentSection, ItemChoice
from mentoring.queries.blueprints import (
    Blueprint,
    ItemPlan,
    Problem,
    blueprint_of,
    problems_in,
)
from portal.operations import Refused, lock, refused_by, save_edit

HAS_DRAFT = _lazy("Instrumen “%s” sudah punya versi draf. Terbitkan atau hapus draf itu dahulu.")

State = Instrument.State


class Unpublishable(Refused):
    """A draft that cannot be published yet; `problems` says all that keeps it back."""

    def __init__(self, problems: list[Problem]):
        super().__init__(
            _("Instrumen belum dapat diterbitkan. Perbaiki yang tertulis di bawah, lalu terbitkan.")
        )
        self.problems = problems


@transaction.atomic
def make_version(plan: Blueprint) -> Instrument:
    """Write a version as a draft: the first of a new family, or the next of the one with this code.

    Raises Refused when the family has a draft already.
    """
    family = Instrument.objects.select_for_update().filter(code=plan.code)
    if any(version.is_draft for version in family):
        raise Refused(HAS_DRAFT % plan.code)
    newest = family.order_by().aggregate(found=Max("number")) if family else {"found": 0}
    with refused_by(HAS_DRAFT % plan.code, "instrument_one_draft", "instrument_version_once"):
        instrument = Instrument.objects.create(
            code=plan.code,
            number=(newest["found"] or 0) + 1,
            name=plan.name,
            description=plan.description,
        )
    _write_parts(instrument, plan)
    return instrument


def _write_parts(instrument: Instrument, plan: Blueprint) -> None:
    by_code = {}
    for place, section_plan in enumerate(plan.sections, 1):
        section = InstrumentSection.objects.create(
            instrument=instrument,
            order=place,
            title=section_plan.title,
            weight=section_plan.weight,
        )
        for number, item_plan in enumerate(section_plan.items, 1):
            by_code[item_plan.code] = _write_item(section, number, item_plan)
    for item_plan in plan.items:
        if item_plan.shown_if:
            item = by_code[item_plan.code]
            item.shown_if = by_code[item_plan.shown_if]
            item.save()


def _write_item(section: InstrumentSection, order: int, plan: ItemPlan) -> InstrumentItem:
    one, two, three, four = plan.levels
    apart = ("levels", "choices", "shown_if")
    item = InstrumentItem.objects.create(
        instrument_id=section.instrument_id,
        section=section,
        order=order,
        level_1=one,
        level_2=two,
        level_3=three,
        level_4=four,
        **{name: value for name, value in vars(plan).items() if name not in apart},
    )
    _write_choices(item, plan.choices)
    return item


def _write_choices(item: InstrumentItem, texts: tuple[str, ...] | list[str]) -> None:
    ItemChoice.objects.bulk_create(
        ItemChoice(item=item, order=order, text=text) for order, text in enumerate(texts, 1)
    )


def new_version(instrument: Instrument) -> Instrument:
    """A draft that starts as a copy of this version.

    Raises Refused when the family has a draft already.
    """
    return make_version(blueprint_of(instrument))


@transaction.atomic
def publish(instrument: Instrument, *, version: int) -> None:
    """Publish a draft: new visits take it, and the family's version before it is retired.

    Raises Unpublishable with all reasons at once, Refused when it is no draft, Conflict when it was
    edited after it was seen.
    """
    instrument = _locked_draft(instrument, version=version)
    problems = problems_in(blueprint_of(instrument))
    if problems:
        raise Unpublishable(problems)
    before = Instrument.objects.filter(code=instrument.code, state=State.PUBLISHED)
    for earlier in before.select_for_update():
        _move(earlier, State.RETIRED)
    instrument.published_at = timezone.now()
    _move(instrument, State.PUBLISHED)


@transaction.atomic
def retire(instrument: Instrument) -> None:
    """Take a published version out of use; visits that were asked it keep it.

    Raises Refused when it is not published.
    """
    instrument = lock(instrument)
    if not instrument.is_published:
        raise Refused(_("Versi ini %s, jadi tidak dapat ditarik.") % instrument.get_state_display())
    _move(instrument, State.RETIRED)


def _move(instrument: Instrument, state: str) -> None:
    instrument.state = state
    instrument.version += 1
    instrument.save()


@transaction.atomic
def delete_draft(instrument: Instrument) -> None:
    """Remove a draft with all its parts. Raises Refused when it is no draft."""
    _locked_draft(instrument).delete()


@transaction.atomic
def edit_instrument(instrument: Instrument, *, version: int) -> None:
    """Save the name and description of a draft on top of the version that its editor saw.

    Raises Refused when it is no draft any more, Conflict when somebody saved it meanwhile.
    """
    _locked_draft(instrument)
    save_edit(instrument, version=version)


@transaction.atomic
def add_section(section: InstrumentSection) -> InstrumentSection:
    """Add a section at the end. Raises Refused when its version is no draft."""
    instrument = _touched_draft(section.instrument)
    section.order = 1 + (instrument.sections.aggregate(last=Max("order"))["last"] or 0)
    section.save()
    return section


@transaction.atomic
def edit_part(part: InstrumentSection | InstrumentItem, *, version: int, choices=None) -> None:
    """Save a section or an item of a draft on top of the version that its editor saw.

    `choices`: the texts of an item's choices, where it has any. Raises Refused when the instrument
    is no draft any more, Conflict when somebody saved the part meanwhile.
    """
    _touched_draft(part.instrument)
    save_edit(part, version=version)
    if choices is not None and choices != [choice.text for choice in part.choices.all()]:
        part.choices.all().delete()
        _write_choices(part, choices)


@transaction.atomic
def add_item(item: InstrumentItem, *, choices=()) -> InstrumentItem:
    """Add an item at the end of its section. Raises Refused when its version is no draft."""
    _touched_draft(item.instrument)
    last = item.section.items.order_by().aggregate(last=Max("order"))["last"]
    item.order = 1 + (last or 0)
    item.save()
    _write_choices(item, choices)
    return item


@transaction.atomic
def delete_part(part: InstrumentSection | InstrumentItem) -> None:
    """Remove a section with its items, or an item. Raises Refused when its version is no draft."""
    _touched_draft(part.instrument)
    part.delete()


@transaction.atomic
def move_section(section: InstrumentSection, *, by: int) -> None:
    """Move a section by places among the others; at the end it stays.

    Raises Refused when its version is no draft.
    """
    instrument = _touched_draft(section.instrument)
    _reorder(list(instrument.sections.all()), section, by)


@transaction.atomic
def move_item(item: InstrumentItem, *, by: int) -> None:
    """Move an item by one place; past the end of its section it goes into the next one.

    Raises Refused when its version is no draft.
    """
    instrument = _touched_draft(item.instrument)
    own = list(item.section.items.all())
    place = own.index(item)
    if 0 <= place + by < len(own):
        return _reorder(own, item, by)
    sections = list(instrument.sections.all())
    target = sections.index(item.section) + by
    if not 0 <= target < len(sections):
        return None
    item.section = sections[target]
    others = list(item.section.items.all())
    return _number([*others, item] if by < 0 else [item, *others])


def _reorder(parts: list, part, by: int) -> None:
    place = parts.index(part)
    target = min(max(place + by, 0), len(parts) - 1)
    parts.insert(target, parts.pop(place))
    _number(parts)


def _number(parts: list) -> None:
    for number, part in enumerate(parts, 1):
        part.order = number
        part.save()


def _locked_draft(instrument: Instrument, *, version: int | None = None) -> Instrument:
    instrument = lock(instrument, version=version)
    if not instrument.is_draft:
        raise Refused(
            _("Versi ini sudah %s, jadi tidak dapat diubah. Buat versi baru.")
            % instrument.get_state_display()
        )
    return instrument


def _touched_draft(instrument: Instrument) -> Instrument:
    """The draft locked and noted as changed, so that whoever publishes an older sight of it is told."""
    instrument = _locked_draft(instrument)
    instrument.version += 1
    instrument.save()
    return instrument
