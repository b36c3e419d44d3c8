"""The audit trail of django-pghistory in plain words: who changed what, when, from what to what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from portal.models import User

# What the record itself says elsewhere, or what no reader can use.
HIDDEN = {"id", "version", "created_at", "updated_at", "sha256"}


@dataclass(frozen=True)
class Change:
    """One field of a record: its label and how its value reads before and after."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One event in the life of a record: when, who, a sentence, and the fields that changed.

    `through` says by which file it happened, for what an import or its undo did.
    """

    at: datetime
    who: str
    sentence: str
    reason: str = ""
    changes: list[Change] = field(default_factory=list)
    through: str = ""


def readable(model_field: models.Field, value) -> str:
    """A stored value the way a page shows it: choices by label, dates and numbers in Indonesian."""
    if value is None or value == "":
        return "–"
    if model_field.choices:
        return str(dict(model_field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, datetime):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return formats.date_format(value, "DATE_FORMAT")
    if isinstance(value, time):
        return formats.time_format(value, "TIME_FORMAT")
    if isinstance(value, Decimal):
        return formats.localize(value.normalize() + 0, use_l10n=True)
    if isinstance(value, FieldFile):
        return value.name.rsplit("/", 1)[-1]
    return str(value)


def changes_between(
    model: type[models.Model], old, new, *, exclude: Iterable[str] = ()
) -> list[Change]:
    """The fields of `model` whose values differ between two rows (records or history events)."""
    differences = _differences(model, old, new, exclude=exclude)
    return _changes(differences, _names([differences]))


@dataclass(frozen=True)
class _Difference:
    """A field whose stored value differs, before anyone read what a foreign key stands for."""

    field: models.Field
    old: object
    new: object


def _differences(
    model: type[models.Model], old, new, *, exclude: Iterable[str] = ()
) -> list[_Difference]:
    hidden = HIDDEN.union(exclude)
    event_fields = {f.attname for f in old._meta.fields} & {f.attname for f in new._meta.fields}
    differences = []
    for model_field in model._meta.fields:
        if model_field.name in hidden or model_field.attname not in event_fields:
            continue
        before, after = getattr(old, model_field.attname), getattr(new, model_field.attname)
        if before != after:
            differences.append(_Difference(model_field, before, after))
    return differences


def _names(many: Iterable[list[_Difference]]) -> dict[tuple, str]:
    """What the foreign keys among the differences stand for: one query a related model."""
    wanted: dict[type[models.Model], set] = {}
    for differences in many:
        for one in differences:
            if one.field.is_relation:
                ids = wanted.setdefault(one.field.related_model, set())
                ids.update({one.old, one.new} - {None})
    return {
        (model, related.pk): str(related)
        for model, ids in wanted.items()
        for related in model._base_manager.filter(pk__in=ids)
    }


def _changes(differences: list[_Difference], names: dict[tuple, str]) -> list[Change]:
    return [
        Change(
            label=str(one.field.verbose_name),
            old=_shown(one.field, one.old, names),
            new=_shown(one.field, one.new, names),
        )
        for one in differences
    ]


def _shown(model_field: models.Field, value, names: dict[tuple, str]) -> str:
    if model_field.is_relation and value is not None:
        return names.get((model_field.related_model, value), f"#{value}")
    return readable(model_field, value)


def history_of(
    record: models.Model, *, parts: Sequence[models.QuerySet] = (), most: int = 50
) -> list[Entry]:
    """The newest `most` entries of a record's life, newest first.

    `parts` are querysets of event models of records that belong to it, e.g. the follow-ups of a
    visit: `FollowUp.pgh_event_model.objects.filter(visit_id=visit.pk)`.
    """
    own = record.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
    rows = []
    for events in (own, *parts):
        rows += _with_previous(events.select_related("pgh_context").order_by("-pgh_id")[: most * 2])
    rows.sort(key=lambda pair: pair[0].pgh_created_at, reverse=True)
    people = _people(event for event, _previous in rows)
    bundles = _bundles(rows, record)
    differences = [_differences_in(bundle) for bundle in bundles]
    names = _names(differences)
    entries = (
        _entry(bundle, record, people, _changes(found, names))
        for bundle, found in zip(bundles, differences, strict=True)
    )
    return [entry for entry in entries if entry is not None][:most]


def _bundles(rows: list, record: models.Model) -> list[list]:
    """The rows, those that added or removed parts of one sort in one transaction put together.

    Events of one transaction carry the same time.
    """
    bundles: dict[tuple, list] = {}
    for event, previous in rows:
        alone = event.pgh_label == "update" or _is_of(event, record)
        sort = event.pk if alone else event.pgh_label
        key = (event.pgh_created_at, event.pgh_tracked_model, sort)
        bundles.setdefault(key, []).append((event, previous))
    return list(bundles.values())


def _is_of(event, record: models.Model) -> bool:
    """Whether the event is about the record itself, not one of its parts."""
    return isinstance(record, event.pgh_tracked_model) and event.pgh_obj_id == record.pk


def _with_previous(events) -> list[tuple[models.Model, models.Model | None]]:
    """Each event with the one before it of the same record (None where it is the first read)."""
    newer: dict[int, models.Model] = {}
    pairs: dict[int, list] = {}
    order = []
    for event in events:
        if event.pgh_obj_id in newer:
            pairs[newer[event.pgh_obj_id].pk][1] = event
        pairs[event.pk] = [event, None]
        newer[event.pgh_obj_id] = event
        order.append(event.pk)
    return [tuple(pairs[pk]) for pk in order]


def _metadata(event) -> dict:
    return event.pgh_context.metadata if event.pgh_context else {}


def author_of(event) -> str:
    """The name of who caused an event; "sistem" where nobody was signed in."""
    return _people([event]).get(_metadata(event).get("user"), _("sistem"))


def _people(events) -> dict[int, str]:
    ids = {_metadata(event).get("user") for event in events} - {None}
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))


def _part_name(events: list) -> str:
    """What parts of a record are called: their number and sort, or the sort and which one it is.

    A model may say which one with `history_name(event)`.
    """
    model = events[0].pgh_tracked_model
    if len(events) > 1:
        return f"{len(events)} {model._meta.verbose_name}"
    name = model.history_name(events[0]) if hasattr(model, "history_name") else ""
    return f"{model._meta.verbose_name} {name}".strip()


def _differences_in(bundle: list) -> list[_Difference]:
    """What an edit changed; nothing where something came or went, or where it began is not known."""
    event, previous = bundle[0]
    if event.pgh_label != "update" or previous is None:
        return []
    return _differences(event.pgh_tracked_model, previous, event)


def _entry(
    bundle: list, record: models.Model, people: dict[int, str], changes: list[Change]
) -> Entry | None:
    event, previous = bundle[0]
    thing = "" if _is_of(event, record) else _part_name([event for event, _previous in bundle])
    if event.pgh_label == "insert":
        sentence = _("%(thing)s ditambahkan") % {"thing": thing} if thing else _("dibuat")
    elif event.pgh_label == "delete":
        sentence = _("%(thing)s dihapus") % {"thing": thing or _("catatan")}
    else:
        if previous is not None and not changes:
            return None
        sentence = _("%(thing)s diubah") % {"thing": thing} if thing else _("diubah")
    metadata = _metadata(event)
    return Entry(
        at=timezone.localtime(event.pgh_created_at),
        who=people.get(metadata.get("user"), _("sistem")),
        sentence=sentence[:1].upper() + sentence[1:],
        reason=metadata.get("reason", ""),
        changes=changes,
        through=_through(metadata),
    )


def _through(metadata: dict) -> str:
    if "batch" not in metadata:
        return ""
    told = _("melalui pembatalan impor %s") if metadata.get("undo") else _("melalui impor %s")
    return told % metadata["file"]
