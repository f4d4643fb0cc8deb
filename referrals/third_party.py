"""The yearly look at a partner that gets our families' data (45 CFR 1303.22(d)): missing, overdue, or found broken."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agency.due import Clocks
from agency.models import Agency
from partners.models import AnnexReview, DataAnnex, Mou

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Trouble:
    """What is wrong with the agreement under which a partner gets data, and whether nothing goes until it is mended."""

    sentence: str
    refuses: bool
    mou: Mou | None = None


def agreement_check(partner, on):
    """The trouble with this partner's data agreement on a day; None when one is in order, or none is asked for."""
    refuses = Agency.objects.filter(refuses_unreviewed=True).exists()
    annexes = DataAnnex.objects.filter(mou__in=Mou.objects.filter(partner=partner).in_force(on))
    annexes = list(annexes.select_related("mou").prefetch_related("reviews").order_by("pk"))
    if not annexes:
        missing = _("There is no agreement in force that says how %(partner)s keeps our families’ data.")
        return Trouble(missing % {"partner": partner}, refuses=True) if refuses else None
    troubles = [_trouble(annex, on, refuses) for annex in annexes]
    return None if None in troubles else troubles[0]


def _trouble(annex, on, refuses):
    reviews = [review for review in annex.reviews.all() if review.reviewed_on <= on]
    words = {"mou": annex.mou}
    if reviews and reviews[0].finding == AnnexReview.Finding.BROKEN:
        broken = _(
            "At the last look “%(mou)s” was found broken: the partner did not keep our families’ data as agreed."
        )
        return Trouble(broken % words, refuses, annex.mou)
    last = reviews[0].reviewed_on if reviews else annex.receives_on
    due_on = Clocks(on).due_on("mou_annex_review", last) or last + A_YEAR
    if due_on >= on:
        return None
    late = _("The yearly look at how they keep our families’ data was due %(day)s (“%(mou)s”).")
    return Trouble(late % (words | {"day": date_format(due_on, "DATE_FORMAT")}), refuses, annex.mou)
