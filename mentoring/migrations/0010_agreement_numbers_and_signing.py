import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import mentoring.models.scans


class Migration(migrations.Migration):
    """A draft agreement may still lack its numbers; one in force has both; scans are checked."""

    dependencies = [
        ("mentoring", "0003_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="agreement",
            name="first_number",
            field=models.CharField(blank=True, max_length=80, verbose_name="nomor pihak I"),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="scan",
            field=models.FileField(blank=True, upload_to="agreements/%Y/", validators=[mentoring.models.scans.check_scan], verbose_name="pindaian naskah"),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="second_number",
            field=models.CharField(blank=True, max_length=80, verbose_name="nomor pihak II"),
        ),
        migrations.AlterField(
            model_name="agreementevent",
            name="first_number",
            field=models.CharField(blank=True, max_length=80, verbose_name="nomor pihak I"),
        ),
        migrations.AlterField(
            model_name="agreementevent",
            name="scan",
            field=models.FileField(blank=True, upload_to="agreements/%Y/", validators=[mentoring.models.scans.check_scan], verbose_name="pindaian naskah"),
        ),
        migrations.AlterField(
            model_name="agreementevent",
            name="second_number",
            field=models.CharField(blank=True, max_length=80, verbose_name="nomor pihak II"),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="facilitator",
            field=models.ForeignKey(limit_choices_to={"role": "fasilitator"}, on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to=settings.AUTH_USER_MODEL, verbose_name="fasilitator"),
        ),
        migrations.AlterField(
            model_name="assignmentevent",
            name="facilitator",
            field=models.ForeignKey(db_constraint=False, limit_choices_to={"role": "fasilitator"}, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", related_query_name="+", to=settings.AUTH_USER_MODEL, verbose_name="fasilitator"),
        ),
        migrations.AlterField(
            model_name="participant",
            name="staff_number",
            field=models.CharField(blank=True, max_length=18, validators=[django.core.validators.RegexValidator("^([0-9]{18}|[0-9]{16})\\Z", "NIP 18 angka atau NUPTK 16 angka.")], verbose_name="NIP/NUPTK"),
        ),
        migrations.AlterField(
            model_name="participantevent",
            name="staff_number",
            field=models.CharField(blank=True, max_length=18, validators=[django.core.validators.RegexValidator("^([0-9]{18}|[0-9]{16})\\Z", "NIP 18 angka atau NUPTK 16 angka.")], verbose_name="NIP/NUPTK"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "draf"),
                    models.Q(models.Q(("first_number", ""), _negated=True), models.Q(("second_number", ""), _negated=True)),
                    _connector="OR",
                ),
                name="agreement_in_force_has_both_numbers",
                violation_error_message="Isi nomor kedua pihak, atau biarkan naskah sebagai draf.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("signed_on", None), ("signed_on__lte", models.F("ends_on")), _connector="OR"),
                name="agreement_signed_before_its_end",
                violation_error_message="Tanggal tanda tangan melewati tanggal berakhir.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="assignment",
            name="assignment_once",
            constraint=models.UniqueConstraint(
                fields=("facilitator", "school", "starts_on"),
                name="assignment_once",
                violation_error_message="Penugasan ini sudah tercatat dengan tanggal mulai itu.",
            ),
        ),
    ]
