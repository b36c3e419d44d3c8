"""Figures of a year that was proposed, approved or locked change in no way, whoever writes them."""

from django.db import migrations

# A figure belongs to the year of its school's city, or of the city or province that it is of.
REFUSE = """
CREATE FUNCTION indicators_refuse_closed() RETURNS trigger LANGUAGE plpgsql AS $function$
DECLARE
    closed text;
BEGIN
    IF NOT EXISTS (
        SELECT FROM indicators_figureyear
        WHERE state <> 'sementara' AND (unlocked_until IS NULL OR unlocked_until <= now())
    ) THEN
        RETURN NULL;
    END IF;
    SELECT y.area_id || ' ' || y.year INTO closed
    FROM changed_rows m LEFT JOIN schools_school s ON s.id = m.school_id
    JOIN indicators_figureyear y
        ON y.year = m.year AND y.area_id = left(coalesce(s.district_id, m.area_id), 5)
    WHERE y.state <> 'sementara' AND (y.unlocked_until IS NULL OR y.unlocked_until <= now())
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'figures of % are closed', closed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'figure_year_is_open',
                  TABLE = 'indicators_measurement';
    END IF;
    RETURN NULL;
END
$function$;
"""


def hears(event: str, rows: str, name: str) -> str:
    return (
        f"CREATE TRIGGER {name} AFTER {event} ON indicators_measurement "
        f"REFERENCING {rows} TABLE AS changed_rows "
        "FOR EACH STATEMENT EXECUTE FUNCTION indicators_refuse_closed();\n"
    )


# An update is judged by where the figure was and by where it goes.
HEARD = (
    hears("INSERT", "NEW", "closed_year_on_insert")
    + hears("UPDATE", "NEW", "closed_year_on_update")
    + hears("UPDATE", "OLD", "closed_year_before_update")
    + hears("DELETE", "OLD", "closed_year_on_delete")
)


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_figures_in_detail_and_their_years")]

    operations = [
        migrations.RunSQL(REFUSE + HEARD, "DROP FUNCTION indicators_refuse_closed() CASCADE")
    ]
