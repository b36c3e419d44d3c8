from django.core.management.base import BaseCommand
from django.db import transaction

from indicators.reference import load_catalogue, load_quality_rules, load_sets
from mentoring.reference import (
    load_holidays,
    load_instrument,
    load_number_series,
    load_planning,
    load_visit_kinds,
)
from portal.reference import load_areas
from schools.reference import load_programmes

LOADERS = {
    "wilayah": load_areas,
    "program": load_programmes,
    "indikator": load_catalogue,
    "set indikator": load_sets,
    "aturan mutu data": load_quality_rules,
    "jenis kunjungan": load_visit_kinds,
    "butir instrumen": load_instrument,
    "hari libur": load_holidays,
    "seri nomor": load_number_series,
    "angka perencanaan": load_planning,
}


class Command(BaseCommand):
    help = "Add the reference data that is missing; what is there stays as it is."

    @transaction.atomic
    def handle(self, *args, **options):
        for name, load in LOADERS.items():
            added = load()
            if added:
                self.stdout.write(f"{name}: {added} ditambahkan")
