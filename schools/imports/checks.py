"""What may be wrong in a row about a school, each fault with its sentence."""

from django.utils.translation import gettext_lazy as _

from portal.imports.profiles import Check

OUTSIDE = (
    "c.district IS NOT NULL AND %(area)s::text IS NOT NULL AND c.district <> %(area)s::text"
    " AND NOT starts_with(c.district, %(area)s::text || '.')"
)
NPSN_CHECKS = (
    Check("npsn.empty", "npsn", "c.npsn = ''", _("NPSN kosong. Isi NPSN, atau lewati baris ini.")),
    Check(
        "npsn.university",
        "npsn",
        "length(c.npsn) = 6 AND c.npsn ~ '^[0-9]{6}$'",
        _("%(value)s adalah kode perguruan tinggi (6 angka). Isi NPSN sekolah 8 angka."),
    ),
    Check(
        "npsn.short",
        "npsn",
        "length(c.npsn) = 7 AND c.npsn ~ '^[0-9]{7}$'",
        _(
            "%(value)s hanya 7 angka. Angka nol di depan mungkin hilang di Excel; lengkapi NPSN-nya."
        ),
    ),
    Check(
        "npsn.malformed",
        "npsn",
        "c.npsn <> '' AND c.npsn !~ '^([0-9]{6,8}|[PK][0-9]{7})$'",
        _("NPSN harus 8 angka, atau P/K dan 7 angka. Periksa kembali: %(value)s."),
    ),
)
FACT_CHECKS = (
    Check(
        "nama.long",
        "nama",
        "length(c.name) > 150",
        _("Nama lebih dari 150 huruf. Ringkas; tidak ada yang dipotong diam-diam."),
    ),
    Check(
        "bentuk.unknown",
        "bentuk",
        "c.raw_bentuk <> '' AND c.form IS NULL",
        _(
            "Bentuk “%(value)s” tidak dikenal. Pakai singkatan Dapodik: SD, SMP, SMA, SMK, TK, PKBM …"
        ),
    ),
    Check(
        "status.unknown",
        "status",
        "c.raw_status <> '' AND c.status IS NULL",
        _("Status “%(value)s” tidak dikenal. Isi Negeri atau Swasta."),
    ),
    Check(
        "kode_kecamatan.unknown",
        "kode_kecamatan",
        "c.raw_kode_kecamatan <> '' AND c.district IS NULL",
        _("Kode kecamatan %(value)s tidak ada. Contoh kode Kemendagri: 63.71.01."),
    ),
    Check(
        "kecamatan.unknown",
        "kecamatan",
        "c.raw_kode_kecamatan = '' AND c.raw_kecamatan <> '' AND c.named_places = 0",
        _("Kecamatan “%(value)s” tidak ada dalam wilayah impor ini. Periksa ejaannya."),
    ),
    Check(
        "kecamatan.ambiguous",
        "kecamatan",
        "c.raw_kode_kecamatan = '' AND c.named_places > 1",
        _(
            "Ada beberapa kecamatan bernama “%(value)s”. Pilih wilayah yang lebih sempit untuk impor "
            "ini, atau tambahkan kolom kode kecamatan."
        ),
    ),
    Check(
        "kecamatan.outside",
        "kecamatan",
        OUTSIDE,
        _("Kecamatan ini di luar wilayah impor. Lewati baris ini atau pilih wilayah lain."),
    ),
    Check("alamat.long", "alamat", "length(c.address) > 200", _("Alamat lebih dari 200 huruf.")),
    Check(
        "lintang.malformed",
        "lintang",
        "c.raw_lintang <> '' AND (c.latitude IS NULL OR c.latitude NOT BETWEEN -11 AND 6.1)",
        _("Lintang “%(value)s” tidak terbaca. Isi derajat antara -11 dan 6,1; contoh -3,3194."),
    ),
    Check(
        "bujur.malformed",
        "bujur",
        "c.raw_bujur <> '' AND (c.longitude IS NULL OR c.longitude NOT BETWEEN 95 AND 141.1)",
        _("Bujur “%(value)s” tidak terbaca. Isi derajat antara 95 dan 141,1; contoh 114,5908."),
    ),
    Check(
        "lintang.alone",
        "lintang",
        "(c.raw_lintang = '') <> (c.raw_bujur = '')",
        _("Isi lintang dan bujur bersama-sama, atau kosongkan keduanya."),
    ),
    Check(
        "akreditasi.unknown",
        "akreditasi",
        "c.raw_akreditasi NOT IN ('', '-') AND c.accreditation IS NULL",
        _("Akreditasi “%(value)s” tidak dikenal. Isi A, B, C, atau TT."),
    ),
    Check(
        "sekolah_id.malformed",
        "sekolah_id",
        "c.raw_sekolah_id <> '' AND c.dapodik IS NULL",
        _("Id Dapodik %(value)s bukan UUID. Salin ulang, atau kosongkan."),
    ),
    Check(
        "sekolah_id.taken",
        "sekolah_id",
        "c.dapodik_owner <> c.npsn",
        _("Id Dapodik ini sudah dipakai sekolah lain dalam registri."),
    ),
)
