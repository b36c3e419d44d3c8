"""What the demo tells of a visit before it is a record."""

from dataclasses import dataclass

from indicators.models import Indicator
from mentoring.models import Visit
from portal.home.demo import texts


@dataclass
class Story:
    """A visit to be, and what was talked about."""

    visit: Visit
    number: int
    indicator: Indicator
    theme: texts.Theme
