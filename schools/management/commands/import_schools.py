import json
from datetime import date
from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from portal.imports import operations
from portal.imports.models import Batch, Outcome, State
from portal.imports.profiles import profile_of
from portal.imports.queries import rows_of
from portal.models import Area, User
from portal.operations import Refused

FAULTS_SHOWN = 20


class Command(BaseCommand):
    help = "Import schools from a .xlsx, .xls, .ods or .csv file."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--area", help="Kemendagri code; rows outside it are errors")
        parser.add_argument("--profile", choices=["sekolah", "dapodik"], default="sekolah")
        parser.add_argument("--holds-from", type=date.fromisoformat, help="YYYY-MM-DD; today")
        parser.add_argument("--by", help="e-mail of the person in whose name it is done")
        parser.add_argument(
            "--dry-run", action="store_true", help="show the difference, keep nothing"
        )
        parser.add_argument("--accept-valid", action="store_true", help="leave wrong rows out")
        parser.add_argument("--json", action="store_true", help="print the counts as JSON")

    def handle(self, *, file, **options):
        """Import a file and print the counts by outcome.

        Exits with 1 and writes nothing when rows are wrong or in conflict, unless they are left
        out by --accept-valid.
        """
        if not file.is_file():
            raise CommandError(f"Berkas {file} tidak ada.")
        try:
            with transaction.atomic():
                batch = self.receive(file, options)
                wrong = self.report(batch, as_json=options["json"])
                keep = not options["dry_run"] and (not wrong or options["accept_valid"])
                transaction.set_rollback(not keep)
            if keep:
                self.commit(batch, options)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        finally:
            if "keep" in locals() and not keep:
                batch.file.delete(save=False)
        if wrong and not keep:
            raise CommandError(f"{wrong} baris salah atau bentrok; tidak ada yang disimpan.")

    def receive(self, file: Path, options: dict) -> Batch:
        with file.open("rb") as content:
            return operations.receive(
                File(content, name=file.name),
                name=file.name,
                profile=profile_of(options["profile"]),
                by=self.person(options["by"]),
                area=self.area(options["area"]),
                holds_from=options["holds_from"] or timezone.localdate(),
                at_once=True,
            )

    def commit(self, batch: Batch, options: dict) -> None:
        if batch.counts[Outcome.NEW] + batch.counts[Outcome.CHANGED]:
            by = self.person(options["by"])
            operations.commit(batch, by=by, accept_valid=options["accept_valid"], at_once=True)
        else:
            operations.discard(batch)

    def report(self, batch: Batch, *, as_json: bool) -> int:
        """Print the counts; returns how many rows are wrong or in conflict."""
        if batch.state == State.MATCHING:
            raise Refused(batch.message)
        counts = {**batch.counts, "rows": batch.row_count}
        if as_json:
            self.stdout.write(json.dumps(counts))
        else:
            for name, count in counts.items():
                self.stdout.write(f"{name:<10} {count}")
            for row in rows_of(batch, outcome=Outcome.ERROR, limit=FAULTS_SHOWN):
                for sentences in row.errors.values():
                    self.stderr.write(f"baris {row.number}: {' '.join(sentences)}")
        return counts[Outcome.ERROR] + counts[Outcome.CONFLICT]

    @staticmethod
    def area(code: str | None) -> Area | None:
        if code is None:
            return None
        found = Area.objects.filter(pk=code).first()
        if found is None:
            raise CommandError(f"Tidak ada wilayah dengan kode {code}.")
        return found

    @staticmethod
    def person(email: str | None) -> User | None:
        if email is None:
            return None
        found = User.objects.filter(email=email.lower()).first()
        if found is None:
            raise CommandError(f"Tidak ada akun dengan surel {email}.")
        return found
