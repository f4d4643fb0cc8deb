"""How a thing looks on a page: icons, chips, patches, and days as people say them."""

import re
import unicodedata
from datetime import date, datetime, time
from functools import cache, lru_cache
from html import escape

from django import template
from django.contrib.messages import constants as level
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from agency import once as sending

register = template.Library()

PATCHES = 9
ADULT_AT = 18
# The order of day and month belongs to a language, not to a catalogue: a translator should not have to know our codes.
DAY_FORMATS = {"en": ("M j", "M j, Y"), "es": ("j b", "j b Y")}
TONES = {
    level.SUCCESS: ("success", "check-circle"),
    level.WARNING: ("attention", "shield"),
    level.ERROR: ("urgent", "alert"),
}


@register.simple_tag
@cache  # some seventy stand on a page, and a page is made of the same few
def icon(name, css=""):
    """One of our own icons; hidden from screen readers, for a word always stands beside it."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f"icon {css}".strip(),
        static("icons/icons.svg"),
        name,
    )


@register.simple_tag
def once():
    """The hidden field of a form that counts once, however often it is sent; its view is `sent_once`."""
    return format_html('<input type="hidden" name="{}" value="{}">', sending.FIELD, sending.mark())


@register.simple_tag
def mark():
    """Our mark, as it stands beside the product's name."""
    return format_html('<svg aria-hidden="true"><use href="{}#mark"/></svg>', static("icons/icons.svg"))


@register.simple_tag
def chip(tone, icon_name, text):
    """A state in a word, with its icon; without a tone, a plain fact. A state's name is written for mid-sentence."""
    text = capfirst(text)
    if not tone:
        return format_html('<span class="chip chip-plain">{}</span>', text)
    return format_html('<span class="chip is-{}">{}{}</span>', tone, icon(icon_name), text)


@register.simple_tag
def patch(family, size=""):
    """The quilt tile beside a family's name: it helps the eye find them again and never means anything."""
    return _patch(family.pk % PATCHES, size)


@cache
def _patch(number, size):
    css = f"patch patch-{number}" + (f" patch-{size}" if size else "")
    return format_html('<span class="{}" aria-hidden="true"></span>', css)


@register.simple_tag(takes_context=True)
def due_row(context, row):
    """A row of a worklist, as components/_due_row.html describes it. Written here, not there: a page holds hundreds."""
    says = row.get if isinstance(row, dict) else lambda name: getattr(row, name, None)
    who, urgent = _safe(says("who")), says("urgent")
    parts = [_opened(says), _tile(says)]
    url, when, what = says("url"), says("when"), says("what")
    parts.append(f'<a class="due-who" href="{_safe(url)}">{who}</a>' if url else f'<span class="due-who">{who}</span>')
    if when:
        parts.append(_when(says("tone"), says("icon"), str(when)))
    if what:
        parts.append(f'<span class="due-what">{_safe(what)}</span>')
    parts += [_act(says, who, urgent, context), _doing(says, who), "</li>"]
    return mark_safe("\n  ".join(part for part in parts if part))  # noqa: S308 - each piece above is escaped


@lru_cache(maxsize=500, typed=True)  # “3 days over” stands in many rows
def _when(tone, icon_name, words):
    return f'<span class="due-when">{chip(tone, icon_name, words)}</span>'


def _safe(value):
    """As conditional_escape, for words that are no promise any more: a row asks it eight times."""
    return value if isinstance(value, SafeString) else escape(str(value))


def _opened(says):
    key = f' id="{_safe(says("id"))}"' if says("do_url") else ""
    return f'<li{key} class="due-urgent">' if says("urgent") else f"<li{key}>"


def _tile(says):
    if says("family"):
        return patch(says("family"))
    tone = f" is-{_safe(says('dot_tone'))}" if says("dot_tone") else ""
    return f'<span class="timeline-dot{tone}">{icon(says("dot") or "note")}</span>'


def _act(says, who, urgent, context):
    if not says("act_url"):
        return ""
    button = "btn-urgent" if urgent else "btn-bare"
    words = f'{_safe(says("act"))}<span class="visually-hidden">: {who}</span>{"" if urgent else icon("chevron")}'
    if not says("act_post"):
        return f'<a class="btn {button} due-act" href="{_safe(says("act_url"))}">{words}</a>'
    token = f'<input type="hidden" name="csrfmiddlewaretoken" value="{_safe(context.get("csrf_token", ""))}">'
    return (
        f'<form class="due-act" method="post" action="{_safe(says("act_url"))}">{token}'
        f'<button class="btn {button}">{words}</button></form>'
    )


def _doing(says, who):
    if not says("do_url"):
        return ""
    url, key = _safe(says("do_url")), _safe(says("id"))
    return (
        f'<a class="btn btn-bare due-do" href="{url}" hx-get="{url}" hx-target="#{key}-here">{icon("more")}'
        f'<span class="visually-hidden">{_safe(says("do_label"))}: {who}</span></a>'
        f'<div class="due-here" id="{key}-here"></div>'
    )


