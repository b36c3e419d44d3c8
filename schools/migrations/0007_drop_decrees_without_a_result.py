"""Accepting a proposal field by field could leave a decree without its result; the history keeps it."""

from django.db import migrations

DROP = """
    UPDATE schools_school
    SET accreditation_number = '', accreditation_until = NULL, version = version + 1
    WHERE accreditation = '' AND (accreditation_number <> '' OR accreditation_until IS NOT NULL)
"""


class Migration(migrations.Migration):
    dependencies = [("schools", "0006_indexes_that_queries_use")]

    operations = [migrations.RunSQL(DROP, migrations.RunSQL.noop)]
