from django.db import migrations

# Of every school that exists: one row, small, and one index for each order in which it is read. No
# foreign keys: what is derived keeps nobody from deleting a school.
TABLE = """
CREATE TABLE mentoring_schoolneed (
    school_id bigint PRIMARY KEY,
    district_id varchar(13) NOT NULL,
    accompanied boolean NOT NULL,
    red smallint NOT NULL,
    yellow smallint NOT NULL,
    last_visit date,
    months smallint NOT NULL,
    open smallint NOT NULL,
    overdue smallint NOT NULL,
    planned smallint NOT NULL,
    expected smallint NOT NULL,
    made smallint NOT NULL,
    owed smallint NOT NULL,
    score numeric(9, 2) NOT NULL
);
CREATE INDEX school_need_by_score ON mentoring_schoolneed (score, school_id);
CREATE INDEX school_need_of_accompanied ON mentoring_schoolneed (score, school_id) WHERE accompanied;
CREATE INDEX school_need_of_visited ON mentoring_schoolneed (score, school_id) WHERE made > 0;
CREATE INDEX school_need_by_district ON mentoring_schoolneed (district_id varchar_pattern_ops, score);
"""

# The need of the schools named, or of all (NULL), in one statement; rows that stay as they are are
# not written. Months count 30 days. What is expected of a year's plan grows with the days since
# 1 January or, where it came later, since the school was first accompanied.
REFRESH = """
CREATE FUNCTION mentoring_refresh_need(ids bigint[]) RETURNS bigint LANGUAGE plpgsql AS $function$
DECLARE
    today date := (now() AT TIME ZONE 'Asia/Makassar')::date;
    written bigint;
BEGIN
    DELETE FROM mentoring_schoolneed n USING schools_school s
    WHERE s.id = n.school_id AND s.state <> 'buka' AND (ids IS NULL OR n.school_id = ANY (ids));
    EXECUTE $sql$
    WITH weights AS (SELECT * FROM mentoring_needweights),
    usual AS (SELECT coalesce(max(visits_least), 4) AS visits FROM mentoring_planningdefaults),
    accompanied AS (
        SELECT school_id, min(starts_on) AS since FROM (
            SELECT school_id, starts_on, ends_on FROM mentoring_assignment
            WHERE $1 IS NULL OR school_id = ANY ($1)
            UNION ALL
            SELECT school_id, starts_on, ends_on FROM schools_membership
            WHERE $1 IS NULL OR school_id = ANY ($1)
        ) AS periods
        WHERE starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)
        GROUP BY school_id
    ),
    colours AS (
        SELECT DISTINCT ON (school_id) school_id, red, yellow FROM (
            SELECT m.school_id, m.year, count(*) FILTER (WHERE m.colour = 'merah') AS red,
                count(*) FILTER (WHERE m.colour = 'kuning') AS yellow
            FROM indicators_measurement m
            WHERE m.school_id IS NOT NULL AND ($1 IS NULL OR m.school_id = ANY ($1))
                AND m.indicator_id IN (
                    SELECT member.indicator_id FROM indicators_setmember member
                    JOIN indicators_indicatorset chosen ON chosen.id = member.set_id
                    WHERE (chosen.valid_from IS NULL OR chosen.valid_from <= $2)
                        AND (chosen.valid_until IS NULL OR chosen.valid_until >= $2)
                )
            GROUP BY m.school_id, m.year
        ) AS yearly
        ORDER BY school_id, year DESC
    ),
    visited AS (
        SELECT school_id, max(date) AS last_visit,
            count(*) FILTER (WHERE date >= date_trunc('year', $2)::date) AS made
        FROM mentoring_visit
        WHERE state IN ('diajukan', 'dikembalikan', 'diverifikasi') AND date <= $2
            AND ($1 IS NULL OR school_id = ANY ($1))
        GROUP BY school_id
    ),
    waiting AS (
        SELECT v.school_id, count(*) AS open, count(*) FILTER (WHERE f.due_on < $2) AS overdue
        FROM mentoring_followup f JOIN mentoring_visit v ON v.id = f.visit_id
        WHERE f.state IN ('belum', 'berjalan', 'dikembalikan')
            AND v.state IN ('diajukan', 'dikembalikan', 'diverifikasi')
            AND ($1 IS NULL OR v.school_id = ANY ($1))
        GROUP BY v.school_id
    ),
    plans AS (
        SELECT school_id, visits FROM mentoring_yearplan
        WHERE year = extract(year FROM $2) AND ($1 IS NULL OR school_id = ANY ($1))
    ),
    counted AS (
        SELECT s.id, s.district_id, a.school_id IS NOT NULL AS accompanied,
            coalesce(c.red, 0) AS red, coalesce(c.yellow, 0) AS yellow, v.last_visit,
            least(coalesce(($2 - v.last_visit) / 30, w.months_most), w.months_most) AS months,
            coalesce(f.open, 0) AS open, coalesce(f.overdue, 0) AS overdue,
            coalesce(p.visits, CASE WHEN a.school_id IS NULL THEN 0 ELSE usual.visits END) AS planned,
            coalesce(v.made, 0) AS made,
            ($2 - greatest(date_trunc('year', $2)::date, a.since) + 1) / 365.0 AS elapsed
        FROM schools_school s CROSS JOIN weights w CROSS JOIN usual
        LEFT JOIN accompanied a ON a.school_id = s.id
        LEFT JOIN colours c ON c.school_id = s.id
        LEFT JOIN visited v ON v.school_id = s.id
        LEFT JOIN waiting f ON f.school_id = s.id
        LEFT JOIN plans p ON p.school_id = s.id
        WHERE s.state = 'buka' AND ($1 IS NULL OR s.id = ANY ($1))
    ),
    measured AS (
        SELECT *, floor(planned * least(elapsed, 1)) AS expected,
            greatest(floor(planned * least(elapsed, 1)) - made, 0) AS owed
        FROM counted
    )
    INSERT INTO mentoring_schoolneed AS need (
        school_id, district_id, accompanied, red, yellow, last_visit, months, open, overdue,
        planned, expected, made, owed, score
    )
    SELECT m.id, m.district_id, m.accompanied, m.red, m.yellow, m.last_visit, m.months, m.open,
        m.overdue, m.planned, m.expected, m.made, m.owed,
        m.red * w.red + m.yellow * w.yellow + m.months * w.month + m.open * w.open
            + m.overdue * w.overdue + m.owed * w.owed
    FROM measured m CROSS JOIN weights w ORDER BY m.id
    ON CONFLICT (school_id) DO UPDATE SET
        district_id = excluded.district_id, accompanied = excluded.accompanied,
        red = excluded.red, yellow = excluded.yellow, last_visit = excluded.last_visit,
        months = excluded.months, open = excluded.open, overdue = excluded.overdue,
        planned = excluded.planned, expected = excluded.expected, made = excluded.made,
        owed = excluded.owed, score = excluded.score
    WHERE need.* IS DISTINCT FROM excluded.*
    $sql$ USING ids, today;
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written;
END
$function$;
"""

