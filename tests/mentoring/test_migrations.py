"""Migrations that move data, on rows as they stood before."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

APP = "mentoring"
TODAY = timezone.localdate()


def name_of(part: str) -> str:
    """The full name of the one migration whose name ends so."""
    loader = MigrationExecutor(connection).loader
    [found] = [name for app, name in loader.disk_migrations if app == APP and name.endswith(part)]
    return found


def migrate_to(name: str):
    """Go to a migration of the app, forwards or back; the apps as they stand there."""
    executor = MigrationExecutor(connection)
    executor.migrate([(APP, name)])
    return MigrationExecutor(connection).loader.project_state([(APP, name)]).apps


@pytest.fixture
def reference_again(django_db_setup, django_db_blocker):
    """A transactional test leaves an empty database behind: what every test relies on comes back."""
    yield
    with django_db_blocker.unblock():
        call_command("load_reference", verbosity=0)


@pytest.fixture
def migrating(reference_again, transactional_db):
    """`migrating(part)`: go there; afterwards the database is brought up to date again."""
    yield lambda part: migrate_to(name_of(part))
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def make_visit(apps, instrument):
    """A planned visit of a facilitator, in the models of that day."""
    model = apps.get_model
    area, _made = model("portal", "Area").objects.get_or_create(
        code="63.71.01", defaults={"name": "Banjarmasin Selatan", "level": "district"}
    )
    user = model("portal", "User").objects.create(email="f@contoh.id", name="F", role="fasilitator")
    school = model("schools", "School").objects.create(
        npsn="30300001", name="SDN", form="SD", stage="sd", status="negeri", district=area
    )
    agreement = model(APP, "Agreement").objects.create(
        kind="kesepakatan", title="KS", area=area, starts_on=TODAY, ends_on=TODAY
    )
    kind, _made = model(APP, "VisitKind").objects.get_or_create(name="Coaching")
    return model(APP, "Visit").objects.create(
        school=school,
        facilitator=user,
        agreement=agreement,
        instrument=instrument,
        kind=kind,
        date=TODAY,
    )


def test_moves_become_steps_at_their_own_moment(migrating):
    apps = migrating("history_of_evidence_with_items")
    instrument = apps.get_model(APP, "Instrument").objects.create(code="a", name="A")
    visit = make_visit(apps, instrument)
    begun = timezone.now() - timedelta(days=2)
    steps = apps.get_model(APP, "Transition").objects
    for hours, before, after in ((0, "", "direncanakan"), (9, "direncanakan", "dibatalkan")):
        at = begun + timedelta(hours=hours)
        steps.create(visit=visit, from_state=before, to_state=after, by=visit.facilitator, at=at)
    apps.get_model(APP, "VisitMove").objects.create(
        visit=visit,
        from_date=TODAY - timedelta(days=3),
        to_date=TODAY,
        by=visit.facilitator,
        at=begun + timedelta(hours=4),
        reason="Asesmen",
    )
    apps = migrating("one_way_to_move_a_visit")
    told = apps.get_model(APP, "Transition").objects.order_by("at", "pk")
    assert list(told.values_list("from_state", "to_state", "former_date", "reason")) == [
        ("", "direncanakan", None, ""),
        ("direncanakan", "direncanakan", TODAY - timedelta(days=3), "Asesmen"),
        ("direncanakan", "dibatalkan", None, ""),
    ]


def test_answers_stay_with_their_items_when_instruments_become_versions(migrating):
    apps = migrating("instrument_versions")
    model = apps.get_model
    used = model(APP, "Instrument").objects.create(name="Rubrik kelas", active=True)
    kept = model(APP, "Instrument").objects.create(name="Rubrik kelas!", active=False)
    empty = model(APP, "Instrument").objects.create(name="Belum dipakai", active=False)
    items = [
        model(APP, "InstrumentItem").objects.create(instrument=used, text=text, order=order)
        for order, text in ((2, "Kedua"), (1, "Pertama"))
    ]
    visit = make_visit(apps, used)
    for score, item in enumerate(items, start=3):
        model(APP, "Answer").objects.create(visit=visit, item=item, score=score)
    visit.pk, visit.instrument = None, kept
    visit.save()
    apps = migrating("instruments_become_versions")
    model = apps.get_model
    rows = {one.pk: one for one in model(APP, "Instrument").objects.all()}
    assert [rows[one.pk].state for one in (used, kept, empty)] == ["terbit", "ditarik", "draf"]
    assert rows[used.pk].code != rows[kept.pk].code
    assert rows[empty.pk].published_at is None
    sections = model(APP, "InstrumentSection").objects.values_list("instrument", "title")
    assert list(sections) == [(used.pk, "Rubrik")]
    answers = model(APP, "Answer").objects.order_by("item__order")
    told = answers.values_list("item__order", "item__code", "item__text", "item__section", "score")
    section = model(APP, "InstrumentSection").objects.get().pk
    assert list(told) == [(1, "b1", "Pertama", section, 4), (2, "b2", "Kedua", section, 3)]
    back = migrating("instrument_versions").get_model(APP, "Instrument").objects
    assert [back.get(pk=one.pk).active for one in (used, kept, empty)] == [True, False, False]
