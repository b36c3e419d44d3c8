"""The search of schools: the beginning of any word of the name, or of the NPSN."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schools.models import School

NAME = "SD ISLAM TERPADU AL-FALAH (Putra)"


@pytest.fixture
def found(make_school):
    """`found("al fal")`: whether the search finds the school, and never the other one."""
    wanted = make_school(npsn="30314302", name=NAME)
    make_school(npsn="69883623", name="SMP SANTA MARIA BANJARMASIN")

    def search(text: str) -> bool:
        names = list(School.objects.search(text).values_list("pk", flat=True))
        assert names in ([], [wanted.pk])
        return names == [wanted.pk]

    return search


@pytest.mark.parametrize(
    "text",
    [
        "SD ISLAM TERPADU AL-FALAH (Putra)",
        "falah",
        "FAL",
        "terp isl",
        "putra sd",
        "al-fal",
        "al fal",
        "(putra",
        "  islam  ",
        "30314302",
        "303143",
        "isl 3031",
    ],
)
def test_search_finds_by_the_beginning_of_words_in_any_order(found, text):
    assert found(text)


@pytest.mark.parametrize("text", ["slam", "fallah", "islam smp", "14302", "sd islam x"])
def test_search_asks_for_every_word_from_its_beginning(found, text):
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    ["islam'", "'islam", '"islam"', "islam & !smp", "islam:*", "isl\\", "<->islam", "%islam"],
)
def test_quotes_and_operators_are_only_punctuation(found, text):
    assert found(text.replace("smp", "sd"))


def test_words_that_look_like_operators_are_words(found):
    assert not found("islam | smp")


@pytest.mark.parametrize("text", ["", "   ", "'", "& | ! :*", "\\"])
def test_search_for_no_word_leaves_the_list_as_it_is(found, text):
    assert School.objects.search(text).count() == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_no_text_breaks_the_search(school, text):
    assert School.objects.search(text).count() in (0, 1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_beginnings_of_some_words_find_the_name(found, data):
    parts = ["SD", "ISLAM", "TERPADU", "AL", "FALAH", "Putra", "30314302"]
    chosen = data.draw(st.lists(st.sampled_from(parts), min_size=1, unique=True))
    typed = [word[: data.draw(st.integers(1, len(word)))] for word in chosen]
    # A single "S" or "SMP…" begins a word of the other school too, so one full word stays.
    assert found(" ".join(["islam", *typed]))


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("SDN PASAR LAMA 1", ["sd negeri pasar", "SD NEG. PASAR", "lama sd negeri", "sdn pasar"]),
        ("SD NEGERI PASAR LAMA 1", ["sdn pasar lama", "SDN", "sd negeri", "pasar sdn 1"]),
        ("SMP NEG. 3 BANJARMASIN", ["smpn 3", "smp neg 3"]),
        ("MTS NEGERI 2", ["mtsn 2"]),
        ("MAN 1 BANJARMASIN", ["ma negeri 1", "man 1"]),
        ("MI NEGERI KEBUN BUNGA", ["min kebun", "mi negeri"]),
        ("SMKN 4", ["smk negeri 4"]),
    ],
)
def test_the_short_and_the_long_form_of_a_state_school_find_each_other(make_school, name, texts):
    school = make_school(name=name)
    make_school(name="SD SWASTA PASAR LAMA 1")
    make_school(name="NEGERI ANGIN")
    for text in texts:
        assert list(School.objects.search(text)) == [school]
