"""A first agreement at a kitchen table: a phone, Spanish, twelve minutes; the log-in ends half way, nothing is lost."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from agency.access import Role
from agency.models import Draft
from goals.models import AgreementVersion, CopyGiven, Goal, PartnershipAgreement
from tests.agency.factories import UserFactory
from tests.families.factories import AssignmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory
from tests.journeys.conftest import Walker
from tests.working import until

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate
# Simulated minutes: a thumb types slowly, and after each page people look up and talk.
A_LETTER, A_TAP, A_PAGE = 0.35, 1.5, 20
TWELVE_MINUTES = 12 * 60


class Thumb(Walker):
    """A walker on a phone who counts what a thumb would need."""

    seconds = 0

    def set(self, name, value):
        super().set(name, value)
        field = self.page.locator(f'{self.form} [name="{name}"]').first
        typed = field.evaluate("e => ['text', 'textarea'].includes(e.type)")
        self.seconds += len(str(value)) * A_LETTER if typed else A_TAP

    def go(self, where):
        super().go(where)
        self.seconds += A_TAP + A_PAGE


@pytest.fixture
def thumb(page, live_server):
    page.set_viewport_size({"width": 390, "height": 844})
    return Thumb(page, live_server.url, 390)


@pytest.fixture
def home(house):
    worker = UserFactory(username="monica", first_name="Monica", role=Role.WORKER, center=house, language="es")
    family = FamilyFactory(center=house, name="Whitfield", language="es")
    MemberFactory(family=family, first_name="Elena", relationship="mother", is_main_contact=True)
    child = MemberFactory(family=family, first_name="Angel", role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=house, program=house.program)
    AssignmentFactory(family=family, worker=worker)
    return worker, family


def signed_with_a_finger(thumb, mother):
    thumb.set(f"m{mother.pk}-method", "drawn")
    canvas = thumb.page.locator("canvas").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    thumb.page.mouse.move(box["x"] + 20, box["y"] + 40)
    thumb.page.mouse.down()
    thumb.page.mouse.move(box["x"] + 140, box["y"] + 70, steps=6)
    thumb.page.mouse.up()
    thumb.seconds += 10


def test_a_first_agreement_on_a_phone_in_spanish(home, thumb):
    worker, family = home
    mother = family.adults()[0]
    thumb.sign_in(worker)

    thumb.open("goals:agreement-offer", family.pk)
    thumb.save()
    thumb.go(thumb.page.locator("main a.btn-primary").first)
    thumb.save()
    assert PartnershipAgreement.objects.get().state == "accepted"

    thumb.open("goals:agreement-together", family.pk)
    thumb.form = "#together"
    assert thumb.page.locator("#together").get_attribute("lang") == "es"
    thumb.look("together-empty")
    thumb.fill(**{
        "new-family_words": "Que Angel aprenda en casa y hable con la maestra",
        "new-statement": "Leemos juntos diez minutos, cuatro tardes por semana",
        "new-target_on": str(TODAY() + timedelta(days=120)),
    })  # fmt: skip
    until(lambda: Draft.objects.filter(user=worker, key=f"agreement-{family.pk}").exists(), "the words to be kept")

    Session.objects.all().delete()  # the log-in ends half way
    cache.clear()
    thumb.fill(**{"new-step": "Pedir tres cuentos en la biblioteca"})
    thumb.save()
    thumb.log_in("monica")
    thumb.form = "#together"
    kept = {name: thumb.page.locator(f'[name="new-{name}"]').input_value() for name in ("family_words", "step")}
    assert kept == {
        "family_words": "Que Angel aprenda en casa y hable con la maestra",
        "step": "Pedir tres cuentos en la biblioteca",
    }

    thumb.fill(**{"said-meet": "En casa, los martes"})
    thumb.look("together")
    thumb.save()
    assert Goal.objects.get().state == "active"
    thumb.look("agreement-read-es")
    thumb.go(thumb.page.locator("main a.btn-primary").first)
    thumb.form = "main form"
    signed_with_a_finger(thumb, mother)
    thumb.look("agreement-sign-es")
    thumb.save()
    version = AgreementVersion.objects.get()
    assert (version.language, version.signatures.filter(method="drawn").count()) == ("es", 1)

    thumb.open("goals:copy-given", family.pk)
    thumb.fill(how="photo")
    thumb.save()
    assert CopyGiven.objects.get().language == "es"

    thumb.open("goals:agreement", family.pk)
    thumb.look("agreement-signed")
    assert thumb.seconds < TWELVE_MINUTES, f"{thumb.seconds / 60:.1f} minutes"
    assert thumb.foreign() == []
