"""Instruments: draft, question by question, publish, retire. A published version is changed by nobody."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agency import audit
from families import content, instruments
from families.models import Instrument, InstrumentVersion, Item


class NotADraft(Exception):
    """A published or retired version stays as it is. The text is a sentence for the person who tried."""


class NotReady(Exception):
    """A draft lacks something before it can be asked. The text is a sentence for the person who tried."""


class CodeTaken(Exception):
    """There is an instrument of this name already. The text is a sentence for the person who tried."""


@transaction.atomic
def begin_instrument(*, title, by):
    """A new instrument from nothing: our seven outcomes and five levels, and no question yet."""
    code = slugify(title["en"])[:60]
    if not code or Instrument.objects.filter(code=code).exists():
        raise CodeTaken(_("There is a set of questions of this name already. Give it another name."))
    usual = content.usual()
    empty = {"intro": {}, "levels": usual["levels"], "outcomes": usual["outcomes"], "items": []}
    version = content.draft_from(Instrument.objects.create(code=code, title=title), empty, made_by=by)
    audit.record("instrument_begun", about=version, by=by)
    return version


@transaction.atomic
def bring(*, said, by):
    """A file becomes the draft of its instrument: of a new one, or of the one that has its code."""
    instrument, _is_new = Instrument.objects.get_or_create(code=said["code"], defaults={"title": said["title"]})
    if draft_of(instrument):
        raise NotReady(_("There is a draft of these questions already. Publish it or throw it away first."))
    version = content.draft_from(instrument, said, made_by=by)
    audit.record("instrument_brought", about=version, by=by, questions=len(said["items"]))
    return version


def draft_of(instrument):
    """The one draft of an instrument; None without one."""
    return instrument.versions.filter(published_on=None, retired_on=None).first()


def make_draft(*, instrument, by):
    """The next version, as a copy of the newest; where somebody has begun one, that one."""
    try:
        with transaction.atomic():
            return draft_of(instrument) or _copied(instrument, by)
    except IntegrityError:  # a colleague made it in the same moment
        return draft_of(instrument)


def _copied(instrument, by):
    newest = instrument.versions.order_by("-number").first()
    version = content.draft_from(instrument, content.as_file(newest), made_by=by)
    audit.record("instrument_drafted", about=version, by=by, copied=newest.number)
    return version


@transaction.atomic
def save_words(*, version, title, intro, levels, by):
    """What stands above all questions: the name, what we say first, the five levels."""
    draft = _locked(version)
    draft.intro, draft.levels = intro, levels
    draft.save(update_fields=["intro", "levels"])
    Instrument.objects.filter(pk=draft.instrument_id).update(title=title)
    audit.record("instrument_changed", about=draft, by=by, what="words")


@transaction.atomic
def save_part(*, version, number, words, by):
    """The name of one part, and what it opens with."""
    draft = _locked(version)
    others = [texts for texts in draft.outcome_texts if texts["number"] != number]
    known = next((texts for texts in draft.outcome_texts if texts["number"] == number), {"number": number})
    draft.outcome_texts = sorted([*others, known | words], key=lambda texts: texts["number"])
    draft.save(update_fields=["outcome_texts"])
    audit.record("instrument_changed", about=draft, by=by, what=f"part {number}")


@transaction.atomic
def save_item(*, item, by):
    """Keep a question of a draft. A new one gets its code and goes last."""
    draft = _locked(item.version)
    if item.pk is None:
        item.code = instruments.next_code(draft, item.outcome)
        last = draft.items.order_by("-position").first()
        item.position = last.position + 1 if last else 1
    item.save()
    audit.record("instrument_changed", about=draft, by=by, what=item.code)


@transaction.atomic
def move_item(*, item, up, by):
    """One place up or down among the questions of its part."""
    draft = _locked(item.version)
    beside = list(draft.items.filter(outcome=item.outcome).order_by("position", "pk"))
    at = beside.index(item)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(beside):
        return
    one, other = beside[at], beside[to]
    one.position, other.position = other.position, one.position
    Item.objects.bulk_update([one, other], ["position"])
    audit.record("instrument_changed", about=draft, by=by, what=item.code)


@transaction.atomic
def remove_item(*, item, by):
    """Take a question out of a draft. What families answered to it in older versions stays."""
    draft = _locked(item.version)
    item.delete()
    audit.record("instrument_changed", about=draft, by=by, what=item.code)


@transaction.atomic
def publish_version(*, version, by):
    """From today on new conversations ask this; the version before retires, and its answers stay with it."""
    draft = _locked(version)
    if instruments.missing(draft):
        raise NotReady(_("Something is still missing. It is named on this page."))
    content.publish(draft)
    audit.record("instrument_published", about=draft, by=by, number=draft.number)


@transaction.atomic
def retire_version(*, version, by):
    """No new conversation asks it from now on; one that has begun is finished with it."""
    current = InstrumentVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if current.retired_on is None and current.published_on:
        current.retired_on = timezone.localdate()
        current.save(update_fields=["retired_on"])
        audit.record("instrument_retired", about=current, by=by, number=current.number)


@transaction.atomic
def throw_away_draft(*, version, by):
    """A draft nobody wants; with it an instrument that has no other version."""
    draft = _locked(version)
    audit.record("instrument_thrown_away", about=draft, by=by, number=draft.number)
    draft.items.all().delete()
    draft.delete()
    if not draft.instrument.versions.exists():
        draft.instrument.delete()


def _locked(version):
    found = InstrumentVersion.objects.select_for_update(of=("self",)).filter(pk=version.pk).first()
    if found is None or not found.is_draft:
        raise NotADraft(_("This version is not a draft any more. Make a new draft to change a word."))
    return found
