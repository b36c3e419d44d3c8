"""Tags of the pages of visits and follow-ups."""

from django import template

from mentoring.tables import follow_ups, instruments, visits

register = template.Library()

register.filter("visit_state", visits.state_badge)
register.filter("follow_up_state", follow_ups.state_badge)
register.filter("follow_up_due", follow_ups.due)
register.filter("follow_up_owner", follow_ups.owner)
register.filter("instrument_state", instruments.state_badge)
