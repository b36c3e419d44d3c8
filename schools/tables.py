"""The columns of the list of schools, and the rows that they read."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.contrib.postgres.aggregates import StringAgg
from django.db import connection
from django.db.models import CharField, Expression, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from portal.exports import label_of
from portal.lists import Column
from portal.models import User
from portal.templatetags.portal import badge
from schools.models import (
    Accreditation,
    DatedSchool,
    Form,
    Membership,
    School,
    Stage,
    State,
    Status,
    membership_name,
)


def rows_for(user: User, on: date | None = None) -> QuerySet:
    """The schools of the user's scope with what a row shows: those of today, or of an earlier day.

    Their memberships come by `add_memberships`.
    """
    schools = School.objects if on is None else School.objects.as_of(on)
    return schools.visible_to(user).select_related("district").defer("search")


def add_memberships(rows: Iterable[School | DatedSchool], on: date | None = None) -> None:
    """Give rows the memberships that held on a day (today by default), as texts; one query."""
    held = defaultdict(list)
    sql, parameters = _memberships_sql(on or timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, [row.pk for row in rows]])
        for school, programme, cohort in cursor.fetchall():
            held[school].append(membership_name(programme, cohort))
    for row in rows:
        row.current_memberships = held[row.pk]


@lru_cache(maxsize=16)
def _memberships_sql(on: date) -> tuple[str, tuple]:
    """SQL of a day's memberships of some schools; Django takes longer to write it than it runs."""
    found = Membership.objects.on(on).values_list("school", "programme__name", "cohort")
    sql, parameters = found.query.sql_with_params()
    named = f"SELECT * FROM ({sql}) AS held (school, programme, cohort)"  # noqa: S608  (Django's)
    return f"{named} WHERE school = ANY(%s)", parameters


def programme_badges(school: School) -> str:
    """The memberships of a row, on the day of the list."""
    badges = ((badge("info", "award", member),) for member in school.current_memberships)
    return format_html_join(" ", "{}", badges)


def name_and_state(school: School) -> str:
    """The name, with a badge where the school is no longer open."""
    if school.is_open:
        return school.name
    word = _("bergabung") if school.is_merged else _("tutup")
    return format_html("{} {}", school.name, badge("quiet", "door-closed", word))


def degrees(value: Decimal | None) -> str:
    """A coordinate with a decimal point, as maps read it."""
    return "–" if value is None else str(value)


# Labels are asked of the choices: `get_…_display` builds a table of all of them for each cell.
COLUMNS = [
    Column("nama", _("Nama"), name_and_state, order=("name",), on_phone=True),
    Column("npsn", _("NPSN"), lambda s: s.npsn, order=("npsn",), on_phone=True),
    Column("bentuk", _("Bentuk"), lambda s: Form(s.form).label, order=("stage", "form", "name")),
    Column("jenjang", _("Jenjang"), lambda s: s.stage_label, extra=True),
    Column("status", _("Status"), lambda s: Status(s.status).label, order=("status", "name")),
    Column(
        "kecamatan",
        _("Kecamatan"),
        lambda s: s.district.name,
        order=("district__name", "name"),
        on_phone=True,
    ),
    Column(
        "kabupaten",
        _("Kabupaten/kota"),
        lambda s: s.district.parent.name,
        extra=True,
        needs=("district__parent",),
    ),
    Column("alamat", _("Alamat"), lambda s: s.address or "–", extra=True),
    Column("lintang", _("Lintang"), lambda s: degrees(s.latitude), numeric=True, extra=True),
    Column("bujur", _("Bujur"), lambda s: degrees(s.longitude), numeric=True, extra=True),
    Column(
        "akreditasi",
        _("Akreditasi"),
        lambda s: Accreditation(s.accreditation).label if s.accreditation else "–",
        order=("accreditation", "name"),
    ),
    Column("program", _("Program"), programme_badges),
    Column("keadaan", _("Keadaan"), lambda s: State(s.state).label, extra=True),
    Column("sejak", _("Berlaku sejak"), lambda s: date_format(s.facts_since), extra=True),
    Column("sumber", _("Sumber data"), lambda s: s.source or "–", extra=True),
]


def export_values(on: date | None) -> dict[str, Expression]:
    """What each column of the list holds in a file: column name → SQL; programmes of that day."""
    members = (
        Membership.objects.on(on)
        .filter(school=OuterRef("pk"))
        .order_by()
        .values("school")
        .annotate(
            names=StringAgg(
                Concat("programme__name", Value(str(_(" angkatan "))), Cast("cohort", CharField())),
                Value(", "),
                order_by=["programme__name", "cohort"],
            )
        )
    )
    return {
        "nama": F("name"),
        "npsn": F("npsn"),
        "bentuk": F("form"),
        "jenjang": label_of("stage", Stage),
        "status": label_of("status", Status),
        "kecamatan": F("district__name"),
        "kabupaten": F("district__parent__name"),
        "alamat": F("address"),
        "lintang": F("latitude"),
        "bujur": F("longitude"),
        "akreditasi": label_of("accreditation", Accreditation),
        "program": Coalesce(Subquery(members.values("names")), Value(""), output_field=CharField()),
        "keadaan": label_of("state", State),
        "sejak": F("facts_since"),
        "sumber": F("source"),
    }
