"""What may be wrong in a row with a figure, and what is worth telling, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from indicators.imports.cleaning import INSIDE, PERCENT, SCORE
from indicators.models.measurements import FIRST_YEAR
from portal.imports.profiles import Check

CHECKS = (
    Check(
        "npsn.unknown",
        "npsn",
        "c.raw_npsn <> '' AND c.school IS NULL",
        _(
            "NPSN %(value)s tidak ada dalam registri. Periksa NPSN-nya, atau impor dahulu sekolahnya."
        ),
    ),
    Check(
        "nama.unknown",
        "nama",
        "c.raw_npsn = '' AND c.raw_wilayah = '' AND c.raw_nama <> '' AND c.named_schools = 0",
        _("Tidak ada sekolah bernama “%(value)s” di wilayah impor ini. Isi NPSN-nya."),
    ),
    Check(
        "nama.ambiguous",
        "nama",
        "c.raw_npsn = '' AND c.named_schools > 1",
        _("Ada beberapa sekolah bernama “%(value)s”. Isi NPSN-nya."),
    ),
    Check(
        "wilayah.unknown",
        "wilayah",
        "c.raw_wilayah <> '' AND c.area IS NULL",
        _(
            "Wilayah “%(value)s” tidak dikenal. Tulis seperti “Kota Banjarmasin”, atau kodenya 63.71."
        ),
    ),
    Check(
        "place.missing",
        None,
        "c.raw_npsn = '' AND c.raw_wilayah = '' AND c.raw_nama = ''",
        _("Baris ini tidak menyebut sekolah maupun wilayah. Isi NPSN atau wilayahnya."),
    ),
    Check(
        "place.elsewhere",
        None,
        f"NOT {INSIDE.format('coalesce(c.district, c.area)')}",
        _("Tempat ini di luar wilayah impor ini. Lewati baris ini."),
    ),
    Check(
        "indikator.unknown",
        "indikator",
        "c.indicator IS NULL AND c.candidates = 0",
        _(
            "Indikator “%(value)s” tidak ada dalam katalog layanan ini. Tulis namanya seperti di "
            "katalog, atau lewati baris ini."
        ),
    ),
    Check(
        "indikator.ambiguous",
        "indikator",
        "c.indicator IS NULL AND c.candidates > 1",
        _("“%(value)s” dapat berarti beberapa indikator. Tulis kode indikatornya."),
    ),
    Check(
        "indikator.unavailable",
        "indikator",
        "c.indicator IS NOT NULL AND (c.school IS NOT NULL AND NOT c.at_school"
        " OR c.area IS NOT NULL AND NOT c.at_place)",
        _("Rapor tidak mencetak “%(value)s” untuk tempat seperti ini. Periksa tempatnya."),
    ),
    Check(
        "tahun.malformed",
        "tahun",
        f"c.year IS NULL OR c.year NOT BETWEEN {FIRST_YEAR} AND extract(year FROM now())",
        _("Tahun Rapor “%(value)s” tidak dapat dipakai. Isi tahun dari 2019 sampai tahun ini."),
    ),
    Check(
        "nilai.thousands",
        "nilai",
        "c.is_thousands",
        _(
            "“%(value)s” terbaca sebagai ribuan. Tulis desimal dengan koma, misalnya 71,43, tanpa "
            "pemisah ribuan."
        ),
    ),
    Check(
        "nilai.malformed",
        "nilai",
        "NOT c.is_empty AND NOT c.is_thousands AND c.value IS NULL AND c.raw_nilai NOT IN ('', '-')",
        _("“%(value)s” bukan angka. Tulis angka saja, misalnya 71,43."),
    ),
    Check(
        "nilai.outside",
        "nilai",
        f"c.value > 100 AND (c.unit = '{SCORE}' OR c.unit = '{PERCENT}' AND NOT c.is_rate)",
        _("Nilai %(value)s di luar 0 sampai 100. Periksa kembali."),
    ),
    Check(
        "nilai.percent",
        "nilai",
        f"c.has_percent AND c.unit <> '{PERCENT}'",
        _("Indikator ini tidak dalam persen, tetapi tertulis %(value)s. Periksa indikatornya."),
    ),
    Check(
        "nilai.old_scale",
        "nilai",
        f"c.unit = '{SCORE}' AND c.year >= 2023 AND c.value BETWEEN 1 AND 3",
        _(
            "Skor %(value)s tampaknya dari skala 1–3 edisi 2022. Sejak Rapor 2023 skalanya 0–100; "
            "pakai berkas edisi tahunnya."
        ),
    ),
    Check(
        "label.unknown",
        "label",
        "c.has_label AND c.label_colour IS NULL AND c.indicator IS NOT NULL",
        _("Label “%(value)s” bukan label indikator ini. Tulis seperti tercetak di rapor."),
    ),
    Check(
        "label.contradicts",
        "label",
        "c.label_colour <> c.band",
        _("Label “%(value)s” bertentangan dengan ambang resmi. Periksa nilai atau labelnya."),
    ),
    Check(
        "status.unknown",
        "status",
        "c.of_status IS NULL",
        _("Status “%(value)s” tidak dikenal. Isi Negeri atau Swasta, atau kosongkan."),
    ),
    Check(
        "jk.unknown",
        "jk",
        "c.of_sex IS NULL",
        _("Jenis kelamin “%(value)s” tidak dikenal. Isi L atau P, atau kosongkan."),
    ),
    Check(
        "jenis.of_school",
        "jenis",
        "c.school IS NOT NULL AND (c.of_form <> '' OR c.of_status <> '' OR c.of_sex <> '')",
        _("Nilai sekolah tidak dirinci lagi. Kosongkan jenis, status, dan jenis kelaminnya."),
    ),
    Check(
        "pembilang.malformed",
        "pembilang",
        "c.no_numerator",
        _("Pembilang “%(value)s” bukan jumlah. Tulis angka bulat, misalnya 1.234, atau kosongkan."),
    ),
    Check(
        "penyebut.malformed",
        "penyebut",
        "c.no_denominator",
        _("Penyebut “%(value)s” bukan jumlah. Tulis angka bulat, misalnya 1.234, atau kosongkan."),
    ),
    Check(
        "penyebut.zero",
        "penyebut",
        "c.denominator = 0",
        _("Penyebut harus lebih dari 0. Kosongkan bila tidak diketahui."),
    ),
)
REMARKS = (
    Check(
        "nothing", None, "c.is_empty", _("Tidak tersedia dalam berkas; tidak ada yang disimpan.")
    ),
    Check("rounded", None, "c.is_rounded", _("Dibulatkan ke 4 angka di belakang koma.")),
    Check(
        "above_hundred",
        None,
        "c.is_rate AND c.value > 100",
        _("Di atas 100%%: disimpan apa adanya. Periksa pembilang dan penyebutnya."),
    ),
    Check(
        "tiny",
        None,
        f"c.unit = '{PERCENT}' AND c.value > 0 AND c.value < 1",
        _("Di bawah 1%%: pastikan bukan pecahan dari sel berformat persen (0,71 = 71%%)."),
    ),
    Check(
        "other_change",
        None,
        "abs(c.change - c.printed_change) >= 0.05",
        _(
            "Perubahan yang tercetak tidak sama dengan hitungan dari kedua nilainya. Periksa keduanya."
        ),
    ),
    Check(
        "other_name",
        None,
        "c.raw_npsn <> '' AND c.raw_nama <> '' AND c.school_name IS NOT NULL AND c.other_name",
        _("Nama sekolah dalam berkas lain dari nama dalam registri. Periksa NPSN-nya."),
    ),
)
