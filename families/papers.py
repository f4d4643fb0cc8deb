"""What a family was told and what it allowed, as lists and as the sentences a page says."""

from django.urls import reverse
from django.utils.translation import gettext as _

from agency.languages import name_of
from agency.templatetags.look import day
from families.models import FamilyConsent, NoticeGiven


def of_family(family, user):
    """Notices and answers, newest first. Two queries."""
    notices = NoticeGiven.objects.visible_to(user).filter(family=family).select_related("given_to", "given_by")
    answers = FamilyConsent.objects.visible_to(user).filter(family=family).select_related("given_by")
    return {
        "notices": [_notice(family, notice) for notice in notices],
        "answers": [_answer(family, answer) for answer in answers],
    }


def _notice(family, notice):
    said = [
        day(notice.given_on),
        notice.given_to.first_name if notice.given_to else "",
        name_of(notice.language),
        notice.get_how_display(),
        notice.get_answer_display() if notice.answer != NoticeGiven.Answer.TOLD else "",
        _("by %(who)s") % {"who": notice.given_by},
    ]
    return {
        "title": notice.get_kind_display(),
        "note": ", ".join(str(word) for word in said if word),
        "url": reverse("families:notice", args=[family.pk, notice.pk]),
    }


def _answer(family, answer):
    said = [answer.given_by.first_name, day(answer.given_on), name_of(answer.language), answer.get_how_display()]
    return {
        "title": answer.get_kind_display(),
        "note": ", ".join(str(word) for word in said if word),
        "agreed": answer.agreed,
        "ended_on": answer.ended_on,
        "url": reverse("families:answer", args=[family.pk, answer.pk]),
    }
