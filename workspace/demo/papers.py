"""What stands on the agreements beside the goals: the form with the family's answers, and the copies they took home."""

from agency.words import Words
from goals import ideas, sections
from goals.models import FormSection
from workspace.demo.days import at, day_of

THIS_YEAR = 300  # days: before that, agreements were signed without the form
ANSWERS = {
    "meet": (
        {"en": "At home, on Tuesday after four.", "es": "En casa, los martes después de las cuatro."},
        {"en": "At the center, when we bring the children.", "es": "En el centro, cuando traemos a los niños."},
        {"en": "By phone in the week, at home once a month.", "es": "Por teléfono, y una vez al mes en casa."},
    ),
    "from_us": (
        {"en": "Call before you come. Tell us what to bring.", "es": "Llame antes de venir. Díganos qué llevar."},
        {"en": "Help us with the forms, and ask how we are.", "es": "Ayuda con los formularios, y que pregunten."},
        {"en": "Speak Spanish with my mother.", "es": "Que hablen español con mi mamá."},
    ),
}
HOW = ("paper", "paper", "paper", "photo", "large_print", "read")


def prepare():
    """The agency's own form and ideas, before the first family. Returns the parts of the form."""
    sections.adopt()
    ideas.adopt()
    return list(FormSection.objects.all())


def _said(ground, life):
    """What this family answered, the same on each of its versions."""
    rng = ground.random("papers", life.pk)
    return {code: Words(rng.choice(choices)).said_in(life.spoken) for code, choices in ANSWERS.items()}


def form(ground, life, day):
    """The parts of a version signed on `day`, with what this family answered; none for an old one."""
    if day < ground.day - THIS_YEAR:
        return {}
    said = _said(ground, life)
    parts = [sections.as_content(section, said.get(section.code, "")) for section in ground.form]
    return {"sections": parts, "plans": []}


def answers(ground, tables, life, agreement):
    """The same words on the agreement itself, as the next version will take them."""
    said = _said(ground, life)
    for section in ground.form:
        if section.code in said:
            tables.section_answer.add(agreement=agreement, section=section.pk, text=said[section.code])


def copy(ground, tables, life, version, day, worker, language):
    """Most families take their copy home on the day they sign."""
    rng = ground.random("copy", version)
    if rng.random() < 0.9:
        tables.copy_given.add(
            agreement_version=version,
            member=life.adults[0].pk,
            given_on=day_of(day),
            how=rng.choice(HOW),
            language=language,
            given_at=at(day, 965),
            given_by=worker.pk,
        )