# Files of a nation's figures are left to the daily job: more than 1,000 schools in one statement.
# What the first of two transactions recorded is seen by the second only if it waits for the first
# before it counts; the row of a school that was never counted holds nobody up.
TRIGGERS = """
CREATE FUNCTION mentoring_need_of_few(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $function$
BEGIN
    IF cardinality(ids) BETWEEN 1 AND 1000 THEN
        PERFORM FROM mentoring_schoolneed WHERE school_id = ANY (ids)
            ORDER BY school_id FOR NO KEY UPDATE;
        PERFORM mentoring_refresh_need(ids);
    END IF;
END
$function$;

CREATE FUNCTION mentoring_need_of_rows() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_need_of_few(ARRAY(
        SELECT DISTINCT school_id FROM changed_rows WHERE school_id IS NOT NULL
    ));
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_updated_rows() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_need_of_few(ARRAY(
        SELECT school_id FROM old_rows WHERE school_id IS NOT NULL
        UNION SELECT school_id FROM changed_rows WHERE school_id IS NOT NULL
    ));
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_row() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_refresh_need(ARRAY[OLD.school_id, NEW.school_id]);
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_follow_ups() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_need_of_few(ARRAY(
        SELECT DISTINCT v.school_id FROM changed_rows f JOIN mentoring_visit v ON v.id = f.visit_id
        WHERE v.state IN ('diajukan', 'dikembalikan', 'diverifikasi')
    ));
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_follow_up() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_refresh_need(ARRAY(
        SELECT school_id FROM mentoring_visit WHERE id IN (OLD.visit_id, NEW.visit_id)
    ));
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_school() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_refresh_need(ARRAY[NEW.id]);
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_new_schools() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_need_of_few(ARRAY(SELECT id FROM changed_rows));
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_gone_schools() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM mentoring_schoolneed;
    ELSE
        DELETE FROM mentoring_schoolneed WHERE school_id IN (SELECT id FROM changed_rows);
    END IF;
    RETURN NULL;
END
$function$;

CREATE FUNCTION mentoring_need_of_all() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM mentoring_refresh_need(NULL);
    RETURN NULL;
END
$function$;
"""


