"""The people of the demo: one of each role, and three facilitators."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from portal.models import Role, User
from schools.models import School, SchoolAccount

PASSWORD = "sungai-martapura-1526"  # noqa: S105  (printed on the sign-in page of every demo)
NPSN_OF_SCHOOL_ACCOUNT = "30304061"


@dataclass(frozen=True)
class Person:
    """Who somebody is in the demo."""

    label: str
    email: str
    name: str
    position: str
    role: Role
    area: str | None


PEOPLE = (
    Person(_("Admin"), "admin@contoh.id", "Rahmadi", "Pengelola data", Role.ADMIN, "63.71"),
    Person(
        _("Dinas Pendidikan"),
        "dinas@contoh.id",
        "Noor Aina",
        "Kepala Seksi Mutu",
        Role.DINAS,
        "63.71",
    ),
    Person(
        _("Fasilitator BPMP"),
        "fasilitator@contoh.id",
        "Siti Hadijah",
        "Widyaprada",
        Role.FACILITATOR,
        "63",
    ),
    Person(
        _("Fasilitator BPMP (2)"),
        "fasilitator2@contoh.id",
        "M. Arsyad",
        "Widyaprada",
        Role.FACILITATOR,
        "63",
    ),
    Person(
        _("Fasilitator BPMP (3)"),
        "fasilitator3@contoh.id",
        "Fitriani",
        "Widyaprada",
        Role.FACILITATOR,
        "63",
    ),
    Person(
        _("Kepala sekolah"), "sekolah@contoh.id", "Hj. Mariani", "Kepala sekolah", Role.SCHOOL, None
    ),
    Person(
        _("Wali Kota"),
        "walikota@contoh.id",
        "Wali Kota (contoh)",
        "Wali Kota Banjarmasin",
        Role.LEADER,
        "63.71",
    ),
    Person(
        _("Kepala BPMP"),
        "bpmp@contoh.id",
        "Kepala BPMP (contoh)",
        "Kepala BPMP Kalimantan Selatan",
        Role.LEADER,
        "63",
    ),
)


@dataclass(frozen=True)
class Crew:
    """Those who act in the demo's records."""

    admin: User
    officer: User
    facilitators: list[User]


def make_people() -> Crew:
    """Create the accounts; all share one published password."""
    password = make_password(PASSWORD)
    users = [
        User(
            email=person.email,
            name=person.name,
            position=person.position,
            role=person.role,
            area_id=person.area,
            password=password,
        )
        for person in PEOPLE
    ]
    User.objects.bulk_create(users)
    head = next(user for user in users if user.role == Role.SCHOOL)
    school = School.objects.get(npsn=NPSN_OF_SCHOOL_ACCOUNT)
    SchoolAccount.objects.create(user=head, school=school)
    return Crew(
        admin=users[0],
        officer=next(user for user in users if user.role == Role.DINAS),
        facilitators=[user for user in users if user.role == Role.FACILITATOR],
    )
