import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


# Of every kecamatan and of every kabupaten/kota, each with stage, indicator and year: a row of sums.
TABLE = """
CREATE TABLE indicators_schoolsums (
    level varchar(10) NOT NULL,
    year smallint NOT NULL,
    indicator_id bigint NOT NULL,
    area_code varchar(13) COLLATE "C" NOT NULL,
    stage varchar(10) NOT NULL,
    schools integer NOT NULL,
    weighed integer NOT NULL,
    weighted_sum numeric NOT NULL,
    weights numeric NOT NULL,
    parted integer NOT NULL,
    numerators numeric NOT NULL,
    denominators numeric NOT NULL,
    red integer NOT NULL,
    yellow integer NOT NULL,
    green integer NOT NULL,
    PRIMARY KEY (level, year, indicator_id, area_code, stage)
);
CREATE INDEX sums_of_no_school ON indicators_schoolsums (year) WHERE schools = 0;
"""

KEY = "level, year, indicator_id, area_code, stage"
# What the figures of a kecamatan and stage add up to.
COUNTED = {
    "schools": "count(*)::int",
    "weighed": "(count(*) FILTER (WHERE m.value IS NOT NULL AND m.denominator IS NOT NULL))::int",
    "weighted_sum": "sum(m.value * m.denominator)",
    "weights": "sum(m.denominator) FILTER (WHERE m.value IS NOT NULL)",
    "parted": "(count(*) FILTER (WHERE m.numerator IS NOT NULL AND m.denominator IS NOT NULL))::int",
    "numerators": "sum(m.numerator) FILTER (WHERE m.denominator IS NOT NULL)",
    "denominators": "sum(m.denominator) FILTER (WHERE m.numerator IS NOT NULL)",
    "red": "(count(*) FILTER (WHERE m.colour = 'merah'))::int",
    "yellow": "(count(*) FILTER (WHERE m.colour = 'kuning'))::int",
    "green": "(count(*) FILTER (WHERE m.colour = 'hijau'))::int",
}
COLUMNS = ", ".join(COUNTED)


def counted(rows: str, *further: str) -> str:
    """What `rows` add up to in each kecamatan, kept apart by `further` columns."""
    keys = ", ".join(f"m.{one}" for one in ("year", "indicator_id", "district", "stage", *further))
    sums = ", ".join(f"coalesce({sql}, 0) AS {name}" for name, sql in COUNTED.items())
    return f"SELECT {keys}, {sums} FROM ({rows}) AS m GROUP BY {keys}"


def adds(rows: str) -> str:
    """Add `rows` to the sums, each `times` (1 for what comes, -1 for what goes).

    In the order of the key, so that two writers never wait in a ring. Rows that came down to no
    school are taken away.
    """
    summed = ", ".join(f"sum(c.times * c.{name})" for name in COUNTED)
    added = ", ".join(f"{name} = kept.{name} + excluded.{name}" for name in COUNTED)
    return f"""
    INSERT INTO indicators_schoolsums AS kept ({KEY}, {COLUMNS})
    SELECT a.level, c.year, c.indicator_id, a.area_code, c.stage, {summed}
    FROM ({counted(rows, "times")}) AS c
    CROSS JOIN LATERAL (VALUES ('district', c.district), ('city', left(c.district, 5)))
        AS a (level, area_code)
    GROUP BY a.level, c.year, c.indicator_id, a.area_code, c.stage
    ORDER BY a.level, c.year, c.indicator_id, a.area_code COLLATE "C", c.stage
    ON CONFLICT ({KEY}) DO UPDATE SET {added};
    DELETE FROM indicators_schoolsums WHERE schools = 0;
    """


def of_schools(rows: str, times: int) -> str:
    """The figures of schools in `rows`, where those schools are today."""
    return f"""
    SELECT f.year, f.indicator_id, s.district_id AS district, s.stage, f.value, f.numerator,
        f.denominator, f.colour, {times} AS times
    FROM {rows} f JOIN schools_school s ON s.id = f.school_id
    """


def function(name: str, body: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $function$\n"
        f"BEGIN\n{body}\n    RETURN NULL;\nEND\n$function$;\n"
    )


# Who writes figures may do so beside others, who moves a school waits for them: otherwise a figure
# that came while its school moved would be counted where the school was. (74 for the sums.)
TOGETHER = "    PERFORM pg_advisory_xact_lock_shared(74, 1);"
ALONE = "    PERFORM pg_advisory_xact_lock(74, 1);"

