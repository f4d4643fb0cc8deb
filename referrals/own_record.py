"""This room's part of a family's own record: what we asked partners for, what you signed, who received what."""

from django.db.models import Q
from django.utils.translation import gettext as _

from agency.access import NoteClass
from agency.own_record import Section, section, told
from referrals import statements
from referrals.models import Consent, Disclosure, ParentStatement, RecordRequest, Referral


def sections(family, asked):
    referrals = Referral.objects.filter(family=family).select_related("service__partner", "need__category")
    if not asked.restricted:
        referrals = referrals.filter(need__category__is_restricted=False)
    consents = Consent.objects.filter(family=family).select_related("partner", "signer")
    released = Disclosure.objects.of_family(family).for_the_family()
    if not asked.restricted:
        consents, released = consents.unrestricted(), released.unrestricted()
    return [
        section("referrals", _("What we asked others for"), referrals, asked=asked, first=("need", "service")),
        section("leave", _("What you signed"), consents, asked=asked, first=("signer",), leave_out=("strokes",)),
        section("released", _("Who received what"), released, asked=asked),
        section("requests", _("What you asked about your record"), _asked(family), asked=asked, first=("asked_by",)),
        Section("statements", _("What you said about our records"), [_said(row, asked) for row in _own(family, asked)]),
    ]


def _asked(family):
    return RecordRequest.objects.filter(family=family).select_related("asked_by")


def _own(family, asked):
    """What the parents of this family wrote beside parts of their record."""
    rows = ParentStatement.objects.of_family(family).exclude(disclosure__exception=Disclosure.Ground.MALTREATMENT)
    if not asked.restricted:
        told = Disclosure.objects.unrestricted().values("pk")
        rows = rows.exclude(note__visibility=NoteClass.RESTRICTED).filter(Q(disclosure=None) | Q(disclosure__in=told))
    return rows.select_related("parent", "note", "assessment", "goal", "disclosure")


def _said(row, asked):
    what = statements.name_of(statements.about(row))
    return [{"code": "about", "label": _("About"), "value": what}, *told(row, asked, first=("parent",))]
