"""What a family reads before it says yes to sharing (45 CFR 1303.22(a)): which records, why, to whom, its rights."""

import hashlib

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agency.models import Agency, ServiceCategory
from referrals import release


def language_for(family):
    """The family's language when we have written the text in it, else English read aloud with an interpreter."""
    return family.language if is_written_in(family.language) else "en"


def is_written_in(language):
    return language in dict(settings.LANGUAGES)


def consent_text(consent, language):
    """The whole text in `language`, as paragraphs; exactly this is shown, kept and hashed."""
    with translation.override(language):
        return "\n\n".join(paragraph for paragraph in _paragraphs(consent) if paragraph)


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def _paragraphs(consent):
    agency = Agency.objects.first()
    records = "; ".join(str(record.label) for record in release.COVERS if record in consent.records)
    return [
        _("I allow %(agency)s to share some facts about us.") % {"agency": agency or _("the program")},
        _("What may be shared: %(records)s.") % {"records": records},
        _restricted(consent),
        _("Why: %(purpose)s") % {"purpose": consent.purpose},
        _("With whom: %(who)s.") % {"who": whom(consent)},
        _("Until: %(day)s. After that day nothing more is shared unless I say yes again.")
        % {"day": date_format(consent.expires_on, "DATE_FORMAT")},
        _("This is my choice. If I say no, we keep our place in the program and all the help it gives."),
        _(
            "I may take this back on any day, by telling any member of staff. From then on nothing more is shared. "
            "What was shared before cannot be called back."
        ),
        _("I may have a copy of this page, and I may see the list of what was shared and with whom."),
    ]


def _restricted(consent):
    """The kinds of need that may be told only because they stand here by name; "" for none."""
    kinds = kinds_named(consent)
    if not kinds:
        return ""
    return _("This may also be told, because I name it here: %(kinds)s.") % {"kinds": "; ".join(kinds)}


def kinds_named(consent):
    """The restricted kinds of need a consent names, in words."""
    return kinds_of([consent]).get(consent.pk, [])


def kinds_of(consents):
    """{a consent's key: the restricted kinds of need it names, in words}. One statement at most."""
    codes = {code for consent in consents for code in consent.restricted}
    kinds = list(ServiceCategory.objects.filter(code__in=codes)) if codes else []
    return {consent.pk: [str(kind) for kind in kinds if kind.code in consent.restricted] for consent in consents}


def whom(consent):
    """The partner, or the group of partners, in words."""
    if consent.partner_id:
        return consent.partner.name
    return _("partners of this kind: %(group)s") % {"group": consent.get_partner_group_display()}
