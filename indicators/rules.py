"""Who may do what with indicators. Which figures one sees is `Measurement.objects.visible_to`."""

import rules

from portal.access import has_role, is_admin, is_nationwide, is_office, is_signed_in
from portal.models import Role, User

checks_figures = has_role(Role.FACILITATOR)
enters_figures = has_role(Role.ADMIN, Role.DINAS)


@rules.predicate
def lies_in_own_scope(user: User, measurement) -> bool:
    """Figures of areas above one's own can be read, not corrected."""
    if measurement is None or measurement.area_id is None or user.area_id is None:
        return True
    return user.area.contains(measurement.area_id)


@rules.predicate
def lies_in_own_area(user: User, figure_year) -> bool:
    """The figures of areas above one's own are theirs to propose and to check."""
    if figure_year is None or user.area_id is None:
        return True
    return user.area.contains(figure_year.area_id)


@rules.predicate
def accepts_in_own_scope(user: User, acceptance) -> bool:
    """As with the figure that was accepted."""
    return acceptance is None or lies_in_own_scope(user, acceptance.measurement)


@rules.predicate
def is_inside_own_area(user: User, area) -> bool:
    """What the schools of an area add up to is for those who see these schools."""
    return user.area_id is None or user.area.contains(area.pk)


rules.add_perm("indicators.list_measurements", is_signed_in)
rules.add_perm("indicators.view_measurement", is_signed_in)
rules.add_perm("indicators.view_indicator", is_signed_in)
rules.add_perm("indicators.change_indicator", is_admin & is_nationwide)
rules.add_perm("indicators.list_school_measurements", is_office)
rules.add_perm("indicators.view_rolled_up", is_office & is_inside_own_area)
rules.add_perm("indicators.add_measurement", enters_figures & lies_in_own_scope)
rules.add_perm("indicators.correct_measurement", enters_figures & lies_in_own_scope)
rules.add_perm("indicators.import_measurements", enters_figures)
rules.add_perm("indicators.view_figure_year", is_signed_in)
rules.add_perm("indicators.propose_figures", enters_figures & lies_in_own_area)
rules.add_perm("indicators.check_figures", checks_figures & lies_in_own_area)
rules.add_perm("indicators.lock_figures", (checks_figures | is_admin) & lies_in_own_area)
rules.add_perm("indicators.view_spm", is_signed_in)
rules.add_perm("indicators.keep_spm", enters_figures & lies_in_own_scope)
rules.add_perm("indicators.view_participation", is_signed_in)
rules.add_perm("indicators.keep_participation", enters_figures & lies_in_own_scope)
rules.add_perm("indicators.import_participation", enters_figures)
rules.add_perm("indicators.view_target", is_signed_in)
rules.add_perm("indicators.keep_targets", enters_figures & lies_in_own_scope)
rules.add_perm("indicators.view_quality", is_office)
rules.add_perm("indicators.settle_finding", (enters_figures | checks_figures) & lies_in_own_scope)
rules.add_perm(
    "indicators.settle_acceptance", (enters_figures | checks_figures) & accepts_in_own_scope
)
