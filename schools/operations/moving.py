"""Rows that go from one school to another, and back."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import DatabaseError, models, transaction
from django.db.models import F
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.models import Versioned
from schools.models import Membership, School
from schools.queries.belongings import Share, digest, name_of, relations, shares, sorted_out

EDITED = gettext_lazy("sudah diubah sesudah penggabungan.")


@dataclass
class Moved:
    """What moved, as a merger keeps it: keys with digests by kind, and what stayed with its reason."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    memberships: list[dict] = field(default_factory=list)
    stayed: list[list[str]] = field(default_factory=list)


def move_all(absorbed: School, kept: School, *, on: date) -> Moved:
    """Move what a school holds to another; memberships go on there from the day `on`."""
    moved = Moved()
    for share in shares(absorbed, to=kept, locked=True):
        moved.stayed += [[name_of(row), why] for row, why in share.staying]
        rows, refused = _move(share, kept)
        moved.stayed += refused
        if rows:
            moved.rows[share.relation.model._meta.label_lower] = rows
    for membership in absorbed.memberships.select_for_update().order_by("pk"):
        _move_membership(membership, kept, on, moved)
    return moved


def move_back(moved: dict, absorbed: School) -> list[list[str]]:
    """Give a merger's rows back; returns what is left where it is, each with why."""
    left = []
    for relation in relations():
        keys = moved["rows"].get(relation.model._meta.label_lower, {})
        if keys:
            left += _move_back(relation, keys, absorbed)
    for entry in moved["memberships"]:
        left += _restore_membership(entry, absorbed)
    return left


def _move(share: Share, to: School) -> tuple[dict[str, str], list[list[str]]]:
    """Move rows; returns their digests afterwards by key, and those that the database refused."""
    keys = [row.pk for row in share.moving]
    refused = []
    try:
        with transaction.atomic():
            _update(share.relation, keys, to)
    except DatabaseError:  # a trigger keeps some of them as they are: find out which
        refused = [row for row in share.moving if not _moves_alone(share.relation, row, to)]
    manager = share.relation.model._base_manager
    now_there = manager.filter(pk__in=keys, **{share.relation.name: to})
    rows = {str(row.pk): digest(row) for row in now_there}
    why = _("basis data tidak mengizinkan catatan ini diubah.")
    return rows, [[name_of(row), why] for row in refused]


def _moves_alone(relation: models.ForeignKey, row: models.Model, to: School) -> bool:
    try:
        with transaction.atomic():
            _update(relation, [row.pk], to)
    except DatabaseError:
        return False
    return True


def _update(relation: models.ForeignKey, keys: list, to: School) -> None:
    """Write the school of rows; those that notice edits count one, so that open forms notice it."""
    values = {relation.name: to}
    if issubclass(relation.model, Versioned):
        values["version"] = F("version") + 1
    relation.model._base_manager.filter(pk__in=keys).update(**values)


def _move_back(relation: models.ForeignKey, keys: dict, absorbed: School) -> list:
    manager = relation.model._base_manager
    rows = manager.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    untouched = [row.pk for row in rows if digest(row) == keys[str(row.pk)]]
    left = [[name_of(row), str(EDITED)] for row in rows if row.pk not in untouched]
    share = sorted_out(rows.filter(pk__in=untouched), relation, absorbed)
    _rows, refused = _move(share, absorbed)
    return left + refused + [[name_of(row), why] for row, why in share.staying]


def _move_membership(membership: Membership, kept: School, on: date, moved: Moved) -> None:
    """End a membership the day before the merger and continue it; one that ended before stays."""
    if membership.ends_on is not None and membership.ends_on < on:
        return
    entry = {"pk": membership.pk, "ends_on": None, "copy": None}
    same = kept.memberships.filter(programme=membership.programme, cohort=membership.cohort)
    taken = same.exists()
    if taken:
        why = _("sekolah yang dipakai sudah tercatat pada program dan angkatan itu.")
        moved.stayed.append([name_of(membership), why])
    if membership.starts_on < on:
        entry["ends_on"] = membership.ends_on and membership.ends_on.isoformat()
        entry["copy"] = None if taken else _continued(membership, kept, on)
        membership.ends_on = on - timedelta(days=1)
    elif taken:
        return
    else:
        membership.school = kept
        entry["whole"] = True
    membership.version += 1
    membership.save(update_fields=["school", "ends_on", "version"])
    moved.memberships.append(entry | {"digest": _stored(membership)})


def _continued(membership: Membership, kept: School, on: date) -> dict:
    copy = Membership.objects.create(
        school=kept,
        programme=membership.programme,
        cohort=membership.cohort,
        decree_number=membership.decree_number,
        starts_on=on,
        ends_on=membership.ends_on,
    )
    return {"pk": copy.pk, "digest": _stored(copy)}


def _stored(membership: Membership) -> str:
    return digest(Membership.objects.get(pk=membership.pk))


def _restore_membership(entry: dict, absorbed: School) -> list[list[str]]:
    """Put a membership back as it was; both parts of a divided one, or none."""
    rows = Membership.objects.select_for_update()
    parts = [(rows.filter(pk=part["pk"]).first(), part) for part in (entry, entry["copy"]) if part]
    changed = [row for row, part in parts if row is None or digest(row) != part["digest"]]
    if changed:
        return [[name_of(row), str(EDITED)] for row in changed if row is not None]
    membership = parts[0][0]
    if entry["copy"]:
        parts[1][0].delete()
    membership.school = absorbed
    if not entry.get("whole"):
        membership.ends_on = entry["ends_on"] and parse_date(entry["ends_on"])
    membership.version += 1
    membership.save(update_fields=["school", "ends_on", "version"])
    return []
