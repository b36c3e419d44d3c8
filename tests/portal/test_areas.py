"""Areas: their place in the tree, and whose scope they are."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.models import Area


def below(parent: str, code: str) -> Area:
    return Area(code=code, name="Contoh", level=Area.Level.CITY, parent_id=parent)


def test_a_city_lies_in_the_province_that_its_code_names(db):
    city = below("63", "63.99")
    city.full_clean()
    city.save()
    assert Area.objects.get(pk="63").contains(city.pk)


@pytest.mark.parametrize("parent", ["31", "63.71"])
def test_an_area_whose_code_is_not_its_parents_is_refused(db, parent):
    area = below(parent, "63.99")
    with pytest.raises(ValidationError, match="diawali kode induknya"):
        area.full_clean()
    with pytest.raises(IntegrityError, match="area_code_lies_in_parent"), transaction.atomic():
        area.save()


def test_no_area_is_the_nation_for_an_admin_and_nothing_for_a_schools_account(
    make_person, make_school
):
    nation = Area.objects.count()
    assert Area.objects.in_scope_of(make_person("admin", area="63.71")).count() < nation
    admin = make_person("admin")
    admin.area = None
    assert Area.objects.in_scope_of(admin).count() == nation
    assert list(Area.objects.in_scope_of(make_person("sekolah", school=make_school()))) == []
