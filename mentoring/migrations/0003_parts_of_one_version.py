"""An item lies in a section of its own version, and is shown by an item of it: composite keys."""

from django.db import migrations

TIES = (
    ("item_section_of_its_version", "section_id", "mentoring_instrumentsection"),
    ("item_shown_by_its_version", "shown_if_id", "mentoring_instrumentitem"),
)
KEYS = ("mentoring_instrumentsection", "mentoring_instrumentitem")


def _key(table):
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_of_version UNIQUE (id, instrument_id)",
        f"ALTER TABLE {table} DROP CONSTRAINT {table}_of_version",
    )


def _tie(name, column, table):
    return migrations.RunSQL(
        f"ALTER TABLE mentoring_instrumentitem ADD CONSTRAINT {name} "
        f"FOREIGN KEY ({column}, instrument_id) REFERENCES {table} (id, instrument_id) "
        "DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE mentoring_instrumentitem DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    replaces = [("mentoring", "0014_parts_of_one_version")]
    dependencies = [("mentoring", "0002_need_is_kept_by_the_database")]

    operations = [*(_key(table) for table in KEYS), *(_tie(*tie) for tie in TIES)]