MOVED = f"""{ALONE}
    {
    adds('''
        SELECT f.year, f.indicator_id, p.district, p.stage, f.value, f.numerator, f.denominator,
            f.colour, p.times
        FROM indicators_measurement f
        CROSS JOIN (VALUES (OLD.district_id, OLD.stage, -1), (NEW.district_id, NEW.stage, 1))
            AS p (district, stage, times)
        WHERE f.school_id = NEW.id
    ''')
}"""

FUNCTIONS = (
    function("indicators_sums_of_new", TOGETHER + adds(of_schools("new_rows", 1)))
    + function("indicators_sums_of_gone", TOGETHER + adds(of_schools("old_rows", -1)))
    + function(
        "indicators_sums_of_changed",
        TOGETHER + adds(of_schools("old_rows", -1) + " UNION ALL " + of_schools("new_rows", 1)),
    )
    + function("indicators_sums_of_moved", MOVED)
    + function("indicators_sums_of_none", "    DELETE FROM indicators_schoolsums;")
)

# The sums of one year, or of all years (NULL), made anew in one statement; with memory for the groups
# of a nation.
REBUILD = f"""
CREATE FUNCTION indicators_rebuild_sums(of_year integer) RETURNS void LANGUAGE plpgsql
SET work_mem = '256MB' AS $function$
BEGIN
    PERFORM pg_advisory_xact_lock(74, 1);
    DELETE FROM indicators_schoolsums WHERE of_year IS NULL OR year = of_year;
    WITH counted AS MATERIALIZED (
        {counted(of_schools("indicators_measurement", 1) + "WHERE of_year IS NULL OR f.year = of_year")}
    ), of_districts AS (
        INSERT INTO indicators_schoolsums ({KEY}, {COLUMNS})
        SELECT 'district', year, indicator_id, district, stage, {COLUMNS} FROM counted
    )
    INSERT INTO indicators_schoolsums ({KEY}, {COLUMNS})
    SELECT 'city', year, indicator_id, left(district, 5), stage,
        {", ".join(f"sum({name})" for name in COUNTED)}
    FROM counted GROUP BY 2, 3, 4, 5;
END
$function$;
"""

TRIGGERS = """
CREATE TRIGGER sums_after_insert AFTER INSERT ON indicators_measurement
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION indicators_sums_of_new();
CREATE TRIGGER sums_after_update AFTER UPDATE ON indicators_measurement
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION indicators_sums_of_changed();
CREATE TRIGGER sums_after_delete AFTER DELETE ON indicators_measurement
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION indicators_sums_of_gone();
CREATE TRIGGER sums_after_truncate AFTER TRUNCATE ON indicators_measurement
    FOR EACH STATEMENT EXECUTE FUNCTION indicators_sums_of_none();
CREATE TRIGGER sums_after_move AFTER UPDATE OF district_id, form ON schools_school
    FOR EACH ROW WHEN ((OLD.district_id, OLD.stage) IS DISTINCT FROM (NEW.district_id, NEW.stage))
    EXECUTE FUNCTION indicators_sums_of_moved();
"""

UNDO = """
DROP FUNCTION indicators_sums_of_new, indicators_sums_of_gone, indicators_sums_of_changed,
    indicators_sums_of_moved, indicators_sums_of_none CASCADE;
DROP FUNCTION indicators_rebuild_sums;
DROP TABLE indicators_schoolsums;
"""

