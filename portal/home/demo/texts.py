"""What the demo's visit reports say. All of it is made up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """A visit about one indicator: aims, findings, obstacles, the agreed action and what came of it."""

    code: str
    aims: str
    findings: str
    obstacles: str
    action: str
    result: str


SENT_BACK_REASON = "Temuan belum menyebut kelas yang diamati. Mohon dilengkapi, lalu ajukan lagi."
RETURNED_REASON = "Hasil belum menyebut kelas yang sudah menjalankan. Mohon dilengkapi."

THEMES = (
    Theme(
        "A.1",
        "Mendampingi guru menyusun kegiatan membaca 15 menit yang terkait dengan pelajaran.",
        "Pojok baca tersedia di semua kelas, tetapi buku jarang berganti. Guru kelas 4 dan 5 sudah "
        "memakai teks informasi dalam pembelajaran; kelas lain masih bertumpu pada buku paket.",
        "Koleksi buku bacaan berjenjang terbatas.",
        "Menyusun jadwal membaca bersama dan pertukaran buku antarkelas",
        "Jadwal berjalan di semua kelas; jurnal membaca terisi.",
    ),
    Theme(
        "A.2",
        "Membahas hasil numerasi pada Rapor dan memilih dua kompetensi yang akan dibenahi.",
        "Murid lancar menghitung, tetapi kesulitan membaca tabel dan grafik. Guru belum terbiasa "
        "memakai data di sekitar sekolah sebagai bahan soal.",
        "",
        "Menyusun bank soal numerasi berkonteks pasar terapung dan sungai",
        "Bank soal berisi 40 butir dipakai pada penilaian tengah semester.",
    ),
    Theme(
        "D.4",
        "Meninjau cara sekolah mencegah dan menangani perundungan.",
        "Tim pencegahan kekerasan sudah dibentuk, alur laporan belum dikenal murid. Area kantin dan "
        "lorong belakang belum terpantau saat istirahat.",
        "Belum ada guru BK di jenjang SD.",
        "Menempel alur laporan yang mudah dibaca murid dan menetapkan guru piket istirahat",
        "Alur laporan terpasang di tiap kelas; piket istirahat berjalan.",
    ),
    Theme(
        "D.8",
        "Mengamati praktik kebinekaan dalam kegiatan projek.",
        "Kelompok projek dibentuk lintas kelas dan latar belakang. Refleksi murid belum didokumentasikan.",
        "",
        "Menambahkan lembar refleksi kebinekaan pada projek semester ini",
        "Lembar refleksi dipakai pada dua projek.",
    ),
    Theme(
        "A.3",
        "Refleksi bersama tentang pembiasaan karakter dan peran wali kelas.",
        "Pembiasaan pagi berjalan tertib. Guru menilai kemandirian belajar masih rendah setelah "
        "pekan pertama.",
        "Keterlibatan orang tua belum merata.",
        "Mengadakan pertemuan orang tua tentang kemandirian belajar",
        "Pertemuan dihadiri dua pertiga orang tua kelas 1 sampai 3.",
    ),
    Theme(
        "D.10",
        "Melihat layanan bagi murid berkebutuhan khusus.",
        "Identifikasi awal sudah dilakukan di kelas 1. Guru meminta contoh penyesuaian tugas.",
        "Belum ada guru pembimbing khusus.",
        "Menyusun contoh penyesuaian tugas untuk dua mata pelajaran",
        "Contoh penyesuaian dibahas pada komunitas belajar.",
    ),
)
