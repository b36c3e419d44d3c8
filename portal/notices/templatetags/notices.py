"""Tags about notices, for the top bar."""

from django import template

from portal.models import User
from portal.notices.models import Notice

register = template.Library()

MOST = 99


@register.simple_tag
def unread_notices(user: User) -> str:
    """How many notices a person has not read, counted to 99; empty for none. One query on an index."""
    unread = Notice.objects.visible_to(user).unread().order_by()[: MOST + 1].count()
    return f"{MOST}+" if unread > MOST else str(unread or "")