# For a catalogue that was loaded before the rules; `reference.py` gives them to a new one.
RULES = """
UPDATE indicators_indicator SET roll_up = CASE
    WHEN unit = 'persen' AND 'AN' = ANY (string_to_array(data_source, '; ')) THEN 'tertimbang'
    WHEN unit = 'persen' THEN 'rasio'
    WHEN label_green <> '' THEN 'warna' ELSE '' END
WHERE at_school
"""


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0004_spm"),
    ]

    operations = [
        migrations.CreateModel(
            name="SchoolSums",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "year",
                        "indicator_id",
                        "district_code",
                        "stage",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun Rapor")),
                (
                    "district_code",
                    models.CharField(db_collation="C", max_length=13, verbose_name="kecamatan"),
                ),
                ("stage", models.CharField(max_length=10, verbose_name="jenjang")),
                ("schools", models.IntegerField()),
                ("weighed", models.IntegerField()),
                ("weighted_sum", models.DecimalField(decimal_places=8, max_digits=30)),
                ("weights", models.DecimalField(decimal_places=4, max_digits=22)),
                ("parted", models.IntegerField()),
                ("numerators", models.DecimalField(decimal_places=4, max_digits=22)),
                ("denominators", models.DecimalField(decimal_places=4, max_digits=22)),
                ("red", models.IntegerField()),
                ("yellow", models.IntegerField()),
                ("green", models.IntegerField()),
            ],
            options={
                "verbose_name": "jumlah angka sekolah",
                "verbose_name_plural": "jumlah angka sekolah",
                "db_table": "indicators_schoolsums",
                "managed": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="indicator",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="indicator",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="indicator",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="indicator",
            name="roll_up",
            field=models.CharField(
                blank=True,
                choices=[
                    ("tertimbang", "rata-rata tertimbang menurut jumlah peserta"),
                    ("rasio", "jumlah pembilang dibagi jumlah penyebut"),
                    ("warna", "bagian sekolah menurut warna"),
                ],
                help_text="Cara angka wilayah dihitung dari angka sekolah; kosong: tidak dihitung.",
                max_length=10,
                verbose_name="gabungan angka sekolah",
            ),
        ),
        migrations.AddField(
            model_name="indicatorevent",
            name="roll_up",
            field=models.CharField(
                blank=True,
                choices=[
                    ("tertimbang", "rata-rata tertimbang menurut jumlah peserta"),
                    ("rasio", "jumlah pembilang dibagi jumlah penyebut"),
                    ("warna", "bagian sekolah menurut warna"),
                ],
                help_text="Cara angka wilayah dihitung dari angka sekolah; kosong: tidak dihitung.",
                max_length=10,
                verbose_name="gabungan angka sekolah",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_indicatorevent" ("at_city", "at_province", "at_school", "code", "comparable_from", "data_source", "direction", "green_above", "id", "label_green", "label_red", "label_yellow", "name", "parent_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll_up", "service", "unit", "yellow_from") VALUES (NEW."at_city", NEW."at_province", NEW."at_school", NEW."code", NEW."comparable_from", NEW."data_source", NEW."direction", NEW."green_above", NEW."id", NEW."label_green", NEW."label_red", NEW."label_yellow", NEW."name", NEW."parent_code", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."roll_up", NEW."service", NEW."unit", NEW."yellow_from"); RETURN NULL;',
                    hash="49a16c84b4a44c669c685d7616eca646c10d502a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ab67",
                    table="indicators_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "indicators_indicatorevent" ("at_city", "at_province", "at_school", "code", "comparable_from", "data_source", "direction", "green_above", "id", "label_green", "label_red", "label_yellow", "name", "parent_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll_up", "service", "unit", "yellow_from") VALUES (NEW."at_city", NEW."at_province", NEW."at_school", NEW."code", NEW."comparable_from", NEW."data_source", NEW."direction", NEW."green_above", NEW."id", NEW."label_green", NEW."label_red", NEW."label_yellow", NEW."name", NEW."parent_code", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."roll_up", NEW."service", NEW."unit", NEW."yellow_from"); RETURN NULL;',
                    hash="71e05bd51462e9f9052b764d73c57c0e7b601db4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4281e",
                    table="indicators_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_indicatorevent" ("at_city", "at_province", "at_school", "code", "comparable_from", "data_source", "direction", "green_above", "id", "label_green", "label_red", "label_yellow", "name", "parent_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roll_up", "service", "unit", "yellow_from") VALUES (OLD."at_city", OLD."at_province", OLD."at_school", OLD."code", OLD."comparable_from", OLD."data_source", OLD."direction", OLD."green_above", OLD."id", OLD."label_green", OLD."label_red", OLD."label_yellow", OLD."name", OLD."parent_code", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."roll_up", OLD."service", OLD."unit", OLD."yellow_from"); RETURN NULL;',
                    hash="efe6c314999d90cd4098cfa863fa5260e935cda8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f068f",
                    table="indicators_indicator",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(TABLE + FUNCTIONS + TRIGGERS + REBUILD, UNDO),
        migrations.RunSQL(RULES, migrations.RunSQL.noop),
        migrations.RunSQL("SELECT indicators_rebuild_sums(NULL)", migrations.RunSQL.noop),
    ]
