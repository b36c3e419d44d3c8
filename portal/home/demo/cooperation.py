"""The demo's agreement, and which facilitator accompanies which school of the cohort."""

from datetime import date

from mentoring.models import Agreement, Assignment, Clause, Party
from mentoring.models.agreements import Side
from portal.home.demo.people import Crew
from schools.models import Programme, School

SIGNED_ON = date(2022, 11, 2)
CLAUSES = (
    "Pendampingan satuan pendidikan pelaksana Program Sekolah Penggerak",
    "Pelatihan bagi kepala sekolah, guru, dan pengawas",
    "Pos kinerja: tinjauan berkala capaian dan kendala mutu pendidikan",
    "Penyusunan regulasi daerah yang mendukung mutu pendidikan",
    "Pemantauan dan evaluasi dengan Asesmen Nasional dan SPM Pendidikan",
)


def make_agreement() -> Agreement:
    """The cooperation signed on 2 November 2022; its numbers and wording are made up."""
    agreement = Agreement.objects.create(
        kind=Agreement.Kind.JOINT,
        title="Kerja sama peningkatan mutu pendidikan Kota Banjarmasin",
        first_number="CONTOH/100.3/PEMKO-BJM/2022",
        second_number="CONTOH/B7.13/HK.07/2022",
        area_id="63.71",
        signed_on=SIGNED_ON,
        signed_at="Balai Kota Banjarmasin",
        starts_on=SIGNED_ON,
        ends_on=date(2027, 11, 1),
        state=Agreement.State.IN_FORCE,
        source="contoh",
    )
    Party.objects.bulk_create(
        [
            Party(
                agreement=agreement,
                side=Side.CITY,
                institution="Pemerintah Kota Banjarmasin",
                name="Wali Kota (contoh)",
                position="Wali Kota Banjarmasin",
            ),
            Party(
                agreement=agreement,
                side=Side.BPMP,
                institution="BPMP Provinsi Kalimantan Selatan",
                name="Kepala BPMP (contoh)",
                position="Kepala BPMP",
            ),
        ]
    )
    Clause.objects.bulk_create(
        Clause(agreement=agreement, order=order, text=text)
        for order, text in enumerate(CLAUSES, start=1)
    )
    return agreement


def assign_cohort(crew: Crew) -> list[Assignment]:
    """Share the cohort of Sekolah Penggerak among the facilitators, from the first month on."""
    programme = Programme.objects.get(code="sekolah-penggerak")
    schools = School.objects.in_programme(programme).select_related("district").order_by("npsn")
    return Assignment.objects.bulk_create(
        Assignment(
            facilitator=crew.facilitators[number % len(crew.facilitators)],
            school=school,
            starts_on=date(2022, 11, 7),
        )
        for number, school in enumerate(schools)
    )
