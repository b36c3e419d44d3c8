"""New schools are counted at once, and two counts of one school follow each other."""

from django.db import migrations

# What the first of two transactions recorded is seen by the second only if it waits for the first
# before it counts; the row of a school that was never counted holds nobody up.
FEW = """
CREATE OR REPLACE FUNCTION mentoring_need_of_few(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $function$
BEGIN
    IF cardinality(ids) BETWEEN 1 AND 1000 THEN
        PERFORM FROM mentoring_schoolneed WHERE school_id = ANY (ids)
            ORDER BY school_id FOR NO KEY UPDATE;
        PERFORM mentoring_refresh_need(ids);
    END IF;
END
$function$;
"""
FEW_BEFORE = """
CREATE OR REPLACE FUNCTION mentoring_need_of_few(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $function$
BEGIN
    IF cardinality(ids) BETWEEN 1 AND 1000 THEN
        PERFORM mentoring_refresh_need(ids);
    END IF;
END
$function$;
"""
NEW_SCHOOLS = """
CREATE FUNCTION mentoring_need_of_new_schools() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_need_of_few(ARRAY(SELECT id FROM changed_rows));
    RETURN NULL;
END
$function$;

CREATE TRIGGER need_after_insert AFTER INSERT ON schools_school
    REFERENCING NEW TABLE AS changed_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mentoring_need_of_new_schools();
"""
NO_NEW_SCHOOLS = """
DROP TRIGGER need_after_insert ON schools_school;
DROP FUNCTION mentoring_need_of_new_schools();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0020_next_version_after_an_approval"),
    ]

    operations = [
        migrations.RunSQL(FEW, FEW_BEFORE),
        migrations.RunSQL(NEW_SCHOOLS, NO_NEW_SCHOOLS),
    ]
