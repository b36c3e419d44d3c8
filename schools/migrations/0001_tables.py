import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.lookups
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("schools", "0001_initial"),
        ("schools", "0002_dated_facts_yearly_figures_proposals_mergers"),
        ("schools", "0004_memberships_by_cohort"),
        ("schools", "0005_both_coordinates_or_none"),
        ("schools", "0006_indexes_that_queries_use"),
        ("schools", "0007_drop_decrees_without_a_result"),
        ("schools", "0008_decree_has_a_result"),
        ("schools", "0009_school_ceased"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("portal", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="DatedSchool",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "npsn",
                    models.CharField(
                        error_messages={"unique": "NPSN ini sudah dipakai sekolah lain."},
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^([0-9]{8}|[PK][0-9]{7})\\Z",
                                "NPSN harus 8 angka, atau P dan 7 angka untuk PKBM, atau K dan 7 angka untuk kursus.",
                            )
                        ],
                        verbose_name="NPSN",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("TK", "TK"),
                            ("KB", "KB"),
                            ("TPA", "TPA"),
                            ("SPS", "SPS"),
                            ("RA", "RA"),
                            ("SD", "SD"),
                            ("MI", "MI"),
                            ("SMP", "SMP"),
                            ("MTs", "MTs"),
                            ("SMA", "SMA"),
                            ("MA", "MA"),
                            ("SMK", "SMK"),
                            ("MAK", "MAK"),
                            ("TKLB", "TKLB"),
                            ("SDLB", "SDLB"),
                            ("SMPLB", "SMPLB"),
                            ("SMLB", "SMLB"),
                            ("SLB", "SLB"),
                            ("PKBM", "PKBM"),
                            ("SKB", "SKB"),
                            ("LKP", "LKP"),
                        ],
                        max_length=5,
                        verbose_name="bentuk",
                    ),
                ),
                (
                    "stage",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                form__in=["TK", "KB", "TPA", "SPS", "RA"], then=models.Value("paud")
                            ),
                            models.When(form__in=["SD", "MI"], then=models.Value("sd")),
                            models.When(form__in=["SMP", "MTs"], then=models.Value("smp")),
                            models.When(
                                form__in=["SMA", "MA", "SMK", "MAK"], then=models.Value("sma")
                            ),
                            models.When(
                                form__in=["TKLB", "SDLB", "SMPLB", "SMLB", "SLB"],
                                then=models.Value("khusus"),
                            ),
                            models.When(
                                form__in=["PKBM", "SKB", "LKP"], then=models.Value("kesetaraan")
                            ),
                            output_field=models.CharField(max_length=10),
                        ),
                        output_field=models.CharField(
                            choices=[
                                ("paud", "PAUD"),
                                ("sd", "SD"),
                                ("smp", "SMP"),
                                ("sma", "SMA/SMK"),
                                ("khusus", "Khusus"),
                                ("kesetaraan", "Kesetaraan"),
                            ],
                            max_length=10,
                            verbose_name="jenjang",
                        ),
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("negeri", "Negeri"), ("swasta", "Swasta")],
                        max_length=6,
                        verbose_name="status",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=7,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11, "Lintang Indonesia antara -11 dan 6,1."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.1, "Lintang Indonesia antara -11 dan 6,1."
                            ),
                        ],
                        verbose_name="lintang",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=7,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                95, "Bujur Indonesia antara 95 dan 141,1."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.1, "Bujur Indonesia antara 95 dan 141,1."
                            ),
                        ],
                        verbose_name="bujur",
                    ),
                ),
                (
                    "accreditation",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("TT", "Tidak Terakreditasi")],
                        max_length=2,
                        verbose_name="akreditasi",
                    ),
                ),
                (
                    "accreditation_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor SK akreditasi"),
                ),
                (
                    "accreditation_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="akreditasi berlaku sampai"
                    ),
                ),
                (
                    "dapodik_id",
                    models.UUIDField(blank=True, null=True, unique=True, verbose_name="id Dapodik"),
                ),
                (
                    "source",
                    models.CharField(blank=True, max_length=120, verbose_name="sumber data"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("buka", "Buka"), ("tutup", "Tutup"), ("bergabung", "Bergabung")],
                        default="buka",
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "state_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="alasan keadaan"),
                ),
                (
                    "facts_since",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="data berlaku sejak"
                    ),
                ),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("npsn"),
                            models.F("name"),
                            arg_joiner=" || ' ' || ",
                            template="to_tsvector('simple'::regconfig, regexp_replace(%(expressions)s, '[!-/:-@\\[-`{-~]+', ' ', 'g'))",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(null=True, verbose_name="sampai sebelum")),
            ],
            options={
                "verbose_name": "sekolah",
                "verbose_name_plural": "sekolah",
                "db_table": "schools_dated",
                "ordering": ["name", "pk"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="School",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "npsn",
                    models.CharField(
                        error_messages={"unique": "NPSN ini sudah dipakai sekolah lain."},
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^([0-9]{8}|[PK][0-9]{7})\\Z",
                                "NPSN harus 8 angka, atau P dan 7 angka untuk PKBM, atau K dan 7 angka untuk kursus.",
                            )
                        ],
                        verbose_name="NPSN",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("TK", "TK"),
                            ("KB", "KB"),
                            ("TPA", "TPA"),
                            ("SPS", "SPS"),
                            ("RA", "RA"),
                            ("SD", "SD"),
                            ("MI", "MI"),
                            ("SMP", "SMP"),
                            ("MTs", "MTs"),
                            ("SMA", "SMA"),
                            ("MA", "MA"),
                            ("SMK", "SMK"),
                            ("MAK", "MAK"),
                            ("TKLB", "TKLB"),
                            ("SDLB", "SDLB"),
                            ("SMPLB", "SMPLB"),
                            ("SMLB", "SMLB"),
                            ("SLB", "SLB"),
                            ("PKBM", "PKBM"),
                            ("SKB", "SKB"),
                            ("LKP", "LKP"),
                        ],
                        max_length=5,
                        verbose_name="bentuk",
                    ),
                ),
                (
                    "stage",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                form__in=["TK", "KB", "TPA", "SPS", "RA"], then=models.Value("paud")
                            ),
                            models.When(form__in=["SD", "MI"], then=models.Value("sd")),
                            models.When(form__in=["SMP", "MTs"], then=models.Value("smp")),
                            models.When(
                                form__in=["SMA", "MA", "SMK", "MAK"], then=models.Value("sma")
                            ),
                            models.When(
                                form__in=["TKLB", "SDLB", "SMPLB", "SMLB", "SLB"],
                                then=models.Value("khusus"),
                            ),
                            models.When(
                                form__in=["PKBM", "SKB", "LKP"], then=models.Value("kesetaraan")
                            ),
                            output_field=models.CharField(max_length=10),
                        ),
                        output_field=models.CharField(
                            choices=[
                                ("paud", "PAUD"),
                                ("sd", "SD"),
                                ("smp", "SMP"),
                                ("sma", "SMA/SMK"),
                                ("khusus", "Khusus"),
                                ("kesetaraan", "Kesetaraan"),
                            ],
                            max_length=10,
                            verbose_name="jenjang",
                        ),
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("negeri", "Negeri"), ("swasta", "Swasta")],
                        max_length=6,
                        verbose_name="status",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        limit_choices_to={"level": "district"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="portal.area",
                        verbose_name="kecamatan",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=7,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11, "Lintang Indonesia antara -11 dan 6,1."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.1, "Lintang Indonesia antara -11 dan 6,1."
                            ),
                        ],
                        verbose_name="lintang",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=7,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                95, "Bujur Indonesia antara 95 dan 141,1."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.1, "Bujur Indonesia antara 95 dan 141,1."
                            ),
                        ],
                        verbose_name="bujur",
                    ),
                ),
                (
                    "accreditation",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("TT", "Tidak Terakreditasi")],
                        max_length=2,
                        verbose_name="akreditasi",
                    ),
                ),
                (
                    "accreditation_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor SK akreditasi"),
                ),
                (
                    "accreditation_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="akreditasi berlaku sampai"
                    ),
                ),
                (
                    "dapodik_id",
                    models.UUIDField(blank=True, null=True, unique=True, verbose_name="id Dapodik"),
                ),
                (
                    "source",
                    models.CharField(blank=True, max_length=120, verbose_name="sumber data"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("buka", "Buka"), ("tutup", "Tutup"), ("bergabung", "Bergabung")],
                        default="buka",
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "state_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="alasan keadaan"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_absorbed",
                        to="schools.school",
                        verbose_name="bergabung ke",
                    ),
                ),
                (
                    "facts_since",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="data berlaku sejak"
                    ),
                ),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("npsn"),
                            models.F("name"),
                            arg_joiner=" || ' ' || ",
                            template="to_tsvector('simple'::regconfig, regexp_replace(%(expressions)s, '[!-/:-@\\[-`{-~]+', ' ', 'g'))",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "sekolah",
                "verbose_name_plural": "sekolah",
                "ordering": ["name", "pk"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="school_search"
                    ),
                    models.Index(fields=["name", "id"], name="school_by_name"),
                    models.Index(fields=["stage", "name"], name="school_by_stage"),
                    models.Index(
                        fields=["district"],
                        name="school_by_district",
                        opclasses=["varchar_pattern_ops"],
                    ),
                    models.Index(
                        condition=models.Q(("state", "buka"), _negated=True),
                        fields=["state", "name", "id"],
                        name="school_ceased",
                    ),
                    models.Index(
                        condition=models.Q(("merged_into__isnull", False)),
                        fields=["merged_into"],
                        name="school_by_merged_into",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("npsn",), name="school_npsn_once"),
                    models.CheckConstraint(
                        condition=models.Q(("npsn__regex", "^([0-9]{8}|[PK][0-9]{7})$")),
                        name="school_npsn_is_wellformed",
                        violation_error_message="NPSN tidak sesuai bentuknya.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Regex(
                            django.db.models.functions.comparison.Cast(
                                "district", models.CharField()
                            ),
                            "^\\d\\d\\.\\d\\d\\.\\d\\d$",
                        ),
                        name="school_district_is_a_kecamatan",
                        violation_error_message="Wilayah sekolah harus sebuah kecamatan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude", None), ("longitude", None)),
                            models.Q(
                                ("latitude__isnull", False),
                                ("latitude__range", (-11, 6.1)),
                                ("longitude__isnull", False),
                                ("longitude__range", (95, 141.1)),
                            ),
                            _connector="OR",
                        ),
                        name="school_has_both_coordinates_or_none",
                        violation_error_message="Isi lintang dan bujur bersama-sama, atau kosongkan keduanya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into", None), ("state__in", ["buka", "tutup"])),
                            models.Q(
                                ("merged_into__isnull", False),
                                ("state", "bergabung"),
                                models.Q(("merged_into", models.F("id")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="school_state_fits_merger",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accreditation", ""), _negated=True),
                            models.Q(("accreditation_number", ""), ("accreditation_until", None)),
                            _connector="OR",
                        ),
                        name="school_decree_has_a_result",
                        violation_error_message="Pilih hasil akreditasi, atau kosongkan nomor SK dan masa berlakunya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "form__in",
                                [
                                    "TK",
                                    "KB",
                                    "TPA",
                                    "SPS",
                                    "RA",
                                    "SD",
                                    "MI",
                                    "SMP",
                                    "MTs",
                                    "SMA",
                                    "MA",
                                    "SMK",
                                    "MAK",
                                    "TKLB",
                                    "SDLB",
                                    "SMPLB",
                                    "SMLB",
                                    "SLB",
                                    "PKBM",
                                    "SKB",
                                    "LKP",
                                ],
                            ),
                            ("status__in", ["negeri", "swasta"]),
                        ),
                        name="school_form_status_are_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchoolAccount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="school_account",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
            ],
            options={
                "verbose_name": "akun sekolah",
                "verbose_name_plural": "akun sekolah",
            },
        ),
        migrations.CreateModel(
            name="SchoolAccountEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.schoolaccount",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "district",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portal.area",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="schools.school",
                        verbose_name="bergabung ke",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.school",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "npsn",
                    models.CharField(
                        error_messages={"unique": "NPSN ini sudah dipakai sekolah lain."},
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^([0-9]{8}|[PK][0-9]{7})\\Z",
                                "NPSN harus 8 angka, atau P dan 7 angka untuk PKBM, atau K dan 7 angka untuk kursus.",
                            )
                        ],
                        verbose_name="NPSN",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("TK", "TK"),
                            ("KB", "KB"),
                            ("TPA", "TPA"),
                            ("SPS", "SPS"),
                            ("RA", "RA"),
                            ("SD", "SD"),
                            ("MI", "MI"),
                            ("SMP", "SMP"),
                            ("MTs", "MTs"),
                            ("SMA", "SMA"),
                            ("MA", "MA"),
                            ("SMK", "SMK"),
                            ("MAK", "MAK"),
                            ("TKLB", "TKLB"),
                            ("SDLB", "SDLB"),
                            ("SMPLB", "SMPLB"),
                            ("SMLB", "SMLB"),
                            ("SLB", "SLB"),
                            ("PKBM", "PKBM"),
                            ("SKB", "SKB"),
                            ("LKP", "LKP"),
                        ],
                        max_length=5,
                        verbose_name="bentuk",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("negeri", "Negeri"), ("swasta", "Swasta")],
                        max_length=6,
                        verbose_name="status",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=7,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11, "Lintang Indonesia antara -11 dan 6,1."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.1, "Lintang Indonesia antara -11 dan 6,1."
                            ),
                        ],
                        verbose_name="lintang",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=7,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                95, "Bujur Indonesia antara 95 dan 141,1."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.1, "Bujur Indonesia antara 95 dan 141,1."
                            ),
                        ],
                        verbose_name="bujur",
                    ),
                ),
                (
                    "accreditation",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("TT", "Tidak Terakreditasi")],
                        max_length=2,
                        verbose_name="akreditasi",
                    ),
                ),
                (
                    "accreditation_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor SK akreditasi"),
                ),
                (
                    "accreditation_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="akreditasi berlaku sampai"
                    ),
                ),
                ("dapodik_id", models.UUIDField(blank=True, null=True, verbose_name="id Dapodik")),
                (
                    "source",
                    models.CharField(blank=True, max_length=120, verbose_name="sumber data"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("buka", "Buka"), ("tutup", "Tutup"), ("bergabung", "Bergabung")],
                        default="buka",
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "state_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="alasan keadaan"),
                ),
                (
                    "facts_since",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="data berlaku sejak"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearlyFigures",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="yearly_figures",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="tahun ajaran",
                    ),
                ),
                (
                    "pupils",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="peserta didik"
                    ),
                ),
                (
                    "classes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="rombongan belajar"
                    ),
                ),
                (
                    "teachers",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="guru"),
                ),
                (
                    "staff",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="pegawai"),
                ),
                (
                    "classrooms",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="ruang kelas"),
                ),
                (
                    "laboratories",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="laboratorium"),
                ),
                (
                    "libraries",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="perpustakaan"),
                ),
                (
                    "source",
                    models.CharField(blank=True, max_length=120, verbose_name="sumber data"),
                ),
            ],
            options={
                "verbose_name": "data tahunan",
                "verbose_name_plural": "data tahunan",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "year"), name="yearly_figures_once_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__range", (1990, 2100))),
                        name="yearly_figures_year_is_plausible",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="YearlyFiguresEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.yearlyfigures",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="tahun ajaran",
                    ),
                ),
                (
                    "pupils",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="peserta didik"
                    ),
                ),
                (
                    "classes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="rombongan belajar"
                    ),
                ),
                (
                    "teachers",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="guru"),
                ),
                (
                    "staff",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="pegawai"),
                ),
                (
                    "classrooms",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="ruang kelas"),
                ),
                (
                    "laboratories",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="laboratorium"),
                ),
                (
                    "libraries",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="perpustakaan"),
                ),
                (
                    "source",
                    models.CharField(blank=True, max_length=120, verbose_name="sumber data"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DistinctPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="pada")),
            ],
            options={
                "verbose_name": "pasangan sekolah berbeda",
                "verbose_name_plural": "pasangan sekolah berbeda",
                "ordering": ["-at"],
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="distinct_pair_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="distinct_pair_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DistinctPairEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.distinctpair",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="pada")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Merger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mergers",
                        to="schools.school",
                        verbose_name="sekolah yang dipakai",
                    ),
                ),
                (
                    "absorbed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="schools.school",
                        verbose_name="sekolah yang digabungkan",
                    ),
                ),
                ("merged_on", models.DateField(verbose_name="berlaku sejak")),
                ("reason", models.CharField(max_length=200, verbose_name="alasan")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="pada")),
                ("before", models.JSONField(default=dict, verbose_name="keadaan sebelumnya")),
                ("moved", models.JSONField(default=dict, verbose_name="yang dipindahkan")),
                (
                    "undone_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan"),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibatalkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "penggabungan sekolah",
                "verbose_name_plural": "penggabungan sekolah",
                "ordering": ["-at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)),
                        fields=("absorbed",),
                        name="merger_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("absorbed")), _negated=True),
                        name="merger_of_two_schools",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MergerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.merger",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "kept",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah yang dipakai",
                    ),
                ),
                (
                    "absorbed",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah yang digabungkan",
                    ),
                ),
                ("merged_on", models.DateField(verbose_name="berlaku sejak")),
                ("reason", models.CharField(max_length=200, verbose_name="alasan")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="pada")),
                ("before", models.JSONField(default=dict, verbose_name="keadaan sebelumnya")),
                ("moved", models.JSONField(default=dict, verbose_name="yang dipindahkan")),
                (
                    "undone_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan"),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibatalkan oleh",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PastFacts",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="past_facts",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(verbose_name="sampai sebelum")),
                ("name", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("TK", "TK"),
                            ("KB", "KB"),
                            ("TPA", "TPA"),
                            ("SPS", "SPS"),
                            ("RA", "RA"),
                            ("SD", "SD"),
                            ("MI", "MI"),
                            ("SMP", "SMP"),
                            ("MTs", "MTs"),
                            ("SMA", "SMA"),
                            ("MA", "MA"),
                            ("SMK", "SMK"),
                            ("MAK", "MAK"),
                            ("TKLB", "TKLB"),
                            ("SDLB", "SDLB"),
                            ("SMPLB", "SMPLB"),
                            ("SMLB", "SMLB"),
                            ("SLB", "SLB"),
                            ("PKBM", "PKBM"),
                            ("SKB", "SKB"),
                            ("LKP", "LKP"),
                        ],
                        max_length=5,
                        verbose_name="bentuk",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("negeri", "Negeri"), ("swasta", "Swasta")],
                        max_length=6,
                        verbose_name="status",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portal.area",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "accreditation",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("TT", "Tidak Terakreditasi")],
                        max_length=2,
                        verbose_name="akreditasi",
                    ),
                ),
                (
                    "accreditation_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor SK akreditasi"),
                ),
                (
                    "accreditation_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="akreditasi berlaku sampai"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("buka", "Buka"), ("tutup", "Tutup"), ("bergabung", "Bergabung")],
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "state_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="alasan keadaan"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="schools.school",
                        verbose_name="bergabung ke",
                    ),
                ),
            ],
            options={
                "verbose_name": "data sekolah terdahulu",
                "verbose_name_plural": "data sekolah terdahulu",
                "ordering": ["-starts_on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "starts_on"), name="past_facts_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="past_facts_end_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PastFactsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.pastfacts",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(verbose_name="sampai sebelum")),
                ("name", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("TK", "TK"),
                            ("KB", "KB"),
                            ("TPA", "TPA"),
                            ("SPS", "SPS"),
                            ("RA", "RA"),
                            ("SD", "SD"),
                            ("MI", "MI"),
                            ("SMP", "SMP"),
                            ("MTs", "MTs"),
                            ("SMA", "SMA"),
                            ("MA", "MA"),
                            ("SMK", "SMK"),
                            ("MAK", "MAK"),
                            ("TKLB", "TKLB"),
                            ("SDLB", "SDLB"),
                            ("SMPLB", "SMPLB"),
                            ("SMLB", "SMLB"),
                            ("SLB", "SLB"),
                            ("PKBM", "PKBM"),
                            ("SKB", "SKB"),
                            ("LKP", "LKP"),
                        ],
                        max_length=5,
                        verbose_name="bentuk",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("negeri", "Negeri"), ("swasta", "Swasta")],
                        max_length=6,
                        verbose_name="status",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "accreditation",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("TT", "Tidak Terakreditasi")],
                        max_length=2,
                        verbose_name="akreditasi",
                    ),
                ),
                (
                    "accreditation_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor SK akreditasi"),
                ),
                (
                    "accreditation_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="akreditasi berlaku sampai"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("buka", "Buka"), ("tutup", "Tutup"), ("bergabung", "Bergabung")],
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "state_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="alasan keadaan"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="bergabung ke",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True, verbose_name="kode")),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="nama")),
                ("description", models.TextField(blank=True, verbose_name="keterangan")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
            ],
            options={
                "verbose_name": "program",
                "verbose_name_plural": "program",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="programme_ends_after_start",
                        violation_error_message="Tanggal berakhir mendahului tanggal mulai.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="schools.programme",
                        verbose_name="program",
                    ),
                ),
                (
                    "cohort",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="angkatan",
                    ),
                ),
                (
                    "decree_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor SK"),
                ),
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
            ],
            options={
                "verbose_name": "keanggotaan program",
                "verbose_name_plural": "keanggotaan program",
                "ordering": ["-starts_on", "pk"],
                "indexes": [
                    models.Index(
                        fields=["programme", "cohort", "school"], name="membership_by_cohort"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "programme", "cohort"),
                        name="membership_once_per_cohort",
                        violation_error_message="Sekolah ini sudah tercatat pada program dan angkatan itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="membership_ends_after_start",
                        violation_error_message="Tanggal berakhir mendahului tanggal mulai.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.programme",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, verbose_name="kode")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("description", models.TextField(blank=True, verbose_name="keterangan")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengusul",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="diusulkan")),
                ("holds_from", models.DateField(verbose_name="berlaku sejak")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diputuskan oleh",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="diputuskan"),
                ),
            ],
            options={
                "verbose_name": "usulan perubahan",
                "verbose_name_plural": "usulan perubahan",
                "ordering": ["-at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)),
                        fields=("school",),
                        name="proposal_one_waiting",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.proposal",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengusul",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="diusulkan")),
                ("holds_from", models.DateField(verbose_name="berlaku sejak")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diputuskan oleh",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="diputuskan"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProposedChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="schools.proposal",
                        verbose_name="usulan",
                    ),
                ),
                ("field", models.CharField(max_length=40, verbose_name="isian")),
                ("old", models.CharField(blank=True, max_length=200, verbose_name="semula")),
                ("new", models.CharField(blank=True, max_length=200, verbose_name="usulan")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu"),
                            ("diterima", "Diterima"),
                            ("ditolak", "Ditolak"),
                        ],
                        default="menunggu",
                        max_length=8,
                        verbose_name="keputusan",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan")),
            ],
            options={
                "verbose_name": "isian usulan",
                "verbose_name_plural": "isian usulan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("proposal", "field"), name="proposed_change_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision", "ditolak"), ("reason", ""), _negated=True),
                        name="proposed_change_rejected_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposedChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.proposedchange",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "proposal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.proposal",
                        verbose_name="usulan",
                    ),
                ),
                ("field", models.CharField(max_length=40, verbose_name="isian")),
                ("old", models.CharField(blank=True, max_length=200, verbose_name="semula")),
                ("new", models.CharField(blank=True, max_length=200, verbose_name="usulan")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu"),
                            ("diterima", "Diterima"),
                            ("ditolak", "Ditolak"),
                        ],
                        default="menunggu",
                        max_length=8,
                        verbose_name="keputusan",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="schools.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.programme",
                        verbose_name="program",
                    ),
                ),
                (
                    "cohort",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="angkatan",
                    ),
                ),
                (
                    "decree_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor SK"),
                ),
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_programmeevent" ("code", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."code", NEW."description", NEW."ends_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="8ab98c59ae61c8382ad838deef8a7e8023fdc86e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cfa9e",
                    table="schools_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "schools_programmeevent" ("code", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."code", NEW."description", NEW."ends_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="0f839b138e0a9cda5d08b7d34cf69698ff137242",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb682",
                    table="schools_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_programmeevent" ("code", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."code", OLD."description", OLD."ends_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                    hash="472e0d623550d0ec4fe1159a0911319f8e838802",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2cf7b",
                    table="schools_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programmeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0b443e93277ab72484456b9a61a723ad6fbaa71c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c0279",
                    table="schools_programmeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposedchange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_proposedchangeevent" ("decision", "field", "id", "new", "old", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason") VALUES (NEW."decision", NEW."field", NEW."id", NEW."new", NEW."old", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposal_id", NEW."reason"); RETURN NULL;',
                    hash="769814961a508865f818f29da51216ccde8cc7a1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_46260",
                    table="schools_proposedchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposedchange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "schools_proposedchangeevent" ("decision", "field", "id", "new", "old", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason") VALUES (NEW."decision", NEW."field", NEW."id", NEW."new", NEW."old", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposal_id", NEW."reason"); RETURN NULL;',
                    hash="3819a9d55f2363efa1198f8c95a481f2b734c544",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_38b6d",
                    table="schools_proposedchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposedchange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_proposedchangeevent" ("decision", "field", "id", "new", "old", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason") VALUES (OLD."decision", OLD."field", OLD."id", OLD."new", OLD."old", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposal_id", OLD."reason"); RETURN NULL;',
                    hash="9b02fc433a9c8832e8b1dff8250cec5c936dbaae",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d4326",
                    table="schools_proposedchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposedchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="62ccac11ffbef8e34bda972b3c6596f551c0776a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_503bb",
                    table="schools_proposedchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="school",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_past_facts",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."facts_since" IS DISTINCT FROM (NEW."facts_since"))',
                    func="\nIF NEW.facts_since > OLD.facts_since THEN\n    INSERT INTO schools_pastfacts (\n        school_id, starts_on, ends_on, name, form, status, district_id, accreditation,\n        accreditation_number, accreditation_until, state, state_reason, merged_into_id\n    ) VALUES (\n        OLD.id, OLD.facts_since, NEW.facts_since, OLD.name, OLD.form, OLD.status, OLD.district_id,\n        OLD.accreditation, OLD.accreditation_number, OLD.accreditation_until, OLD.state,\n        OLD.state_reason, OLD.merged_into_id\n    );\nELSE\n    DELETE FROM schools_pastfacts WHERE school_id = OLD.id AND starts_on >= NEW.facts_since;\n    UPDATE schools_pastfacts SET ends_on = NEW.facts_since\n    WHERE school_id = OLD.id AND ends_on > NEW.facts_since;\nEND IF;\nRETURN NEW;\n",
                    hash="a9a68e70cd8be39188926cb1967971c4e0d796e8",
                    operation="UPDATE",
                    pgid="pgtrigger_keep_past_facts_6f4b9",
                    table="schools_school",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="school",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_schoolevent" ("accreditation", "accreditation_number", "accreditation_until", "address", "dapodik_id", "district_id", "facts_since", "form", "id", "latitude", "longitude", "merged_into_id", "name", "npsn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "state_reason", "status", "version") SELECT new_values."accreditation", new_values."accreditation_number", new_values."accreditation_until", new_values."address", new_values."dapodik_id", new_values."district_id", new_values."facts_since", new_values."form", new_values."id", new_values."latitude", new_values."longitude", new_values."merged_into_id", new_values."name", new_values."npsn", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source", new_values."state", new_values."state_reason", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="639e1f1679b764e31e1678035ea5abf06f3039f7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65445",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="schools_school",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="school",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_schoolevent" ("accreditation", "accreditation_number", "accreditation_until", "address", "dapodik_id", "district_id", "facts_since", "form", "id", "latitude", "longitude", "merged_into_id", "name", "npsn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "state_reason", "status", "version") SELECT new_values."accreditation", new_values."accreditation_number", new_values."accreditation_until", new_values."address", new_values."dapodik_id", new_values."district_id", new_values."facts_since", new_values."form", new_values."id", new_values."latitude", new_values."longitude", new_values."merged_into_id", new_values."name", new_values."npsn", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source", new_values."state", new_values."state_reason", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."accreditation" IS DISTINCT FROM (new_values."accreditation") OR old_values."accreditation_number" IS DISTINCT FROM (new_values."accreditation_number") OR old_values."accreditation_until" IS DISTINCT FROM (new_values."accreditation_until") OR old_values."address" IS DISTINCT FROM (new_values."address") OR old_values."dapodik_id" IS DISTINCT FROM (new_values."dapodik_id") OR old_values."district_id" IS DISTINCT FROM (new_values."district_id") OR old_values."facts_since" IS DISTINCT FROM (new_values."facts_since") OR old_values."form" IS DISTINCT FROM (new_values."form") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."latitude" IS DISTINCT FROM (new_values."latitude") OR old_values."longitude" IS DISTINCT FROM (new_values."longitude") OR old_values."merged_into_id" IS DISTINCT FROM (new_values."merged_into_id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."npsn" IS DISTINCT FROM (new_values."npsn") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."state_reason" IS DISTINCT FROM (new_values."state_reason") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="593f343a8c4d6c090c14780b9e6bab91b3db88dd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_792e7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="schools_school",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="school",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_schoolevent" ("accreditation", "accreditation_number", "accreditation_until", "address", "dapodik_id", "district_id", "facts_since", "form", "id", "latitude", "longitude", "merged_into_id", "name", "npsn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "state_reason", "status", "version") SELECT old_values."accreditation", old_values."accreditation_number", old_values."accreditation_until", old_values."address", old_values."dapodik_id", old_values."district_id", old_values."facts_since", old_values."form", old_values."id", old_values."latitude", old_values."longitude", old_values."merged_into_id", old_values."name", old_values."npsn", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source", old_values."state", old_values."state_reason", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b856366287ef827562378e9277e4bd91b6bd8c58",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1ffa2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="schools_school",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f24567ac0b88cb3e5b8e8bd588a65f32916385ae",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bd666",
                    table="schools_proposalevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_proposalevent" ("at", "by_id", "decided_at", "decided_by_id", "holds_from", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "version") VALUES (NEW."at", NEW."by_id", NEW."decided_at", NEW."decided_by_id", NEW."holds_from", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."school_id", NEW."version"); RETURN NULL;',
                    hash="24c57397d0b93a3cb87e05fa379cb20ac60f76ab",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d36a7",
                    table="schools_proposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "schools_proposalevent" ("at", "by_id", "decided_at", "decided_by_id", "holds_from", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "version") VALUES (NEW."at", NEW."by_id", NEW."decided_at", NEW."decided_by_id", NEW."holds_from", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."school_id", NEW."version"); RETURN NULL;',
                    hash="9afd1cb17c3f6b619d11c4ec687afb71469eaf66",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ab6a9",
                    table="schools_proposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_proposalevent" ("at", "by_id", "decided_at", "decided_by_id", "holds_from", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "version") VALUES (OLD."at", OLD."by_id", OLD."decided_at", OLD."decided_by_id", OLD."holds_from", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."school_id", OLD."version"); RETURN NULL;',
                    hash="faa776e20744cbe8b5f07af98d30c34ee78c91b8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_159a1",
                    table="schools_proposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pastfactsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fa895a36b378ada7dcc6b2e3ee9c3c2e1d44302a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d86f0",
                    table="schools_pastfactsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pastfacts",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_pastfactsevent" ("accreditation", "accreditation_number", "accreditation_until", "district_id", "ends_on", "form", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "state", "state_reason", "status") SELECT new_values."accreditation", new_values."accreditation_number", new_values."accreditation_until", new_values."district_id", new_values."ends_on", new_values."form", new_values."id", new_values."merged_into_id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."school_id", new_values."starts_on", new_values."state", new_values."state_reason", new_values."status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0e831a5129a9a030ff7c8d79f954797c480677a5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1c8c4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="schools_pastfacts",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pastfacts",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_pastfactsevent" ("accreditation", "accreditation_number", "accreditation_until", "district_id", "ends_on", "form", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "state", "state_reason", "status") SELECT new_values."accreditation", new_values."accreditation_number", new_values."accreditation_until", new_values."district_id", new_values."ends_on", new_values."form", new_values."id", new_values."merged_into_id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."school_id", new_values."starts_on", new_values."state", new_values."state_reason", new_values."status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="19af3d15f32422f1552617f63d61e8abc72a1ea6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d537d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="schools_pastfacts",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pastfacts",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_pastfactsevent" ("accreditation", "accreditation_number", "accreditation_until", "district_id", "ends_on", "form", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "state", "state_reason", "status") SELECT old_values."accreditation", old_values."accreditation_number", old_values."accreditation_until", old_values."district_id", old_values."ends_on", old_values."form", old_values."id", old_values."merged_into_id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."school_id", old_values."starts_on", old_values."state", old_values."state_reason", old_values."status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="06429d6b40f1ac0cbeee9817ea94e10fd3364101",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_94262",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="schools_pastfacts",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mergerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f692aef3c19fa0fb1ccdb6e03f752b421e9225c5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7dae2",
                    table="schools_mergerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merger",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_mergerevent" ("absorbed_id", "at", "before", "by_id", "id", "kept_id", "merged_on", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id") VALUES (NEW."absorbed_id", NEW."at", NEW."before", NEW."by_id", NEW."id", NEW."kept_id", NEW."merged_on", NEW."moved", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="98e8f82621752f53575db3bde43feb5750bb862c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_47458",
                    table="schools_merger",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merger",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "schools_mergerevent" ("absorbed_id", "at", "before", "by_id", "id", "kept_id", "merged_on", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id") VALUES (NEW."absorbed_id", NEW."at", NEW."before", NEW."by_id", NEW."id", NEW."kept_id", NEW."merged_on", NEW."moved", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="fee5c559922b9973e71c96c52bd5369128b89952",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a47b",
                    table="schools_merger",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merger",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_mergerevent" ("absorbed_id", "at", "before", "by_id", "id", "kept_id", "merged_on", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."at", OLD."before", OLD."by_id", OLD."id", OLD."kept_id", OLD."merged_on", OLD."moved", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="9a430c8132d56f9657a777f1f62dbf3602d23ea8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d5999",
                    table="schools_merger",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2cb52c4ad6c241fd881f80e7cfe84d9662bc4b34",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e5cd0",
                    table="schools_membershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_membershipevent" ("cohort", "decree_number", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "school_id", "starts_on", "version") SELECT new_values."cohort", new_values."decree_number", new_values."ends_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."programme_id", new_values."school_id", new_values."starts_on", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="626c39058c09895c23af41cd54ac312596ed4878",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2c607",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="schools_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_membershipevent" ("cohort", "decree_number", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "school_id", "starts_on", "version") SELECT new_values."cohort", new_values."decree_number", new_values."ends_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."programme_id", new_values."school_id", new_values."starts_on", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e7a22135924eaf22b3865d1bbe7ce5a38ea1f5d1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_19247",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="schools_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_membershipevent" ("cohort", "decree_number", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "school_id", "starts_on", "version") SELECT old_values."cohort", old_values."decree_number", old_values."ends_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."programme_id", old_values."school_id", old_values."starts_on", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="dfd01cf3890c6bbd5bb5bc83ef25d6136f0954c4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_69426",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="schools_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="distinctpairevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2db75cd9356ea70edd918f589099f4e147088d18",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5f178",
                    table="schools_distinctpairevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="distinctpair",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_distinctpairevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (NEW."at", NEW."by_id", NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."second_id"); RETURN NULL;',
                    hash="ece524d0904162ea2cac0fbcf9bc8d573accb098",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_55f39",
                    table="schools_distinctpair",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="distinctpair",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "schools_distinctpairevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (NEW."at", NEW."by_id", NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."second_id"); RETURN NULL;',
                    hash="cec3e1c0da33e0b522dbd7bac53f5c0120d4cecd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_be2ab",
                    table="schools_distinctpair",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="distinctpair",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_distinctpairevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."by_id", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."second_id"); RETURN NULL;',
                    hash="21eee2f4c79547ca71291432dcf0aa6787265d10",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a0a89",
                    table="schools_distinctpair",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_schoolaccountevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="c8b1b5daa59d4169f79c1b0dfd338dd446774eac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_32ad1",
                    table="schools_schoolaccount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "schools_schoolaccountevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="5f6080d2f4d019d4e4491b642caceacf7f54166c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_05f7e",
                    table="schools_schoolaccount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "schools_schoolaccountevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "user_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."school_id", OLD."user_id"); RETURN NULL;',
                    hash="ae8004b0dac12015f6670e81f9b742a8c77432ac",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_952e6",
                    table="schools_schoolaccount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolaccountevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="43ebdd42593904b8eb6e3d061594c05c6e465af7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_250b0",
                    table="schools_schoolaccountevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="18517fda950e40fef3bb5ccd6588e3a5c0103593",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_42402",
                    table="schools_schoolevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearlyfigures",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_yearlyfiguresevent" ("classes", "classrooms", "id", "laboratories", "libraries", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupils", "school_id", "source", "staff", "teachers", "version", "year") SELECT new_values."classes", new_values."classrooms", new_values."id", new_values."laboratories", new_values."libraries", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."pupils", new_values."school_id", new_values."source", new_values."staff", new_values."teachers", new_values."version", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2f47be39bca800eb1fdc9fdb6d598d59600684cc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_84e4c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="schools_yearlyfigures",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearlyfigures",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_yearlyfiguresevent" ("classes", "classrooms", "id", "laboratories", "libraries", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupils", "school_id", "source", "staff", "teachers", "version", "year") SELECT new_values."classes", new_values."classrooms", new_values."id", new_values."laboratories", new_values."libraries", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."pupils", new_values."school_id", new_values."source", new_values."staff", new_values."teachers", new_values."version", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0748a13b51ba25d65c67ae0bc19ba217c4912f60",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4ec9f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="schools_yearlyfigures",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearlyfigures",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "schools_yearlyfiguresevent" ("classes", "classrooms", "id", "laboratories", "libraries", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupils", "school_id", "source", "staff", "teachers", "version", "year") SELECT old_values."classes", old_values."classrooms", old_values."id", old_values."laboratories", old_values."libraries", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."pupils", old_values."school_id", old_values."source", old_values."staff", old_values."teachers", old_values."version", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6d6dbef2fe49be1acc9c3577d4eabcb264d7585b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f4a0c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="schools_yearlyfigures",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearlyfiguresevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5c4c64a62743fac37a2a50561ccd3cb638b481ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9b9ba",
                    table="schools_yearlyfiguresevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
