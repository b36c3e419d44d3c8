import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("imports", "0001_initial"),
        ("imports", "0002_long_sheet_names_and_checking"),
        ("imports", "0003_new_records_as_arrays_and_unchecked_staging"),
        ("imports", "0004_staged_new_records_become_arrays"),
        ("imports", "0005_samples_of_columns"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("portal", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.SlugField(verbose_name="jenis berkas")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portal.area",
                        verbose_name="wilayah",
                    ),
                ),
                (
                    "holds_from",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="berlaku sejak"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="diunggah")),
                (
                    "file",
                    models.FileField(blank=True, upload_to="imports/%Y/%m/", verbose_name="berkas"),
                ),
                ("file_name", models.CharField(max_length=255, verbose_name="nama berkas")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("dibaca", "Sedang dibaca"),
                            ("gagal", "Tidak dapat dibaca"),
                            ("kolom", "Kolom perlu dicocokkan"),
                            ("siap", "Menunggu diperiksa"),
                            ("diperiksa", "Sedang diperiksa ulang"),
                            ("menyimpan", "Sedang disimpan"),
                            ("tersimpan", "Tersimpan"),
                            ("membatalkan", "Sedang dibatalkan"),
                            ("dibatalkan", "Dibatalkan"),
                            ("dibuang", "Dibuang"),
                        ],
                        default="dibaca",
                        max_length=12,
                        verbose_name="keadaan",
                    ),
                ),
                ("message", models.TextField(blank=True, verbose_name="keterangan")),
                (
                    "sheets",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                ("sheet", models.TextField(blank=True, verbose_name="lembar")),
                (
                    "header_row",
                    models.PositiveIntegerField(null=True, verbose_name="baris judul kolom"),
                ),
                (
                    "headers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                ("samples", models.JSONField(blank=True, default=list)),
                (
                    "matching",
                    models.JSONField(blank=True, default=dict, verbose_name="pencocokan kolom"),
                ),
                ("columns", models.JSONField(blank=True, default=dict)),
                ("row_count", models.PositiveIntegerField(default=0, verbose_name="jumlah baris")),
                ("counts", models.JSONField(blank=True, default=dict, verbose_name="hasil")),
                ("undo_edited", models.BooleanField(default=False)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                (
                    "committed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="disimpan"),
                ),
                (
                    "undone_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan"),
                ),
            ],
            options={
                "verbose_name": "impor",
                "verbose_name_plural": "impor",
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["by", "-at"], name="import_by_person")],
            },
        ),
        migrations.CreateModel(
            name="BatchEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="kind_by_area_file_name_sha256_state_counts_holds_from_events",
                        to="imports.batch",
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
                ("kind", models.SlugField(db_index=False, verbose_name="jenis berkas")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
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
                ("file_name", models.CharField(max_length=255, verbose_name="nama berkas")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("dibaca", "Sedang dibaca"),
                            ("gagal", "Tidak dapat dibaca"),
                            ("kolom", "Kolom perlu dicocokkan"),
                            ("siap", "Menunggu diperiksa"),
                            ("diperiksa", "Sedang diperiksa ulang"),
                            ("menyimpan", "Sedang disimpan"),
                            ("tersimpan", "Tersimpan"),
                            ("membatalkan", "Sedang dibatalkan"),
                            ("dibatalkan", "Dibatalkan"),
                            ("dibuang", "Dibuang"),
                        ],
                        default="dibaca",
                        max_length=12,
                        verbose_name="keadaan",
                    ),
                ),
                ("counts", models.JSONField(blank=True, default=dict, verbose_name="hasil")),
                (
                    "holds_from",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="berlaku sejak"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RememberedMatching",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.SlugField()),
                ("headers_hash", models.CharField(max_length=64)),
                ("matching", models.JSONField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "headers_hash"), name="matching_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="StagedChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="imports.batch",
                    ),
                ),
                ("target", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("key", models.TextField()),
                ("record", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(null=True)),
                ("values", models.JSONField(null=True)),
                ("before", models.JSONField(null=True)),
                (
                    "texts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(null=True), null=True, size=None
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "target", "number"), name="staged_change_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StagedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="imports.batch",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "cells",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("key", models.TextField(blank=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "Baru"),
                            ("changed", "Berubah"),
                            ("unchanged", "Tetap"),
                            ("duplicate", "Ganda"),
                            ("conflict", "Bentrok"),
                            ("error", "Salah"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "errors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                (
                    "notes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("skipped", models.BooleanField(default=False)),
                ("file_wins", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["batch", "outcome", "number"], name="staged_row_by_outcome"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "number"), name="staged_row_once")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="batch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "imports_batchevent" ("area_id", "by_id", "counts", "file_name", "holds_from", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "state") VALUES (NEW."area_id", NEW."by_id", NEW."counts", NEW."file_name", NEW."holds_from", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."state"); RETURN NULL;',
                    hash="de10795afd5c829123150e29a74b9df078938032",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_262f0",
                    table="imports_batch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="batch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."counts" IS DISTINCT FROM (NEW."counts") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."holds_from" IS DISTINCT FROM (NEW."holds_from") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                    func='INSERT INTO "imports_batchevent" ("area_id", "by_id", "counts", "file_name", "holds_from", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "state") VALUES (NEW."area_id", NEW."by_id", NEW."counts", NEW."file_name", NEW."holds_from", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."state"); RETURN NULL;',
                    hash="463b61aac10d8aa9d75b72fff485ebfd9d396506",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff84a",
                    table="imports_batch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="batch",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "imports_batchevent" ("area_id", "by_id", "counts", "file_name", "holds_from", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "state") VALUES (OLD."area_id", OLD."by_id", OLD."counts", OLD."file_name", OLD."holds_from", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."state"); RETURN NULL;',
                    hash="2ad016f7c1b8dcd3a681b72c7173fd045e954d17",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_acd36",
                    table="imports_batch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="batchevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4a7b6b74dec983d1fda0921960122b639aa60050",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_632cf",
                    table="imports_batchevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
