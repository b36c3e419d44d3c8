"""How late the overdue follow-ups are: counted in bands of days by school, owner or indicator."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from mentoring.models import FollowUp

MOST_GROUPS = 50
NONE = "tanpa"  # a filter's value for follow-ups without person or indicator


@dataclass(frozen=True)
class Band:
    """A band of days late: its value in addresses, its words, its first and last day."""

    value: str
    label: str
    first: int
    last: int | None


BANDS = (
    Band("7", _lazy("sampai 7 hari"), 1, 7),
    Band("30", _lazy("8–30 hari"), 8, 30),
    Band("90", _lazy("31–90 hari"), 31, 90),
    Band("lebih", _lazy("lebih dari 90 hari"), 91, None),
)


@dataclass(frozen=True)
class Grouping:
    """What overdue follow-ups are counted by: the columns of a group, its name, and its filter."""

    value: str
    label: str
    columns: tuple[str, ...]
    name: Callable[[dict], str]
    filters: Callable[[dict], dict]


def _owner_name(row: dict) -> str:
    side = str(FollowUp.Owner(row["owner"]).label) if row["owner"] else "–"
    name = row["owner_person__name"]
    return f"{side} ({name})" if name else side


def _indicator_name(row: dict) -> str:
    if row["indicator"] is None:
        return _("Tidak terkait indikator")
    return f"{row['indicator__code']} {row['indicator__name']}".strip()


GROUPINGS = (
    Grouping(
        "sekolah",
        _lazy("Sekolah"),
        ("visit__school__npsn", "visit__school__name"),
        lambda row: row["visit__school__name"],
        lambda row: {"q": row["visit__school__npsn"]},
    ),
    Grouping(
        "pelaksana",
        _lazy("Pelaksana"),
        ("owner", "owner_person", "owner_person__name"),
        _owner_name,
        lambda row: {"pelaksana": row["owner"], "orang": row["owner_person"] or NONE},
    ),
    Grouping(
        "indikator",
        _lazy("Indikator"),
        ("indicator", "indicator__code", "indicator__name"),
        _indicator_name,
        lambda row: {"indikator": row["indicator"] or NONE},
    ),
)


@dataclass(frozen=True)
class Aged:
    """A group of overdue follow-ups: its name, its filters, and how many lie in each band."""

    name: str
    filters: dict
    counts: list[int]
    total: int


def ageing(late: QuerySet, grouping: Grouping) -> list[Aged]:
    """The groups of these overdue follow-ups, the fullest first; at most 50."""
    rows = late.order_by().values(*grouping.columns).annotate(**_counts())
    return [
        Aged(grouping.name(row), grouping.filters(row), _of_bands(row), row["total"])
        for row in rows.order_by("-total", *grouping.columns)[:MOST_GROUPS]
    ]


def ageing_in_all(late: QuerySet) -> Aged:
    """These overdue follow-ups together."""
    row = late.aggregate(**_counts())
    return Aged(_("Semua"), {}, _of_bands(row), row["total"])


def _counts() -> dict[str, Count]:
    today = timezone.localdate()
    counts = {"total": Count("pk")}
    for band in BANDS:
        within = Q(due_on__lte=today - timedelta(days=band.first))
        if band.last is not None:
            within &= Q(due_on__gte=today - timedelta(days=band.last))
        counts[f"late_{band.value}"] = Count("pk", filter=within)
    return counts


def _of_bands(row: dict) -> list[int]:
    return [row[f"late_{band.value}"] for band in BANDS]
