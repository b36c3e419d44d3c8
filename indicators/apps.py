from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = _("Indikator")

    def ready(self):
        from indicators import rules  # noqa: F401  (registers its permissions)
        from indicators.imports import FIGURES, HEADCOUNTS
        from portal.imports.profiles import register

        register(FIGURES)
        register(HEADCOUNTS)
