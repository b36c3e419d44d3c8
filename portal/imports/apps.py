from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "portal.imports"
    label = "imports"
    verbose_name = _("Impor berkas")

    def ready(self):
        from portal.imports import rules  # noqa: F401  (registered by being read)