def by_statement(table: str, function: str, *events: str) -> str:
    """Triggers that hear once of all the rows of a statement."""
    sql = ""
    for event in events:
        rows = {
            "INSERT": "NEW TABLE AS changed_rows",
            "DELETE": "OLD TABLE AS changed_rows",
            "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS changed_rows",
        }[event]
        called = "mentoring_need_of_updated_rows" if event == "UPDATE" else function
        sql += (
            f"CREATE TRIGGER need_after_{event.lower()} AFTER {event} ON {table} "
            f"REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {called}();\n"
        )
    return sql


def by_row(table: str, function: str, *columns: str) -> str:
    """A trigger that hears of a row whose columns changed; saving a draft, which is often, is quiet."""
    old = ", ".join(f"OLD.{column}" for column in columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    return (
        f"CREATE TRIGGER need_after_update AFTER UPDATE OF {', '.join(columns)} ON {table} "
        f"FOR EACH ROW WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION {function}();\n"
    )


def after_all(table: str) -> str:
    return (
        f"CREATE TRIGGER need_after_change AFTER INSERT OR UPDATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION mentoring_need_of_all();\n"
    )


EVERY = ("INSERT", "UPDATE", "DELETE")
OF_SCHOOLS = (
    "mentoring_assignment",
    "mentoring_yearplan",
    "schools_membership",
    "indicators_measurement",
)
ATTACHED = "".join(by_statement(table, "mentoring_need_of_rows", *EVERY) for table in OF_SCHOOLS)
ATTACHED += by_statement("mentoring_visit", "mentoring_need_of_rows", "INSERT", "DELETE")
ATTACHED += by_row("mentoring_visit", "mentoring_need_of_row", "state", "date", "school_id")
ATTACHED += by_statement("mentoring_followup", "mentoring_need_of_follow_ups", "INSERT", "DELETE")
ATTACHED += by_row(
    "mentoring_followup", "mentoring_need_of_follow_up", "state", "due_on", "visit_id"
)
ATTACHED += by_row("schools_school", "mentoring_need_of_school", "district_id", "state")
ATTACHED += by_statement("schools_school", "mentoring_need_of_new_schools", "INSERT")
ATTACHED += by_statement("schools_school", "mentoring_need_of_gone_schools", "DELETE")
ATTACHED += (
    "CREATE TRIGGER need_after_truncate AFTER TRUNCATE ON schools_school "
    "FOR EACH STATEMENT EXECUTE FUNCTION mentoring_need_of_gone_schools();\n"
)
ATTACHED += after_all("mentoring_needweights") + after_all("mentoring_planningdefaults")

FUNCTIONS = (
    "mentoring_need_of_all()",
    "mentoring_need_of_gone_schools()",
    "mentoring_need_of_new_schools()",
    "mentoring_need_of_school()",
    "mentoring_need_of_follow_up()",
    "mentoring_need_of_follow_ups()",
    "mentoring_need_of_row()",
    "mentoring_need_of_updated_rows()",
    "mentoring_need_of_rows()",
    "mentoring_need_of_few(bigint[])",
    "mentoring_refresh_need(bigint[])",
)
AWAY = "".join(f"DROP FUNCTION {name} CASCADE;\n" for name in FUNCTIONS)  # with their triggers


class Migration(migrations.Migration):
    """The table of each school's need, the function that fills it, and the triggers that call it."""

    replaces = [
        ("mentoring", "0010_need_is_kept_by_the_database"),
        ("mentoring", "0021_need_of_new_schools_and_no_lost_count"),
    ]
    dependencies = [("mentoring", "0001_tables")]

    operations = [
        migrations.RunSQL(TABLE, "DROP TABLE mentoring_schoolneed"),
        migrations.RunSQL(REFRESH + TRIGGERS + ATTACHED, AWAY),
    ]
