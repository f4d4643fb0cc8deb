"""What can be in the way; each text is the sentence for the user."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.templatetags.look import moment


class ConsentMissing(Exception):
    """No consent of this family covers this partner today. The text is the sentence for the user."""

    def __init__(self, partner):
        super().__init__(
            _("Not sent. This family has no consent in force for %(partner)s. Ask for consent or give the number only.")
            % {"partner": partner}
        )


class NotNamed(ConsentMissing):
    """The family's yes covers this partner but does not name this restricted kind of need."""

    def __init__(self, partner, category):
        words = {"partner": partner, "kind": category}
        sentence = _(
            "Not sent. The family’s yes for %(partner)s does not name “%(kind)s”. Unless it does, nothing goes."
        )
        Exception.__init__(self, sentence % words)


class AgreementTrouble(Exception):
    """The agency lets nothing go by name while the data agreement with this partner is not in order."""

    def __init__(self, trouble):
        super().__init__(_("Not sent. %(why)s Ask your manager to mend it.") % {"why": trouble.sentence})


class NothingPicked(Exception):
    """A referral by name that says nothing at all."""

    def __init__(self):
        super().__init__(_("Not sent. Tick at least one line, or give the number only."))


class MovedMeanwhile(Exception):
    """Somebody else moved this referral after the page was opened."""

    def __init__(self, referral):
        last = referral.events.select_related("recorded_by").order_by("pk").last()
        words = {"state": referral.get_state_display(), "who": _who(last) if last else _("A colleague")}
        when = moment(last.recorded_at) if last else ""
        super().__init__(
            _(
                "Not saved yet. %(who)s changed this meanwhile (%(when)s); it is “%(state)s” now. "
                "What you typed is still here. Look, then save again if it still holds."
            )
            % (words | {"when": when})
        )


def _who(event):
    return event.recorded_by or capfirst(event.get_source_display())


class AlreadyTakenBack(Exception):
    """A consent is taken back once."""

    def __init__(self):
        super().__init__(_("This consent had been taken back already. Nothing was changed."))


class AlreadySettled(Exception):
    """Of two answers a colleague has said already which one holds."""

    def __init__(self):
        super().__init__(_("A colleague has settled this already. Nothing was changed."))
