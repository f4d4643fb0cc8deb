"""A family is taken in on a phone, in the worker's language: warned in time, left half way, kept safe to the end."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from agency.access import Role
from agency.models import Draft
from families import reaching
from families.models import ExistingPlan, Family, FamilyConsent, HomelessnessEpisode, NoticeGiven, Relation, SecondHome
from tests.agency.factories import CenterFactory, UserFactory
from tests.families.factories import AssignmentFactory, FamilyFactory, MemberFactory
from tests.journeys.conftest import Walker
from tests.working import until

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate
HIDDEN = "114 Orchard Road"
BORN_ON = date(1994, 6, 3)


class Visitor(Walker):
    """A walker on a phone who knows which page comes next, and watches over a street nobody may read."""

    family = None

    def arrives_at(self, step):
        assert self.page.url.split("?")[0].endswith(reverse("families:intake-step", args=[self.family.pk, step]))
        self.hides()

    def follow(self, name, *args):
        """Open the page called `name` by the link that stands here."""
        self.go(self.page.locator(f'main a[href^="{reverse(name, args=args)}"]').first)
        self.hides()

    def one_more(self):
        """Save, and stay for one more of the same."""
        self.go(self.page.locator("main button[name=go][value=add]"))

    def hides(self):
        assert HIDDEN not in self.page.content(), self.page.url


@pytest.fixture(params=["en", "es"])
def worker(request, house):
    return UserFactory(username="monica", first_name="Monica", role=Role.WORKER, center=house, language=request.param)


@pytest.fixture
def visitor(page, live_server):
    page.set_viewport_size({"width": 390, "height": 900})
    return Visitor(page, live_server.url, 390)


def begin(visitor, worker, center):
    """A name known twice already: one family she serves, and one elsewhere of which she learns only whom to ask."""
    mine = FamilyFactory(center=center, name="Whitfield")
    AssignmentFactory(family=mine, worker=worker)
    elsewhere = FamilyFactory(center=CenterFactory(name="Tamarack Lane"), name="Whitfield")
    for known in (mine, elsewhere):
        MemberFactory(family=known, first_name="Tania", born_on=BORN_ON)
    UserFactory(role=Role.SUPERVISOR, center=elsewhere.center, first_name="Jackie", last_name="Walker")

    visitor.open("families:intake")
    assert visitor.page.locator("html").get_attribute("lang") == worker.language
    visitor.fill(name="Whitfield", language="es", needs_interpreter=True, center=str(center.pk))
    visitor.fill(first_name="Tanya", relationship="mother", phone="(509) 555-0143", born_on=str(BORN_ON))
    visitor.save()
    warning = visitor.page.locator("main [role=alert]:has(button[name=known])")
    assert (warning.get_by_role("link").count(), Family.objects.count()) == (1, 2)
    assert mine.get_absolute_url() in warning.inner_html()
    assert "Jackie Walker" in warning.inner_text()
    assert all(word not in visitor.page.content() for word in ("Tamarack Lane", elsewhere.get_absolute_url()))
    visitor.look(f"phone-intake-known-{worker.language}")
    visitor.go(warning.locator("button[name=known]"))
    return Family.objects.exclude(pk__in=[mine.pk, elsewhere.pk]).get()


def people_and_homes(visitor, language):
    visitor.arrives_at("adults")
    visitor.go(visitor.page.locator('main a[href="?add=1"]'))
    visitor.fill(first_name="Rafael", relationship="father", needs_interpreter=True, is_father_figure=True)
    visitor.look(f"phone-intake-adults-{language}")
    visitor.save()

    visitor.arrives_at("home")
    visitor.fill(address_1=HIDDEN, city="Juniper Flat", state="WA", postal_code="98711", is_hidden=True)
    visitor.one_more()
    visitor.hides()
    visitor.fill(label="Abuela", address_1="9 Depot Avenue", city="Juniper Flat", state="WA", postal_code="98711")
    visitor.look(f"phone-intake-homes-{language}")
    visitor.save()


def left_and_taken_up_again(visitor, worker, family, center):
    """The phone is put away with a child's name half written; another day it goes on from the list."""
    visitor.arrives_at("children")
    visitor.fill(first_name="Miles")
    key = f"intake:{family.pk}:children"
    until(lambda: Draft.objects.filter(user=worker, key=key).exists(), "the words to be kept")
    visitor.sign_in(worker)
    visitor.open("families:intakes")
    visitor.look(f"phone-intakes-open-{worker.language}")
    visitor.follow("families:intake-step", family.pk, "children")
    assert visitor.page.locator("main [name=first_name]").input_value() == "Miles"

    born_on = str(TODAY() - timedelta(days=1300))
    visitor.fill(born_on=born_on, relationship="child", center=str(center.pk), entered_on=str(TODAY()))
    visitor.save()


