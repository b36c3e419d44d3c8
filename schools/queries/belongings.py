"""What hangs on a school's record, in whichever app: the rows that a merger moves.

Apps above this one are found through Django's relations, not imported.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from schools.models import DistinctPair, Membership, Merger, PastFacts, Proposal, School

# They speak of the record itself, not of what the school has; memberships are moved by their dates.
OF_THE_RECORD = (School, PastFacts, Merger, DistinctPair, Proposal, Membership)


@dataclass
class Share:
    """The rows of one kind that a school holds: those that can move, and those that stay with why."""

    relation: models.ForeignKey
    moving: list[models.Model] = field(default_factory=list)
    staying: list[tuple[models.Model, str]] = field(default_factory=list)

    @property
    def label(self) -> str:
        return str(self.relation.model._meta.verbose_name)

    def along(self) -> list[tuple[str, int]]:
        """What goes with the moving rows because it hangs on them: its name and number."""
        found = []
        for relation in self.relation.model._meta.related_objects:
            if relation.on_delete is models.CASCADE and not is_event(relation.related_model):
                rows = relation.related_model._base_manager
                count = rows.filter(**{f"{relation.field.name}__in": self.moving}).count()
                found += [(str(relation.related_model._meta.verbose_name), count)] if count else []
        return found


def relations() -> Iterator[models.ForeignKey]:
    """The foreign keys by which rows of any app belong to a school."""
    for relation in School._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many and relation.auto_created and not relation.concrete):
            continue
        model = relation.related_model
        if model._meta.managed and model not in OF_THE_RECORD and not is_event(model):
            yield relation.field


def is_event(model: type[models.Model]) -> bool:
    """Whether rows of this model are the history of another one."""
    return hasattr(model, "pgh_tracked_model")


def shares(school: School, *, to: School, locked: bool = False) -> list[Share]:
    """What a school holds, kind by kind, judged for moving it to another; empty kinds left out.

    With `locked` (inside a transaction) the rows are kept from others until its end.
    """
    found = []
    for relation in relations():
        rows = relation.model._base_manager.filter(**{relation.name: school}).order_by("pk")
        rows = rows.select_for_update(of=("self",)) if locked else rows
        share = sorted_out(rows, relation, to)
        if share.moving or share.staying:
            found.append(share)
    return found


def sorted_out(rows: models.QuerySet, relation: models.ForeignKey, to: School) -> Share:
    """Rows of one kind: those that can move to a school, and those that stay with why."""
    share = Share(relation)
    collisions = _collisions(rows, relation, to)
    judged_alone = relation.model.clean is not models.Model.clean
    for row in rows.select_related(relation.name):
        objections = collisions.get(row.pk) or (judged_alone and _objections(row, relation, to))
        if objections:
            share.staying.append((row, " ".join(objections)))
        else:
            share.moving.append(row)
    return share


def _collisions(rows: models.QuerySet, relation: models.ForeignKey, to: School) -> dict:
    """Keys of rows that the school has one like already → what its constraints say; a query each."""
    found = defaultdict(list)
    for constraint in relation.model._meta.constraints:
        if relation.name not in getattr(constraint, "fields", ()):
            continue
        others = [name for name in constraint.fields if name != relation.name]
        there = relation.model._base_manager.filter(
            constraint.condition or Q(),
            **{relation.name: to},
            **{name: OuterRef(name) for name in others},
        )
        mine = rows.filter(constraint.condition or Q()).filter(Exists(there))
        for key in mine.values_list("pk", flat=True):
            found[key].append(_said_by(constraint, relation.model))
    return found


def _said_by(constraint: models.UniqueConstraint, model: type[models.Model]) -> str:
    if constraint.violation_error_message != constraint.default_violation_error_message:
        return str(constraint.violation_error_message)
    return str(model().unique_error_message(model, constraint.fields).messages[0])


def _objections(row: models.Model, relation: models.ForeignKey, to: School) -> list[str]:
    """What the row's own rule says against it at another school and does not say now."""
    before = _complaints(row)
    setattr(row, relation.name, to)
    return [sentence for sentence in _complaints(row) if sentence not in before]


def _complaints(row: models.Model) -> list[str]:
    try:
        row.clean()
    except ValidationError as error:
        return error.messages
    return []


def digest(row: models.Model) -> str:
    """What tells whether somebody changed a row since: SHA-256 of all that it stores."""
    stored = [(f.attname, repr(f.value_from_object(row))) for f in row._meta.concrete_fields]
    return hashlib.sha256(repr(stored).encode()).hexdigest()


def name_of(row: models.Model) -> str:
    """A row as a list names it."""
    return _("%(kind)s: %(row)s") % {"kind": row._meta.verbose_name, "row": row}
