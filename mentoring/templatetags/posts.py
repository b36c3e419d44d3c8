"""Tags of the pages of performance posts and their reviews."""

from django import template

from mentoring.documents.wording import period_told
from mentoring.tables import posts

register = template.Library()

register.filter("review_state", posts.state_badge)
register.filter("target_outcome", posts.outcome_badge)


@register.filter
def review_period(review) -> str:
    """The period of a review: 1 Juli 2026 – 30 September 2026."""
    return period_told(review.period_from, review.period_to)
