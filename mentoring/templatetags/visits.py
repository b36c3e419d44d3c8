"""Tags of the pages of visits, follow-ups and issues."""

import re

from django import template
from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from mentoring.models import Comment
from mentoring.queries.places import distance_told
from mentoring.tables import follow_ups, instruments, issues, visits

register = template.Library()

register.filter("visit_state", visits.state_badge)
register.filter("follow_up_state", follow_ups.state_badge)
register.filter("follow_up_due", follow_ups.due)
register.filter("follow_up_priority", follow_ups.priority_badge)
register.filter("follow_up_owner", follow_ups.owner)
register.filter("instrument_state", instruments.state_badge)
register.filter("issue_state", issues.state_badge)
register.filter("issue_desk", issues.desk)
register.filter("issue_step", issues.step_sentence)
register.filter("place_distance", distance_told)


@register.filter
def comment_text(comment: Comment) -> SafeString:
    """The text of a comment, escaped, with the people it names set off."""
    text = str(escape(comment.text))
    for user in comment.mentions.all():
        marked = format_html('<strong class="mention">@{}</strong>', user.name)
        # A function, since a backslash in a name would be read as a reference to a group.
        text = re.sub(
            re.escape(f"@{escape(user.name)}"),
            lambda _found, marked=marked: marked,
            text,
            flags=re.IGNORECASE,
        )
    return mark_safe(linebreaks(text))  # noqa: S308  (escaped above)
