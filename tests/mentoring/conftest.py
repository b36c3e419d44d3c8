"""What the tests of the cooperation share; each subject keeps its own fixtures."""

from tests.mentoring.fixtures_instruments import *  # noqa: F403
from tests.mentoring.fixtures_plans import *  # noqa: F403
from tests.mentoring.fixtures_posts import *  # noqa: F403
from tests.mentoring.fixtures_trainings import *  # noqa: F403
from tests.mentoring.fixtures_visits import *  # noqa: F403
