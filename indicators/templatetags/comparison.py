"""Tags of the page that sets a school beside others."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from indicators import figures
from indicators.comparison.queries import FEWEST, Middle
from indicators.models import Indicator

register = template.Library()


@register.simple_tag
def middle(indicator: Indicator, group: Middle) -> SafeString:
    """61,2% of 12 schools; in words where they are too few to be shown."""
    if group.shown is None:
        return format_html('<span class="muted">{}</span>', _("kurang dari %d sekolah") % FEWEST)
    median = figures.written(indicator, group.shown.quantize(Decimal("0.01")))
    return format_html("{}<br><small>{}</small>", median, _("%d sekolah") % group.schools)
