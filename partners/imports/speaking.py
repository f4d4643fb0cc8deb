"""Languages of a file: each becomes one of a service, a word on a line, or a note about interpreters."""

from collections import defaultdict

from django.utils.translation import gettext as _

from partners.imports import values
from partners.imports.records import Record


def languages(dealt):
    """A language of a service is its own; of a place, that of the services there; of a line, a word on the line."""
    found = dealt.records.pop("language", [])
    at = defaultdict(list)
    for pair in dealt.records.get("service_at_location", ()):
        at[pair.said.get("location_id", "")].append(pair.said.get("service_id", ""))
    for record in found:
        said = record.said
        code, note = values.language(said.get("code", ""))
        named, more = values.language(said.get("name", ""))
        said |= {"_code": code or named, "note": said.get("note", "") or note or more}
        services = [said["service_id"]] if said.get("service_id") else at.get(said.get("location_id", ""), [])
        if not said["_code"]:
            _interpreted(dealt, record, services)
        elif services:
            _spoken(dealt, record, services)
        else:
            _on_the_line(dealt, record)


def _interpreted(dealt, record, services):
    """Words that name no language say something about interpreters."""
    for service in filter(None, (dealt.by_key.get(("service", key)) for key in services)):
        there = service.said.get("interpretation_services", "")
        service.said["interpretation_services"] = "\n".join(filter(None, [there, record.said.get("name", "")]))
        service.note(
            "language_kept_as_words", _("This is no language we have a code for. It was kept as words."), "name"
        )
        service.rows += record.rows
        dealt.main |= dict.fromkeys(dealt.of(record), service)
        return
    dealt.skip_if_alone(record, "no_language", _("This is no language we have a code for."), "name")


def _spoken(dealt, record, services):
    for count, service in enumerate(dict.fromkeys(services)):
        key = record.key if not count else f"{record.key}:{service}"
        own = Record("language", key, record.said | {"service_id": service}, record.rows)
        dealt.records["language"].append(own)
        dealt.main |= {number: own for number in record.rows if dealt.main.get(number) in (record, None)}


def _on_the_line(dealt, record):
    phone = dealt.by_key.get(("phone", record.said.get("phone_id", "")))
    if phone is None:
        dealt.skip_if_alone(record, "no_service", _("The service it names is not in this file."), "service_id")
        return
    there = [code for code in phone.said.get("_languages", "").split(", ") if code]
    phone.said["_languages"] = ", ".join(dict.fromkeys([*there, record.said["_code"]]))
    phone.rows += record.rows
    dealt.main |= dict.fromkeys(record.rows, phone)
