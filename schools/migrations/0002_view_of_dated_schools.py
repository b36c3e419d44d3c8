from django.db import migrations

SHARED = """
    s.id, s.npsn, {facts}.name, {facts}.form, {stage} AS stage, {facts}.status,
    {facts}.district_id, s.address, s.latitude, s.longitude, {facts}.accreditation,
    {facts}.accreditation_number, {facts}.accreditation_until, s.dapodik_id, s.source,
    {search} AS search, {facts}.state, {facts}.state_reason, {facts}.merged_into_id
"""
NOW = SHARED.format(facts="s", stage="s.stage", search="s.search")
THEN = SHARED.format(
    facts="p",
    stage="""(CASE
        WHEN p.form IN ('TK', 'KB', 'TPA', 'SPS', 'RA') THEN 'paud'
        WHEN p.form IN ('SD', 'MI') THEN 'sd'
        WHEN p.form IN ('SMP', 'MTs') THEN 'smp'
        WHEN p.form IN ('SMA', 'MA', 'SMK', 'MAK') THEN 'sma'
        WHEN p.form IN ('TKLB', 'SDLB', 'SMPLB', 'SMLB', 'SLB') THEN 'khusus'
        WHEN p.form IN ('PKBM', 'SKB', 'LKP') THEN 'kesetaraan'
    END)::varchar(10)""",
    search=r"""to_tsvector('simple'::regconfig,
        regexp_replace(s.npsn || ' ' || p.name, '[!-/:-@\[-`{-~]+', ' ', 'g'))""",
)
VIEW = f"""
CREATE VIEW schools_dated AS
SELECT {NOW}, s.facts_since, s.facts_since AS starts_on, NULL::date AS ends_on
FROM schools_school s
UNION ALL
SELECT {THEN}, p.starts_on, p.starts_on, p.ends_on
FROM schools_pastfacts p JOIN schools_school s ON s.id = p.school_id
"""  # noqa: S608


class Migration(migrations.Migration):
    """Every school in every period, under the names of the columns of `schools_school`."""

    replaces = [("schools", "0003_view_of_dated_schools")]
    dependencies = [("schools", "0001_tables")]

    operations = [migrations.RunSQL(VIEW, "DROP VIEW schools_dated")]
