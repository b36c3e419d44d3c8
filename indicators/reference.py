"""The indicator catalogue and the sets that ship with the portal; what is there stays as it is."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from indicators.models import Indicator, IndicatorSet, QualityRule, RollUp, SetMember, Unit

CATALOGUE = Path(__file__).parent / "data" / "rapor_indicators.csv"
PRIMARY_AND_SECONDARY = "Pendidikan Dasar dan Pendidikan Menengah"
SPM = "spm"

# The nine that the agreement speaks of; no source lists them (domain notes §4). Eight are the
# ministry's, after Permendikbudristek 32/2022; Karakter is named in the agreement. Two indicators
# share the code B.10, so each is named by its code and its name.
SPM_MEMBERS = (
    ("B.10", "Angka Partisipasi Sekolah (5-6)"),
    ("B.13", "Angka Partisipasi Sekolah (APS) 7 - 15"),
    ("B.15", "Angka Partisipasi Sekolah (APS) 7 - 18 Kesetaraan"),
    ("A.1", "Kemampuan literasi"),
    ("A.2", "Kemampuan numerasi"),
    ("D.4", "Iklim keamanan satuan pendidikan"),
    ("D.8", "Iklim Kebinekaan"),
    ("D.10", "Iklim Inklusivitas"),
    ("A.3", "Karakter"),
)
SPM_DESCRIPTION = (
    "Indikator yang dipakai menilai kerja sama, menurut naskahnya. Daftarnya dapat diubah admin."
)
# The day the agreement was signed.
SPM_VALID_FROM = date(2022, 11, 2)
# Asesmen Nasional printed a scale of 1–3 in the 2022 edition, 0–100 since (domain notes §3).
NATIONAL_ASSESSMENT = "AN"
NATIONAL_ASSESSMENT_COMPARABLE_FROM = 2023


def load_catalogue() -> int:
    """Add the indicators of data/rapor_indicators.csv that are missing; returns how many.

    Source: the ministry's public metadata sheet of Rapor Pendidikan (data/README.md). The key is
    (layanan, kode, nama), because codes repeat; a blank cell stays blank.
    """
    known = set(Indicator.objects.values_list("service", "code", "name"))
    with CATALOGUE.open(newline="", encoding="utf-8") as file:
        rows = [_indicator(row) for row in csv.DictReader(file)]
    missing = [row for row in rows if (row.service, row.code, row.name) not in known]
    if missing:
        Indicator.objects.bulk_create(missing, ignore_conflicts=True)
    return len(missing)


def _indicator(row: dict[str, str]) -> Indicator:
    sources = [source.strip() for source in row["sumber_data"].split(";")]
    national = NATIONAL_ASSESSMENT in sources
    return Indicator(
        service=row["layanan"],
        code=row["kode"],
        name=row["nama"],
        parent_code=row["induk"],
        unit=row["satuan"],
        data_source=row["sumber_data"],
        label_red=row["label_merah"],
        label_yellow=row["label_kuning"],
        label_green=row["label_hijau"],
        yellow_from=_threshold(row["batas_kuning"]),
        green_above=_threshold(row["batas_hijau"]),
        direction=row["arah"],
        at_school=row["sekolah"] == "ya",
        at_city=row["kabkota"] == "ya",
        at_province=row["provinsi"] == "ya",
        roll_up=_roll_up(row, of_pupils=national),
        comparable_from=NATIONAL_ASSESSMENT_COMPARABLE_FROM if national else None,
    )


def _roll_up(row: dict[str, str], *, of_pupils: bool) -> str:
    """How the schools' figures make one of their area: none without figures of schools.

    Percentages of the pupils tested weigh by them, proportions are made of their parts. The mean of
    a score has no published weights: there the schools are counted by colour, where it has colours.
    """
    if row["sekolah"] != "ya":
        return ""
    if of_pupils and row["satuan"] == Unit.PERCENT:
        return RollUp.WEIGHTED
    if row["satuan"] == Unit.PERCENT:
        return RollUp.RATIO
    return RollUp.COLOURS if row["label_hijau"] else ""


def _threshold(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def load_sets() -> int:
    """Add the "Set SPM" with its members in order, where it is missing; returns how many sets.

    A set that stands is left alone: which indicators belong to it is for an admin to change.
    """
    if IndicatorSet.objects.filter(code=SPM).exists():
        return 0
    spm = IndicatorSet.objects.create(
        code=SPM, name="Set SPM", description=SPM_DESCRIPTION, valid_from=SPM_VALID_FROM
    )
    found = {
        (indicator.code, indicator.name): indicator
        for indicator in Indicator.objects.filter(
            service=PRIMARY_AND_SECONDARY, code__in=[code for code, _name in SPM_MEMBERS]
        )
    }
    SetMember.objects.bulk_create(
        SetMember(set=spm, indicator=found[key], order=order)
        for order, key in enumerate(SPM_MEMBERS, start=1)
    )
    return 1


# (code, kind, name, first, others, limit); the parts of a sum are named where a catalogue has them.
RATES = (
    ("sd", "SD", ("B.6", "APM) SD"), ("B.4", "APK) SD")),
    ("smp", "SMP", ("B.9", "APM) SMP"), ("B.7", "APK) SMP")),
    ("sm", "SM", ("B.12", "APM) SMA"), ("B.10", "APK) SMA")),
)
OUTLIER_LIMIT = Decimal("3.5")  # Iglewicz & Hoaglin, 1993


def load_quality_rules() -> int:
    """Add the rules that ship with the portal where none stands; returns how many."""
    if QualityRule.objects.exists():
        return 0
    kinds = QualityRule.Kind
    plain = [
        ("jauh-dari-sesama", kinds.PEERS, "Jauh dari sekolah sejenjang di kota", OUTLIER_LIMIT),
        ("jauh-dari-masa-lalu", kinds.PAST, "Jauh dari tahun-tahunnya sendiri", OUTLIER_LIMIT),
        ("berulang", kinds.REPEATED, "Semua nilai sama dengan tahun sebelumnya", Decimal(0)),
    ]
    made = [
        QualityRule(code=code, kind=kind, name=name, limit=limit)
        for code, kind, name, limit in plain
    ]
    QualityRule.objects.bulk_create(made)
    for code, level, net, gross in RATES:
        smaller, larger = (
            Indicator.objects.get(service=PRIMARY_AND_SECONDARY, code=number, name__contains=part)
            for number, part in (net, gross)
        )
        rule = QualityRule.objects.create(
            code=f"apm-apk-{code}",
            kind=kinds.NOT_GREATER,
            name=f"APM {level} tidak lebih besar daripada APK",
            first=smaller,
        )
        rule.others.add(larger)
    return len(made) + len(RATES)