@register.filter
def day(value):
    """A date as people say it: Today, Friday, Nov 20, and with the year when it is another year."""
    if not value:
        return ""
    on = as_date(value)
    today = timezone.localdate()
    away = (on - today).days
    if abs(away) <= 1:
        return {-1: _("Yesterday"), 0: _("Today"), 1: _("Tomorrow")}[away]
    if 1 < away < 7:
        return capfirst(WEEKDAYS[on.weekday()])
    short, long = DAY_FORMATS.get((get_language() or "en")[:2], DAY_FORMATS["en"])
    return date_format(on, short if on.year == today.year else long)


@register.filter
def on(value):
    """A day inside a sentence: signed today, signed Friday, signed Nov 20; Spanish adds its article."""
    said = day(value)
    if not value or abs((as_date(value) - timezone.localdate()).days) <= 1:
        return said.lower()
    is_english = (get_language() or "en").startswith("en")
    return pgettext("a day inside a sentence", "%(day)s") % {"day": said if is_english else said.lower()}


@register.filter
def clock(value):
    """The time of day of a moment, or a time of day: 3:30 pm, 3:30 p.m. in Spanish."""
    if value in (None, ""):
        return ""
    local = value if isinstance(value, time) else timezone.localtime(value)
    if (get_language() or "en").startswith("en"):
        return date_format(local, "g:i A").lower()
    return date_format(local, "g:i a")


@register.filter
def moment(value):
    """A moment as people say it: Today 3:30 pm."""
    if not value:
        return ""
    return f"{day(value)} {clock(value)}"


@register.filter
def ago(value):
    """How long ago a day was, in the largest unit that still says something."""
    if not value:
        return ""
    days = (timezone.localdate() - as_date(value)).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 21:
        return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}
    if days < 60:
        return ngettext("%(n)s week ago", "%(n)s weeks ago", days // 7) % {"n": days // 7}
    if days < 730:
        return ngettext("%(n)s month ago", "%(n)s months ago", days // 30) % {"n": days // 30}
    return ngettext("%(n)s year ago", "%(n)s years ago", days // 365) % {"n": days // 365}


@register.filter
def tel(number):
    """The address that makes a phone dial this number."""
    return "tel:" + "".join(sign for sign in str(number) if sign.isdigit() or sign == "+")


@register.filter
def initials(name):
    """Monica Reyes is MR, Monica alone is M."""
    words = str(name).split()
    return "".join(word[0] for word in dict.fromkeys([*words[:1], *words[-1:]])).upper()


@register.filter
def face(person):
    """What stands in a person's round: a child's age, anyone else's initials."""
    born_on = getattr(person, "born_on", None)
    if born_on is None:
        return initials(person)
    months = months_since(born_on)
    if months >= ADULT_AT * 12:
        return initials(person)
    # Translators: a baby's age in months, short enough for a small circle
    return str(months // 12) if months >= 24 else _("%(n)sm") % {"n": months}


@register.filter
def meter_width(count, limit):
    """How much of a meter is full, 0 to 100; a limit of nothing is full at once."""
    if not limit:
        return 100 if count else 0
    return min(100, round(100 * count / limit))


@register.filter
def over(count, limit):
    """By how many a count is past its limit; nothing when it is not."""
    return max(0, count - (limit or 0))


@register.filter
def found(text, words):
    """`text` with every one of `words` marked, spelling forgiven for case and accents."""
    wanted = [re.escape(plain(word)) for word in words if word]
    if not wanted:
        return conditional_escape(text)
    text = unicodedata.normalize("NFC", str(text))
    pieces, end = [], 0
    for hit in re.finditer("|".join(wanted), plain(text)):
        pieces += [format_html("{}<mark>{}</mark>", text[end : hit.start()], text[hit.start() : hit.end()])]
        end = hit.end()
    return mark_safe("".join([*pieces, conditional_escape(text[end:])]))  # noqa: S308  each piece is escaped above


@register.filter
def tone(message):
    """The tone of a message of Django's messages framework."""
    if "celebrate" in message.tags:
        return "celebrate"
    return TONES.get(message.level, ("info", "clock"))[0]


@register.filter
def tone_icon(message):
    """The icon that goes with the tone of a message."""
    if "celebrate" in message.tags:
        return "star"
    return TONES.get(message.level, ("info", "message"))[1]


@register.simple_tag
def control(field):
    """The input of a field that a package made: our class, and not its placeholder, for a label stands above it."""
    css = "form-control is-invalid" if field.errors else "form-control"
    return field.as_widget(attrs={"class": css, "placeholder": ""})


@register.simple_tag
def problems(*forms):
    """Every error of the given forms and formsets, in the order they were given, with the id of its field."""
    listed = []
    for form in forms:
        if hasattr(form, "non_form_errors"):
            listed += [{"text": error} for error in form.non_form_errors()] + problems(*form.forms)
        elif form:
            listed += problems_of(form)
    return listed


def problems_of(form):
    listed = [{"text": error} for error in form.non_field_errors()]
    for field in form:
        listed += [{"text": error, "label": field.label, "at": input_id(field)} for error in field.errors]
    return listed


def input_id(field):
    """The id of the first thing one can type in or pick in a field."""
    return field.id_for_label or f"{field.auto_id}_0"


def as_date(value):
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def months_since(born_on: date):
    today = timezone.localdate()
    return (today.year - born_on.year) * 12 + today.month - born_on.month - (today.day < born_on.day)


def plain(text):
    """Lower case without accents, letter for letter, so that positions stay the same."""
    letters = unicodedata.normalize("NFC", str(text))
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] for letter in letters)
