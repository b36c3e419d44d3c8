"""The demo accounts, for the sign-in page of a throw-away portal."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def demo_accounts() -> list[tuple[str, str, str]]:
    """Label, e-mail and password of each demo account; none unless this is a demo portal."""
    if not settings.DEMO:
        return []
    from portal.home.demo import demo_accounts  # production never loads the demo

    return demo_accounts()
