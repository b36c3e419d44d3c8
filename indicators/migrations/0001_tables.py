import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("indicators", "0001_initial")]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("portal", "0001_tables"),
        ("schools", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndicatorSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True, verbose_name="kode")),
                ("name", models.CharField(max_length=80, verbose_name="nama")),
                ("description", models.TextField(blank=True, verbose_name="keterangan")),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="berlaku sejak"),
                ),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="berlaku sampai"),
                ),
            ],
            options={
                "verbose_name": "set indikator",
                "verbose_name_plural": "set indikator",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_until", None),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="set_ends_after_start",
                        violation_error_message="Tanggal berakhir mendahului tanggal mulai.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorSetEvent",
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
                        to="indicators.indicatorset",
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
                ("name", models.CharField(max_length=80, verbose_name="nama")),
                ("description", models.TextField(blank=True, verbose_name="keterangan")),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="berlaku sejak"),
                ),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="berlaku sampai"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("service", models.CharField(max_length=60, verbose_name="layanan")),
                ("code", models.CharField(max_length=12, verbose_name="kode")),
                ("name", models.CharField(max_length=160, verbose_name="nama")),
                (
                    "parent_code",
                    models.CharField(blank=True, max_length=12, verbose_name="kode induk"),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("persen", "persen"),
                            ("skor", "skor"),
                            ("bulan", "bulan"),
                            ("rasio", "rasio"),
                            ("?", "tidak diketahui"),
                        ],
                        max_length=6,
                        verbose_name="satuan",
                    ),
                ),
                (
                    "data_source",
                    models.CharField(blank=True, max_length=80, verbose_name="sumber data"),
                ),
                (
                    "label_red",
                    models.CharField(blank=True, max_length=30, verbose_name="label merah"),
                ),
                (
                    "label_yellow",
                    models.CharField(blank=True, max_length=30, verbose_name="label kuning"),
                ),
                (
                    "label_green",
                    models.CharField(blank=True, max_length=30, verbose_name="label hijau"),
                ),
                (
                    "yellow_from",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="batas kuning",
                    ),
                ),
                (
                    "green_above",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="batas hijau",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("naik", "makin tinggi makin baik"),
                            ("turun", "makin rendah makin baik"),
                        ],
                        max_length=5,
                        verbose_name="arah",
                    ),
                ),
                (
                    "at_school",
                    models.BooleanField(default=True, verbose_name="tersedia untuk sekolah"),
                ),
                (
                    "at_city",
                    models.BooleanField(default=True, verbose_name="tersedia untuk kabupaten/kota"),
                ),
                (
                    "at_province",
                    models.BooleanField(default=True, verbose_name="tersedia untuk provinsi"),
                ),
                (
                    "comparable_from",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Definisi atau skala berubah pada tahun ini: tahun sebelumnya tidak dibandingkan.",
                        null=True,
                        verbose_name="dapat dibandingkan sejak tahun",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator",
                "verbose_name_plural": "indikator",
                "ordering": ["service", "code", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "code", "name"),
                        name="indicator_key",
                        violation_error_message="Indikator dengan layanan, kode, dan nama ini sudah ada.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorEvent",
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
                        to="indicators.indicator",
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
                ("service", models.CharField(max_length=60, verbose_name="layanan")),
                ("code", models.CharField(max_length=12, verbose_name="kode")),
                ("name", models.CharField(max_length=160, verbose_name="nama")),
                (
                    "parent_code",
                    models.CharField(blank=True, max_length=12, verbose_name="kode induk"),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("persen", "persen"),
                            ("skor", "skor"),
                            ("bulan", "bulan"),
                            ("rasio", "rasio"),
                            ("?", "tidak diketahui"),
                        ],
                        max_length=6,
                        verbose_name="satuan",
                    ),
                ),
                (
                    "data_source",
                    models.CharField(blank=True, max_length=80, verbose_name="sumber data"),
                ),
                (
                    "label_red",
                    models.CharField(blank=True, max_length=30, verbose_name="label merah"),
                ),
                (
                    "label_yellow",
                    models.CharField(blank=True, max_length=30, verbose_name="label kuning"),
                ),
                (
                    "label_green",
                    models.CharField(blank=True, max_length=30, verbose_name="label hijau"),
                ),
                (
                    "yellow_from",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="batas kuning",
                    ),
                ),
                (
                    "green_above",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="batas hijau",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("naik", "makin tinggi makin baik"),
                            ("turun", "makin rendah makin baik"),
                        ],
                        max_length=5,
                        verbose_name="arah",
                    ),
                ),
                (
                    "at_school",
                    models.BooleanField(default=True, verbose_name="tersedia untuk sekolah"),
                ),
                (
                    "at_city",
                    models.BooleanField(default=True, verbose_name="tersedia untuk kabupaten/kota"),
                ),
                (
                    "at_province",
                    models.BooleanField(default=True, verbose_name="tersedia untuk provinsi"),
                ),
                (
                    "comparable_from",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Definisi atau skala berubah pada tahun ini: tahun sebelumnya tidak dibandingkan.",
                        null=True,
                        verbose_name="dapat dibandingkan sejak tahun",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
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
                        related_name="measurements",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="Rapor tahun ini memuat hasil Asesmen Nasional tahun sebelumnya.",
                        validators=[
                            django.core.validators.MinValueValidator(
                                2019, "Tahun Rapor paling awal 2019."
                            ),
                            django.core.validators.MaxValueValidator(2100, "Periksa tahun Rapor."),
                        ],
                        verbose_name="tahun Rapor",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(decimal_places=4, max_digits=9, verbose_name="nilai"),
                ),
                (
                    "label",
                    models.CharField(blank=True, max_length=30, verbose_name="label capaian"),
                ),
                (
                    "colour",
                    models.CharField(
                        blank=True,
                        choices=[("merah", "merah"), ("kuning", "kuning"), ("hijau", "hijau")],
                        max_length=6,
                        verbose_name="warna",
                    ),
                ),
                ("source", models.CharField(max_length=120, verbose_name="sumber")),
                (
                    "state",
                    models.CharField(
                        choices=[("sementara", "sementara"), ("resmi", "resmi")],
                        default="sementara",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                (
                    "reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="alasan koreksi terakhir"
                    ),
                ),
            ],
            options={
                "verbose_name": "capaian",
                "verbose_name_plural": "capaian",
                "ordering": ["-year", "indicator"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", False), ("school", None)),
                            models.Q(("area", None), ("school__isnull", False)),
                            _connector="OR",
                        ),
                        name="measurement_of_a_school_or_an_area",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("school__isnull", False)),
                        fields=("school", "indicator", "year"),
                        name="measurement_once_per_school",
                        violation_error_message="Nilai indikator dan tahun ini sudah ada. Buka nilai itu, lalu koreksi.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("area__isnull", False)),
                        fields=("area", "indicator", "year"),
                        name="measurement_once_per_area",
                        violation_error_message="Nilai indikator dan tahun ini sudah ada. Buka nilai itu, lalu koreksi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("colour", ""),
                            ("colour__in", ["merah", "kuning", "hijau"]),
                            _connector="OR",
                        ),
                        name="measurement_colour_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value__gte", Decimal("0"))),
                        name="measurement_is_not_negative",
                        violation_error_message="Nilai tidak boleh kurang dari 0.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasurementEvent",
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
                        to="indicators.measurement",
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
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="Rapor tahun ini memuat hasil Asesmen Nasional tahun sebelumnya.",
                        validators=[
                            django.core.validators.MinValueValidator(
                                2019, "Tahun Rapor paling awal 2019."
                            ),
                            django.core.validators.MaxValueValidator(2100, "Periksa tahun Rapor."),
                        ],
                        verbose_name="tahun Rapor",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(decimal_places=4, max_digits=9, verbose_name="nilai"),
                ),
                (
                    "label",
                    models.CharField(blank=True, max_length=30, verbose_name="label capaian"),
                ),
                (
                    "colour",
                    models.CharField(
                        blank=True,
                        choices=[("merah", "merah"), ("kuning", "kuning"), ("hijau", "hijau")],
                        max_length=6,
                        verbose_name="warna",
                    ),
                ),
                ("source", models.CharField(max_length=120, verbose_name="sumber")),
                (
                    "state",
                    models.CharField(
                        choices=[("sementara", "sementara"), ("resmi", "resmi")],
                        default="sementara",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                (
                    "reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="alasan koreksi terakhir"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SetMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="indicators.indicatorset",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
            ],
            options={
                "verbose_name": "anggota set",
                "verbose_name_plural": "anggota set",
                "ordering": ["order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("set", "indicator"), name="indicator_once_per_set"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SetMemberEvent",
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
                        to="indicators.setmember",
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
                    "set",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="indicators.indicatorset",
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
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="IndicatorSet",
            name="indicators",
            field=models.ManyToManyField(
                related_name="sets",
                through="indicators.SetMember",
                to="indicators.indicator",
                verbose_name="indikator",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_indicatorevent" ("at_city", "at_province", "at_school", "code", "comparable_from", "data_source", "direction", "green_above", "id", "label_green", "label_red", "label_yellow", "name", "parent_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service", "unit", "yellow_from") VALUES (NEW."at_city", NEW."at_province", NEW."at_school", NEW."code", NEW."comparable_from", NEW."data_source", NEW."direction", NEW."green_above", NEW."id", NEW."label_green", NEW."label_red", NEW."label_yellow", NEW."name", NEW."parent_code", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service", NEW."unit", NEW."yellow_from"); RETURN NULL;',
                    hash="40957e9302057a234e805ae9bf5bca9511d66ad8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ab67",
                    table="indicators_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "indicators_indicatorevent" ("at_city", "at_province", "at_school", "code", "comparable_from", "data_source", "direction", "green_above", "id", "label_green", "label_red", "label_yellow", "name", "parent_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service", "unit", "yellow_from") VALUES (NEW."at_city", NEW."at_province", NEW."at_school", NEW."code", NEW."comparable_from", NEW."data_source", NEW."direction", NEW."green_above", NEW."id", NEW."label_green", NEW."label_red", NEW."label_yellow", NEW."name", NEW."parent_code", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service", NEW."unit", NEW."yellow_from"); RETURN NULL;',
                    hash="0d406c796ad2867849880a52d2b58deeb1d7e5a3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4281e",
                    table="indicators_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_indicatorevent" ("at_city", "at_province", "at_school", "code", "comparable_from", "data_source", "direction", "green_above", "id", "label_green", "label_red", "label_yellow", "name", "parent_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service", "unit", "yellow_from") VALUES (OLD."at_city", OLD."at_province", OLD."at_school", OLD."code", OLD."comparable_from", OLD."data_source", OLD."direction", OLD."green_above", OLD."id", OLD."label_green", OLD."label_red", OLD."label_yellow", OLD."name", OLD."parent_code", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service", OLD."unit", OLD."yellow_from"); RETURN NULL;',
                    hash="fe26ef8dc2a4cacef7dd24a7f627469e8671c08f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f068f",
                    table="indicators_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="094e1c3f4541b9846ba25c4ee0a14f60244a9bd9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_120fe",
                    table="indicators_indicatorevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorsetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="033d04af90d5e233f468f70035ec03ddeca97794",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c379d",
                    table="indicators_indicatorsetevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_measurementevent" ("area_id", "colour", "id", "indicator_id", "label", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "source", "state", "value", "version", "year") VALUES (NEW."area_id", NEW."colour", NEW."id", NEW."indicator_id", NEW."label", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."school_id", NEW."source", NEW."state", NEW."value", NEW."version", NEW."year"); RETURN NULL;',
                    hash="a88fb7656a0f576a06c1c9efbdcf1fa6199a4f71",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82dde",
                    table="indicators_measurement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "indicators_measurementevent" ("area_id", "colour", "id", "indicator_id", "label", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "source", "state", "value", "version", "year") VALUES (NEW."area_id", NEW."colour", NEW."id", NEW."indicator_id", NEW."label", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."school_id", NEW."source", NEW."state", NEW."value", NEW."version", NEW."year"); RETURN NULL;',
                    hash="f085a5962f7c0d14c30cadf56f42ac0de7d12cc8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e8425",
                    table="indicators_measurement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_measurementevent" ("area_id", "colour", "id", "indicator_id", "label", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "source", "state", "value", "version", "year") VALUES (OLD."area_id", OLD."colour", OLD."id", OLD."indicator_id", OLD."label", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."school_id", OLD."source", OLD."state", OLD."value", OLD."version", OLD."year"); RETURN NULL;',
                    hash="4fa9f0a8d4efc942ac7130621fdda4efa003307e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56f75",
                    table="indicators_measurement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2887a6c87e41ff14b40316b64f2350df5b98dc5d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4bf64",
                    table="indicators_measurementevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_setmemberevent" ("id", "indicator_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_id") VALUES (NEW."id", NEW."indicator_id", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."set_id"); RETURN NULL;',
                    hash="f97a636a36ee929f551c4c5b821dce966239ca1e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c2b02",
                    table="indicators_setmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "indicators_setmemberevent" ("id", "indicator_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_id") VALUES (NEW."id", NEW."indicator_id", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."set_id"); RETURN NULL;',
                    hash="231fe60aa91d13f0cad6bd7ae25374cdd2e0560e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_17e31",
                    table="indicators_setmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_setmemberevent" ("id", "indicator_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_id") VALUES (OLD."id", OLD."indicator_id", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."set_id"); RETURN NULL;',
                    hash="ef4faf42a39ccd83e7afe0c29fc73c15d26c3d5c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc13e",
                    table="indicators_setmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorset",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_indicatorsetevent" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="20d1c5562dde09fa270686e855d13aaccc9c514a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c4c8",
                    table="indicators_indicatorset",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorset",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "indicators_indicatorsetevent" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="c3d8b0cc5815dd12e8702883fd43a328afdb17e8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cd862",
                    table="indicators_indicatorset",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorset",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "indicators_indicatorsetevent" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") VALUES (OLD."code", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."valid_from", OLD."valid_until"); RETURN NULL;',
                    hash="3686c4ab45bd06f53b528dcad1d394aca36bc7c8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ba107",
                    table="indicators_indicatorset",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setmemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="51b3adefa5c0c777af19d200b5b53112298f9ac3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4cec1",
                    table="indicators_setmemberevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
