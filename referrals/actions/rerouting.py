"""Another place for the same need: a new referral that says where it comes from; the old one ends with that."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from referrals.actions.life import move
from referrals.actions.sending import prepare
from referrals.models import PartnerLink


@transaction.atomic
def reroute(*, old, new, version, by, barrier="", note=""):
    """End `old` as re-routed and keep `new`, a draft for the same need, linked to it. Nothing leaves by this."""
    typed = {"barrier": barrier, "note": note or _("Instead: %(service)s") % {"service": new}}
    move(referral=old, name="reroute", version=version, by=by, typed=typed)
    PartnerLink.objects.filter(referral=old, revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by)
    new.rerouted_from, new.need, new.family = old, old.need, old.family
    prepare(referral=new, by=by)
    audit.record("referral_rerouted", about=new, by=by, before=old.pk)
    return new
