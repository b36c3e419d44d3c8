"""The files that the registry takes in: a plain list of schools, and Dapodik's progress export."""

from schools.imports.dapodik import DAPODIK
from schools.imports.lists import SCHOOL_LIST

__all__ = ["DAPODIK", "SCHOOL_LIST"]
