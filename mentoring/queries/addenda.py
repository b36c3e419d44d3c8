"""What an agreement says, what an addendum changes in it, and what it said on an earlier day."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Addendum, Agreement
from portal.history import Change
from portal.models import Area


def terms_of(agreement: Agreement) -> dict:
    """What an addendum may change, as plain values: dates, area and clauses."""
    return {
        "starts_on": agreement.starts_on.isoformat(),
        "ends_on": agreement.ends_on.isoformat(),
        "area": {"code": agreement.area_id, "name": Area.objects.get(pk=agreement.area_id).name},
        "clauses": [
            {"id": clause.pk, "order": clause.order, "text": clause.text}
            for clause in agreement.clauses.order_by("order", "pk")
        ],
    }


def differences(addendum: Addendum) -> list[Change]:
    """What an addendum changed, old → new in words: dates, area, then clause by clause."""
    before, after = addendum.before, addendum.after
    changes = [
        Change(
            str(Agreement._meta.get_field(name).verbose_name), _day(before, name), _day(after, name)
        )
        for name in ("starts_on", "ends_on")
        if before[name] != after[name]
    ]
    if before["area"] != after["area"]:
        label = str(Agreement._meta.get_field("area").verbose_name)
        changes.append(Change(label, before["area"]["name"], after["area"]["name"]))
    return changes + _clause_changes(before["clauses"], after["clauses"])


def _day(terms: dict, name: str) -> str:
    return date_format(date.fromisoformat(terms[name]), "DATE_FORMAT")


def _clause_changes(before: list[dict], after: list[dict]) -> list[Change]:
    """The clauses whose text changed, that came or went; a new number alone changes no clause."""
    old = {clause["id"]: clause for clause in before}
    new = {clause["id"]: clause for clause in after}
    changes = []
    for pk in [*old, *(pk for pk in new if pk not in old)]:
        was, now = old.get(pk), new.get(pk)
        if was and now and was["text"] == now["text"]:
            continue
        label = _("klausul %d") % (now or was)["order"]
        changes.append(Change(label, was["text"] if was else "–", now["text"] if now else "–"))
    return changes


@dataclass(frozen=True)
class Terms:
    """What an agreement said on a day; `addendum` is the newest that held then, if any."""

    on: date
    starts_on: date
    ends_on: date
    area: str
    clauses: list[dict]
    addendum: Addendum | None


def terms_on(agreement: Agreement, on: date) -> Terms:
    """What the agreement said on a day: an addendum holds from the day it was signed."""
    addenda = list(agreement.addenda.order_by("order"))
    later = next((one for one in addenda if one.signed_on > on), None)
    terms = later.before if later else terms_of(agreement)
    held = [one for one in addenda if one.signed_on <= on]
    return Terms(
        on=on,
        starts_on=date.fromisoformat(terms["starts_on"]),
        ends_on=date.fromisoformat(terms["ends_on"]),
        area=terms["area"]["name"],
        clauses=terms["clauses"],
        addendum=held[-1] if held else None,
    )
