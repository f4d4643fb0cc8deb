"""What the family itself says of a referral: whether the help came, whether it was enough, how it was."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from referrals.actions.answers import answer
from referrals.actions.keeping import locked
from referrals.actions.life import move, record_try
from referrals.actions.trouble import MovedMeanwhile
from referrals.models import Referral, ReferralEvent
from referrals.states import ReferralState


class Came(models.TextChoices):
    YES = "yes", _("yes")
    NOT_YET = "not_yet", _("not yet")
    NO = "no", _("no, and it will not")


FAMILY = ReferralEvent.Source.FAMILY
HOW_IT_WAS = ("need_met", "satisfaction", "close_need")


@transaction.atomic
def family_says(*, referral, version, by, typed):
    """Keep the family's answer and, where it says enough, close the loop with it. Returns what was written down first.

    Where the partner has said something else already, both answers stay and are shown.
    """
    locked(referral)
    if version is not None and referral.version != version:
        raise MovedMeanwhile(referral)
    said = {name: value for name, value in typed.items() if value not in (None, "")}
    if typed["came"] == Came.NOT_YET:
        return record_try(referral=referral, by=by, typed=said | {"source": FAMILY})
    if typed["came"] == Came.NO:
        said |= {"confirmed_by": Referral.Confirmed.FAMILY}
        return answer(referral=referral, name="close_unmet", typed=said, source=FAMILY, by=by)
    came = {name: value for name, value in said.items() if name not in HOW_IT_WAS}
    first = answer(referral=referral, name="receive", typed=came, source=FAMILY, by=by)
    if referral.state == ReferralState.RECEIVED and said.get("need_met"):
        enough = {name: said[name] for name in HOW_IT_WAS if name in said}
        enough |= {"confirmed_by": Referral.Confirmed.FAMILY, "happened_on": said["happened_on"]}
        move(referral=referral, name="complete", by=by, typed=enough, source=FAMILY)
    return first
