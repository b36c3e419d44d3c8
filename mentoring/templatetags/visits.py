"""Tags of the pages of visits, follow-ups and issues."""

from django import template

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
