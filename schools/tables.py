"""The columns of the list of schools, and the rows that they read."""

from django.db.models import Prefetch, QuerySet
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from portal.lists import Column
from portal.models import User
from portal.templatetags.portal import badge
from schools.models import Membership, School


def rows_for(user: User) -> QuerySet[School]:
    """The schools of the user's scope with what a row shows: kecamatan and today's memberships."""
    current = Membership.objects.on().select_related("programme")
    return (
        School.objects.visible_to(user)
        .select_related("district")
        .prefetch_related(Prefetch("memberships", current, to_attr="current_memberships"))
        .defer("search")
    )


def programme_badges(school: School) -> str:
    """Today's memberships of a row of `rows_for`."""
    badges = ((badge("info", "award", str(member)),) for member in school.current_memberships)
    return format_html_join(" ", "{}", badges)


COLUMNS = [
    Column("nama", _("Nama"), lambda s: s.name, order=("name",), on_phone=True),
    Column("npsn", _("NPSN"), lambda s: s.npsn, order=("npsn",), on_phone=True),
    Column("bentuk", _("Bentuk"), lambda s: s.get_form_display(), order=("stage", "form", "name")),
    Column("status", _("Status"), lambda s: s.get_status_display(), order=("status", "name")),
    Column(
        "kecamatan",
        _("Kecamatan"),
        lambda s: s.district.name,
        order=("district__name", "name"),
        on_phone=True,
    ),
    Column(
        "akreditasi",
        _("Akreditasi"),
        lambda s: s.get_accreditation_display() or "–",
        order=("accreditation", "name"),
    ),
    Column("program", _("Program"), programme_badges),
]
