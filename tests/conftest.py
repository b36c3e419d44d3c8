"""What every test may use: reference data loaded once a database, people of each role, their clients."""

import os

os.environ.setdefault("DEMO", "true")

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from hypothesis import settings

from portal.models import Role, User
from schools.models import Form, School, SchoolAccount, Status
from tests.databases import migrated_template
from tests.scheduling import UnitScheduling
from tests.world import World, build_world

# How long an example takes says something of the machine, not of the rule.
settings.register_profile("portal", deadline=None)
settings.load_profile("portal")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return UnitScheduling(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings, django_db_use_migrations, django_db_blocker
):
    """The test database of a worker begins as a copy of one that was migrated before."""
    if django_db_use_migrations:
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = migrated_template()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The real areas, catalogue and sets stand in the test database, as in a portal after set-up."""
    with django_db_blocker.unblock():
        call_command("load_reference", verbosity=0)


@pytest.fixture(autouse=True)
def files_of_this_test(settings, tmp_path):
    """Files that a test uploads go with the test; static files are found when asked for."""
    settings.MEDIA_ROOT = tmp_path
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def make_school(db):
    """`make_school(npsn=…, district=…)`: a state primary school in Banjarmasin Selatan unless told."""
    made = iter(range(10_000_001, 99_999_999))

    def make(**fields) -> School:
        district = fields.pop("district", "63.71.01")
        number = next(made)
        return School.objects.create(
            **{
                "npsn": str(number),
                "name": f"SDN CONTOH {number % 1000}",
                "form": Form.SD,
                "status": Status.PUBLIC,
                "district_id": district,
            }
            | fields
        )

    return make


@pytest.fixture
def make_person(db):
    """`make_person("dinas")`: a person of a role; area 63.71 (63 for a facilitator) unless told."""
    made = iter(range(1, 10_000))

    def make(role: str, *, area: str | None = None, school: School | None = None, **fields) -> User:
        if role != Role.SCHOOL and area is None:
            area = "63" if role == Role.FACILITATOR else "63.71"
        number = next(made)
        user = User.objects.create(
            **{"email": f"{role}{number}@contoh.id", "name": f"{role.title()} {number}"} | fields,
            role=role,
            area_id=area,
        )
        if school is not None:
            SchoolAccount.objects.create(user=user, school=school)
        return user

    return make


@pytest.fixture
def client_of(make_person):
    """`client_of("dinas")` or `client_of(user)`: a browser signed in as that person.

    The person is `client.person`.
    """

    def make(who, **fields) -> Client:
        person = who if isinstance(who, User) else make_person(who, **fields)
        client = Client()
        client.force_login(person, backend="portal.accounts.backend.PortalBackend")
        client.person = person
        return client

    return make


@pytest.fixture
def nation_client(make_person, client_of) -> Client:
    """A browser of the administrator of the whole nation, who is `client.person`."""
    person = make_person("admin", email="pusat@contoh.id")
    User.objects.filter(pk=person.pk).update(area=None)
    person.refresh_from_db()
    return client_of(person)


@pytest.fixture
def world(make_school, make_person) -> World:
    return build_world(make_school, make_person)


@pytest.fixture
def clients(world, client_of) -> dict[str, Client]:
    """A browser for each role of the world."""
    return {role: client_of(person) for role, person in world.people.items()}
