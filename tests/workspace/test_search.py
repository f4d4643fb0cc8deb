"""Search: typos and accents forgiven, nothing found that a role does not open, every look written down."""

import pytest
from django.urls import reverse

from agency.models import AccessEvent
from tests.families.factories import AssignmentFactory, ContactPointFactory, FamilyFactory, MemberFactory
from tests.partners.factories import PartnerFactory, ServiceFactory
from tests.workspace.counting import statements

SEARCH = "/search"

pytestmark = pytest.mark.usefixtures("agency")


@pytest.fixture
def garcia(center, worker):
    """The García family, with Mateo, served by `worker`."""
    family = FamilyFactory(name="García", center=center)
    MemberFactory(family=family, first_name="Rosa", last_name="García")
    MemberFactory(family=family, first_name="Mateo", last_name="García", role="child", relationship="child")
    AssignmentFactory(family=family, worker=worker)
    return family


def found(client, text, **more):
    """What a search finds: group → titles."""
    context = client.get(SEARCH, {"q": text} | more).context
    return {str(group["title"]): [hit["title"] for hit in group["hits"]] for group in context["groups"]}


@pytest.mark.parametrize("text", ["García", "garcia", "GARCIA", "garsia", "gracia", "Garcìa mateo", "matteo", "mat"])
def test_a_family_is_found_with_typos_and_without_accents(signed_in, worker, garcia, text):
    assert found(signed_in(worker), text)["Families"] == ["García family"]


def test_a_child_is_found_with_the_family_beside_it(signed_in, worker, garcia):
    context = signed_in(worker).get(SEARCH, {"q": "mateo"}).context

    hit = context["groups"][1]["hits"][0]
    assert (hit["title"], hit["what"], hit["url"]) == ("Mateo García", "García family.", garcia.get_absolute_url())


def test_what_was_found_is_marked(signed_in, worker, garcia):
    text = signed_in(worker).get(SEARCH, {"q": "garsia"}).content.decode()

    assert "<mark>García</mark>" in text


def test_another_spelling_is_told_and_can_be_shut_out(signed_in, worker, garcia):
    client = signed_in(worker)

    assert client.get(SEARCH, {"q": "garsia"}).context["found"].also == ["García"]
    assert found(client, "garsia", exact="on") == {}
    assert found(client, "garcia", exact="on")["Families"] == ["García family"]


def test_who_answers_to_both_words_stands_alone(signed_in, worker, garcia, center):
    other = FamilyFactory(name="Garcés", center=center)
    MemberFactory(family=other, first_name="Ivy", last_name="Garcés")
    AssignmentFactory(family=other, worker=worker)

    assert found(signed_in(worker), "garcia mateo")["Families"] == ["García family"]


@pytest.mark.parametrize("text", ["(530) 555-0142", "5305550142", "555 0142", "0142"])
def test_a_phone_number_finds_the_family(signed_in, worker, garcia, text):
    ContactPointFactory(member=garcia.members.first(), value="(530) 555-0142", digits="5305550142")

    assert found(signed_in(worker), text)["Families"] == ["García family"]


def test_partners_and_services_are_found_too(signed_in, worker):
    partner = PartnerFactory(name="Valley Food Bank")
    ServiceFactory(partner=partner, name="Boxes of food", description="Groceries every Friday")

    assert found(signed_in(worker), "food") == {"Partners": ["Valley Food Bank"], "Services": ["Boxes of food"]}


@pytest.mark.parametrize("text", ["garcia", "mateo", "5305550142"])
def test_a_colleague_with_another_caseload_finds_nothing(signed_in, outsider, garcia, text):
    ContactPointFactory(member=garcia.members.first(), value="(530) 555-0142", digits="5305550142")

    assert found(signed_in(outsider), text) == {}


def test_a_supervisor_finds_the_families_of_their_centers_and_who_serves_them(signed_in, supervisor, garcia, worker):
    FamilyFactory(name="García")

    hits = signed_in(supervisor).get(SEARCH, {"q": "garcia"}).context["groups"][0]["hits"]

    assert [(hit["title"], hit["what"].endswith(f"With {worker}.")) for hit in hits] == [("García family", True)]


def test_a_manager_finds_every_family(signed_in, manager, garcia):
    FamilyFactory(name="Garcia")

    assert len(found(signed_in(manager), "garcia")["Families"]) == 2


