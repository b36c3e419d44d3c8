"""The cooperation in the Django admin, a module a subject."""

from mentoring.admin import (  # noqa: F401
    agreements,
    assignments,
    follow_ups,
    holidays,
    issues,
    planning,
    plans,
    posts,
    trainings,
    visits,
)
