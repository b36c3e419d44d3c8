"""The cooperation in the Django admin, a module a subject."""

from mentoring.admin import agreements, assignments, follow_ups, holidays, trainings, visits  # noqa: F401
