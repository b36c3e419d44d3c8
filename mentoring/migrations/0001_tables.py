import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import mentoring.models.bundles
import mentoring.models.evidence
import mentoring.models.follow_up_evidence
import mentoring.models.papers
import mentoring.models.scans
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("mentoring", "0001_initial"),
        ("mentoring", "0002_participant_name_once_in_any_case"),
        ("mentoring", "0003_holiday"),
        ("mentoring", "0004_evidence_confirmations_comments"),
        ("mentoring", "0005_follow_ups_verified_and_issues"),
        ("mentoring", "0006_who_reported_follow_ups_done"),
        ("mentoring", "0007_work_plans_addenda_regulations_reports"),
        ("mentoring", "0008_papers_and_bundles"),
        ("mentoring", "0009_planning"),
        ("mentoring", "0011_instrument_versions"),
        ("mentoring", "0012_instruments_become_versions"),
        ("mentoring", "0013_instrument_versions_are_fixed"),
        ("mentoring", "0015_visit_steps_companions_and_snippets"),
        ("mentoring", "0016_history_of_evidence_with_items"),
        ("mentoring", "0017_pos_kinerja"),
        ("mentoring", "0018_moves_of_visits_become_steps"),
        ("mentoring", "0019_one_way_to_move_a_visit"),
        ("mentoring", "0020_next_version_after_an_approval"),
    ]

    initial = True

    dependencies = [
        ("indicators", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("portal", "0001_tables"),
        ("schools", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="SchoolNeed",
            fields=[
                (
                    "school",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="need",
                        serialize=False,
                        to="schools.school",
                    ),
                ),
                ("accompanied", models.BooleanField(verbose_name="sekolah program atau dampingan")),
                ("red", models.PositiveSmallIntegerField(verbose_name="merah")),
                ("yellow", models.PositiveSmallIntegerField(verbose_name="kuning")),
                ("last_visit", models.DateField(null=True, verbose_name="kunjungan terakhir")),
                (
                    "months",
                    models.PositiveSmallIntegerField(verbose_name="bulan sejak kunjungan terakhir"),
                ),
                ("open", models.PositiveSmallIntegerField(verbose_name="tindak lanjut terbuka")),
                ("overdue", models.PositiveSmallIntegerField(verbose_name="lewat tenggat")),
                ("planned", models.PositiveSmallIntegerField(verbose_name="rencana tahun ini")),
                (
                    "expected",
                    models.PositiveSmallIntegerField(verbose_name="seharusnya sampai hari ini"),
                ),
                ("made", models.PositiveSmallIntegerField(verbose_name="terlaksana tahun ini")),
                ("owed", models.PositiveSmallIntegerField(verbose_name="tertinggal dari rencana")),
                (
                    "score",
                    models.DecimalField(decimal_places=2, max_digits=9, verbose_name="kebutuhan"),
                ),
            ],
            options={
                "verbose_name": "kebutuhan kunjungan",
                "verbose_name_plural": "kebutuhan kunjungan",
                "db_table": "mentoring_schoolneed",
                "ordering": ["-score", "pk"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="NeedWeights",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "red",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("3"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="indikator merah",
                    ),
                ),
                (
                    "yellow",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="indikator kuning",
                    ),
                ),
                (
                    "month",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="bulan sejak kunjungan terakhir",
                    ),
                ),
                (
                    "open",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.5"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="tindak lanjut terbuka",
                    ),
                ),
                (
                    "overdue",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("2"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="tindak lanjut lewat tenggat",
                    ),
                ),
                (
                    "owed",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("2"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="kunjungan yang tertinggal dari rencana",
                    ),
                ),
                (
                    "months_most",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Sekolah yang belum pernah dikunjungi dihitung sebanyak ini.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="bulan, paling banyak dihitung",
                    ),
                ),
            ],
            options={
                "verbose_name": "bobot kebutuhan kunjungan",
                "verbose_name_plural": "bobot kebutuhan kunjungan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="need_weights_is_one_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NeedWeightsEvent",
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
                        to="mentoring.needweights",
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
                    "red",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("3"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="indikator merah",
                    ),
                ),
                (
                    "yellow",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="indikator kuning",
                    ),
                ),
                (
                    "month",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="bulan sejak kunjungan terakhir",
                    ),
                ),
                (
                    "open",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.5"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="tindak lanjut terbuka",
                    ),
                ),
                (
                    "overdue",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("2"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="tindak lanjut lewat tenggat",
                    ),
                ),
                (
                    "owed",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("2"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="kunjungan yang tertinggal dari rencana",
                    ),
                ),
                (
                    "months_most",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Sekolah yang belum pernah dikunjungi dihitung sebanyak ini.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="bulan, paling banyak dihitung",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PerformancePost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("label", models.CharField(max_length=120, verbose_name="nama pos")),
                (
                    "description",
                    models.TextField(blank=True, max_length=2000, verbose_name="keterangan"),
                ),
                (
                    "school",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="aktif")),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "verbose_name": "pos kinerja",
                "verbose_name_plural": "pos kinerja",
                "ordering": ["label", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", False), ("school", None)),
                            models.Q(("area", None), ("school__isnull", False)),
                            _connector="OR",
                        ),
                        name="post_of_a_school_or_an_area",
                        violation_error_message="Pilih satu sekolah atau satu wilayah, bukan keduanya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True),
                        name="post_has_a_label",
                        violation_error_message="Isi nama pos.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("school__isnull", False)),
                        fields=("school", "label"),
                        name="post_label_once_per_school",
                        violation_error_message="Pos dengan nama ini sudah ada di sekolah ini.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("area__isnull", False)),
                        fields=("area", "label"),
                        name="post_label_once_per_area",
                        violation_error_message="Pos dengan nama ini sudah ada di wilayah ini.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerformancePostEvent",
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
                        to="mentoring.performancepost",
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
                ("label", models.CharField(max_length=120, verbose_name="nama pos")),
                (
                    "description",
                    models.TextField(blank=True, max_length=2000, verbose_name="keterangan"),
                ),
                (
                    "school",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="aktif")),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanningDefaults",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "schools_most",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Berlaku bagi fasilitator yang tidak memiliki batas sendiri.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="sekolah per fasilitator, paling banyak",
                    ),
                ),
                (
                    "visits_least",
                    models.PositiveSmallIntegerField(
                        default=4,
                        help_text="Angka awal sekolah yang belum punya rencana tahun sebelumnya.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="kunjungan per sekolah dan tahun, paling sedikit",
                    ),
                ),
                (
                    "visits_most",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="kunjungan per sekolah dan tahun, lazimnya sampai",
                    ),
                ),
            ],
            options={
                "verbose_name": "angka perencanaan",
                "verbose_name_plural": "angka perencanaan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="planning_defaults_is_one_row"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("visits_most__gte", models.F("visits_least"))),
                        name="planning_defaults_most_from_least",
                        violation_error_message="Angka “lazimnya sampai” tidak boleh di bawah “paling sedikit”.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanningDefaultsEvent",
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
                        to="mentoring.planningdefaults",
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
                    "schools_most",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Berlaku bagi fasilitator yang tidak memiliki batas sendiri.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="sekolah per fasilitator, paling banyak",
                    ),
                ),
                (
                    "visits_least",
                    models.PositiveSmallIntegerField(
                        default=4,
                        help_text="Angka awal sekolah yang belum punya rencana tahun sebelumnya.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="kunjungan per sekolah dan tahun, paling sedikit",
                    ),
                ),
                (
                    "visits_most",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="kunjungan per sekolah dan tahun, lazimnya sampai",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Snippet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="snippets",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pemilik",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="judul")),
                ("text", models.TextField(max_length=2000, verbose_name="teks")),
            ],
            options={
                "verbose_name": "templat teks",
                "verbose_name_plural": "templat teks",
                "ordering": ["title", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "title"),
                        name="snippet_title_once",
                        nulls_distinct=False,
                        violation_error_message="Sudah ada templat dengan judul ini.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SnippetEvent",
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
                        to="mentoring.snippet",
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pemilik",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="judul")),
                ("text", models.TextField(max_length=2000, verbose_name="teks")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="nama")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
            ],
            options={
                "verbose_name": "jenis kunjungan",
                "verbose_name_plural": "jenis kunjungan",
                "ordering": ["order", "name"],
            },
        ),
        migrations.CreateModel(
            name="VisitKindEvent",
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
                        to="mentoring.visitkind",
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
                ("name", models.CharField(max_length=80, verbose_name="nama")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearPlan",
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
                        related_name="year_plans",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(
                                2022, "Tahun rencana paling awal 2022."
                            ),
                            django.core.validators.MaxValueValidator(2100, "Periksa tahunnya."),
                        ],
                        verbose_name="tahun",
                    ),
                ),
                (
                    "visits",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MaxValueValidator(
                                60, "Paling banyak 60 kunjungan setahun."
                            )
                        ],
                        verbose_name="kunjungan",
                    ),
                ),
            ],
            options={
                "verbose_name": "rencana kunjungan tahunan",
                "verbose_name_plural": "rencana kunjungan tahunan",
                "ordering": ["-year", "school"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "year"),
                        name="year_plan_once_per_school",
                        violation_error_message="Sekolah ini sudah punya rencana untuk tahun itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("visits__lte", 60)), name="year_plan_visits_are_few"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="YearPlanEvent",
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
                        to="mentoring.yearplan",
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
                            django.core.validators.MinValueValidator(
                                2022, "Tahun rencana paling awal 2022."
                            ),
                            django.core.validators.MaxValueValidator(2100, "Periksa tahunnya."),
                        ],
                        verbose_name="tahun",
                    ),
                ),
                (
                    "visits",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MaxValueValidator(
                                60, "Paling banyak 60 kunjungan setahun."
                            )
                        ],
                        verbose_name="kunjungan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("kesepakatan", "Kesepakatan Bersama"),
                            ("pks", "Perjanjian Kerja Sama"),
                            ("rencana", "Rencana Kerja"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="judul")),
                (
                    "first_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor pihak I"),
                ),
                (
                    "second_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor pihak II"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="portal.area",
                        verbose_name="wilayah kerja sama",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(blank=True, null=True, verbose_name="tanggal tanda tangan"),
                ),
                ("signed_at", models.CharField(blank=True, max_length=120, verbose_name="tempat")),
                ("starts_on", models.DateField(verbose_name="mulai berlaku")),
                ("ends_on", models.DateField(verbose_name="berakhir")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draf", "draf"),
                            ("berlaku", "berlaku"),
                            ("diperpanjang", "diperpanjang"),
                            ("diputus", "diputus"),
                        ],
                        default="draf",
                        max_length=12,
                        verbose_name="keputusan",
                    ),
                ),
                (
                    "scan",
                    models.FileField(
                        blank=True,
                        upload_to="agreements/%Y/",
                        validators=[mentoring.models.scans.check_scan],
                        verbose_name="pindaian naskah",
                    ),
                ),
                (
                    "reminder_days",
                    models.PositiveSmallIntegerField(
                        default=90,
                        validators=[
                            django.core.validators.MinValueValidator(1, "Setidaknya 1 hari."),
                            django.core.validators.MaxValueValidator(730, "Paling lama 730 hari."),
                        ],
                        verbose_name="ingatkan sebelum berakhir (hari)",
                    ),
                ),
                (
                    "renews",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewal",
                        to="mentoring.agreement",
                        verbose_name="memperpanjang naskah",
                    ),
                ),
                (
                    "terminated_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="diputus pada"
                    ),
                ),
                (
                    "termination_reason",
                    models.TextField(blank=True, editable=False, verbose_name="alasan diputus"),
                ),
                ("reminded_for", models.DateField(blank=True, editable=False, null=True)),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "verbose_name": "naskah kerja sama",
                "verbose_name_plural": "naskah kerja sama",
                "ordering": ["-starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="agreement_ends_after_start",
                        violation_error_message="Tanggal berakhir mendahului tanggal mulai berlaku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draf"), ("signed_on__isnull", False), _connector="OR"
                        ),
                        name="agreement_in_force_is_signed",
                        violation_error_message="Isi tanggal tanda tangan, atau biarkan naskah sebagai draf.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draf"),
                            models.Q(
                                models.Q(("first_number", ""), _negated=True),
                                models.Q(("second_number", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_in_force_has_both_numbers",
                        violation_error_message="Isi nomor kedua pihak, atau biarkan naskah sebagai draf.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_on", None),
                            ("signed_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="agreement_signed_before_its_end",
                        violation_error_message="Tanggal tanda tangan melewati tanggal berakhir.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementEvent",
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
                        to="mentoring.agreement",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("kesepakatan", "Kesepakatan Bersama"),
                            ("pks", "Perjanjian Kerja Sama"),
                            ("rencana", "Rencana Kerja"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="judul")),
                (
                    "first_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor pihak I"),
                ),
                (
                    "second_number",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor pihak II"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="wilayah kerja sama",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(blank=True, null=True, verbose_name="tanggal tanda tangan"),
                ),
                ("signed_at", models.CharField(blank=True, max_length=120, verbose_name="tempat")),
                ("starts_on", models.DateField(verbose_name="mulai berlaku")),
                ("ends_on", models.DateField(verbose_name="berakhir")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draf", "draf"),
                            ("berlaku", "berlaku"),
                            ("diperpanjang", "diperpanjang"),
                            ("diputus", "diputus"),
                        ],
                        default="draf",
                        max_length=12,
                        verbose_name="keputusan",
                    ),
                ),
                (
                    "scan",
                    models.FileField(
                        blank=True,
                        upload_to="agreements/%Y/",
                        validators=[mentoring.models.scans.check_scan],
                        verbose_name="pindaian naskah",
                    ),
                ),
                (
                    "reminder_days",
                    models.PositiveSmallIntegerField(
                        default=90,
                        validators=[
                            django.core.validators.MinValueValidator(1, "Setidaknya 1 hari."),
                            django.core.validators.MaxValueValidator(730, "Paling lama 730 hari."),
                        ],
                        verbose_name="ingatkan sebelum berakhir (hari)",
                    ),
                ),
                (
                    "renews",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="memperpanjang naskah",
                    ),
                ),
                (
                    "terminated_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="diputus pada"
                    ),
                ),
                (
                    "termination_reason",
                    models.TextField(blank=True, editable=False, verbose_name="alasan diputus"),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "facilitator",
                    models.ForeignKey(
                        limit_choices_to={"role": "fasilitator"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
            ],
            options={
                "verbose_name": "penugasan",
                "verbose_name_plural": "penugasan",
                "ordering": ["-starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="assignment_ends_after_start",
                        violation_error_message="Tanggal berakhir mendahului tanggal mulai.",
                    ),
                    models.UniqueConstraint(
                        fields=("facilitator", "school", "starts_on"),
                        name="assignment_once",
                        violation_error_message="Penugasan ini sudah tercatat dengan tanggal mulai itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssignmentEvent",
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
                        to="mentoring.assignment",
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
                    "facilitator",
                    models.ForeignKey(
                        db_constraint=False,
                        limit_choices_to={"role": "fasilitator"},
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
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
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Bundle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bundles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diminta oleh",
                    ),
                ),
                ("query", models.CharField(blank=True, max_length=1000, verbose_name="filter")),
                (
                    "visits",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None, verbose_name="kunjungan"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="diminta")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu giliran"),
                            ("dibuat", "Sedang dibuat"),
                            ("selesai", "Siap diunduh"),
                            ("dibuang", "Dibuang"),
                        ],
                        default="menunggu",
                        max_length=8,
                        verbose_name="keadaan",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(verbose_name="jumlah")),
                ("left_out", models.PositiveIntegerField(default=0, verbose_name="tidak termuat")),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        upload_to=mentoring.models.bundles.stored_name,
                        verbose_name="berkas",
                    ),
                ),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="ukuran")),
            ],
            options={
                "verbose_name": "kumpulan berita acara",
                "verbose_name_plural": "kumpulan berita acara",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "selesai"), _negated=True),
                            models.Q(("file", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bundle_done_has_a_file",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BundleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="by_query_state_events",
                        to="mentoring.bundle",
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
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diminta oleh",
                    ),
                ),
                ("query", models.CharField(blank=True, max_length=1000, verbose_name="filter")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu giliran"),
                            ("dibuat", "Sedang dibuat"),
                            ("selesai", "Siap diunduh"),
                            ("dibuang", "Dibuang"),
                        ],
                        default="menunggu",
                        max_length=8,
                        verbose_name="keadaan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
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
                        related_name="calendar_feed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
            ],
            options={
                "verbose_name": "alamat kalender",
                "verbose_name_plural": "alamat kalender",
            },
        ),
        migrations.CreateModel(
            name="CalendarFeedEvent",
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
                        to="mentoring.calendarfeed",
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
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Ceiling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "facilitator",
                    models.OneToOneField(
                        error_messages={"unique": "Fasilitator ini sudah memiliki batas sendiri."},
                        limit_choices_to={"role": "fasilitator"},
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ceiling",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
                    ),
                ),
                (
                    "schools",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="sekolah, paling banyak",
                    ),
                ),
            ],
            options={
                "verbose_name": "batas fasilitator",
                "verbose_name_plural": "batas fasilitator",
                "ordering": ["facilitator__name"],
            },
        ),
        migrations.CreateModel(
            name="CeilingEvent",
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
                        to="mentoring.ceiling",
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
                    "facilitator",
                    models.ForeignKey(
                        db_constraint=False,
                        error_messages={"unique": "Fasilitator ini sudah memiliki batas sendiri."},
                        limit_choices_to={"role": "fasilitator"},
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
                    ),
                ),
                (
                    "schools",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="sekolah, paling banyak",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Clause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clauses",
                        to="mentoring.agreement",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("text", models.CharField(max_length=500, verbose_name="isi")),
            ],
            options={
                "verbose_name": "ruang lingkup",
                "verbose_name_plural": "ruang lingkup",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ClauseEvent",
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
                        to="mentoring.clause",
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
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("text", models.CharField(max_length=500, verbose_name="isi")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField(verbose_name="tanggal")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        help_text="Kosongkan untuk hari libur nasional.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holidays",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
            ],
            options={
                "verbose_name": "hari libur",
                "verbose_name_plural": "hari libur",
                "ordering": ["date", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("date", "name", "area"),
                        name="holiday_once",
                        nulls_distinct=False,
                        violation_error_message="Hari libur ini sudah tercatat.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HolidayEvent",
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
                        to="mentoring.holiday",
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
                ("date", models.DateField(verbose_name="tanggal")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Kosongkan untuk hari libur nasional.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Instrument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "code",
                    models.CharField(
                        max_length=50,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9][a-z0-9-]*\\Z",
                                "Kode memakai huruf kecil, angka, dan tanda hubung, misalnya: kepemimpinan-1.",
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="versi"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                (
                    "description",
                    models.TextField(blank=True, max_length=1000, verbose_name="keterangan"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draf", "draf"), ("terbit", "terbit"), ("ditarik", "ditarik")],
                        default="draf",
                        editable=False,
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="terbit pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "instrumen",
                "verbose_name_plural": "instrumen",
                "ordering": ["name", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "number"),
                        name="instrument_version_once",
                        violation_error_message="Kode ini sudah dipakai instrumen lain.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draf")),
                        fields=("code",),
                        name="instrument_one_draft",
                        violation_error_message="Instrumen ini sudah punya versi draf.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "terbit")),
                        fields=("code",),
                        name="instrument_one_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("state", "draf")),
                            models.Q(
                                ("published_at__isnull", False),
                                ("state__in", ["terbit", "ditarik"]),
                            ),
                            _connector="OR",
                        ),
                        name="instrument_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumentEvent",
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
                        to="mentoring.instrument",
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
                    "code",
                    models.CharField(
                        max_length=50,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9][a-z0-9-]*\\Z",
                                "Kode memakai huruf kecil, angka, dan tanda hubung, misalnya: kepemimpinan-1.",
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="versi"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                (
                    "description",
                    models.TextField(blank=True, max_length=1000, verbose_name="keterangan"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draf", "draf"), ("terbit", "terbit"), ("ditarik", "ditarik")],
                        default="draf",
                        editable=False,
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="terbit pada"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InstrumentSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="mentoring.instrument",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="urutan"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="judul")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        help_text="Bobot 0 berarti tidak ikut dihitung.",
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Bobot tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="bobot",
                    ),
                ),
            ],
            options={
                "verbose_name": "bagian instrumen",
                "verbose_name_plural": "bagian instrumen",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 0)),
                        name="section_weight_is_not_negative",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumentSectionEvent",
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
                        to="mentoring.instrumentsection",
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
                    "instrument",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrument",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="urutan"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="judul")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        help_text="Bobot 0 berarti tidak ikut dihitung.",
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Bobot tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="bobot",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="mentoring.agreement",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        max_length=5,
                        verbose_name="pihak",
                    ),
                ),
                ("institution", models.CharField(max_length=160, verbose_name="instansi")),
                ("name", models.CharField(max_length=120, verbose_name="nama penanda tangan")),
                ("position", models.CharField(max_length=120, verbose_name="jabatan")),
            ],
            options={
                "verbose_name": "pihak",
                "verbose_name_plural": "para pihak",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PartyEvent",
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
                        to="mentoring.party",
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
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        max_length=5,
                        verbose_name="pihak",
                    ),
                ),
                ("institution", models.CharField(max_length=160, verbose_name="instansi")),
                ("name", models.CharField(max_length=120, verbose_name="nama penanda tangan")),
                ("position", models.CharField(max_length=120, verbose_name="jabatan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgressReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_reports",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "semester",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Semester I (Januari–Juni)"),
                            (2, "Semester II (Juli–Desember)"),
                        ],
                        verbose_name="semester",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                ("content", models.JSONField(verbose_name="isi")),
                ("sha256", models.CharField(max_length=64, verbose_name="sidik SHA-256")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("diajukan", "menunggu persetujuan"),
                            ("disetujui", "disetujui kedua pihak"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        default="diajukan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diajukan oleh",
                    ),
                ),
                (
                    "proposed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="diajukan"
                    ),
                ),
                (
                    "sent_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dikembalikan oleh",
                    ),
                ),
                (
                    "sent_back_reason",
                    models.TextField(blank=True, verbose_name="alasan dikembalikan"),
                ),
            ],
            options={
                "verbose_name": "laporan kemajuan",
                "verbose_name_plural": "laporan kemajuan",
                "ordering": ["-year", "-semester", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "year", "semester", "number"),
                        name="report_number_once_a_semester",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "diajukan")),
                        fields=("agreement", "year", "semester"),
                        name="report_waits_once_a_semester",
                        violation_error_message="Laporan semester ini sudah diajukan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dikembalikan"), _negated=True),
                            models.Q(
                                models.Q(("sent_back_reason", ""), _negated=True),
                                ("sent_back_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="report_sent_back_with_a_reason",
                        violation_error_message="Tuliskan alasannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("semester__in", [1, 2])),
                        name="report_semester_is_1_or_2",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressReportEvent",
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
                        to="mentoring.progressreport",
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
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "semester",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Semester I (Januari–Juni)"),
                            (2, "Semester II (Juli–Desember)"),
                        ],
                        verbose_name="semester",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                ("content", models.JSONField(verbose_name="isi")),
                ("sha256", models.CharField(max_length=64, verbose_name="sidik SHA-256")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("diajukan", "menunggu persetujuan"),
                            ("disetujui", "disetujui kedua pihak"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        default="diajukan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diajukan oleh",
                    ),
                ),
                (
                    "proposed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="diajukan"
                    ),
                ),
                (
                    "sent_back_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dikembalikan oleh",
                    ),
                ),
                (
                    "sent_back_reason",
                    models.TextField(blank=True, verbose_name="alasan dikembalikan"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportSignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="mentoring.progressreport",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        max_length=5,
                        verbose_name="pihak",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "persetujuan",
                "verbose_name_plural": "persetujuan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "side"), name="signed_once_per_side"),
                    models.UniqueConstraint(
                        fields=("report", "by"), name="signed_by_different_people"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSignatureEvent",
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
                        to="mentoring.reportsignature",
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
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.progressreport",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        max_length=5,
                        verbose_name="pihak",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_plans",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000, "Periksa tahunnya."),
                            django.core.validators.MaxValueValidator(2100, "Periksa tahunnya."),
                        ],
                        verbose_name="tahun",
                    ),
                ),
            ],
            options={
                "verbose_name": "rencana kerja",
                "verbose_name_plural": "rencana kerja",
                "ordering": ["-year", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "year"),
                        name="work_plan_once_a_year",
                        violation_error_message="Rencana kerja tahun ini sudah ada. Buka rencana itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="work_plan_year_is_plausible",
                        violation_error_message="Periksa tahunnya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkPlanEvent",
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
                        to="mentoring.workplan",
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
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000, "Periksa tahunnya."),
                            django.core.validators.MaxValueValidator(2100, "Periksa tahunnya."),
                        ],
                        verbose_name="tahun",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="mentoring.workplan",
                        verbose_name="rencana kerja",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="mentoring.clause",
                        verbose_name="ruang lingkup",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("pendampingan", "pendampingan"),
                            ("pelatihan", "pelatihan"),
                            ("pos", "pos kinerja"),
                            ("regulasi", "regulasi"),
                        ],
                        max_length=12,
                        verbose_name="bentuk",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="kegiatan")),
                (
                    "target",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1, "Sasaran setidaknya 1.")
                        ],
                        verbose_name="sasaran",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        max_length=5,
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="PIC",
                    ),
                ),
                (
                    "fund_source",
                    models.CharField(blank=True, max_length=80, verbose_name="sumber dana"),
                ),
                (
                    "budget",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0"), "Anggaran tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="anggaran (Rp)",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("direncanakan", "direncanakan"), ("dibatalkan", "dibatalkan")],
                        default="direncanakan",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
            ],
            options={
                "verbose_name": "kegiatan",
                "verbose_name_plural": "kegiatan",
                "ordering": ["clause__order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("target__gte", 1)),
                        name="activity_target_is_positive",
                        violation_error_message="Sasaran setidaknya 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("budget", None), ("budget__gte", 0), _connector="OR"),
                        name="activity_budget_not_negative",
                        violation_error_message="Anggaran tidak boleh kurang dari 0.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActivityIndicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aimed",
                        to="mentoring.activity",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator yang dituju",
                "verbose_name_plural": "indikator yang dituju",
                "ordering": ["indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("activity", "indicator"), name="aimed_at_once_per_activity"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActivityIndicatorEvent",
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
                        to="mentoring.activityindicator",
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
                    "activity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.activity",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActivityMonth",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="months",
                        to="mentoring.activity",
                    ),
                ),
                ("month", models.PositiveSmallIntegerField(verbose_name="bulan")),
                ("planned", models.PositiveSmallIntegerField(verbose_name="rencana")),
            ],
            options={
                "verbose_name": "jadwal",
                "verbose_name_plural": "jadwal",
                "ordering": ["month"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("activity", "month"), name="month_once_per_activity"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__gte", 1), ("month__lte", 12)),
                        name="month_is_of_a_year",
                        violation_error_message="Bulan antara 1 dan 12.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("planned__gte", 1)),
                        name="month_plans_something",
                        violation_error_message="Bulan tanpa rencana tidak dicatat.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActivityMonthEvent",
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
                        to="mentoring.activitymonth",
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
                    "activity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.activity",
                    ),
                ),
                ("month", models.PositiveSmallIntegerField(verbose_name="bulan")),
                ("planned", models.PositiveSmallIntegerField(verbose_name="rencana")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addenda",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(editable=False, verbose_name="adendum ke-"),
                ),
                ("first_number", models.CharField(max_length=80, verbose_name="nomor pihak I")),
                ("second_number", models.CharField(max_length=80, verbose_name="nomor pihak II")),
                ("signed_on", models.DateField(verbose_name="tanggal tanda tangan")),
                ("about", models.CharField(max_length=250, verbose_name="tentang")),
                (
                    "scan",
                    models.FileField(
                        blank=True,
                        upload_to="addenda/%Y/",
                        validators=[mentoring.models.scans.check_scan],
                        verbose_name="pindaian adendum",
                    ),
                ),
                ("before", models.JSONField(editable=False, verbose_name="isi sebelumnya")),
                ("after", models.JSONField(editable=False, verbose_name="isi sesudahnya")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dicatat"
                    ),
                ),
            ],
            options={
                "verbose_name": "adendum",
                "verbose_name_plural": "adendum",
                "ordering": ["order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "order"), name="addendum_order_once_per_agreement"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_number", ""), _negated=True),
                            models.Q(("second_number", ""), _negated=True),
                        ),
                        name="addendum_has_both_numbers",
                        violation_error_message="Isi nomor kedua pihak.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AddendumEvent",
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
                        to="mentoring.addendum",
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
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(editable=False, verbose_name="adendum ke-"),
                ),
                ("first_number", models.CharField(max_length=80, verbose_name="nomor pihak I")),
                ("second_number", models.CharField(max_length=80, verbose_name="nomor pihak II")),
                ("signed_on", models.DateField(verbose_name="tanggal tanda tangan")),
                ("about", models.CharField(max_length=250, verbose_name="tentang")),
                (
                    "scan",
                    models.FileField(
                        blank=True,
                        upload_to="addenda/%Y/",
                        validators=[mentoring.models.scans.check_scan],
                        verbose_name="pindaian adendum",
                    ),
                ),
                ("before", models.JSONField(editable=False, verbose_name="isi sebelumnya")),
                ("after", models.JSONField(editable=False, verbose_name="isi sesudahnya")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dicatat"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActivityEvent",
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
                        to="mentoring.activity",
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.workplan",
                        verbose_name="rencana kerja",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.clause",
                        verbose_name="ruang lingkup",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("pendampingan", "pendampingan"),
                            ("pelatihan", "pelatihan"),
                            ("pos", "pos kinerja"),
                            ("regulasi", "regulasi"),
                        ],
                        max_length=12,
                        verbose_name="bentuk",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="kegiatan")),
                (
                    "target",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1, "Sasaran setidaknya 1.")
                        ],
                        verbose_name="sasaran",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        max_length=5,
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="PIC",
                    ),
                ),
                (
                    "fund_source",
                    models.CharField(blank=True, max_length=80, verbose_name="sumber dana"),
                ),
                (
                    "budget",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                Decimal("0"), "Anggaran tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="anggaran (Rp)",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("direncanakan", "direncanakan"), ("dibatalkan", "dibatalkan")],
                        default="direncanakan",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InstrumentItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="mentoring.instrument",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="mentoring.instrumentsection",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="urutan"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        max_length=30,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9][a-z0-9-]*\\Z",
                                "Kode memakai huruf kecil, angka, dan tanda hubung, misalnya: kepemimpinan-1.",
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rubrik", "rubrik 1–4"),
                            ("angka", "angka"),
                            ("ya_tidak", "ya atau tidak"),
                            ("satu_pilihan", "satu pilihan"),
                            ("banyak_pilihan", "beberapa pilihan"),
                            ("teks", "teks"),
                            ("foto", "foto"),
                        ],
                        default="rubrik",
                        editable=False,
                        max_length=14,
                        verbose_name="jenis",
                    ),
                ),
                ("text", models.CharField(max_length=250, verbose_name="butir")),
                ("help", models.CharField(blank=True, max_length=500, verbose_name="bantuan")),
                ("required", models.BooleanField(default=True, verbose_name="wajib dijawab")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        help_text="Bobot 0 berarti tidak ikut dihitung.",
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Bobot tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="bobot",
                    ),
                ),
                ("level_1", models.CharField(blank=True, max_length=250, verbose_name="tingkat 1")),
                ("level_2", models.CharField(blank=True, max_length=250, verbose_name="tingkat 2")),
                ("level_3", models.CharField(blank=True, max_length=250, verbose_name="tingkat 3")),
                ("level_4", models.CharField(blank=True, max_length=250, verbose_name="tingkat 4")),
                (
                    "minimum",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=14,
                        null=True,
                        verbose_name="angka terkecil",
                    ),
                ),
                (
                    "maximum",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=14,
                        null=True,
                        verbose_name="angka terbesar",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="satuan")),
                (
                    "shown_if",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="shows",
                        to="mentoring.instrumentitem",
                        verbose_name="tampil menurut butir",
                    ),
                ),
                (
                    "shown_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sama", "sama dengan"),
                            ("salah_satu", "salah satu dari"),
                            ("minimal", "paling sedikit"),
                        ],
                        max_length=10,
                        verbose_name="tampil bila",
                    ),
                ),
                ("shown_value", models.CharField(blank=True, max_length=500, verbose_name="nilai")),
            ],
            options={
                "verbose_name": "butir instrumen",
                "verbose_name_plural": "butir instrumen",
                "ordering": ["section__order", "section", "order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instrument", "code"),
                        name="item_code_once",
                        violation_error_message="Kode ini sudah dipakai butir lain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "rubrik",
                                    "angka",
                                    "ya_tidak",
                                    "satu_pilihan",
                                    "banyak_pilihan",
                                    "teks",
                                    "foto",
                                ],
                            )
                        ),
                        name="item_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 0)), name="item_weight_is_not_negative"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minimum", None),
                            ("maximum", None),
                            ("maximum__gte", models.F("minimum")),
                            _connector="OR",
                        ),
                        name="item_limits_in_order",
                        violation_error_message="Angka terbesar lebih kecil dari angka terkecil.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("shown_how", ""), _negated=True),
                            models.Q(("shown_if", None), ("shown_value", "")),
                            _connector="OR",
                        ),
                        name="item_rule_is_whole",
                        violation_error_message="Pilih syarat tampilnya, atau kosongkan semuanya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumentItemEvent",
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
                        to="mentoring.instrumentitem",
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
                    "instrument",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrument",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrumentsection",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="urutan"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        max_length=30,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9][a-z0-9-]*\\Z",
                                "Kode memakai huruf kecil, angka, dan tanda hubung, misalnya: kepemimpinan-1.",
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rubrik", "rubrik 1–4"),
                            ("angka", "angka"),
                            ("ya_tidak", "ya atau tidak"),
                            ("satu_pilihan", "satu pilihan"),
                            ("banyak_pilihan", "beberapa pilihan"),
                            ("teks", "teks"),
                            ("foto", "foto"),
                        ],
                        default="rubrik",
                        editable=False,
                        max_length=14,
                        verbose_name="jenis",
                    ),
                ),
                ("text", models.CharField(max_length=250, verbose_name="butir")),
                ("help", models.CharField(blank=True, max_length=500, verbose_name="bantuan")),
                ("required", models.BooleanField(default=True, verbose_name="wajib dijawab")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        help_text="Bobot 0 berarti tidak ikut dihitung.",
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Bobot tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="bobot",
                    ),
                ),
                ("level_1", models.CharField(blank=True, max_length=250, verbose_name="tingkat 1")),
                ("level_2", models.CharField(blank=True, max_length=250, verbose_name="tingkat 2")),
                ("level_3", models.CharField(blank=True, max_length=250, verbose_name="tingkat 3")),
                ("level_4", models.CharField(blank=True, max_length=250, verbose_name="tingkat 4")),
                (
                    "minimum",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=14,
                        null=True,
                        verbose_name="angka terkecil",
                    ),
                ),
                (
                    "maximum",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=14,
                        null=True,
                        verbose_name="angka terbesar",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="satuan")),
                (
                    "shown_if",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrumentitem",
                        verbose_name="tampil menurut butir",
                    ),
                ),
                (
                    "shown_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sama", "sama dengan"),
                            ("salah_satu", "salah satu dari"),
                            ("minimal", "paling sedikit"),
                        ],
                        max_length=10,
                        verbose_name="tampil bila",
                    ),
                ),
                ("shown_value", models.CharField(blank=True, max_length=500, verbose_name="nilai")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ItemChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="mentoring.instrumentitem",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                ("text", models.CharField(max_length=120, verbose_name="pilihan")),
            ],
            options={
                "verbose_name": "pilihan butir",
                "verbose_name_plural": "pilihan butir",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ItemChoiceEvent",
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
                        to="mentoring.itemchoice",
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrumentitem",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                ("text", models.CharField(max_length=120, verbose_name="pilihan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Regulation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regulations",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regulations",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("perda", "Peraturan Daerah"),
                            ("perwali", "Peraturan Wali Kota"),
                            ("sk", "Surat Keputusan"),
                            ("se", "Surat Edaran"),
                            ("juknis", "Petunjuk Teknis"),
                            ("lain", "lainnya"),
                        ],
                        max_length=8,
                        verbose_name="jenis",
                    ),
                ),
                ("about", models.CharField(max_length=250, verbose_name="tentang")),
                ("number", models.CharField(blank=True, max_length=80, verbose_name="nomor")),
                (
                    "enacted_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="tanggal ditetapkan"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("usulan", "usulan"),
                            ("pembahasan", "pembahasan"),
                            ("ditetapkan", "ditetapkan"),
                            ("dicabut", "dicabut"),
                        ],
                        default="usulan",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        upload_to="regulations/%Y/",
                        validators=[mentoring.models.scans.check_scan],
                        verbose_name="berkas",
                    ),
                ),
            ],
            options={
                "verbose_name": "regulasi",
                "verbose_name_plural": "regulasi",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("enacted_on", None), ("state__in", ["usulan", "pembahasan"])),
                            models.Q(
                                ("enacted_on__isnull", False),
                                ("state__in", ["ditetapkan", "dicabut"]),
                                models.Q(("number", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="regulation_in_force_has_number_and_date",
                        violation_error_message="Regulasi yang ditetapkan harus bernomor.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RegulationEvent",
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
                        to="mentoring.regulation",
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
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("perda", "Peraturan Daerah"),
                            ("perwali", "Peraturan Wali Kota"),
                            ("sk", "Surat Keputusan"),
                            ("se", "Surat Edaran"),
                            ("juknis", "Petunjuk Teknis"),
                            ("lain", "lainnya"),
                        ],
                        max_length=8,
                        verbose_name="jenis",
                    ),
                ),
                ("about", models.CharField(max_length=250, verbose_name="tentang")),
                ("number", models.CharField(blank=True, max_length=80, verbose_name="nomor")),
                (
                    "enacted_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="tanggal ditetapkan"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("usulan", "usulan"),
                            ("pembahasan", "pembahasan"),
                            ("ditetapkan", "ditetapkan"),
                            ("dicabut", "dicabut"),
                        ],
                        default="usulan",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        upload_to="regulations/%Y/",
                        validators=[mentoring.models.scans.check_scan],
                        verbose_name="berkas",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RegulationStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "regulation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="mentoring.regulation",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("usulan", "usulan"),
                            ("pembahasan", "pembahasan"),
                            ("ditetapkan", "ditetapkan"),
                            ("dicabut", "dicabut"),
                        ],
                        max_length=10,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("usulan", "usulan"),
                            ("pembahasan", "pembahasan"),
                            ("ditetapkan", "ditetapkan"),
                            ("dicabut", "dicabut"),
                        ],
                        max_length=10,
                        verbose_name="menjadi",
                    ),
                ),
                ("on", models.DateField(verbose_name="tanggal")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dicatat"
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="keterangan")),
            ],
            options={
                "verbose_name": "langkah",
                "verbose_name_plural": "langkah",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RegulationStepEvent",
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
                        to="mentoring.regulationstep",
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
                    "regulation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.regulation",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("usulan", "usulan"),
                            ("pembahasan", "pembahasan"),
                            ("ditetapkan", "ditetapkan"),
                            ("dicabut", "dicabut"),
                        ],
                        max_length=10,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("usulan", "usulan"),
                            ("pembahasan", "pembahasan"),
                            ("ditetapkan", "ditetapkan"),
                            ("dicabut", "dicabut"),
                        ],
                        max_length=10,
                        verbose_name="menjadi",
                    ),
                ),
                ("on", models.DateField(verbose_name="tanggal")),
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dicatat"
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="keterangan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="mentoring.performancepost",
                        verbose_name="pos kinerja",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        editable=False,
                        max_length=5,
                        verbose_name="dicatat oleh pihak",
                    ),
                ),
                (
                    "led_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pencatat",
                    ),
                ),
                ("period_from", models.DateField(verbose_name="periode mulai")),
                ("period_to", models.DateField(verbose_name="periode sampai")),
                ("date", models.DateField(verbose_name="tanggal pertemuan")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="selesai")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="tempat")),
                (
                    "participants",
                    models.TextField(blank=True, max_length=2000, verbose_name="peserta"),
                ),
                ("notes", models.TextField(blank=True, max_length=8000, verbose_name="notula")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Jumlah harus lebih dari 0."
                            )
                        ],
                        verbose_name="jumlah (Rp)",
                    ),
                ),
                (
                    "amount_use",
                    models.TextField(blank=True, max_length=1000, verbose_name="penggunaan"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("dilaksanakan", "dilaksanakan, menunggu pengesahan"),
                            ("dikembalikan", "dikembalikan"),
                            ("disahkan", "disahkan"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        default="direncanakan",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disahkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "tinjauan",
                "verbose_name_plural": "tinjauan",
                "ordering": ["-date", "-pk"],
                "indexes": [
                    models.Index(fields=["state", "date"], name="review_by_state"),
                    models.Index(fields=["post", "-date", "-id"], name="review_by_post"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_to__gte", models.F("period_from"))),
                        name="review_period_ends_after_start",
                        violation_error_message="Akhir periode mendahului awalnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("date__gte", models.F("period_from"))),
                        name="review_not_before_its_period",
                        violation_error_message="Tanggal pertemuan mendahului periode yang ditinjau.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at", None),
                            ("ends_at", None),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="review_ends_after_start",
                        violation_error_message="Jam selesai harus setelah jam mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount", None), ("amount_use", "")),
                            models.Q(
                                ("amount__gt", 0),
                                ("amount__isnull", False),
                                models.Q(("amount_use", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="review_amount_with_its_use",
                        violation_error_message="Isi jumlah dan penggunaannya, atau kosongkan keduanya. Jumlah lebih dari 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "direncanakan",
                                    "dilaksanakan",
                                    "dikembalikan",
                                    "disahkan",
                                    "dibatalkan",
                                ],
                            )
                        ),
                        name="review_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_by__isnull", False),
                                ("state", "disahkan"),
                                models.Q(("approved_by", models.F("led_by")), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "disahkan"), _negated=True),
                                ("approved_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="review_approved_by_another",
                        violation_error_message="Tinjauan disahkan oleh orang lain, bukan pencatatnya.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "direncanakan")),
                        fields=("post",),
                        name="review_planned_once_per_post",
                        violation_error_message="Tinjauan berikutnya sudah direncanakan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvent",
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
                        to="mentoring.review",
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
                    "post",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.performancepost",
                        verbose_name="pos kinerja",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("dinas", "Dinas Pendidikan"), ("bpmp", "BPMP")],
                        editable=False,
                        max_length=5,
                        verbose_name="dicatat oleh pihak",
                    ),
                ),
                (
                    "led_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pencatat",
                    ),
                ),
                ("period_from", models.DateField(verbose_name="periode mulai")),
                ("period_to", models.DateField(verbose_name="periode sampai")),
                ("date", models.DateField(verbose_name="tanggal pertemuan")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="selesai")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="tempat")),
                (
                    "participants",
                    models.TextField(blank=True, max_length=2000, verbose_name="peserta"),
                ),
                ("notes", models.TextField(blank=True, max_length=8000, verbose_name="notula")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "Jumlah harus lebih dari 0."
                            )
                        ],
                        verbose_name="jumlah (Rp)",
                    ),
                ),
                (
                    "amount_use",
                    models.TextField(blank=True, max_length=1000, verbose_name="penggunaan"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("dilaksanakan", "dilaksanakan, menunggu pengesahan"),
                            ("dikembalikan", "dikembalikan"),
                            ("disahkan", "disahkan"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        default="direncanakan",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disahkan oleh",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="mentoring.review",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("dilaksanakan", "dilaksanakan, menunggu pengesahan"),
                            ("dikembalikan", "dikembalikan"),
                            ("disahkan", "disahkan"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("dilaksanakan", "dilaksanakan, menunggu pengesahan"),
                            ("dikembalikan", "dikembalikan"),
                            ("disahkan", "disahkan"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="alasan")),
            ],
            options={
                "verbose_name": "langkah tinjauan",
                "verbose_name_plural": "langkah tinjauan",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("to_state__in", ["dikembalikan", "dibatalkan"]), _negated=True
                            ),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="review_step_with_reason",
                        violation_error_message="Tuliskan alasannya.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewStepEvent",
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
                        to="mentoring.reviewstep",
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
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.review",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("dilaksanakan", "dilaksanakan, menunggu pengesahan"),
                            ("dikembalikan", "dikembalikan"),
                            ("disahkan", "disahkan"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("dilaksanakan", "dilaksanakan, menunggu pengesahan"),
                            ("dikembalikan", "dikembalikan"),
                            ("disahkan", "disahkan"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="alasan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewTarget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="mentoring.review",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("lalu", "periode lalu"), ("depan", "periode berikutnya")],
                        max_length=5,
                        verbose_name="periode",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="sasaran")),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="nilai sasaran",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="satuan")),
                (
                    "achieved",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="nilai capaian",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tercapai", "tercapai"),
                            ("sebagian", "tercapai sebagian"),
                            ("belum", "belum tercapai"),
                        ],
                        max_length=8,
                        verbose_name="hasil",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=500, verbose_name="catatan capaian"),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="mentoring.reviewtarget",
                        verbose_name="dibawa dari sasaran",
                    ),
                ),
            ],
            options={
                "verbose_name": "sasaran pos kinerja",
                "verbose_name_plural": "sasaran pos kinerja",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="review_target_says_something",
                        violation_error_message="Tuliskan sasarannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["lalu", "depan"])),
                        name="review_target_part_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("part", "lalu"),
                            models.Q(
                                ("achieved", None),
                                ("carried_from", None),
                                ("note", ""),
                                ("outcome", ""),
                            ),
                            _connector="OR",
                        ),
                        name="review_target_judged_when_over",
                        violation_error_message="Sasaran periode berikutnya belum punya capaian.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("achieved", None), ("value", None)),
                            models.Q(("unit", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="review_target_value_has_a_unit",
                        violation_error_message="Isi satuan dari nilai ini, misalnya % atau guru.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("carried_from__isnull", False)),
                        fields=("review", "carried_from"),
                        name="review_target_carried_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewTargetEvent",
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
                        to="mentoring.reviewtarget",
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
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.review",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("lalu", "periode lalu"), ("depan", "periode berikutnya")],
                        max_length=5,
                        verbose_name="periode",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="sasaran")),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="nilai sasaran",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="satuan")),
                (
                    "achieved",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="nilai capaian",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tercapai", "tercapai"),
                            ("sebagian", "tercapai sebagian"),
                            ("belum", "belum tercapai"),
                        ],
                        max_length=8,
                        verbose_name="hasil",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=500, verbose_name="catatan capaian"),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.reviewtarget",
                        verbose_name="dibawa dari sasaran",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bimtek", "bimbingan teknis"),
                            ("lokakarya", "lokakarya"),
                            ("iht", "in-house training"),
                            ("webinar", "webinar"),
                            ("klinik", "coaching clinic"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="judul")),
                ("organiser", models.CharField(max_length=160, verbose_name="penyelenggara")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("luring", "luring"),
                            ("daring", "daring"),
                            ("hibrida", "hibrida"),
                        ],
                        default="luring",
                        max_length=8,
                        verbose_name="moda",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="tempat")),
                (
                    "speakers",
                    models.CharField(blank=True, max_length=250, verbose_name="narasumber"),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "verbose_name": "pelatihan",
                "verbose_name_plural": "pelatihan",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="TrainingEvent",
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
                        to="mentoring.training",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("bimtek", "bimbingan teknis"),
                            ("lokakarya", "lokakarya"),
                            ("iht", "in-house training"),
                            ("webinar", "webinar"),
                            ("klinik", "coaching clinic"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="judul")),
                ("organiser", models.CharField(max_length=160, verbose_name="penyelenggara")),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("luring", "luring"),
                            ("daring", "daring"),
                            ("hibrida", "hibrida"),
                        ],
                        default="luring",
                        max_length=8,
                        verbose_name="moda",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="tempat")),
                (
                    "speakers",
                    models.CharField(blank=True, max_length=250, verbose_name="narasumber"),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
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
                        related_name="visits",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "facilitator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="mentoring.instrument",
                        verbose_name="instrumen",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="mentoring.visitkind",
                        verbose_name="jenis",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("luring", "luring"),
                            ("daring", "daring"),
                            ("hibrida", "hibrida"),
                        ],
                        default="luring",
                        max_length=8,
                        verbose_name="moda",
                    ),
                ),
                ("date", models.DateField(verbose_name="tanggal")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="selesai")),
                (
                    "companions",
                    models.CharField(blank=True, max_length=250, verbose_name="pendamping lain"),
                ),
                ("aims", models.TextField(blank=True, max_length=4000, verbose_name="tujuan")),
                (
                    "progress",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="capaian sejak kunjungan lalu"
                    ),
                ),
                ("findings", models.TextField(blank=True, max_length=4000, verbose_name="temuan")),
                (
                    "obstacles",
                    models.TextField(blank=True, max_length=4000, verbose_name="hambatan"),
                ),
                (
                    "escalation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="hambatan perlu diselesaikan di tingkat",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("berlangsung", "berlangsung"),
                            ("draf", "draf laporan"),
                            ("diajukan", "diajukan"),
                            ("dikembalikan", "dikembalikan"),
                            ("diverifikasi", "diverifikasi"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        default="direncanakan",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "verbose_name": "kunjungan",
                "verbose_name_plural": "kunjungan",
                "ordering": ["-date", "-pk"],
                "indexes": [
                    models.Index(fields=["-date", "-id"], name="visit_by_date"),
                    models.Index(fields=["state", "date"], name="visit_by_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at", None),
                            ("ends_at", None),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="visit_ends_after_start",
                        violation_error_message="Jam selesai harus setelah jam mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "direncanakan",
                                    "berlangsung",
                                    "draf",
                                    "diajukan",
                                    "dikembalikan",
                                    "diverifikasi",
                                    "dibatalkan",
                                ],
                            )
                        ),
                        name="visit_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitCompanion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="co_writers",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pendamping penulis",
                    ),
                ),
            ],
            options={
                "verbose_name": "pendamping penulis",
                "verbose_name_plural": "pendamping penulis",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "user"),
                        name="companion_once_per_visit",
                        violation_error_message="Orang ini sudah menjadi pendamping penulis.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitCompanionEvent",
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
                        to="mentoring.visitcompanion",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pendamping penulis",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitEvent",
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
                        to="mentoring.visit",
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
                    "facilitator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.agreement",
                        verbose_name="naskah kerja sama",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.activity",
                        verbose_name="kegiatan rencana kerja",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrument",
                        verbose_name="instrumen",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visitkind",
                        verbose_name="jenis",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("luring", "luring"),
                            ("daring", "daring"),
                            ("hibrida", "hibrida"),
                        ],
                        default="luring",
                        max_length=8,
                        verbose_name="moda",
                    ),
                ),
                ("date", models.DateField(verbose_name="tanggal")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="selesai")),
                (
                    "companions",
                    models.CharField(blank=True, max_length=250, verbose_name="pendamping lain"),
                ),
                ("aims", models.TextField(blank=True, max_length=4000, verbose_name="tujuan")),
                (
                    "progress",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="capaian sejak kunjungan lalu"
                    ),
                ),
                ("findings", models.TextField(blank=True, max_length=4000, verbose_name="temuan")),
                (
                    "obstacles",
                    models.TextField(blank=True, max_length=4000, verbose_name="hambatan"),
                ),
                (
                    "escalation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="hambatan perlu diselesaikan di tingkat",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("berlangsung", "berlangsung"),
                            ("draf", "draf laporan"),
                            ("diajukan", "diajukan"),
                            ("dikembalikan", "dikembalikan"),
                            ("diverifikasi", "diverifikasi"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        default="direncanakan",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="sumber data"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="mentoring.visit",
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
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="komentar")),
                ("with_school", models.BooleanField(verbose_name="dibaca sekolah")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="diubah"
                    ),
                ),
                (
                    "deleted_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="dihapus"
                    ),
                ),
            ],
            options={
                "verbose_name": "komentar",
                "verbose_name_plural": "komentar",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["visit", "-id"], name="comment_of_visit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_at", None), models.Q(("text", ""), _negated=True)),
                            models.Q(("deleted_at__isnull", False), ("text", "")),
                            _connector="OR",
                        ),
                        name="comment_says_something_or_is_deleted",
                        violation_error_message="Tulis komentarnya.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentEvent",
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
                        to="mentoring.comment",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
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
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="komentar")),
                ("with_school", models.BooleanField(verbose_name="dibaca sekolah")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="diubah"
                    ),
                ),
                (
                    "deleted_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="dihapus"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("gambar", "tanda tangan di ponsel fasilitator"),
                            ("ketik", "nama diketik di ponsel fasilitator"),
                            ("akun", "akun sekolah"),
                        ],
                        max_length=8,
                        verbose_name="cara",
                    ),
                ),
                ("agrees", models.BooleanField(verbose_name="setuju")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("position", models.CharField(max_length=120, verbose_name="jabatan")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                (
                    "strokes",
                    models.JSONField(blank=True, default=list, verbose_name="tanda tangan"),
                ),
                ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                ("digest", models.CharField(editable=False, max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="akun",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "konfirmasi sekolah",
                "verbose_name_plural": "konfirmasi sekolah",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["gambar", "ketik", "akun"])),
                        name="confirmation_way_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("position", ""), _negated=True),
                        ),
                        name="confirmation_is_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agrees", True), models.Q(("note", ""), _negated=True), _connector="OR"
                        ),
                        name="confirmation_refusal_says_why",
                        violation_error_message="Tuliskan apa yang tidak sesuai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("way", "gambar"),
                                models.Q(("sha256", ""), _negated=True),
                                models.Q(("strokes", []), _negated=True),
                            ),
                            models.Q(
                                models.Q(("way", "gambar"), _negated=True),
                                ("sha256", ""),
                                ("strokes", []),
                            ),
                            _connector="OR",
                        ),
                        name="confirmation_drawn_has_a_signature",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        fields=("sha256",),
                        name="confirmation_signature_once",
                        violation_error_message="Tanda tangan ini sudah dipakai.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConfirmationEvent",
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
                        to="mentoring.confirmation",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("gambar", "tanda tangan di ponsel fasilitator"),
                            ("ketik", "nama diketik di ponsel fasilitator"),
                            ("akun", "akun sekolah"),
                        ],
                        max_length=8,
                        verbose_name="cara",
                    ),
                ),
                ("agrees", models.BooleanField(verbose_name="setuju")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("position", models.CharField(max_length=120, verbose_name="jabatan")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                (
                    "strokes",
                    models.JSONField(blank=True, default=list, verbose_name="tanda tangan"),
                ),
                ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                ("digest", models.CharField(editable=False, max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="akun",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DiscussedIndicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="discussed",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator yang dibahas",
                "verbose_name_plural": "indikator yang dibahas",
                "ordering": ["indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "indicator"), name="discussed_once_per_visit"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DiscussedIndicatorEvent",
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
                        to="mentoring.discussedindicator",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="mentoring.instrumentitem",
                        verbose_name="butir instrumen",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("foto", "foto"),
                            ("hadir", "daftar hadir"),
                            ("notula", "notula"),
                            ("lainnya", "lainnya"),
                        ],
                        default="foto",
                        max_length=8,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        upload_to=mentoring.models.evidence.display_name, verbose_name="berkas"
                    ),
                ),
                (
                    "thumbnail",
                    models.ImageField(
                        blank=True,
                        editable=False,
                        upload_to=mentoring.models.evidence.thumbnail_name,
                        verbose_name="gambar kecil",
                    ),
                ),
                (
                    "original",
                    models.FileField(
                        editable=False,
                        upload_to=mentoring.models.evidence.original_name,
                        verbose_name="berkas asli",
                    ),
                ),
                (
                    "caption",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="diunggah")),
            ],
            options={
                "verbose_name": "bukti",
                "verbose_name_plural": "bukti",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "sha256"),
                        name="evidence_once_per_visit",
                        violation_error_message="Berkas ini sudah diunggah.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["foto", "hadir", "notula", "lainnya"])),
                        name="evidence_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "foto"), _negated=True),
                            ("file__endswith", ".jpg"),
                            _connector="OR",
                        ),
                        name="evidence_photo_is_a_picture",
                        violation_error_message="Foto harus berupa gambar.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
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
                        to="mentoring.evidence",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrumentitem",
                        verbose_name="butir instrumen",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("foto", "foto"),
                            ("hadir", "daftar hadir"),
                            ("notula", "notula"),
                            ("lainnya", "lainnya"),
                        ],
                        default="foto",
                        max_length=8,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        upload_to=mentoring.models.evidence.display_name, verbose_name="berkas"
                    ),
                ),
                (
                    "thumbnail",
                    models.ImageField(
                        blank=True,
                        editable=False,
                        upload_to=mentoring.models.evidence.thumbnail_name,
                        verbose_name="gambar kecil",
                    ),
                ),
                (
                    "original",
                    models.FileField(
                        editable=False,
                        upload_to=mentoring.models.evidence.original_name,
                        verbose_name="berkas asli",
                    ),
                ),
                (
                    "caption",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="diunggah")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="mentoring.visit",
                        verbose_name="kunjungan",
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("description", models.CharField(max_length=500, verbose_name="uraian")),
                (
                    "owner",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sekolah", "sekolah"),
                            ("fasilitator", "fasilitator"),
                            ("dinas", "dinas"),
                            ("bpmp", "BPMP"),
                        ],
                        max_length=12,
                        verbose_name="pelaksana",
                    ),
                ),
                (
                    "owner_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="nama/jabatan pelaksana"
                    ),
                ),
                (
                    "owner_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="orang yang melaksanakan",
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[("tinggi", "tinggi"), ("sedang", "sedang"), ("rendah", "rendah")],
                        default="sedang",
                        max_length=6,
                        verbose_name="prioritas",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="tenggat")),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("belum", "belum dikerjakan"),
                            ("berjalan", "sedang dikerjakan"),
                            ("selesai", "selesai, menunggu verifikasi"),
                            ("terverifikasi", "terverifikasi"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        default="belum",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                ("result", models.TextField(blank=True, max_length=2000, verbose_name="hasil")),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dilaporkan selesai oleh",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diverifikasi oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "tindak lanjut",
                "verbose_name_plural": "tindak lanjut",
                "ordering": ["due_on", "pk"],
                "indexes": [models.Index(fields=["state", "due_on"], name="follow_up_by_due_date")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "key"), name="follow_up_once_per_visit"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["selesai", "terverifikasi"]), _negated=True),
                            models.Q(("result", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="follow_up_done_has_a_result",
                        violation_error_message="Tuliskan hasilnya sebelum menandai selesai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["belum", "berjalan", "selesai", "terverifikasi", "dikembalikan"],
                            )
                        ),
                        name="follow_up_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "terverifikasi"), _negated=True),
                            models.Q(
                                ("verified_by__isnull", False),
                                models.Q(
                                    ("owner_person", None),
                                    models.Q(
                                        ("verified_by", models.F("owner_person")), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("reported_by", None),
                                    models.Q(
                                        ("verified_by", models.F("reported_by")), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="follow_up_verified_by_another",
                        violation_error_message="Yang memverifikasi harus orang lain, bukan pelaksana atau pelapornya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "terverifikasi"), ("verified_by", None), _connector="OR"
                        ),
                        name="follow_up_verifier_only_when_verified",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpEvent",
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
                        to="mentoring.followup",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                        verbose_name="kunjungan",
                    ),
                ),
                ("description", models.CharField(max_length=500, verbose_name="uraian")),
                (
                    "owner",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sekolah", "sekolah"),
                            ("fasilitator", "fasilitator"),
                            ("dinas", "dinas"),
                            ("bpmp", "BPMP"),
                        ],
                        max_length=12,
                        verbose_name="pelaksana",
                    ),
                ),
                (
                    "owner_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="nama/jabatan pelaksana"
                    ),
                ),
                (
                    "owner_person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="orang yang melaksanakan",
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[("tinggi", "tinggi"), ("sedang", "sedang"), ("rendah", "rendah")],
                        default="sedang",
                        max_length=6,
                        verbose_name="prioritas",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="tenggat")),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("belum", "belum dikerjakan"),
                            ("berjalan", "sedang dikerjakan"),
                            ("selesai", "selesai, menunggu verifikasi"),
                            ("terverifikasi", "terverifikasi"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        default="belum",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                ("result", models.TextField(blank=True, max_length=2000, verbose_name="hasil")),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dilaporkan selesai oleh",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diverifikasi oleh",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUpEvidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="mentoring.followup",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        upload_to=mentoring.models.follow_up_evidence.shown_name,
                        verbose_name="bukti",
                    ),
                ),
                (
                    "thumbnail",
                    models.ImageField(
                        blank=True,
                        editable=False,
                        upload_to=mentoring.models.follow_up_evidence.thumbnail_name,
                        verbose_name="gambar kecil",
                    ),
                ),
                (
                    "original",
                    models.FileField(
                        editable=False,
                        upload_to=mentoring.models.follow_up_evidence.original_name,
                        verbose_name="berkas asli",
                    ),
                ),
                (
                    "caption",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="diunggah")),
            ],
            options={
                "verbose_name": "bukti tindak lanjut",
                "verbose_name_plural": "bukti tindak lanjut",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("follow_up", "sha256"),
                        name="follow_up_evidence_once",
                        violation_error_message="Berkas ini sudah diunggah.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpEvidenceEvent",
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
                        to="mentoring.followupevidence",
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
                    "follow_up",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.followup",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        upload_to=mentoring.models.follow_up_evidence.shown_name,
                        verbose_name="bukti",
                    ),
                ),
                (
                    "thumbnail",
                    models.ImageField(
                        blank=True,
                        editable=False,
                        upload_to=mentoring.models.follow_up_evidence.thumbnail_name,
                        verbose_name="gambar kecil",
                    ),
                ),
                (
                    "original",
                    models.FileField(
                        editable=False,
                        upload_to=mentoring.models.follow_up_evidence.original_name,
                        verbose_name="berkas asli",
                    ),
                ),
                (
                    "caption",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="diunggah")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUpReminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="mentoring.followup",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="tenggat")),
                ("stage", models.SmallIntegerField(verbose_name="tahap")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "pengingat tindak lanjut",
                "verbose_name_plural": "pengingat tindak lanjut",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("follow_up", "due_on", "stage"), name="follow_up_reminder_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpReminderEvent",
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
                        to="mentoring.followupreminder",
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
                    "follow_up",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.followup",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="tenggat")),
                ("stage", models.SmallIntegerField(verbose_name="tahap")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUpStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="mentoring.followup",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("belum", "belum dikerjakan"),
                            ("berjalan", "sedang dikerjakan"),
                            ("selesai", "selesai, menunggu verifikasi"),
                            ("terverifikasi", "terverifikasi"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        max_length=14,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("belum", "belum dikerjakan"),
                            ("berjalan", "sedang dikerjakan"),
                            ("selesai", "selesai, menunggu verifikasi"),
                            ("terverifikasi", "terverifikasi"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        max_length=14,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="alasan")),
            ],
            options={
                "verbose_name": "langkah tindak lanjut",
                "verbose_name_plural": "langkah tindak lanjut",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_state", "dikembalikan"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="follow_up_returned_with_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpStepEvent",
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
                        to="mentoring.followupstep",
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
                    "follow_up",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.followup",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("belum", "belum dikerjakan"),
                            ("berjalan", "sedang dikerjakan"),
                            ("selesai", "selesai, menunggu verifikasi"),
                            ("terverifikasi", "terverifikasi"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        max_length=14,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("belum", "belum dikerjakan"),
                            ("berjalan", "sedang dikerjakan"),
                            ("selesai", "selesai, menunggu verifikasi"),
                            ("terverifikasi", "terverifikasi"),
                            ("dikembalikan", "dikembalikan"),
                        ],
                        max_length=14,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="alasan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="mentoring.instrumentitem",
                        verbose_name="butir",
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                1, "Skor rubrik antara 1 dan 4."
                            ),
                            django.core.validators.MaxValueValidator(
                                4, "Skor rubrik antara 1 dan 4."
                            ),
                        ],
                        verbose_name="skor",
                    ),
                ),
                (
                    "number",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="angka"
                    ),
                ),
                ("yes", models.BooleanField(blank=True, null=True, verbose_name="ya")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="teks")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="catatan")),
            ],
            options={
                "verbose_name": "jawaban",
                "verbose_name_plural": "jawaban",
                "ordering": ["item__section__order", "item__order", "item"],
                "constraints": [
                    models.UniqueConstraint(fields=("visit", "item"), name="answer_once_per_item"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 4)),
                        name="answer_score_is_1_to_4",
                        violation_error_message="Skor rubrik antara 1 dan 4.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", None), ("text", ""), ("yes", None)),
                            models.Q(("score", None), ("text", ""), ("yes", None)),
                            models.Q(("number", None), ("score", None), ("text", "")),
                            models.Q(("number", None), ("score", None), ("yes", None)),
                            _connector="OR",
                        ),
                        name="answer_is_of_one_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chosen",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "choice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="mentoring.itemchoice",
                        verbose_name="pilihan",
                    ),
                ),
            ],
            options={
                "verbose_name": "pilihan jawaban",
                "verbose_name_plural": "pilihan jawaban",
                "ordering": ["choice__order", "choice"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "choice"), name="choice_once_per_visit"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendees",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendees",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("ks", "kepala sekolah"),
                            ("guru", "guru"),
                            ("tendik", "tenaga kependidikan"),
                            ("pengawas", "pengawas"),
                            ("komite", "komite/orang tua"),
                            ("siswa", "murid"),
                            ("lain", "lainnya"),
                        ],
                        max_length=8,
                        verbose_name="peran",
                    ),
                ),
                ("men", models.PositiveSmallIntegerField(default=0, verbose_name="laki-laki")),
                ("women", models.PositiveSmallIntegerField(default=0, verbose_name="perempuan")),
            ],
            options={
                "verbose_name": "peserta",
                "verbose_name_plural": "peserta",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "part"),
                        name="attendees_once_per_part",
                        violation_error_message="Peran ini sudah ada. Jumlahkan pada baris yang sama.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Issue",
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
                        related_name="issues",
                        to="schools.school",
                        verbose_name="sekolah",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to="mentoring.visit",
                        verbose_name="kunjungan",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="pokok hambatan")),
                ("description", models.TextField(max_length=4000, verbose_name="uraian")),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengusul",
                    ),
                ),
                (
                    "raised_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="diajukan"
                    ),
                ),
                (
                    "first_level",
                    models.CharField(
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="tingkat pertama",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="tingkat",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ditangani", "ditangani"),
                            ("dijawab", "jawaban diteruskan"),
                            ("kembali", "dijawab, menunggu pengusul"),
                            ("ditutup", "ditutup"),
                        ],
                        default="ditangani",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="jawaban")),
                (
                    "since",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="sejak"
                    ),
                ),
            ],
            options={
                "verbose_name": "hambatan",
                "verbose_name_plural": "hambatan",
                "ordering": ["since", "pk"],
                "indexes": [models.Index(fields=["state", "since"], name="issue_by_desk")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__in", ["sekolah", "daerah", "bpmp", "pusat"]),
                            ("first_level__in", ["sekolah", "daerah", "bpmp", "pusat"]),
                        ),
                        name="issue_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["ditangani", "dijawab", "kembali", "ditutup"])
                        ),
                        name="issue_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["dijawab", "kembali"]), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="issue_comes_back_with_an_answer",
                        violation_error_message="Tuliskan jawabannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IssueEvent",
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
                        to="mentoring.issue",
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
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                        verbose_name="kunjungan",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="pokok hambatan")),
                ("description", models.TextField(max_length=4000, verbose_name="uraian")),
                (
                    "raised_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengusul",
                    ),
                ),
                (
                    "raised_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="diajukan"
                    ),
                ),
                (
                    "first_level",
                    models.CharField(
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="tingkat pertama",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="tingkat",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ditangani", "ditangani"),
                            ("dijawab", "jawaban diteruskan"),
                            ("kembali", "dijawab, menunggu pengusul"),
                            ("ditutup", "ditutup"),
                        ],
                        default="ditangani",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="jawaban")),
                (
                    "since",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="sejak"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IssueStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="mentoring.issue",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("diajukan", "diajukan"),
                            ("dinaikkan", "dinaikkan"),
                            ("dijawab", "dijawab"),
                            ("diteruskan", "jawaban diteruskan"),
                            ("dibuka", "dibuka kembali"),
                            ("ditutup", "ditutup"),
                        ],
                        max_length=10,
                        verbose_name="langkah",
                    ),
                ),
                (
                    "from_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_level",
                    models.CharField(
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="ke",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("ditangani", "ditangani"),
                            ("dijawab", "jawaban diteruskan"),
                            ("kembali", "dijawab, menunggu pengusul"),
                            ("ditutup", "ditutup"),
                        ],
                        max_length=10,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="keterangan")),
            ],
            options={
                "verbose_name": "langkah hambatan",
                "verbose_name_plural": "langkah hambatan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="IssueStepEvent",
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
                        to="mentoring.issuestep",
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
                    "issue",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.issue",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("diajukan", "diajukan"),
                            ("dinaikkan", "dinaikkan"),
                            ("dijawab", "dijawab"),
                            ("diteruskan", "jawaban diteruskan"),
                            ("dibuka", "dibuka kembali"),
                            ("ditutup", "ditutup"),
                        ],
                        max_length=10,
                        verbose_name="langkah",
                    ),
                ),
                (
                    "from_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_level",
                    models.CharField(
                        choices=[
                            ("sekolah", "sekolah"),
                            ("daerah", "daerah"),
                            ("bpmp", "BPMP"),
                            ("pusat", "pusat"),
                        ],
                        max_length=8,
                        verbose_name="ke",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("ditangani", "ditangani"),
                            ("dijawab", "jawaban diteruskan"),
                            ("kembali", "dijawab, menunggu pengusul"),
                            ("ditutup", "ditutup"),
                        ],
                        max_length=10,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="keterangan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named",
                        to="mentoring.comment",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
            ],
            options={
                "verbose_name": "sebutan",
                "verbose_name_plural": "sebutan",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("comment", "user"), name="mention_once_per_comment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MentionEvent",
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
                        to="mentoring.mention",
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
                    "comment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.comment",
                    ),
                ),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("berita-acara", "berita acara"),
                            ("surat-tugas", "surat tugas"),
                            ("ba-pos", "berita acara pos kinerja"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=mentoring.models.papers.new_token,
                        editable=False,
                        max_length=16,
                        unique=True,
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="nomor")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("sequence", models.PositiveIntegerField(verbose_name="nomor urut")),
                ("revision", models.PositiveSmallIntegerField(default=1, verbose_name="terbitan")),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="mentoring.visit",
                        verbose_name="kunjungan",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="mentoring.review",
                        verbose_name="tinjauan pos kinerja",
                    ),
                ),
                (
                    "facilitator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                ("issued_on", models.DateField(verbose_name="tanggal terbit")),
                ("issued_at", models.DateTimeField(verbose_name="diterbitkan")),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diterbitkan oleh",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        upload_to=mentoring.models.papers.stored_name, verbose_name="berkas"
                    ),
                ),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                ("template_version", models.CharField(max_length=40, verbose_name="versi templat")),
                ("snapshot", models.JSONField(verbose_name="isi")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("berlaku", "berlaku"),
                            ("ditarik", "ditarik"),
                            ("diganti", "diganti"),
                        ],
                        default="berlaku",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacement",
                        to="mentoring.paper",
                        verbose_name="menggantikan",
                    ),
                ),
            ],
            options={
                "verbose_name": "naskah",
                "verbose_name_plural": "naskah",
                "ordering": ["-issued_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "year", "sequence"), name="paper_sequence_once"
                    ),
                    models.UniqueConstraint(fields=("kind", "number"), name="paper_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "berlaku")),
                        fields=("kind", "visit"),
                        name="paper_current_once_per_visit",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "berlaku")),
                        fields=("kind", "review"),
                        name="paper_current_once_per_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "ba-pos"), _negated=True),
                            ("review__isnull", False),
                            _connector="OR",
                        ),
                        name="paper_minutes_are_of_a_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "berita-acara"), _negated=True),
                            ("visit__isnull", False),
                            _connector="OR",
                        ),
                        name="paper_minutes_are_of_a_visit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "berlaku"),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="paper_current_or_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperEvent",
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
                        to="mentoring.paper",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("berita-acara", "berita acara"),
                            ("surat-tugas", "surat tugas"),
                            ("ba-pos", "berita acara pos kinerja"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=mentoring.models.papers.new_token, editable=False, max_length=16
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="nomor")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("sequence", models.PositiveIntegerField(verbose_name="nomor urut")),
                ("revision", models.PositiveSmallIntegerField(default=1, verbose_name="terbitan")),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                        verbose_name="kunjungan",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.review",
                        verbose_name="tinjauan pos kinerja",
                    ),
                ),
                (
                    "facilitator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fasilitator",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                ("issued_on", models.DateField(verbose_name="tanggal terbit")),
                ("issued_at", models.DateTimeField(verbose_name="diterbitkan")),
                (
                    "issued_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diterbitkan oleh",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        upload_to=mentoring.models.papers.stored_name, verbose_name="berkas"
                    ),
                ),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                ("template_version", models.CharField(max_length=40, verbose_name="versi templat")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("berlaku", "berlaku"),
                            ("ditarik", "ditarik"),
                            ("diganti", "diganti"),
                        ],
                        default="berlaku",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.paper",
                        verbose_name="menggantikan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="mentoring.training",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="schools.school",
                        verbose_name="asal sekolah",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                (
                    "staff_number",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^([0-9]{18}|[0-9]{16})\\Z", "NIP 18 angka atau NUPTK 16 angka."
                            )
                        ],
                        verbose_name="NIP/NUPTK",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="jabatan")),
            ],
            options={
                "verbose_name": "peserta pelatihan",
                "verbose_name_plural": "peserta pelatihan",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("staff_number", ""), _negated=True),
                        fields=("training", "staff_number"),
                        name="participant_once_per_training",
                        violation_error_code="staff_number",
                        violation_error_message="NIP/NUPTK ini sudah terdaftar pada pelatihan ini.",
                    ),
                    models.UniqueConstraint(
                        models.F("training"),
                        models.F("school"),
                        django.db.models.functions.text.Lower("name"),
                        name="participant_name_once_per_school",
                        violation_error_code="name",
                        violation_error_message="Nama ini sudah terdaftar dari sekolah yang sama.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ParticipantEvent",
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
                        to="mentoring.participant",
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
                    "training",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.training",
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
                        verbose_name="asal sekolah",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                (
                    "staff_number",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^([0-9]{18}|[0-9]{16})\\Z", "NIP 18 angka atau NUPTK 16 angka."
                            )
                        ],
                        verbose_name="NIP/NUPTK",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="jabatan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceProof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="place_proof",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        decimal_places=7,
                        max_digits=10,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="lintang",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        decimal_places=7,
                        max_digits=10,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="bujur",
                    ),
                ),
                ("accuracy", models.PositiveIntegerField(verbose_name="ketelitian (m)")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dicatat"
                    ),
                ),
            ],
            options={
                "verbose_name": "posisi",
                "verbose_name_plural": "posisi",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))
                        ),
                        name="place_proof_lies_on_earth",
                        violation_error_message="Posisi ini tidak ada di bumi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaceProofEvent",
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
                        to="mentoring.placeproof",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        decimal_places=7,
                        max_digits=10,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="lintang",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        decimal_places=7,
                        max_digits=10,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="bujur",
                    ),
                ),
                ("accuracy", models.PositiveIntegerField(verbose_name="ketelitian (m)")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dicatat"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewIssue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviewed_issues",
                        to="mentoring.review",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviewed_in",
                        to="mentoring.issue",
                        verbose_name="hambatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "hambatan yang dibahas",
                "verbose_name_plural": "hambatan yang dibahas",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "issue"), name="issue_once_per_review"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewIssueEvent",
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
                        to="mentoring.reviewissue",
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
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.review",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.issue",
                        verbose_name="hambatan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="mentoring.training",
                    ),
                ),
                ("topic", models.CharField(max_length=200, verbose_name="materi")),
                ("date", models.DateField(verbose_name="tanggal")),
                ("starts_at", models.TimeField(verbose_name="mulai")),
                ("ends_at", models.TimeField(verbose_name="selesai")),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1,
                        help_text="1 JP = 45 menit.",
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "JP tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="JP",
                    ),
                ),
            ],
            options={
                "verbose_name": "sesi",
                "verbose_name_plural": "sesi",
                "ordering": ["date", "starts_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="session_ends_after_start",
                        violation_error_message="Jam selesai harus setelah jam mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 0)), name="session_hours_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionEvent",
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
                        to="mentoring.session",
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
                    "training",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.training",
                    ),
                ),
                ("topic", models.CharField(max_length=200, verbose_name="materi")),
                ("date", models.DateField(verbose_name="tanggal")),
                ("starts_at", models.TimeField(verbose_name="mulai")),
                ("ends_at", models.TimeField(verbose_name="selesai")),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1,
                        help_text="1 JP = 45 menit.",
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(
                                0, "JP tidak boleh kurang dari 0."
                            )
                        ],
                        verbose_name="JP",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Transition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transitions",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("berlangsung", "berlangsung"),
                            ("draf", "draf laporan"),
                            ("diajukan", "diajukan"),
                            ("dikembalikan", "dikembalikan"),
                            ("diverifikasi", "diverifikasi"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("berlangsung", "berlangsung"),
                            ("draf", "draf laporan"),
                            ("diajukan", "diajukan"),
                            ("dikembalikan", "dikembalikan"),
                            ("diverifikasi", "diverifikasi"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                (
                    "former_date",
                    models.DateField(blank=True, null=True, verbose_name="tanggal semula"),
                ),
            ],
            options={
                "verbose_name": "langkah",
                "verbose_name_plural": "langkah",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TransitionEvent",
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
                        to="mentoring.transition",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("berlangsung", "berlangsung"),
                            ("draf", "draf laporan"),
                            ("diajukan", "diajukan"),
                            ("dikembalikan", "dikembalikan"),
                            ("diverifikasi", "diverifikasi"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("direncanakan", "direncanakan"),
                            ("berlangsung", "berlangsung"),
                            ("draf", "draf laporan"),
                            ("diajukan", "diajukan"),
                            ("dikembalikan", "dikembalikan"),
                            ("diverifikasi", "diverifikasi"),
                            ("dibatalkan", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="menjadi",
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
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                (
                    "former_date",
                    models.DateField(blank=True, null=True, verbose_name="tanggal semula"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnswerChoiceEvent",
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
                        to="mentoring.answerchoice",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "choice",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.itemchoice",
                        verbose_name="pilihan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnswerEvent",
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
                        to="mentoring.answer",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.instrumentitem",
                        verbose_name="butir",
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                1, "Skor rubrik antara 1 dan 4."
                            ),
                            django.core.validators.MaxValueValidator(
                                4, "Skor rubrik antara 1 dan 4."
                            ),
                        ],
                        verbose_name="skor",
                    ),
                ),
                (
                    "number",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="angka"
                    ),
                ),
                ("yes", models.BooleanField(blank=True, null=True, verbose_name="ya")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="teks")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="catatan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AttendeesEvent",
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
                        to="mentoring.attendees",
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
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.visit",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("ks", "kepala sekolah"),
                            ("guru", "guru"),
                            ("tendik", "tenaga kependidikan"),
                            ("pengawas", "pengawas"),
                            ("komite", "komite/orang tua"),
                            ("siswa", "murid"),
                            ("lain", "lainnya"),
                        ],
                        max_length=8,
                        verbose_name="peran",
                    ),
                ),
                ("men", models.PositiveSmallIntegerField(default=0, verbose_name="laki-laki")),
                ("women", models.PositiveSmallIntegerField(default=0, verbose_name="perempuan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="mentoring.session",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="mentoring.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "kehadiran",
                "verbose_name_plural": "kehadiran",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "participant"), name="attendance_once_per_session"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
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
                        to="mentoring.attendance",
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
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.session",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mentoring.participant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="Visit",
            name="indicators",
            field=models.ManyToManyField(
                blank=True,
                related_name="visits",
                through="mentoring.DiscussedIndicator",
                to="indicators.indicator",
                verbose_name="indikator yang dibahas",
            ),
        ),
        migrations.AddField(
            model_name="Activity",
            name="indicators",
            field=models.ManyToManyField(
                blank=True,
                related_name="activities",
                through="mentoring.ActivityIndicator",
                to="indicators.indicator",
                verbose_name="indikator yang dituju",
            ),
        ),
        migrations.AddField(
            model_name="Comment",
            name="mentions",
            field=models.ManyToManyField(
                related_name="+", through="mentoring.Mention", to=settings.AUTH_USER_MODEL
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_once_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF TG_OP = 'DELETE' THEN\n    IF OLD.state <> 'draf' THEN \n    RAISE EXCEPTION 'Versi instrumen yang sudah terbit tidak dapat diubah. Buat versi baru.' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_version_is_fixed';\n END IF;\n    RETURN OLD;\nEND IF;\nIF OLD.state <> 'draf' AND (\n    (NEW.code, NEW.number, NEW.name, NEW.description, NEW.published_at)\n    IS DISTINCT FROM (OLD.code, OLD.number, OLD.name, OLD.description, OLD.published_at)\n    OR NEW.state = 'draf' OR (OLD.state = 'ditarik' AND NEW.state <> 'ditarik')\n) THEN \n    RAISE EXCEPTION 'Versi instrumen yang sudah terbit tidak dapat diubah. Buat versi baru.' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_version_is_fixed';\n END IF;\nRETURN NEW;\n",
                    hash="047d67a20ee41b6f0d8eb6933252c0da3acf9b1d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_fixed_once_published_4a2bb",
                    table="mentoring_instrument",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_instrumentevent" ("code", "description", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "state", "version") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."state", NEW."version"); RETURN NULL;',
                    hash="a0884a854077e1117ffc8fa6eadda4e8ed67c8b4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_73eda",
                    table="mentoring_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_instrumentevent" ("code", "description", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "state", "version") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."state", NEW."version"); RETURN NULL;',
                    hash="ed374939483c2e5f95cd505ac110a1bee23d2106",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3763e",
                    table="mentoring_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_instrumentevent" ("code", "description", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "state", "version") VALUES (OLD."code", OLD."description", OLD."id", OLD."name", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."state", OLD."version"); RETURN NULL;',
                    hash="2fd7afe5fc048216c37220adbea8d12ec489e119",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_621dd",
                    table="mentoring_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needweights",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_needweightsevent" ("id", "month", "months_most", "open", "overdue", "owed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red", "version", "yellow") VALUES (NEW."id", NEW."month", NEW."months_most", NEW."open", NEW."overdue", NEW."owed", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."red", NEW."version", NEW."yellow"); RETURN NULL;',
                    hash="1856163a1f5b9c2d884b06b9306843784c02a0ff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2f9dd",
                    table="mentoring_needweights",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needweights",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_needweightsevent" ("id", "month", "months_most", "open", "overdue", "owed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red", "version", "yellow") VALUES (NEW."id", NEW."month", NEW."months_most", NEW."open", NEW."overdue", NEW."owed", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."red", NEW."version", NEW."yellow"); RETURN NULL;',
                    hash="ad26ffd85fc18281fd80144029acf28c9a62c039",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bd3e8",
                    table="mentoring_needweights",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needweights",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_needweightsevent" ("id", "month", "months_most", "open", "overdue", "owed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red", "version", "yellow") VALUES (OLD."id", OLD."month", OLD."months_most", OLD."open", OLD."overdue", OLD."owed", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."red", OLD."version", OLD."yellow"); RETURN NULL;',
                    hash="2bc3a64d77c010a82c6b5bd327b149e5d2ecc4bc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc3b8",
                    table="mentoring_needweights",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planningdefaults",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_planningdefaultsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "schools_most", "version", "visits_least", "visits_most") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."schools_most", NEW."version", NEW."visits_least", NEW."visits_most"); RETURN NULL;',
                    hash="292862b05662a37b071c05954e2c36d1fd9a3b15",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_67b02",
                    table="mentoring_planningdefaults",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planningdefaults",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_planningdefaultsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "schools_most", "version", "visits_least", "visits_most") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."schools_most", NEW."version", NEW."visits_least", NEW."visits_most"); RETURN NULL;',
                    hash="417d23504cfde96c6d533704181c94f1a8aa5f81",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d6dc2",
                    table="mentoring_planningdefaults",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planningdefaults",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_planningdefaultsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "schools_most", "version", "visits_least", "visits_most") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."schools_most", OLD."version", OLD."visits_least", OLD."visits_most"); RETURN NULL;',
                    hash="4a3424d7b83978b933f37bfd5b227fb0d9845c7a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a8a9a",
                    table="mentoring_planningdefaults",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitkind",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_visitkindevent" ("active", "id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."active", NEW."id", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="1caec4dc4b8056de8ca1a7bda508e86fc80d7c8d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_62805",
                    table="mentoring_visitkind",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitkind",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_visitkindevent" ("active", "id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."active", NEW."id", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="03c767497d3d479f1a30bfba8a7f4886bcbcfb31",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f896a",
                    table="mentoring_visitkind",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitkind",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_visitkindevent" ("active", "id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."active", OLD."id", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="8c20d339fc18c8ac9b4d08fc39acb6971dae8a85",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ba1a8",
                    table="mentoring_visitkind",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activityindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_activityindicatorevent" ("activity_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."activity_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="9bfed395174aafe3317e819cec1166af60ca2092",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a1be8",
                    table="mentoring_activityindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activityindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_activityindicatorevent" ("activity_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."activity_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="22768f4a7280528e4426bbdd425e8a75a6519a81",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d70b",
                    table="mentoring_activityindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activityindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_activityindicatorevent" ("activity_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."activity_id", OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="85c0aeaa661d78bd10591698352c31894dffa539",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_74ea7",
                    table="mentoring_activityindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activityindicatorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c78e3a4a4a0ef1b30ced4df636138d3868e031b7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_219a3",
                    table="mentoring_activityindicatorevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activitymonth",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_activitymonthevent" ("activity_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (NEW."activity_id", NEW."id", NEW."month", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned"); RETURN NULL;',
                    hash="0037c97ae572adba0b3d736f9f940100429fc959",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ebc87",
                    table="mentoring_activitymonth",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activitymonth",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_activitymonthevent" ("activity_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (NEW."activity_id", NEW."id", NEW."month", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned"); RETURN NULL;',
                    hash="1c3d3657c9b3944169fd06f4db76e5d7bb70def7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5ebb8",
                    table="mentoring_activitymonth",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activitymonth",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_activitymonthevent" ("activity_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (OLD."activity_id", OLD."id", OLD."month", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned"); RETURN NULL;',
                    hash="dfa8c41d9f17ba371924ead8f46cd4e6c69a671d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35728",
                    table="mentoring_activitymonth",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activitymonthevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4ba6859afeb08db4fa97f6a970918acc3529ddbf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9058e",
                    table="mentoring_activitymonthevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_agreementevent" ("area_id", "ends_on", "first_number", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_days", "renews_id", "scan", "second_number", "signed_at", "signed_on", "source", "starts_on", "state", "terminated_on", "termination_reason", "title", "version") VALUES (NEW."area_id", NEW."ends_on", NEW."first_number", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reminder_days", NEW."renews_id", NEW."scan", NEW."second_number", NEW."signed_at", NEW."signed_on", NEW."source", NEW."starts_on", NEW."state", NEW."terminated_on", NEW."termination_reason", NEW."title", NEW."version"); RETURN NULL;',
                    hash="71f45608d1e93f4bad06fe4a6786e099a80e8a35",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ae9a9",
                    table="mentoring_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."first_number" IS DISTINCT FROM (NEW."first_number") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."reminder_days" IS DISTINCT FROM (NEW."reminder_days") OR OLD."renews_id" IS DISTINCT FROM (NEW."renews_id") OR OLD."scan" IS DISTINCT FROM (NEW."scan") OR OLD."second_number" IS DISTINCT FROM (NEW."second_number") OR OLD."signed_at" IS DISTINCT FROM (NEW."signed_at") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."terminated_on" IS DISTINCT FROM (NEW."terminated_on") OR OLD."termination_reason" IS DISTINCT FROM (NEW."termination_reason") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "mentoring_agreementevent" ("area_id", "ends_on", "first_number", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_days", "renews_id", "scan", "second_number", "signed_at", "signed_on", "source", "starts_on", "state", "terminated_on", "termination_reason", "title", "version") VALUES (NEW."area_id", NEW."ends_on", NEW."first_number", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reminder_days", NEW."renews_id", NEW."scan", NEW."second_number", NEW."signed_at", NEW."signed_on", NEW."source", NEW."starts_on", NEW."state", NEW."terminated_on", NEW."termination_reason", NEW."title", NEW."version"); RETURN NULL;',
                    hash="8eb8fdd5632ad5a26887b6043282c503d81f4699",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7f0a8",
                    table="mentoring_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_agreementevent" ("area_id", "ends_on", "first_number", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_days", "renews_id", "scan", "second_number", "signed_at", "signed_on", "source", "starts_on", "state", "terminated_on", "termination_reason", "title", "version") VALUES (OLD."area_id", OLD."ends_on", OLD."first_number", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reminder_days", OLD."renews_id", OLD."scan", OLD."second_number", OLD."signed_at", OLD."signed_on", OLD."source", OLD."starts_on", OLD."state", OLD."terminated_on", OLD."termination_reason", OLD."title", OLD."version"); RETURN NULL;',
                    hash="3fdcdbed2e6698ca199ec891fe428a8b73c506f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_09ff0",
                    table="mentoring_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addendumevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9fc2c4cdd242551756bc0e85f3adde0c601d6d0e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36af4",
                    table="mentoring_addendumevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addendum",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_addendumevent" ("about", "after", "agreement_id", "at", "before", "by_id", "first_number", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan", "second_number", "signed_on") VALUES (NEW."about", NEW."after", NEW."agreement_id", NEW."at", NEW."before", NEW."by_id", NEW."first_number", NEW."id", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scan", NEW."second_number", NEW."signed_on"); RETURN NULL;',
                    hash="5a63d226cc0372a1d86310b38d6cd0363ec5dd83",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b3ee4",
                    table="mentoring_addendum",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addendum",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_addendumevent" ("about", "after", "agreement_id", "at", "before", "by_id", "first_number", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan", "second_number", "signed_on") VALUES (NEW."about", NEW."after", NEW."agreement_id", NEW."at", NEW."before", NEW."by_id", NEW."first_number", NEW."id", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scan", NEW."second_number", NEW."signed_on"); RETURN NULL;',
                    hash="93ddd35756508e27197386a0b0c6a59c8081e011",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_66ddc",
                    table="mentoring_addendum",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addendum",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_addendumevent" ("about", "after", "agreement_id", "at", "before", "by_id", "first_number", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan", "second_number", "signed_on") VALUES (OLD."about", OLD."after", OLD."agreement_id", OLD."at", OLD."before", OLD."by_id", OLD."first_number", OLD."id", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scan", OLD."second_number", OLD."signed_on"); RETURN NULL;',
                    hash="effa35ca584445ac7424ff2993c746f0f6e80ca5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c229",
                    table="mentoring_addendum",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3350123574afbe8ae4b8fb33d1b5dc2c4d120c4c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b2478",
                    table="mentoring_agreementevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_assignmentevent" ("ends_on", "facilitator_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "version") VALUES (NEW."ends_on", NEW."facilitator_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."version"); RETURN NULL;',
                    hash="c8667d5f8a580c677e5297c02e856f003aca337e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_308d0",
                    table="mentoring_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_assignmentevent" ("ends_on", "facilitator_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "version") VALUES (NEW."ends_on", NEW."facilitator_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."version"); RETURN NULL;',
                    hash="bb1aef4e4e128a2ce7055ed2c2129665cdcbecab",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_edfd9",
                    table="mentoring_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_assignmentevent" ("ends_on", "facilitator_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "version") VALUES (OLD."ends_on", OLD."facilitator_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."version"); RETURN NULL;',
                    hash="0a1a2fe561c99f9b8ce34e808192c41b4e67a5ef",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1667a",
                    table="mentoring_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f8a651d76d481a6ec8914b198c38e51d334b84d1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_07e0f",
                    table="mentoring_assignmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bundle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_bundleevent" ("by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "state") VALUES (NEW."by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."query", NEW."state"); RETURN NULL;',
                    hash="70a4307c1d0fd0aa0c3143e471d9c3f5acf09633",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cb729",
                    table="mentoring_bundle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bundle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."query" IS DISTINCT FROM (NEW."query") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                    func='INSERT INTO "mentoring_bundleevent" ("by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "state") VALUES (NEW."by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."query", NEW."state"); RETURN NULL;',
                    hash="1aecfe0d90ef8a3aed7318dd1b2317f32d05a1c2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc368",
                    table="mentoring_bundle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bundle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_bundleevent" ("by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "state") VALUES (OLD."by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."query", OLD."state"); RETURN NULL;',
                    hash="4b877454a007101d75efd2b0276a0ab4b37e15f9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7c8fe",
                    table="mentoring_bundle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bundleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bdb6875ad2f6c4f9d72a2b3ba05095bd90a1b36b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6601c",
                    table="mentoring_bundleevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_calendarfeedevent" ("id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                    hash="09a9e086d6d47d1195d36cd2bdc0878228da7300",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a71c2",
                    table="mentoring_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "mentoring_calendarfeedevent" ("id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                    hash="3b7b73fd688a5b16ae971b7f3a395da5d59b8de0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6782c",
                    table="mentoring_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_calendarfeedevent" ("id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."id", OLD."made_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                    hash="faa6ed049fc6a68e13763e83223b0319f46c0b6b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_12e2f",
                    table="mentoring_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cd8f6abc8be0cabeaea0d4822480c0e8c496e395",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1aecc",
                    table="mentoring_calendarfeedevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ceiling",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_ceilingevent" ("facilitator_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "schools", "version") VALUES (NEW."facilitator_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."schools", NEW."version"); RETURN NULL;',
                    hash="a93063092a0b6ac71028047edf61713c4e3a9899",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6af89",
                    table="mentoring_ceiling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ceiling",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_ceilingevent" ("facilitator_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "schools", "version") VALUES (NEW."facilitator_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."schools", NEW."version"); RETURN NULL;',
                    hash="23b2e9362731d4dcbe688ebd5d06059efa565a4f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3a580",
                    table="mentoring_ceiling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ceiling",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_ceilingevent" ("facilitator_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "schools", "version") VALUES (OLD."facilitator_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."schools", OLD."version"); RETURN NULL;',
                    hash="588833b9e62e0ddf072707b8e6d7e916e765dd51",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2591a",
                    table="mentoring_ceiling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ceilingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="00365c526c7960a4ad208cbe0ee1a878485c7680",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c3292",
                    table="mentoring_ceilingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clause",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_clauseevent" ("agreement_id", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."agreement_id", NEW."id", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="27562551f5ac1066614a19fde68e8eaa9b3770a5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fe3e1",
                    table="mentoring_clause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clause",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_clauseevent" ("agreement_id", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."agreement_id", NEW."id", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="ee2f8c5dac49ce2f925f67dd6215b5c4813bd67b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4e5d4",
                    table="mentoring_clause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clause",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_clauseevent" ("agreement_id", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."agreement_id", OLD."id", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="57beb6cd4313a1b7286cef79a1d33e77e353029b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b376",
                    table="mentoring_clause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clauseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f7c5cd4ec4741ca49825b6b4747f85b5b4491fcd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_525ed",
                    table="mentoring_clauseevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupevidenceevent" ("caption", "file", "follow_up_id", "id", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "thumbnail", "uploaded_at", "uploaded_by_id") VALUES (NEW."caption", NEW."file", NEW."follow_up_id", NEW."id", NEW."original", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."thumbnail", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="c807c06dce3af80fa2de689f5f6997f7fcb01b8e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6952f",
                    table="mentoring_followupevidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_followupevidenceevent" ("caption", "file", "follow_up_id", "id", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "thumbnail", "uploaded_at", "uploaded_by_id") VALUES (NEW."caption", NEW."file", NEW."follow_up_id", NEW."id", NEW."original", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."thumbnail", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="45f04f66d89a12754ee0b1920f889be141ee86c0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d083d",
                    table="mentoring_followupevidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupevidenceevent" ("caption", "file", "follow_up_id", "id", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "thumbnail", "uploaded_at", "uploaded_by_id") VALUES (OLD."caption", OLD."file", OLD."follow_up_id", OLD."id", OLD."original", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."thumbnail", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="71b5e4af77cde6c76e458571d1b8493f072d07be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7f1d0",
                    table="mentoring_followupevidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupevidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="31ed4c96faa9b317fed67711f15135006e93d6c1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8ff3a",
                    table="mentoring_followupevidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreminder",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupreminderevent" ("at", "due_on", "follow_up_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") VALUES (NEW."at", NEW."due_on", NEW."follow_up_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."stage"); RETURN NULL;',
                    hash="250669540ad90ebbb7ce328bbf909107babaadf4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fe36c",
                    table="mentoring_followupreminder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreminder",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_followupreminderevent" ("at", "due_on", "follow_up_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") VALUES (NEW."at", NEW."due_on", NEW."follow_up_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."stage"); RETURN NULL;',
                    hash="67f2a7e74f2c579c5d29e09524b0afe40d418d40",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c5f25",
                    table="mentoring_followupreminder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreminder",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupreminderevent" ("at", "due_on", "follow_up_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") VALUES (OLD."at", OLD."due_on", OLD."follow_up_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."stage"); RETURN NULL;',
                    hash="4bb166e89601f4a67ea4e5597143c9d17ccda095",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1c65d",
                    table="mentoring_followupreminder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreminderevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6a82c7a812d28b4053e007bed92e945c5ba6c4d5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1e124",
                    table="mentoring_followupreminderevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupstepevent" ("at", "by_id", "follow_up_id", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") VALUES (NEW."at", NEW."by_id", NEW."follow_up_id", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_state"); RETURN NULL;',
                    hash="415134c2574205f6cc3f59a6ab7e357516255ee6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_33dcd",
                    table="mentoring_followupstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_followupstepevent" ("at", "by_id", "follow_up_id", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") VALUES (NEW."at", NEW."by_id", NEW."follow_up_id", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_state"); RETURN NULL;',
                    hash="61ec19efc5ed7bd926ae35da8a5469901d1da9c5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c04aa",
                    table="mentoring_followupstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupstepevent" ("at", "by_id", "follow_up_id", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") VALUES (OLD."at", OLD."by_id", OLD."follow_up_id", OLD."from_state", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_state"); RETURN NULL;',
                    hash="95e442f82dc49043ffdb01718ae767bc3e66191e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d1b71",
                    table="mentoring_followupstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupstepevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="684e05746b043ac476ddccbfc58397050d6f13fe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_24862",
                    table="mentoring_followupstepevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="holiday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_holidayevent" ("area_id", "date", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_id", NEW."date", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="ffda62d5f1e05cf367ee8f508eafab1a2996c74e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1a21d",
                    table="mentoring_holiday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="holiday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_holidayevent" ("area_id", "date", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_id", NEW."date", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="8e552d96f33949a99997b7939c21721ee63b39e3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_86d01",
                    table="mentoring_holiday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="holiday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_holidayevent" ("area_id", "date", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."area_id", OLD."date", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="065c12b69262f05a07848322414af60daf5d80be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eabc2",
                    table="mentoring_holiday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="holidayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="abc3c3448077dccc3572a569a5c3d3db77704638",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e319a",
                    table="mentoring_holidayevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7cacb6be541799f73a5c609d49f55f82c6780d4f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_76ab8",
                    table="mentoring_instrumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentsection",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_once_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM mentoring_instrument WHERE id IN (OLD.instrument_id, NEW.instrument_id) AND mentoring_instrument.state <> 'draf') THEN \n    RAISE EXCEPTION 'Versi instrumen yang sudah terbit tidak dapat diubah. Buat versi baru.' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_version_is_fixed';\n END IF; \nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nRETURN NEW;\n",
                    hash="ce67b1a42d7388bdeac163374d66ba464363036e",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_fixed_once_published_9292a",
                    table="mentoring_instrumentsection",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentsection",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_instrumentsectionevent" ("id", "instrument_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version", "weight") VALUES (NEW."id", NEW."instrument_id", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."version", NEW."weight"); RETURN NULL;',
                    hash="f7c77c77a9ac9d0e95bfb5e55ddfd74dd829b1b7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e9344",
                    table="mentoring_instrumentsection",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentsection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_instrumentsectionevent" ("id", "instrument_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version", "weight") VALUES (NEW."id", NEW."instrument_id", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."version", NEW."weight"); RETURN NULL;',
                    hash="a61dfa092df5d774e7595f82945b172575ed126c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cea56",
                    table="mentoring_instrumentsection",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentsection",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_instrumentsectionevent" ("id", "instrument_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version", "weight") VALUES (OLD."id", OLD."instrument_id", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title", OLD."version", OLD."weight"); RETURN NULL;',
                    hash="a0ead8119525862b168c942832ffd7af5995835f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_364b0",
                    table="mentoring_instrumentsection",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4efc580c4e0e78a9cca4111e999379a3f21c27fd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d7ac0",
                    table="mentoring_instrumentitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentitem",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_once_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM mentoring_instrument WHERE id IN (OLD.instrument_id, NEW.instrument_id) AND mentoring_instrument.state <> 'draf') THEN \n    RAISE EXCEPTION 'Versi instrumen yang sudah terbit tidak dapat diubah. Buat versi baru.' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_version_is_fixed';\n END IF; \nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nRETURN NEW;\n",
                    hash="802fde764f0a5230daa9d49c90d4705c942e97a6",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_fixed_once_published_0ac88",
                    table="mentoring_instrumentitem",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_instrumentitemevent" ("code", "help", "id", "instrument_id", "kind", "level_1", "level_2", "level_3", "level_4", "maximum", "minimum", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "required", "section_id", "shown_how", "shown_if_id", "shown_value", "text", "unit", "version", "weight") VALUES (NEW."code", NEW."help", NEW."id", NEW."instrument_id", NEW."kind", NEW."level_1", NEW."level_2", NEW."level_3", NEW."level_4", NEW."maximum", NEW."minimum", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."required", NEW."section_id", NEW."shown_how", NEW."shown_if_id", NEW."shown_value", NEW."text", NEW."unit", NEW."version", NEW."weight"); RETURN NULL;',
                    hash="174a13cc3cffb90e4a91d2bcdf9d0ed175bd42ac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d4fef",
                    table="mentoring_instrumentitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_instrumentitemevent" ("code", "help", "id", "instrument_id", "kind", "level_1", "level_2", "level_3", "level_4", "maximum", "minimum", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "required", "section_id", "shown_how", "shown_if_id", "shown_value", "text", "unit", "version", "weight") VALUES (NEW."code", NEW."help", NEW."id", NEW."instrument_id", NEW."kind", NEW."level_1", NEW."level_2", NEW."level_3", NEW."level_4", NEW."maximum", NEW."minimum", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."required", NEW."section_id", NEW."shown_how", NEW."shown_if_id", NEW."shown_value", NEW."text", NEW."unit", NEW."version", NEW."weight"); RETURN NULL;',
                    hash="918e634197f4c1774274bbc81a435a837b8db4d6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7731c",
                    table="mentoring_instrumentitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_instrumentitemevent" ("code", "help", "id", "instrument_id", "kind", "level_1", "level_2", "level_3", "level_4", "maximum", "minimum", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "required", "section_id", "shown_how", "shown_if_id", "shown_value", "text", "unit", "version", "weight") VALUES (OLD."code", OLD."help", OLD."id", OLD."instrument_id", OLD."kind", OLD."level_1", OLD."level_2", OLD."level_3", OLD."level_4", OLD."maximum", OLD."minimum", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."required", OLD."section_id", OLD."shown_how", OLD."shown_if_id", OLD."shown_value", OLD."text", OLD."unit", OLD."version", OLD."weight"); RETURN NULL;',
                    hash="ea42a6a45c210b262541ec316cb3c9e802cd5f21",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0f260",
                    table="mentoring_instrumentitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentsectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="386d67a218d9fbd338756e72bb9f0f2b71f5ec4e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c911d",
                    table="mentoring_instrumentsectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issuestep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_issuestepevent" ("at", "by_id", "from_level", "id", "issue_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "to_level", "to_state") VALUES (NEW."at", NEW."by_id", NEW."from_level", NEW."id", NEW."issue_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."to_level", NEW."to_state"); RETURN NULL;',
                    hash="be65932838043dcd4cdfff2f3d531de859df329e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6f9ce",
                    table="mentoring_issuestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issuestep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_issuestepevent" ("at", "by_id", "from_level", "id", "issue_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "to_level", "to_state") VALUES (NEW."at", NEW."by_id", NEW."from_level", NEW."id", NEW."issue_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."to_level", NEW."to_state"); RETURN NULL;',
                    hash="841fbb61abd828e03a9cd5df731a39b2b085e5b0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5070f",
                    table="mentoring_issuestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issuestep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_issuestepevent" ("at", "by_id", "from_level", "id", "issue_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "to_level", "to_state") VALUES (OLD."at", OLD."by_id", OLD."from_level", OLD."id", OLD."issue_id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."to_level", OLD."to_state"); RETURN NULL;',
                    hash="2c16d37b5dd88d6c9fb1097bdf56ec6340f4cc53",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0376e",
                    table="mentoring_issuestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issuestepevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="db822da293f60910b1ac857772d05002e574c100",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f7dd6",
                    table="mentoring_issuestepevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_once_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM mentoring_instrument JOIN mentoring_instrumentitem AS item ON item.instrument_id = mentoring_instrument.id WHERE item.id IN (OLD.item_id, NEW.item_id) AND mentoring_instrument.state <> 'draf') THEN \n    RAISE EXCEPTION 'Versi instrumen yang sudah terbit tidak dapat diubah. Buat versi baru.' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_version_is_fixed';\n END IF; \nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nRETURN NEW;\n",
                    hash="034fb5e3c19d1da5f19e5880b15ca3ba6832dc4a",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_fixed_once_published_d5ecb",
                    table="mentoring_itemchoice",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_itemchoiceevent" ("id", "item_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."item_id", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="6ec33d179cf8ff8385ad743f2721766f6b5b5186",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6952e",
                    table="mentoring_itemchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_itemchoiceevent" ("id", "item_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."item_id", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="2b90afa7f3f74a564823f0c63a6c8be35a56aeac",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_89597",
                    table="mentoring_itemchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_itemchoiceevent" ("id", "item_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."id", OLD."item_id", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="4bf86d2ba57d113dd7460d8b786c435b751c153e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43b63",
                    table="mentoring_itemchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemchoiceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="126bb99369e528d2aee813f8e13b9b4e44206185",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_11d8c",
                    table="mentoring_itemchoiceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_mentionevent" ("comment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."comment_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                    hash="3f2239858a0119c7989ec07d6e08de094829452b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_71aa3",
                    table="mentoring_mention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_mentionevent" ("comment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."comment_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                    hash="147f047bd6bf70d525c7d315f243a1798999d362",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_838ce",
                    table="mentoring_mention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mention",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_mentionevent" ("comment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."comment_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                    hash="e88d33e19b853f9046bb6ecb2b00627f2be6bc21",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1941b",
                    table="mentoring_mention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mentionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8ce549aa18aef4d214847b75ea4f03450c7d10d8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7ad06",
                    table="mentoring_mentionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needweightsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d0f148ab8bed9719bc6ae16461d19741245d2e80",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f74eb",
                    table="mentoring_needweightsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_partyevent" ("agreement_id", "id", "institution", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side") VALUES (NEW."agreement_id", NEW."id", NEW."institution", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."side"); RETURN NULL;',
                    hash="674573c50ecc390d83ddeb0588aad4b887180798",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_00ec5",
                    table="mentoring_party",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_partyevent" ("agreement_id", "id", "institution", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side") VALUES (NEW."agreement_id", NEW."id", NEW."institution", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."side"); RETURN NULL;',
                    hash="5d70a6951f44bea4c9613b9f96e1e45f4bd03210",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6e27a",
                    table="mentoring_party",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_partyevent" ("agreement_id", "id", "institution", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side") VALUES (OLD."agreement_id", OLD."id", OLD."institution", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."side"); RETURN NULL;',
                    hash="982e87bcde58d1f125c05393b7e2cdfd63f11b0a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd27e",
                    table="mentoring_party",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="42d22acfa37b8e3a7b3a7329a79bc95942e80158",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ceff1",
                    table="mentoring_partyevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="performancepost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_performancepostevent" ("active", "area_id", "description", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "version") VALUES (NEW."active", NEW."area_id", NEW."description", NEW."id", NEW."label", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."school_id", NEW."source", NEW."version"); RETURN NULL;',
                    hash="4857a2e2c7f8fda1c2bcc0a81b195993699238fb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_586f2",
                    table="mentoring_performancepost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="performancepost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_performancepostevent" ("active", "area_id", "description", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "version") VALUES (NEW."active", NEW."area_id", NEW."description", NEW."id", NEW."label", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."school_id", NEW."source", NEW."version"); RETURN NULL;',
                    hash="ac50f0874119707c2f9dbd08b117ca3c4492ca20",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c3e90",
                    table="mentoring_performancepost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="performancepost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_performancepostevent" ("active", "area_id", "description", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "version") VALUES (OLD."active", OLD."area_id", OLD."description", OLD."id", OLD."label", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."school_id", OLD."source", OLD."version"); RETURN NULL;',
                    hash="835ac56d6d13ac7c2798438cc82e6548dfed2b80",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_836a5",
                    table="mentoring_performancepost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="performancepostevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5ad4615f042b8a51b57ae82a4f4511111fb2185a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2cb85",
                    table="mentoring_performancepostevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planningdefaultsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9867420455d9d59cb9ff83553ea5b70dbd588965",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_60ffa",
                    table="mentoring_planningdefaultsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressreport",
            trigger=pgtrigger.compiler.Trigger(
                name="content_is_frozen",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."year" IS DISTINCT FROM (NEW."year") OR OLD."semester" IS DISTINCT FROM (NEW."semester") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1a2a701df8764df374449ed92f6a6b1348e8bc08",
                    operation="UPDATE",
                    pgid="pgtrigger_content_is_frozen_43d6a",
                    table="mentoring_progressreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_progressreportevent" ("agreement_id", "content", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "semester", "sent_back_by_id", "sent_back_reason", "sha256", "state", "year") VALUES (NEW."agreement_id", NEW."content", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."semester", NEW."sent_back_by_id", NEW."sent_back_reason", NEW."sha256", NEW."state", NEW."year"); RETURN NULL;',
                    hash="3de1b02672ba3b2f204ccfc15470947fc014c9b1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_640e5",
                    table="mentoring_progressreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_progressreportevent" ("agreement_id", "content", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "semester", "sent_back_by_id", "sent_back_reason", "sha256", "state", "year") VALUES (NEW."agreement_id", NEW."content", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."semester", NEW."sent_back_by_id", NEW."sent_back_reason", NEW."sha256", NEW."state", NEW."year"); RETURN NULL;',
                    hash="cad7ef3ab28731736a1293e177ed70665cc519f7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5cc2e",
                    table="mentoring_progressreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_progressreportevent" ("agreement_id", "content", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "semester", "sent_back_by_id", "sent_back_reason", "sha256", "state", "year") VALUES (OLD."agreement_id", OLD."content", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."semester", OLD."sent_back_by_id", OLD."sent_back_reason", OLD."sha256", OLD."state", OLD."year"); RETURN NULL;',
                    hash="f3c36371024198b8499226588dbe4ab858016797",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1b31a",
                    table="mentoring_progressreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1178790f357beeca071ccfaf10bf6e054cd66d50",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d0c41",
                    table="mentoring_progressreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulation",
            trigger=pgtrigger.compiler.Trigger(
                name="only_fitting_activity",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF NEW.activity_id IS NOT NULL AND NOT EXISTS (\n    SELECT FROM mentoring_activity a JOIN mentoring_workplan p ON p.id = a.plan_id\n    WHERE a.id = NEW.activity_id AND a.form = 'regulasi' AND p.agreement_id = NEW.agreement_id\n) THEN\n    RAISE EXCEPTION 'the activity does not fit' USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NEW;\n",
                    hash="1d09b6eb085b33834cd3cb3651c6fac4d7db02a4",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_only_fitting_activity_1b159",
                    table="mentoring_regulation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_regulationevent" ("about", "activity_id", "agreement_id", "enacted_on", "file", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "version") VALUES (NEW."about", NEW."activity_id", NEW."agreement_id", NEW."enacted_on", NEW."file", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."version"); RETURN NULL;',
                    hash="5a564889552c511c35805d1907f807cb37d38b6c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5683",
                    table="mentoring_regulation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_regulationevent" ("about", "activity_id", "agreement_id", "enacted_on", "file", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "version") VALUES (NEW."about", NEW."activity_id", NEW."agreement_id", NEW."enacted_on", NEW."file", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."version"); RETURN NULL;',
                    hash="14f305653a5381d4c34bc46b513af82f482e3328",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_429c9",
                    table="mentoring_regulation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_regulationevent" ("about", "activity_id", "agreement_id", "enacted_on", "file", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "version") VALUES (OLD."about", OLD."activity_id", OLD."agreement_id", OLD."enacted_on", OLD."file", OLD."id", OLD."kind", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."version"); RETURN NULL;',
                    hash="75fa5abc1bc31432777d7134de20f23138c7cf0c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cb8d4",
                    table="mentoring_regulation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="85bd64e7f8fe67e748c4821864f0723f3a86842c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_58a9c",
                    table="mentoring_regulationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulationstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_regulationstepevent" ("at", "by_id", "from_state", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "regulation_id", "to_state") VALUES (NEW."at", NEW."by_id", NEW."from_state", NEW."id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."regulation_id", NEW."to_state"); RETURN NULL;',
                    hash="e7dcf414393d882f928a80076fb8f1369fc5e46a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9cbbe",
                    table="mentoring_regulationstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulationstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_regulationstepevent" ("at", "by_id", "from_state", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "regulation_id", "to_state") VALUES (NEW."at", NEW."by_id", NEW."from_state", NEW."id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."regulation_id", NEW."to_state"); RETURN NULL;',
                    hash="e722844c89df167756f43b5fa9e3fcc689c2dbe5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bac2e",
                    table="mentoring_regulationstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulationstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_regulationstepevent" ("at", "by_id", "from_state", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "regulation_id", "to_state") VALUES (OLD."at", OLD."by_id", OLD."from_state", OLD."id", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."regulation_id", OLD."to_state"); RETURN NULL;',
                    hash="c064455bd8bdfbe0ccb9f2392c1882f1a534ebe6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38784",
                    table="mentoring_regulationstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulationstepevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ce771419754c622dd47fa1b3dd640de7ef52ba8f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f31f8",
                    table="mentoring_regulationstepevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsignature",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reportsignatureevent" ("at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "side") VALUES (NEW."at", NEW."by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."side"); RETURN NULL;',
                    hash="53910c6bda6c512b815ddb5474f6e5846363b79d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6732",
                    table="mentoring_reportsignature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsignature",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_reportsignatureevent" ("at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "side") VALUES (NEW."at", NEW."by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."side"); RETURN NULL;',
                    hash="85cf414a5df184c0c296c17641b6dfc63c00e539",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ac9d4",
                    table="mentoring_reportsignature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsignature",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reportsignatureevent" ("at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "side") VALUES (OLD."at", OLD."by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."side"); RETURN NULL;',
                    hash="c9ab78b5778cdc4672b5a89bb5a1a7cf51ebfad1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bd480",
                    table="mentoring_reportsignature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsignatureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="991929d5a9ae652ecc553c6615d1df2f513c0db0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b020a",
                    table="mentoring_reportsignatureevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="only_fitting_activity",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF NEW.activity_id IS NOT NULL AND NOT EXISTS (\n    SELECT FROM mentoring_activity a JOIN mentoring_workplan p ON p.id = a.plan_id\n    WHERE a.id = NEW.activity_id AND a.form = 'pos' AND p.agreement_id = NEW.agreement_id\n) THEN\n    RAISE EXCEPTION 'the activity does not fit' USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NEW;\n",
                    hash="205c913e58fbb6ca0ae3628ae25ff8bfec21691b",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_only_fitting_activity_0e73e",
                    table="mentoring_review",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewevent" ("activity_id", "agreement_id", "amount", "amount_use", "approved_by_id", "date", "ends_at", "id", "led_by_id", "notes", "participants", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "post_id", "side", "starts_at", "state", "version") VALUES (NEW."activity_id", NEW."agreement_id", NEW."amount", NEW."amount_use", NEW."approved_by_id", NEW."date", NEW."ends_at", NEW."id", NEW."led_by_id", NEW."notes", NEW."participants", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."post_id", NEW."side", NEW."starts_at", NEW."state", NEW."version"); RETURN NULL;',
                    hash="d7c1d2698d13de032d5a71b885ddf1e2a0debd57",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc409",
                    table="mentoring_review",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_reviewevent" ("activity_id", "agreement_id", "amount", "amount_use", "approved_by_id", "date", "ends_at", "id", "led_by_id", "notes", "participants", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "post_id", "side", "starts_at", "state", "version") VALUES (NEW."activity_id", NEW."agreement_id", NEW."amount", NEW."amount_use", NEW."approved_by_id", NEW."date", NEW."ends_at", NEW."id", NEW."led_by_id", NEW."notes", NEW."participants", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."post_id", NEW."side", NEW."starts_at", NEW."state", NEW."version"); RETURN NULL;',
                    hash="de848feaaa1f4ca6095948ce873f0967bcddfcad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_54daf",
                    table="mentoring_review",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewevent" ("activity_id", "agreement_id", "amount", "amount_use", "approved_by_id", "date", "ends_at", "id", "led_by_id", "notes", "participants", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "post_id", "side", "starts_at", "state", "version") VALUES (OLD."activity_id", OLD."agreement_id", OLD."amount", OLD."amount_use", OLD."approved_by_id", OLD."date", OLD."ends_at", OLD."id", OLD."led_by_id", OLD."notes", OLD."participants", OLD."period_from", OLD."period_to", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."post_id", OLD."side", OLD."starts_at", OLD."state", OLD."version"); RETURN NULL;',
                    hash="276478a703f0f74077483f4b30551d99188c8d38",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_51993",
                    table="mentoring_review",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5343fafec8f54ae7782ec592060940b2b4df96cd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ed1a0",
                    table="mentoring_reviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewissue",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewissueevent" ("id", "issue_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."id", NEW."issue_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_id"); RETURN NULL;',
                    hash="69db88d15fb2b64bd49dfcce8d27e91442e25fe4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b907d",
                    table="mentoring_reviewissue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewissue",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_reviewissueevent" ("id", "issue_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."id", NEW."issue_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_id"); RETURN NULL;',
                    hash="b572170e99157e7cb2338b2d467b090b42ba8175",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1def0",
                    table="mentoring_reviewissue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewissue",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewissueevent" ("id", "issue_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (OLD."id", OLD."issue_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_id"); RETURN NULL;',
                    hash="682ffc6d2c1377662e6141aeb6dd3cf72bcaabef",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_84a22",
                    table="mentoring_reviewissue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewissueevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b2ea42cafc4c3bdc58f23c65e716b02d1bbf9dc0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c9863",
                    table="mentoring_reviewissueevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewstepevent" ("at", "by_id", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "to_state") VALUES (NEW."at", NEW."by_id", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."review_id", NEW."to_state"); RETURN NULL;',
                    hash="d723eb12a06b4eeac9fa1ecc08ed4056973e58e0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_293e1",
                    table="mentoring_reviewstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_reviewstepevent" ("at", "by_id", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "to_state") VALUES (NEW."at", NEW."by_id", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."review_id", NEW."to_state"); RETURN NULL;',
                    hash="d41562b1e7e1bbca610f5d1d8acf1ffaae571cf4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_20220",
                    table="mentoring_reviewstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewstepevent" ("at", "by_id", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "to_state") VALUES (OLD."at", OLD."by_id", OLD."from_state", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."review_id", OLD."to_state"); RETURN NULL;',
                    hash="362483d97a0f004939f553d0bb3a53961033950b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_490db",
                    table="mentoring_reviewstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewstepevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a7b1d9aabccc87d9c33351340f101a757efa55e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ef0ac",
                    table="mentoring_reviewstepevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewtargetevent" ("achieved", "carried_from_id", "id", "indicator_id", "note", "outcome", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "text", "unit", "value") VALUES (NEW."achieved", NEW."carried_from_id", NEW."id", NEW."indicator_id", NEW."note", NEW."outcome", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_id", NEW."text", NEW."unit", NEW."value"); RETURN NULL;',
                    hash="e45128a5325e2bc35311091ececa3db30dcc9f4e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_94c85",
                    table="mentoring_reviewtarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtarget",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_reviewtargetevent" ("achieved", "carried_from_id", "id", "indicator_id", "note", "outcome", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "text", "unit", "value") VALUES (NEW."achieved", NEW."carried_from_id", NEW."id", NEW."indicator_id", NEW."note", NEW."outcome", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_id", NEW."text", NEW."unit", NEW."value"); RETURN NULL;',
                    hash="537cbbb302269d73c4d9fa065a40799c1a14f126",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8555c",
                    table="mentoring_reviewtarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtarget",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_reviewtargetevent" ("achieved", "carried_from_id", "id", "indicator_id", "note", "outcome", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "text", "unit", "value") VALUES (OLD."achieved", OLD."carried_from_id", OLD."id", OLD."indicator_id", OLD."note", OLD."outcome", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_id", OLD."text", OLD."unit", OLD."value"); RETURN NULL;',
                    hash="82d52ecfe68805a05173baef1d457764548f8145",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99248",
                    table="mentoring_reviewtarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtargetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c380fd967f4f4c868c5e14ca6a2c46e351182276",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_06a03",
                    table="mentoring_reviewtargetevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="75b66556cee185e19666c5a4c4ac8bfb6e3e80e7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e4b76",
                    table="mentoring_attendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_attendanceevent" ("id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."id", NEW."participant_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."session_id"); RETURN NULL;',
                    hash="652f3392a66df53506b8901744554565a8a87eba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_10d94",
                    table="mentoring_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_attendanceevent" ("id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."id", NEW."participant_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."session_id"); RETURN NULL;',
                    hash="c7e4ffa0371bbb5e00238398c46eb7ff638e4e8e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_90311",
                    table="mentoring_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_attendanceevent" ("id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (OLD."id", OLD."participant_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."session_id"); RETURN NULL;',
                    hash="585fdcb3fe19ee36bbf101915b315a54e0a57022",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5c880",
                    table="mentoring_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snippet",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_snippetevent" ("id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title", "version") VALUES (NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                    hash="4f43dbedee84501e08a315b18ccad5bd4505648e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0f0d1",
                    table="mentoring_snippet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snippet",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_snippetevent" ("id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title", "version") VALUES (NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                    hash="a5233f80efef5d9c408abfeb9151086d06f5d109",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0fe52",
                    table="mentoring_snippet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snippet",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_snippetevent" ("id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "title", "version") VALUES (OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."title", OLD."version"); RETURN NULL;',
                    hash="2b21533ae1e1af849d92b5c9916b2aee7818152a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e9e9f",
                    table="mentoring_snippet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snippetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a1c17314f3461bb5ab1f99d72a61045fccf13b47",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_12ab9",
                    table="mentoring_snippetevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="only_fitting_activity",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF NEW.activity_id IS NOT NULL AND NOT EXISTS (\n    SELECT FROM mentoring_activity a JOIN mentoring_workplan p ON p.id = a.plan_id\n    WHERE a.id = NEW.activity_id AND a.form = 'pelatihan' AND p.agreement_id = NEW.agreement_id\n) THEN\n    RAISE EXCEPTION 'the activity does not fit' USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NEW;\n",
                    hash="75e8f975422ec928a2ae7e7f53f8784edb858028",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_only_fitting_activity_93bf0",
                    table="mentoring_training",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_trainingevent" ("activity_id", "agreement_id", "area_id", "id", "kind", "mode", "organiser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source", "speakers", "title", "version") VALUES (NEW."activity_id", NEW."agreement_id", NEW."area_id", NEW."id", NEW."kind", NEW."mode", NEW."organiser", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."source", NEW."speakers", NEW."title", NEW."version"); RETURN NULL;',
                    hash="285e3a938e42afffc4727d1d8aad0895aa1cc2db",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8a37c",
                    table="mentoring_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_trainingevent" ("activity_id", "agreement_id", "area_id", "id", "kind", "mode", "organiser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source", "speakers", "title", "version") VALUES (NEW."activity_id", NEW."agreement_id", NEW."area_id", NEW."id", NEW."kind", NEW."mode", NEW."organiser", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."source", NEW."speakers", NEW."title", NEW."version"); RETURN NULL;',
                    hash="b9deda1768beca7a6ce05407f21caf69d9105c0d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d0983",
                    table="mentoring_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_trainingevent" ("activity_id", "agreement_id", "area_id", "id", "kind", "mode", "organiser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source", "speakers", "title", "version") VALUES (OLD."activity_id", OLD."agreement_id", OLD."area_id", OLD."id", OLD."kind", OLD."mode", OLD."organiser", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."source", OLD."speakers", OLD."title", OLD."version"); RETURN NULL;',
                    hash="9459acb9945f6dbe812a352a865c2eaac3a1f00e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_73794",
                    table="mentoring_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sessionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ffa5a6940ff164cd3ee61bdd8302206d9096fd5a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_abc7b",
                    table="mentoring_sessionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_sessionevent" ("date", "ends_at", "hours", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "topic", "training_id", "version") VALUES (NEW."date", NEW."ends_at", NEW."hours", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_at", NEW."topic", NEW."training_id", NEW."version"); RETURN NULL;',
                    hash="e9ba6c96139e3d34bf152844944c1f133712d334",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7a76e",
                    table="mentoring_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_sessionevent" ("date", "ends_at", "hours", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "topic", "training_id", "version") VALUES (NEW."date", NEW."ends_at", NEW."hours", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_at", NEW."topic", NEW."training_id", NEW."version"); RETURN NULL;',
                    hash="e6b23c529bf4bc9e1b0147a998f77eaada84859e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c267d",
                    table="mentoring_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_sessionevent" ("date", "ends_at", "hours", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "topic", "training_id", "version") VALUES (OLD."date", OLD."ends_at", OLD."hours", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_at", OLD."topic", OLD."training_id", OLD."version"); RETURN NULL;',
                    hash="97708d73e4568a45853cf09a0e76cfd173866dad",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f8315",
                    table="mentoring_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participantevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="380ecde48204cf71725ce856216901452de6fb42",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e7c1b",
                    table="mentoring_participantevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_participantevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id", "staff_number", "training_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."school_id", NEW."staff_number", NEW."training_id"); RETURN NULL;',
                    hash="8411dd8d68c9d9ce210abbfe74034ea23d55a780",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b8e54",
                    table="mentoring_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_participantevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id", "staff_number", "training_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."school_id", NEW."staff_number", NEW."training_id"); RETURN NULL;',
                    hash="d121fd133b6ad02ce23a18436d118a0ec216ce88",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7775e",
                    table="mentoring_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_participantevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id", "staff_number", "training_id") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."school_id", OLD."staff_number", OLD."training_id"); RETURN NULL;',
                    hash="7e907dcc646f52442bf67e14b56d02a67f921774",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7eb8a",
                    table="mentoring_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5ff649d08f64fa029923effaa18f16b111897e23",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0a462",
                    table="mentoring_trainingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transitionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="63edcab184bf48f0e500a5fd0a7c7339a12b746d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e8d8a",
                    table="mentoring_transitionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_transitionevent" ("at", "by_id", "former_date", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state", "visit_id") VALUES (NEW."at", NEW."by_id", NEW."former_date", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_state", NEW."visit_id"); RETURN NULL;',
                    hash="a34aa1626eca35475d080bb7617b51ef1cca42ed",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e857d",
                    table="mentoring_transition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_transitionevent" ("at", "by_id", "former_date", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state", "visit_id") VALUES (NEW."at", NEW."by_id", NEW."former_date", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_state", NEW."visit_id"); RETURN NULL;',
                    hash="91ff9aacd0aca8a6dcff2b24bb53599ac048df75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ba4f",
                    table="mentoring_transition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_transitionevent" ("at", "by_id", "former_date", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state", "visit_id") VALUES (OLD."at", OLD."by_id", OLD."former_date", OLD."from_state", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_state", OLD."visit_id"); RETURN NULL;',
                    hash="6079a6b0674ee122849f9ed6052b2b948932f370",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_24610",
                    table="mentoring_transition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="placeproofevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3c9c2a5eec5907fcf9d597b11fd59f8b5f7e302f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b1a27",
                    table="mentoring_placeproofevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="placeproof",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_placeproofevent" ("accuracy", "at", "id", "latitude", "longitude", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."accuracy", NEW."at", NEW."id", NEW."latitude", NEW."longitude", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="84958c65387e44ca187f8c981715068431350d5f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_355c9",
                    table="mentoring_placeproof",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="placeproof",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_placeproofevent" ("accuracy", "at", "id", "latitude", "longitude", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."accuracy", NEW."at", NEW."id", NEW."latitude", NEW."longitude", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="d09f3c92bcc2009a3c1d8a2dfc1c082ac08c04da",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e211f",
                    table="mentoring_placeproof",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="placeproof",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_placeproofevent" ("accuracy", "at", "id", "latitude", "longitude", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (OLD."accuracy", OLD."at", OLD."id", OLD."latitude", OLD."longitude", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."visit_id"); RETURN NULL;',
                    hash="5729c9051668ca6255689b30ca1d317dabf1e806",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d1d49",
                    table="mentoring_placeproof",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paperevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3d1d7806d2fec7ca880258dfa9d68fb231c0e093",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b26f0",
                    table="mentoring_paperevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="paper_is_frozen",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."year" IS DISTINCT FROM (NEW."year") OR OLD."sequence" IS DISTINCT FROM (NEW."sequence") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."visit_id" IS DISTINCT FROM (NEW."visit_id") OR OLD."review_id" IS DISTINCT FROM (NEW."review_id") OR OLD."facilitator_id" IS DISTINCT FROM (NEW."facilitator_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_id" IS DISTINCT FROM (NEW."issued_by_id") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."template_version" IS DISTINCT FROM (NEW."template_version") OR OLD."snapshot" IS DISTINCT FROM (NEW."snapshot") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7b7fb8e92ea3d6b9f8e09c7dc81517dcada1791c",
                    operation="UPDATE",
                    pgid="pgtrigger_paper_is_frozen_8a1ce",
                    table="mentoring_paper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="paper_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="c48e72c5bc68c62cd46edb48753fc3220b50b854",
                    operation="DELETE",
                    pgid="pgtrigger_paper_stays_604bd",
                    table="mentoring_paper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_paperevent" ("area_id", "facilitator_id", "file", "id", "issued_at", "issued_by_id", "issued_on", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "replaces_id", "review_id", "revision", "sequence", "sha256", "size", "state", "template_version", "token", "visit_id", "year") VALUES (NEW."area_id", NEW."facilitator_id", NEW."file", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."issued_on", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."replaces_id", NEW."review_id", NEW."revision", NEW."sequence", NEW."sha256", NEW."size", NEW."state", NEW."template_version", NEW."token", NEW."visit_id", NEW."year"); RETURN NULL;',
                    hash="d30ab2eaab4f50ca13df04c7aec3e5f86dd1239c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5d8af",
                    table="mentoring_paper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."facilitator_id" IS DISTINCT FROM (NEW."facilitator_id") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_id" IS DISTINCT FROM (NEW."issued_by_id") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."review_id" IS DISTINCT FROM (NEW."review_id") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."sequence" IS DISTINCT FROM (NEW."sequence") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."template_version" IS DISTINCT FROM (NEW."template_version") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."visit_id" IS DISTINCT FROM (NEW."visit_id") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                    func='INSERT INTO "mentoring_paperevent" ("area_id", "facilitator_id", "file", "id", "issued_at", "issued_by_id", "issued_on", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "replaces_id", "review_id", "revision", "sequence", "sha256", "size", "state", "template_version", "token", "visit_id", "year") VALUES (NEW."area_id", NEW."facilitator_id", NEW."file", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."issued_on", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."replaces_id", NEW."review_id", NEW."revision", NEW."sequence", NEW."sha256", NEW."size", NEW."state", NEW."template_version", NEW."token", NEW."visit_id", NEW."year"); RETURN NULL;',
                    hash="419e1102f2d4a523bc16c77b81f3de486a2d5405",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eb24f",
                    table="mentoring_paper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_paperevent" ("area_id", "facilitator_id", "file", "id", "issued_at", "issued_by_id", "issued_on", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "replaces_id", "review_id", "revision", "sequence", "sha256", "size", "state", "template_version", "token", "visit_id", "year") VALUES (OLD."area_id", OLD."facilitator_id", OLD."file", OLD."id", OLD."issued_at", OLD."issued_by_id", OLD."issued_on", OLD."kind", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."replaces_id", OLD."review_id", OLD."revision", OLD."sequence", OLD."sha256", OLD."size", OLD."state", OLD."template_version", OLD."token", OLD."visit_id", OLD."year"); RETURN NULL;',
                    hash="414a0f5ee54537f37a520b014abf14c6c1d4a04f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a03fa",
                    table="mentoring_paper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issueevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="798990a21097e455ca622b843868c8807b30b534",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9dc61",
                    table="mentoring_issueevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_issueevent" ("answer", "description", "first_level", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "school_id", "since", "state", "title", "version", "visit_id") VALUES (NEW."answer", NEW."description", NEW."first_level", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."school_id", NEW."since", NEW."state", NEW."title", NEW."version", NEW."visit_id"); RETURN NULL;',
                    hash="4fdd8ecb2684227d3c91ca728dd2155ec32bddf9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a9b45",
                    table="mentoring_issue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_issueevent" ("answer", "description", "first_level", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "school_id", "since", "state", "title", "version", "visit_id") VALUES (NEW."answer", NEW."description", NEW."first_level", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."school_id", NEW."since", NEW."state", NEW."title", NEW."version", NEW."visit_id"); RETURN NULL;',
                    hash="5077c1f6d389798633bf414fd9e0e173669f0435",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_48c2d",
                    table="mentoring_issue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_issueevent" ("answer", "description", "first_level", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "school_id", "since", "state", "title", "version", "visit_id") VALUES (OLD."answer", OLD."description", OLD."first_level", OLD."id", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."school_id", OLD."since", OLD."state", OLD."title", OLD."version", OLD."visit_id"); RETURN NULL;',
                    hash="942051cf7e96a323a8490e4f885a949364ccd740",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_afa05",
                    table="mentoring_issue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="29500478cb6ab752d3478ab65c67972fce67a360",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_81ce6",
                    table="mentoring_followupevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupevent" ("description", "due_on", "id", "indicator_id", "owner", "owner_name", "owner_person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "reported_by_id", "result", "state", "verified_by_id", "version", "visit_id") VALUES (NEW."description", NEW."due_on", NEW."id", NEW."indicator_id", NEW."owner", NEW."owner_name", NEW."owner_person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority", NEW."reported_by_id", NEW."result", NEW."state", NEW."verified_by_id", NEW."version", NEW."visit_id"); RETURN NULL;',
                    hash="31c5f2761187d8b3bc8efb51334a55975a50b6d7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ff5e8",
                    table="mentoring_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."owner" IS DISTINCT FROM (NEW."owner") OR OLD."owner_name" IS DISTINCT FROM (NEW."owner_name") OR OLD."owner_person_id" IS DISTINCT FROM (NEW."owner_person_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."reported_by_id" IS DISTINCT FROM (NEW."reported_by_id") OR OLD."result" IS DISTINCT FROM (NEW."result") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."visit_id" IS DISTINCT FROM (NEW."visit_id"))',
                    func='INSERT INTO "mentoring_followupevent" ("description", "due_on", "id", "indicator_id", "owner", "owner_name", "owner_person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "reported_by_id", "result", "state", "verified_by_id", "version", "visit_id") VALUES (NEW."description", NEW."due_on", NEW."id", NEW."indicator_id", NEW."owner", NEW."owner_name", NEW."owner_person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority", NEW."reported_by_id", NEW."result", NEW."state", NEW."verified_by_id", NEW."version", NEW."visit_id"); RETURN NULL;',
                    hash="941596f6990040312d3d89018a6d38cbab7246ff",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e5a4c",
                    table="mentoring_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_followupevent" ("description", "due_on", "id", "indicator_id", "owner", "owner_name", "owner_person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "reported_by_id", "result", "state", "verified_by_id", "version", "visit_id") VALUES (OLD."description", OLD."due_on", OLD."id", OLD."indicator_id", OLD."owner", OLD."owner_name", OLD."owner_person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."priority", OLD."reported_by_id", OLD."result", OLD."state", OLD."verified_by_id", OLD."version", OLD."visit_id"); RETURN NULL;',
                    hash="c0552a87bf5a5a9ac6c98b2cc6d167beae5106dc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f5e45",
                    table="mentoring_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fe215e097a2304c31df75ada1b451444c9c76b0b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b6eea",
                    table="mentoring_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_evidenceevent" ("caption", "file", "id", "item_id", "kind", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "thumbnail", "uploaded_at", "uploaded_by_id", "visit_id") VALUES (NEW."caption", NEW."file", NEW."id", NEW."item_id", NEW."kind", NEW."original", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."thumbnail", NEW."uploaded_at", NEW."uploaded_by_id", NEW."visit_id"); RETURN NULL;',
                    hash="e9549e3854df9eda31a49b0fc39f5177fec988c5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_117b8",
                    table="mentoring_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_evidenceevent" ("caption", "file", "id", "item_id", "kind", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "thumbnail", "uploaded_at", "uploaded_by_id", "visit_id") VALUES (NEW."caption", NEW."file", NEW."id", NEW."item_id", NEW."kind", NEW."original", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."thumbnail", NEW."uploaded_at", NEW."uploaded_by_id", NEW."visit_id"); RETURN NULL;',
                    hash="9e7f2d9d07f510e8f0dfddc6cc65a3d1112ac6bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca65f",
                    table="mentoring_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_evidenceevent" ("caption", "file", "id", "item_id", "kind", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "thumbnail", "uploaded_at", "uploaded_by_id", "visit_id") VALUES (OLD."caption", OLD."file", OLD."id", OLD."item_id", OLD."kind", OLD."original", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."thumbnail", OLD."uploaded_at", OLD."uploaded_by_id", OLD."visit_id"); RETURN NULL;',
                    hash="fb50f75c7df1c4f34c67bd0bf871596dc5d80290",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_73800",
                    table="mentoring_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="discussedindicatorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="51e252480108e6e3f42738ee8ca15f3bbfbce734",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d1cfb",
                    table="mentoring_discussedindicatorevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="discussedindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_discussedindicatorevent" ("id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="fc1e0e97f208cf34ce9d5177d1f20339a9284673",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ffa8",
                    table="mentoring_discussedindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="discussedindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_discussedindicatorevent" ("id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="6c6e3c3b8e876604d62bd01361c8a9839b652a51",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_64405",
                    table="mentoring_discussedindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="discussedindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_discussedindicatorevent" ("id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."visit_id"); RETURN NULL;',
                    hash="9f59357ef7cf94edd31bff941e96c1822bf9b0d5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_09765",
                    table="mentoring_discussedindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="confirmationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b34923b4a999abc177782982b99740e0d38a2fbb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_91928",
                    table="mentoring_confirmationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="confirmation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_confirmationevent" ("agrees", "at", "by_id", "digest", "id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sha256", "strokes", "visit_id", "way") VALUES (NEW."agrees", NEW."at", NEW."by_id", NEW."digest", NEW."id", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."sha256", NEW."strokes", NEW."visit_id", NEW."way"); RETURN NULL;',
                    hash="328b3d6bc2eee0cf609e1c924cbe937460ab07a9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c4f92",
                    table="mentoring_confirmation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="confirmation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_confirmationevent" ("agrees", "at", "by_id", "digest", "id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sha256", "strokes", "visit_id", "way") VALUES (NEW."agrees", NEW."at", NEW."by_id", NEW."digest", NEW."id", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."sha256", NEW."strokes", NEW."visit_id", NEW."way"); RETURN NULL;',
                    hash="0cd553f943994d9f2ddffb8434003d418a9557ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_592a3",
                    table="mentoring_confirmation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="confirmation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_confirmationevent" ("agrees", "at", "by_id", "digest", "id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sha256", "strokes", "visit_id", "way") VALUES (OLD."agrees", OLD."at", OLD."by_id", OLD."digest", OLD."id", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."sha256", OLD."strokes", OLD."visit_id", OLD."way"); RETURN NULL;',
                    hash="f4472c8917bf32bc3b37fa72bd02e84ef5208808",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_093c3",
                    table="mentoring_confirmation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="37a12b0d984537f5db13561f6e05ad4faea60cc7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_66f80",
                    table="mentoring_commentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_commentevent" ("at", "by_id", "deleted_at", "edited_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "visit_id", "with_school") VALUES (NEW."at", NEW."by_id", NEW."deleted_at", NEW."edited_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."visit_id", NEW."with_school"); RETURN NULL;',
                    hash="c64eeb43cf757d6beeedcec6d9c3eb3c24e546ff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_48c77",
                    table="mentoring_comment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_commentevent" ("at", "by_id", "deleted_at", "edited_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "visit_id", "with_school") VALUES (NEW."at", NEW."by_id", NEW."deleted_at", NEW."edited_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."visit_id", NEW."with_school"); RETURN NULL;',
                    hash="b29033cc4ab5f596c2e9762fb728b47f162d1383",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2aef2",
                    table="mentoring_comment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_commentevent" ("at", "by_id", "deleted_at", "edited_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "visit_id", "with_school") VALUES (OLD."at", OLD."by_id", OLD."deleted_at", OLD."edited_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."visit_id", OLD."with_school"); RETURN NULL;',
                    hash="40374155b0962d73fae4926361f0df70df7c7043",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7fcf5",
                    table="mentoring_comment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendeesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2862c31e1f67efd9d60589cc8f3d2b7b6bb9159a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5c435",
                    table="mentoring_attendeesevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendees",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_attendeesevent" ("id", "men", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id", "women") VALUES (NEW."id", NEW."men", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."visit_id", NEW."women"); RETURN NULL;',
                    hash="06cbf9db9a116bfbec4c453e18329afad04fca23",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3081c",
                    table="mentoring_attendees",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendees",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_attendeesevent" ("id", "men", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id", "women") VALUES (NEW."id", NEW."men", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."visit_id", NEW."women"); RETURN NULL;',
                    hash="6c505b261bf88f8502515c20fb89048a8944e564",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de533",
                    table="mentoring_attendees",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendees",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_attendeesevent" ("id", "men", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id", "women") VALUES (OLD."id", OLD."men", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."visit_id", OLD."women"); RETURN NULL;',
                    hash="70e56263e2c9a1fd56205f80d7d6e7c26ee9ba54",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2a409",
                    table="mentoring_attendees",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e801c314b2c60c0608148b028c113e391d358ad5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2de85",
                    table="mentoring_answerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerchoiceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="06086e7da54ffe7f1e4f657d8b13bf875b1b2a88",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_801e1",
                    table="mentoring_answerchoiceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_answerchoiceevent" ("choice_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."choice_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="6ed5dc800a86752e57aaea95ee8e68ddf158cde4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e4015",
                    table="mentoring_answerchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_answerchoiceevent" ("choice_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."choice_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="8427570d993bcbd75923dfdb4b24bf8504a29a00",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_128be",
                    table="mentoring_answerchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_answerchoiceevent" ("choice_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (OLD."choice_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."visit_id"); RETURN NULL;',
                    hash="34e77f49caf036e74612a421e055ec07084d63c4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_78073",
                    table="mentoring_answerchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_answerevent" ("id", "item_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "text", "visit_id", "yes") VALUES (NEW."id", NEW."item_id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."score", NEW."text", NEW."visit_id", NEW."yes"); RETURN NULL;',
                    hash="7fe9a7d289723ddcc6f2e087bc19f137a05a6c6e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1c1d5",
                    table="mentoring_answer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_answerevent" ("id", "item_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "text", "visit_id", "yes") VALUES (NEW."id", NEW."item_id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."score", NEW."text", NEW."visit_id", NEW."yes"); RETURN NULL;',
                    hash="d5c6637d41ade0496dc70b0980bd918bee367a72",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_62b88",
                    table="mentoring_answer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_answerevent" ("id", "item_id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "text", "visit_id", "yes") VALUES (OLD."id", OLD."item_id", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."score", OLD."text", OLD."visit_id", OLD."yes"); RETURN NULL;',
                    hash="0b21a31a52eb5b364a04de3fa3662bf638b93b73",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2db4b",
                    table="mentoring_answer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitcompanion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_visitcompanionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "visit_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id", NEW."visit_id"); RETURN NULL;',
                    hash="e2114369fb663d349b6415d7d7680dd026feb9c5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_189f4",
                    table="mentoring_visitcompanion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitcompanion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_visitcompanionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "visit_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id", NEW."visit_id"); RETURN NULL;',
                    hash="52894f49eb6302814d239f4690b0434702c33de9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9710e",
                    table="mentoring_visitcompanion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitcompanion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_visitcompanionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "visit_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id", OLD."visit_id"); RETURN NULL;',
                    hash="d94a531d855eddad8ffae8eb230a8572ed6058fb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_53a21",
                    table="mentoring_visitcompanion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitcompanionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="57b26a60b17418ee1ecfc6a5d45423db762733dc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_85112",
                    table="mentoring_visitcompanionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0c5a722106ecdea17cd1168742ed008960bfd00a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3368c",
                    table="mentoring_visitevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="only_fitting_activity",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF NEW.activity_id IS NOT NULL AND NOT EXISTS (\n    SELECT FROM mentoring_activity a JOIN mentoring_workplan p ON p.id = a.plan_id\n    WHERE a.id = NEW.activity_id AND a.form = 'pendampingan' AND p.agreement_id = NEW.agreement_id\n) THEN\n    RAISE EXCEPTION 'the activity does not fit' USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NEW;\n",
                    hash="f97132fbf12f4a813f04e499293651c4d836a9ab",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_only_fitting_activity_e829f",
                    table="mentoring_visit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_visitevent" ("activity_id", "agreement_id", "aims", "companions", "date", "ends_at", "escalation", "facilitator_id", "findings", "id", "instrument_id", "kind_id", "mode", "obstacles", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "source", "starts_at", "state", "version") VALUES (NEW."activity_id", NEW."agreement_id", NEW."aims", NEW."companions", NEW."date", NEW."ends_at", NEW."escalation", NEW."facilitator_id", NEW."findings", NEW."id", NEW."instrument_id", NEW."kind_id", NEW."mode", NEW."obstacles", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."progress", NEW."school_id", NEW."source", NEW."starts_at", NEW."state", NEW."version"); RETURN NULL;',
                    hash="b2231f609c4e94d65970953e30224fb81449efa2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a79a1",
                    table="mentoring_visit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_visitevent" ("activity_id", "agreement_id", "aims", "companions", "date", "ends_at", "escalation", "facilitator_id", "findings", "id", "instrument_id", "kind_id", "mode", "obstacles", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "source", "starts_at", "state", "version") VALUES (NEW."activity_id", NEW."agreement_id", NEW."aims", NEW."companions", NEW."date", NEW."ends_at", NEW."escalation", NEW."facilitator_id", NEW."findings", NEW."id", NEW."instrument_id", NEW."kind_id", NEW."mode", NEW."obstacles", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."progress", NEW."school_id", NEW."source", NEW."starts_at", NEW."state", NEW."version"); RETURN NULL;',
                    hash="c494bfd95f42d4865bc767853de374af51d904c5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_53bc5",
                    table="mentoring_visit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_visitevent" ("activity_id", "agreement_id", "aims", "companions", "date", "ends_at", "escalation", "facilitator_id", "findings", "id", "instrument_id", "kind_id", "mode", "obstacles", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "source", "starts_at", "state", "version") VALUES (OLD."activity_id", OLD."agreement_id", OLD."aims", OLD."companions", OLD."date", OLD."ends_at", OLD."escalation", OLD."facilitator_id", OLD."findings", OLD."id", OLD."instrument_id", OLD."kind_id", OLD."mode", OLD."obstacles", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."progress", OLD."school_id", OLD."source", OLD."starts_at", OLD."state", OLD."version"); RETURN NULL;',
                    hash="f88776ef84a2a73e9034e16184e13dbab2f983e9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5d6f2",
                    table="mentoring_visit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitkindevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a8d1108f4c219b84b270f5cbb2fd7feebd20526e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e3a5e",
                    table="mentoring_visitkindevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_workplanevent" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "year") VALUES (NEW."agreement_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version", NEW."year"); RETURN NULL;',
                    hash="98bc61ec296b2a15f358283dd8c3a71865e6fde3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_378a5",
                    table="mentoring_workplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_workplanevent" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "year") VALUES (NEW."agreement_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version", NEW."year"); RETURN NULL;',
                    hash="2557c446d2e686aa1e67d3ceb0b9a2692d01de15",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c1c94",
                    table="mentoring_workplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_workplanevent" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "year") VALUES (OLD."agreement_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version", OLD."year"); RETURN NULL;',
                    hash="ace8c907b8b857fe9cdfd4e2ff185e021f8b2fd4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c07a",
                    table="mentoring_workplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c6c1f5852d69512bc230b4692ab30b9f8015e9b7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fb8bf",
                    table="mentoring_activityevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_activityevent" ("budget", "clause_id", "form", "fund_source", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "side", "state", "target", "title", "version") VALUES (NEW."budget", NEW."clause_id", NEW."form", NEW."fund_source", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."side", NEW."state", NEW."target", NEW."title", NEW."version"); RETURN NULL;',
                    hash="acd0d00e3cc0ae365911d8843568160d4c0b191e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89f59",
                    table="mentoring_activity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_activityevent" ("budget", "clause_id", "form", "fund_source", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "side", "state", "target", "title", "version") VALUES (NEW."budget", NEW."clause_id", NEW."form", NEW."fund_source", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."side", NEW."state", NEW."target", NEW."title", NEW."version"); RETURN NULL;',
                    hash="c281fa880cd3297178c642c5469c17dcb3e79ad2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ffad5",
                    table="mentoring_activity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_activityevent" ("budget", "clause_id", "form", "fund_source", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "side", "state", "target", "title", "version") VALUES (OLD."budget", OLD."clause_id", OLD."form", OLD."fund_source", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."side", OLD."state", OLD."target", OLD."title", OLD."version"); RETURN NULL;',
                    hash="93a288e6c5933329e62857cfcf6b1976b52208a1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d078f",
                    table="mentoring_activity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workplanevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4d2f0af4d3f3ade6067d85fdb820a79cf2281a6f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_69ef5",
                    table="mentoring_workplanevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_yearplanevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "version", "visits", "year") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."school_id", NEW."version", NEW."visits", NEW."year"); RETURN NULL;',
                    hash="3d7b24729b05fbbf0beb05f4295730945ae8edae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c5ce3",
                    table="mentoring_yearplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "mentoring_yearplanevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "version", "visits", "year") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."school_id", NEW."version", NEW."visits", NEW."year"); RETURN NULL;',
                    hash="759deacda163b6422e5d8b3d4b00c442d9efb16b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2603",
                    table="mentoring_yearplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mentoring_yearplanevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "version", "visits", "year") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."school_id", OLD."version", OLD."visits", OLD."year"); RETURN NULL;',
                    hash="fcd0d4cc18248c3f01ca308bd9dfa1b4d025a211",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03eb1",
                    table="mentoring_yearplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearplanevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f22c1d9392e0b7185f0fa56f553ea05d916f8ebd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6b4cc",
                    table="mentoring_yearplanevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
