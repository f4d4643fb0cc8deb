"""A manager is told in time that an agreement ends, and renews it."""

from datetime import timedelta

from django.utils import timezone

from partners.models import Mou
from partners.states import Standing
from tests.partners.factories_working import MouFactory, ObligationFactory


def test_manager_renews_an_mou(walker, staff):
    page, today = walker.page, timezone.localdate()
    old = MouFactory(
        title="Early intervention with Small Steps", kind="part_c", signed=True, ends_on=today + timedelta(days=20)
    )
    old.topics.filter(code="referral").update(text="Within two days, by phone.")
    ObligationFactory(mou=old, what="Train together", repeats="yearly")

    walker.sign_in(staff["manager"])
    walker.open("partners:due")
    walker.look("partners-due")
    walker.press("Renew it")
    assert page.url.endswith(old.get_absolute_url())
    walker.look("agreement")
    walker.go(page.get_by_role("button", name="Renew it"))
    new = Mou.objects.get(renews=old)
    assert page.url.endswith(new.get_absolute_url())
    assert walker.reads("Within two days, by phone.")

    walker.press("Send for review")
    walker.press("Record the signatures")
    walker.fill(signed_on=str(today), effective_on=str(today))
    walker.save()

    stands = Mou.objects.with_standing().order_by("pk").values_list("standing", flat=True)
    assert list(stands) == [Standing.RENEWED, Standing.IN_FORCE]
    assert walker.reads("in force until") or walker.reads("In force until")
    walker.open("partners:mous")
    walker.look("agreements")
    assert walker.foreign() == []