def test_an_administrator_finds_no_family_and_no_partner(signed_in, administrator, garcia):
    PartnerFactory(name="Garcia Dental")

    assert found(signed_in(administrator), "garcia") == {}


def test_a_family_one_covers_says_so(signed_in, outsider, garcia):
    AssignmentFactory(family=garcia, worker=outsider, kind="cover")

    hit = signed_in(outsider).get(SEARCH, {"q": "garcia"}).context["groups"][0]["hits"][0]

    assert hit["chip"] == "You cover"


@pytest.mark.parametrize("text", ["", "g", "1", "%", "_", "🙂", "'", "\\"])
def test_too_little_to_look_for_asks_for_more(signed_in, worker, garcia, text):
    response = signed_in(worker).get(SEARCH, {"q": text})

    assert (response.status_code, response.context["found"], AccessEvent.objects.count()) == (200, None, 0)


@pytest.mark.parametrize("text", ["x" * 101, "ga\x00rcia"])
def test_what_no_name_can_be_gets_a_sentence_and_stays_in_the_field(signed_in, worker, text):
    response = signed_in(worker).get(SEARCH, {"q": text})

    assert (response.status_code, len(response.context["form"].errors["q"])) == (200, 1)


def test_words_that_look_like_operators_are_words(signed_in, worker, garcia):
    assert found(signed_in(worker), "garcia' OR 1=1 --")["Families"] == ["García family"]


def test_nothing_found_offers_the_next_step(signed_in, worker):
    text = signed_in(worker).get(SEARCH, {"q": "xyzzyq"}).content.decode()

    assert ("Nothing found for “xyzzyq”" in text, reverse("families:intake") in text) == (True, True)


def test_each_family_shown_is_written_down_once(signed_in, worker, garcia):
    signed_in(worker).get(SEARCH, {"q": "garcia"})

    assert list(AccessEvent.objects.values_list("by", "page", "family_ids")) == [
        (worker.pk, "workspace:search", [garcia.pk])
    ]


def test_the_families_opened_last_stand_beside_the_search(signed_in, worker, garcia, family):
    client = signed_in(worker)
    for one in (garcia, family, garcia):
        client.get(one.get_absolute_url())

    assert list(client.get(SEARCH).context["recent"]) == [garcia, family]


def test_a_family_no_longer_served_leaves_the_list_of_those_opened_last(signed_in, worker, garcia):
    client = signed_in(worker)
    client.get(garcia.get_absolute_url())
    garcia.assignments.all().delete()

    assert client.get(SEARCH).context["recent"] == []


def test_a_hundred_namesakes_show_the_first_twenty_and_say_so(signed_in, worker, center):
    for _ in range(23):
        AssignmentFactory(family=FamilyFactory(name="López", center=center), worker=worker)

    context = signed_in(worker).get(SEARCH, {"q": "lopez"}).context

    assert (len(context["groups"][0]["hits"]), context["found"].more_families) == (20, 3)


def test_the_search_asks_the_same_few_statements_for_one_answer_and_for_many(signed_in, worker, garcia, center):
    client = signed_in(worker)
    with_one = statements(client, f"{SEARCH}?q=garcia")
    for _ in range(3):
        other = FamilyFactory(name="García", center=center)
        MemberFactory(family=other, first_name="Ana", last_name="García", role="child", relationship="child")
        AssignmentFactory(family=other, worker=worker)

    assert with_one == statements(client, f"{SEARCH}?q=garcia") <= 25


def test_every_place_without_a_tab_stands_on_the_last_page(signed_in, worker):
    response = signed_in(worker).get(reverse("workspace:more"))

    assert reverse("agency:profile") in response.content.decode()


def test_a_searched_name_never_stands_in_an_address(signed_in, worker, family):
    client = signed_in(worker)

    answer = client.post(SEARCH, {"q": family.name}, follow=True)

    addresses = [url for url, _code in answer.redirect_chain]
    assert (family.name in answer.content.decode(), [url for url in addresses if family.name in url]) == (True, [])
    assert addresses == [f"{SEARCH}?asked=1"]


def test_the_words_of_a_search_are_not_asked_again_on_a_fresh_visit(signed_in, worker, family):
    client = signed_in(worker)
    client.post(SEARCH, {"q": family.name})

    assert client.get(SEARCH).context["found"] is None
