"""Where rows about schools go, and the schools that a file no longer holds."""

from django.utils.translation import gettext_lazy as _

from portal.imports.profiles import Target
from schools.models import School

DATED = ("name", "form", "status", "district_id", "accreditation")

SCHOOL = Target(
    name="school",
    model=School,
    key="c.npsn",
    find="t.npsn = c.npsn",
    values={
        "npsn": "c.npsn",
        "name": "c.name",
        "form": "c.form",
        "status": "c.status",
        "district_id": "c.district",
        "address": "c.address",
        "latitude": "c.latitude",
        "longitude": "c.longitude",
        "accreditation": "c.accreditation",
        "dapodik_id": "c.dapodik",
    },
    new_values={"source": "left(%(file_name)s, 120)", "state": "'buka'", "state_reason": "''"},
    along={
        "facts_since": ("greatest(t.facts_since, %(holds_from)s::date)", DATED),
        # A new result comes with a new decree, which the file does not name.
        "accreditation_number": ("''", ("accreditation",)),
        "accreditation_until": ("NULL::date", ("accreditation",)),
    },
    needed={
        "name": "nama.needed",
        "form": "bentuk.needed",
        "status": "status.needed",
        "district_id": "kecamatan.needed",
    },
    # Nobody decides about a school outside the area of the import, whatever the file says.
    refused={
        "npsn.elsewhere": "%(area)s::text IS NOT NULL AND t.district_id <> %(area)s::text"
        " AND NOT starts_with(t.district_id, %(area)s::text || '.')"
    },
    # What was merged into another school goes on there; its old record is for the undo.
    fixed={"npsn.merged": "t.state = 'bergabung'"},
    later="d.values ? 'facts_since' AND t.facts_since > (d.values->>'facts_since')::date",
    conflicts=(
        ("t.facts_since > %(holds_from)s::date", DATED),
        ("t.state <> 'buka'", ()),
    ),
    sorted_by="name",
)

SENTENCES = {
    "sekolah_id.shared": _(
        "Id Dapodik ini tertulis pada beberapa NPSN dalam berkas. Perbaiki atau kosongkan."
    ),
    "nama.needed": _("Sekolah ini belum ada dalam registri, jadi namanya perlu diisi."),
    "bentuk.needed": _("Sekolah ini belum ada dalam registri, jadi bentuknya perlu diisi."),
    "status.needed": _("Sekolah ini belum ada dalam registri, jadi statusnya perlu diisi."),
    "kecamatan.needed": _("Sekolah ini belum ada dalam registri, jadi kecamatannya perlu diisi."),
    "npsn.merged": _(
        "Sekolah dengan NPSN %(value)s sudah digabung ke sekolah lain. Pakai NPSN sekolah itu, atau "
        "lewati baris ini."
    ),
    "npsn.elsewhere": _(
        "Sekolah dengan NPSN %(value)s tercatat di luar wilayah impor ini. Lewati baris ini, atau "
        "impor dengan wilayah sekolah itu."
    ),
}

# Schools of the kecamatan and stages that the file speaks about; others it may just not cover.
MISSING = """
    t.state = 'buka' AND (%(area)s::text IS NULL OR t.district_id = %(area)s::text
        OR starts_with(t.district_id, %(area)s::text || '.'))
    AND (t.district_id, t.stage) IN (
        SELECT s.district_id, s.stage FROM schools_school s
        JOIN imports_stagedrow r ON split_part(r.key, ':', 1) = s.npsn AND r.batch_id = %(batch)s)
    AND NOT EXISTS (
        SELECT 1 FROM imports_stagedrow r
        WHERE r.batch_id = %(batch)s AND split_part(r.key, ':', 1) = t.npsn)
"""
