"""`manage.py daily`: what the portal does by itself once a day."""

import logging

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Run every daily job of settings.DAILY_JOBS; running them again on the same day does no harm."

    def handle(self, *args, **options):
        """Raises CommandError, in the end, where a job failed; the others are carried out all the same."""
        failed = [path for path in settings.DAILY_JOBS if not succeeded(path)]
        if failed:
            raise CommandError(f"Pekerjaan harian gagal: {', '.join(failed)}. Lihat log di atas.")


def succeeded(path: str) -> bool:
    """Carry out the job with this dotted path; a failure, whatever it is, is logged."""
    try:
        import_string(path)()
    except Exception:
        logger.exception("The daily job %s failed", path)
        return False
    return True