def who_is_who(visitor, family, language):
    visitor.arrives_at("ties")
    [child], (mother, father) = family.children(), family.adults()
    for adult, home, custody in ((mother, "always", "full"), (father, "part", "none")):
        visitor.fill(**{f"t{adult.pk}-{child.pk}-lives_with": home, f"t{adult.pk}-{child.pk}-custody": custody})
    visitor.look(f"phone-intake-ties-{language}")
    visitor.save()
    visitor.go(visitor.page.locator("main .savebar a"))
    visitor.follow("families:second-home-add", family.pk, child.pk)
    visitor.fill(household=str(family.households.get(label="Abuela").pk))
    visitor.save()
    visitor.arrives_at("ties")
    visitor.save()

    said = Relation.objects.values_list("adult", "lives_with", "custody", "is_father_figure").order_by("adult")
    assert list(said) == [(mother.pk, "always", "full", False), (father.pk, "part", "none", True)]
    assert SecondHome.objects.get().member == child


def reached_safely(visitor, mother, language):
    visitor.arrives_at("reach")
    visitor.follow("families:safe-contact", mother.family_id, mother.pk)
    visitor.fill(reach_by="text", reach_from="17:00", reach_until="19:00")
    for name in ("may_call", "may_leave_message", "may_mail"):
        visitor.tick(visitor.page.locator(f"main [name={name}]"), on=False)
    visitor.look(f"phone-safe-contact-{language}")
    visitor.save()
    visitor.arrives_at("reach")
    visitor.save()


def situation_and_papers(visitor, family, language):
    visitor.arrives_at("situation")
    visitor.follow("families:homelessness-add", family.pk)
    visitor.fill(stays="shares_after_loss", began_on=str(TODAY() - timedelta(days=60)))
    visitor.save()
    visitor.arrives_at("situation")
    visitor.follow("families:plan-add", family.pk)
    visitor.fill(kind="tanf", agency_name="County human services")
    visitor.save()
    visitor.arrives_at("situation")
    visitor.look(f"phone-intake-situation-{language}")
    visitor.save()

    visitor.arrives_at("papers")
    visitor.fill(told="rights", language="es", may_texts="yes", may_photos="no")
    visitor.fill(told="child_support")
    visitor.look(f"phone-intake-papers-{language}")
    visitor.save()

    assert HomelessnessEpisode.objects.get().stays == "shares_after_loss"
    assert ExistingPlan.objects.get().agency_name == "County human services"
    assert set(NoticeGiven.objects.values_list("kind", "language")) == {("rights", "es"), ("child_support", "es")}
    answers = FamilyConsent.objects.values_list("kind", "agreed", "language")
    assert set(answers) == {("texts", True, "es"), ("photos", False, "es")}


def test_a_family_is_taken_in_on_a_phone(house, worker, visitor):
    visitor.sign_in(worker)
    visitor.family = family = begin(visitor, worker, house)
    people_and_homes(visitor, worker.language)
    left_and_taken_up_again(visitor, worker, family, house)
    who_is_who(visitor, family, worker.language)
    reached_safely(visitor, family.adults()[0], worker.language)
    situation_and_papers(visitor, family, worker.language)

    visitor.arrives_at("worker")
    visitor.save()
    assert visitor.page.url.endswith(family.get_absolute_url())
    visitor.hides()
    banner = visitor.page.locator("main .notice:has(#safe)").inner_text()
    with translation.override(worker.language):
        rules = reaching.of_family(Family.objects.get(pk=family.pk))
    assert (len(rules), family.households.filter(address_1=HIDDEN, is_hidden=True).count()) == (2, 1)
    assert all(rule in banner for rule in rules), (rules, banner)
    assert ".." not in banner
    visitor.look(f"phone-intake-family-{worker.language}")
    visitor.open("families:intakes")
    assert visitor.page.locator(f'main a[href*="/{family.pk}/intake/"]').count() == 0
    assert visitor.foreign() == []
