"""The demo's trainings: one a year with sessions, participants of the cohort, and attendance."""

from datetime import date, time
from decimal import Decimal
from random import Random

from mentoring.models import Agreement, Assignment, Attendance, Participant, Session, Training

TRAININGS = (
    (
        date(2023, 3, 14),
        Training.Kind.WORKSHOP,
        "Lokakarya pembelajaran literasi berbasis data Rapor",
    ),
    (
        date(2024, 2, 20),
        Training.Kind.BIMTEK,
        "Bimtek perencanaan berbasis data untuk kepala sekolah",
    ),
    (date(2025, 5, 6), Training.Kind.IHT, "IHT iklim keamanan dan pencegahan perundungan"),
    (date(2026, 8, 11), Training.Kind.WORKSHOP, "Lokakarya penguatan numerasi SD dan SMP"),
)
TOPICS = (
    "Membaca Rapor satuan pendidikan",
    "Akar masalah",
    "Praktik di kelas",
    "Rencana tindak lanjut",
)
NAMES = (
    "Ahmad Fauzi", "Aulia Rahmah", "Budi Santoso", "Dewi Lestari", "Gusti Rahman", "Hj. Norhayati",
    "Ida Royani", "Khairunnisa", "Lina Marlina", "M. Ridwan", "Nida Hasanah", "Rusdiana", "Yuliani",
)  # fmt: skip


def make_trainings(cohort: list[Assignment], agreement: Agreement, chance: Random) -> None:
    """Trainings with four sessions each; about nine in ten attend."""
    for starts_on, kind, title in TRAININGS:
        training = Training.objects.create(
            kind=kind,
            title=title,
            organiser="BPMP Provinsi Kalimantan Selatan",
            agreement=agreement,
            area_id="63.71",
            place="Aula Dinas Pendidikan Kota Banjarmasin",
            speakers="Widyaprada BPMP",
            source="contoh",
        )
        sessions = Session.objects.bulk_create(
            Session(
                training=training,
                topic=topic,
                date=starts_on.replace(day=starts_on.day + number // 2),
                starts_at=time(8 + 5 * (number % 2)),
                ends_at=time(11 + 5 * (number % 2)),
                hours=Decimal(4),
            )
            for number, topic in enumerate(TOPICS)
        )
        people = Participant.objects.bulk_create(
            Participant(
                training=training,
                school=assignment.school,
                name=f"{NAMES[(place + seat * 5) % len(NAMES)]} (contoh)",
                position=position,
            )
            for place, assignment in enumerate(cohort)
            for seat, position in enumerate(("Kepala sekolah", "Guru"))
        )
        Attendance.objects.bulk_create(
            Attendance(session=session, participant=person)
            for session in sessions
            for person in people
            if chance.random() < 0.9
        )
