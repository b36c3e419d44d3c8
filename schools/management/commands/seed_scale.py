"""A synthetic nation for measuring: as many schools as asked, over the real kabupaten and kecamatan."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from schools.models import Membership, Programme, School

SOURCE = "sintetis, seed_scale"
MOST_OTHERS = 1000

# Every figure below is drawn from md5(seed, number): the same command makes the same nation.
SCHOOLS = """
INSERT INTO schools_school (
    version, npsn, name, form, status, district_id, address, latitude, longitude, accreditation,
    accreditation_number, source, state, state_reason, facts_since
)
WITH numbered AS (
    SELECT n, ('x' || substr(md5(%(seed)s || '/' || n), 1, 8))::bit(32)::bigint AS a,
        ('x' || substr(md5(%(seed)s || '/' || n), 9, 8))::bit(32)::bigint AS b
    FROM generate_series(1, %(schools)s) AS n
), weighed AS (
    SELECT city.code, sum(0.4 + ('x' || substr(md5(city.code), 1, 4))::bit(16)::int / 65536.0)
        OVER (ORDER BY city.code) AS upto
    FROM portal_area city WHERE city.level = 'city'
        AND EXISTS (SELECT FROM portal_area d WHERE d.parent_id = city.code)
), cities AS MATERIALIZED (
    SELECT code, width_bucket AS slot FROM generate_series(0, 9999) AS width_bucket
    CROSS JOIN LATERAL (
        SELECT code FROM weighed
        WHERE upto >= width_bucket / 10000.0 * (SELECT max(upto) FROM weighed)
        ORDER BY upto LIMIT 1
    ) AS found
), districts AS MATERIALIZED (
    SELECT code, name, parent_id, row_number() OVER (PARTITION BY parent_id ORDER BY code) - 1 AS rank,
        count(*) OVER (PARTITION BY parent_id) AS siblings
    FROM portal_area WHERE level = 'district'
), placed AS (
    SELECT n, a, b, d.code, d.name AS place,
        (ARRAY['TK','TK','TK','KB','KB','RA','SPS','SD','SD','SD','SD','SD','SD','MI','SMP','SMP',
               'SMP','MTs','SMA','SMK','MA','PKBM','SD','SLB'])
            [CASE WHEN a / 7 %% 23 = 0 AND b %% 5 > 0 THEN 8 ELSE a / 7 %% 24 + 1 END] AS form,
        (ARRAY['MELATI','AL HIDAYAH','NURUL IMAN','HARAPAN BANGSA','MUHAMMADIYAH','TUNAS BANGSA',
               'AISYIYAH BUSTANUL ATHFAL','DARUL ULUM','PERTIWI','SANTA MARIA','AL FALAH',
               'CENDERAWASIH','BINA INSANI','MIFTAHUL HUDA','KASIH IBU','PGRI'])
            [b / 11 %% 16 + 1] AS patron
    FROM numbered
    JOIN cities ON cities.slot = a %% 10000
    JOIN districts d ON d.parent_id = cities.code AND d.rank = b %% d.siblings
), told AS (
    SELECT *, CASE WHEN form IN ('SD', 'SMP', 'SMA', 'SMK', 'SLB') AND b / 13 %% 10 < 7
        OR b / 13 %% 10 = 0 AND form NOT IN ('PKBM', 'KB', 'SPS', 'RA')
        THEN 'negeri' ELSE 'swasta' END AS status
    FROM placed
)
SELECT 1,
    CASE WHEN form = 'PKBM' THEN 'P' || lpad(n::text, 7, '0') ELSE (10000000 + n * 137 %% 89999999)::text END,
    CASE WHEN status = 'negeri' THEN form || ' NEGERI ' || b / 17 %% 60 + 1 || ' ' || upper(place)
        ELSE form || ' ' || patron || ' ' || upper(place) || CASE WHEN b %% 4 = 0
            THEN ' ' || b / 19 %% 9 + 1 ELSE '' END END,
    form, status, code, 'Jalan ' || initcap(patron) || ' No. ' || a / 29 %% 200 + 1,
    CASE WHEN b %% 50 > 0 THEN -10.5 + a %% 1600 / 100.0 END,
    CASE WHEN b %% 50 > 0 THEN 95.5 + b %% 4500 / 100.0 END,
    (ARRAY['A','A','A','B','B','B','B','B','C','C','TT',''])[a / 31 %% 12 + 1], '', %(source)s,
    CASE WHEN b / 37 %% 50 = 0 THEN 'tutup' ELSE 'buka' END,
    CASE WHEN b / 37 %% 50 = 0 THEN 'Tidak ada murid' ELSE '' END,
    DATE '2020-07-01' + (a / 41 %% 1500)::int
FROM told
ON CONFLICT (npsn) DO NOTHING
"""
MEMBERS = """
INSERT INTO schools_membership (
    version, school_id, programme_id, cohort, decree_number, starts_on
)
SELECT 1, s.id, p.id, s.id / 33 %% 3 + 1, '', DATE '2021-07-01' + (365 * (s.id / 33 %% 3))::int
FROM schools_school s CROSS JOIN schools_programme p
WHERE s.source = %(source)s AND s.state = 'buka' AND (s.id * 7 + p.id) %% 33 = 0
ON CONFLICT DO NOTHING
"""


class Command(BaseCommand):
    help = (
        "Fill a portal for measuring with synthetic schools over the real areas. The same number "
        "makes the same schools; history rows are not written."
    )

    def add_arguments(self, parser):
        parser.add_argument("--schools", type=int, default=440_000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, **options):
        if settings.PRODUCTION:
            raise CommandError("Data buatan tidak dimuat ke portal sungguhan.")
        if not 1 <= options["schools"] <= 5_000_000:
            raise CommandError("--schools antara 1 dan 5.000.000.")
        source = f"{SOURCE} {options['seed']}"
        others = School.objects.exclude(source=source)[: MOST_OTHERS + 1].count()
        if others > MOST_OTHERS:
            raise CommandError(
                f"Basis data ini berisi lebih dari {MOST_OTHERS} sekolah lain; tidak ada yang ditambahkan."
            )
        if not Programme.objects.exists():
            raise CommandError("Jalankan dahulu: manage.py load_reference")
        seed(options["schools"], seed_number=options["seed"], source=source)
        self.stdout.write(f"{School.objects.count()} sekolah, {Membership.objects.count()} anggota")


@transaction.atomic
def seed(schools: int, *, seed_number: int, source: str) -> None:
    """Write the schools and their memberships, those that are there already left as they are.

    Without history rows: the triggers of both tables rest for this transaction (the role must
    own the tables).
    """
    values = {"schools": schools, "seed": str(seed_number), "source": source}
    tables = [model._meta.db_table for model in (School, Membership)]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(SCHOOLS, values)
        cursor.execute(MEMBERS, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
