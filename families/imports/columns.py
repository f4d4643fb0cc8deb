"""The columns of our own template: one row a person. What other systems call them stands beside each."""

from django.utils.translation import gettext_lazy as _

from agency.imports.columns import Choice, Column, Day, Period, YesNo
from agency.languages import Language
from families import phones
from families.models import ContactPoint, Enrollment, FamilyMember

Role, Relationship = FamilyMember.Role, FamilyMember.Relationship
WHO, REACH, HOME, LIFE, PLACE = (
    _("Who it is"), _("How to reach them"), _("Where they live"), _("What they live through"), _("The place"),
)  # fmt: skip

ROLES = {
    Role.CHILD: ("nino", "nina", "participant", "student", "enrolled child"),
    Role.PARENT: ("parent/guardian", "guardian", "parent or guardian", "caregiver", "adult", "padre", "madre", "tutor"),
    Role.OTHER: ("other adult", "otro", "otra", "sibling", "emergency contact"),
}
RELATIONSHIPS = {
    Relationship.MOTHER: ("mom", "biological mother", "madre", "mama", "birth mother"),
    Relationship.FATHER: ("dad", "biological father", "padre", "papa", "birth father"),
    Relationship.STEPMOTHER: ("step mother", "madrastra"),
    Relationship.STEPFATHER: ("step father", "padrastro"),
    Relationship.GRANDMOTHER: ("grandma", "abuela"),
    Relationship.GRANDFATHER: ("grandpa", "abuelo"),
    Relationship.AUNT: ("tia",),
    Relationship.UNCLE: ("tio",),
    Relationship.FOSTER: ("foster parent", "foster mother", "foster father", "padre de crianza", "madre de crianza"),
    Relationship.KIN_FOSTER: ("kinship foster parent", "relative foster parent"),
    Relationship.GUARDIAN: ("legal guardian", "tutor legal", "tutora legal"),
    Relationship.PARTNER: ("partner of parent", "spouse", "pareja"),
    Relationship.CHILD: ("son", "daughter", "biological/adopted/step child", "hijo", "hija"),
    Relationship.FOSTER_CHILD: ("foster child", "hijo de crianza", "hija de crianza"),
    Relationship.GRANDCHILD: ("grandson", "granddaughter", "nieto", "nieta"),
    Relationship.RELATIVE: ("other relative", "sibling", "cousin", "brother", "sister", "pariente", "familiar"),
    Relationship.FRIEND: ("not related", "friend", "unrelated", "amigo", "amiga"),
}
LANGUAGES = {
    Language.ENGLISH: ("english", "eng", "ingles"),
    Language.SPANISH: ("spanish", "spa", "espanol", "castilian"),
    Language.HMONG: ("hmong",),
    Language.ARABIC: ("arabic", "ara", "arabe"),
    Language.SOMALI: ("somali", "som"),
    Language.VIETNAMESE: ("vietnamese", "vie", "vietnamita"),
    Language.HAITIAN: ("haitian creole", "haitian", "creole", "hat"),
    Language.MIXTEC: ("mixtec", "mixteco"),
    Language.CHINESE: ("chinese", "mandarin", "cantonese", "zho", "chino"),
    Language.RUSSIAN: ("russian", "rus", "ruso"),
    Language.TAGALOG: ("tagalog", "filipino", "tgl"),
    Language.OTHER: ("other", "another language", "otro"),
}
LIVES_WITH = {
    "always": ("yes", "y", "true", "1", "si", "full time"),
    "part": ("part of the time", "part time", "sometimes", "shared", "a veces"),
    "no": ("n", "false", "0", "never", "nunca"),
}
PHONES = {
    ContactPoint.Kind.MOBILE: ("cell", "cell phone", "mobile phone", "celular", "movil"),
    ContactPoint.Kind.HOME: ("home phone", "landline", "casa"),
    ContactPoint.Kind.WORK: ("work phone", "office", "trabajo"),
}
OPTIONS = {
    Enrollment.Option.CENTER: ("center-based", "center based", "public school", "child care center", "centro"),
    Enrollment.Option.HOME: ("home-based", "home based", "home visiting", "hogar"),
    Enrollment.Option.FAMILY_CHILD_CARE: ("family child care", "family child care home", "licensed family home"),
    Enrollment.Option.LOCAL: ("locally designed", "local design"),
    Enrollment.Option.PREGNANCY: ("pregnant woman", "prenatal", "embarazo"),
}
EXITS = {
    Enrollment.ExitReason.MOVED: ("moved away", "moved", "moved within connecticut", "moved to another state"),
    Enrollment.ExitReason.KINDERGARTEN: ("aged out", "went to kindergarten", "entered kindergarten", "kinder"),
    Enrollment.ExitReason.TRANSFER: ("transferred", "transferred to another program", "moved to another program"),
    Enrollment.ExitReason.OTHER_CARE: ("chose to attend a different program", "other child care"),
    Enrollment.ExitReason.SCHEDULE: ("transportation", "schedule did not fit", "lack of transportation"),
    Enrollment.ExitReason.UNKNOWN: ("other", "unknown", "stopped attending", "chose to stop attending"),
}


class Phone(Column):
    """A number that can be dialed, kept as it is shown."""

    def read(self, text, _how):
        from agency.imports.columns import NotRead

        try:
            return phones.read(text).shown
        except phones.NotAPhone as sentence:
            raise NotRead(str(sentence)) from sentence


class Email(Column):
    """An address with an @ and a place after it."""

    def read(self, text, how):
        from django.core.exceptions import ValidationError
        from django.core.validators import validate_email

        from agency.imports.columns import NotRead

        try:
            validate_email(text)
        except ValidationError as trouble:
            raise NotRead(str(_("“%(text)s” is no e-mail address.") % {"text": text[:40]})) from trouble
        return super().read(text.lower(), how)


class Zip(Column):
    """Five digits, or nine; a zero that a spreadsheet has eaten is given back."""

    def read(self, text, how):
        digits = "".join(sign for sign in text if sign.isdecimal())
        if 3 <= len(digits) <= 5 and digits == text:
            return digits.zfill(5)
        return super().read(text, how)


COLUMNS = (
    Column("family_id", _("Family key"), _("The same for everybody of one family, and the same next month."),
           ("family", "familyid", "household id", "case", "case id", "case number", "family number", "id de familia"),
           longest=100, example="F-1001", part=WHO),
    Column("person_id", _("Person key"), _("The person’s number in the other system."),
           ("childid", "participantid", "personalid", "child plus id", "sasid", "sasid / unique identifier",
            "unique identifier", "guardianid", "student id", "id de persona"),
           longest=100, example="P-2001", part=WHO),
    Column("first_name", _("First name"), _("As the family says it."),
           ("first", "given name", "child first name", "fname", "nombre", "primer nombre"),
           needed=True, longest=100, example="Elena", part=WHO),
    Column("middle_name", _("Middle name"), _("Kept with the first name."), ("middle", "segundo nombre"),
           longest=60, part=WHO),
    Column("last_name", _("Last name"), _("May be left empty."),
           ("last", "surname", "family name", "child last name", "lname", "part_lname", "apellido", "apellidos"),
           longest=100, example="Alvarez", part=WHO),
    Column("suffix", _("Name suffix"), _("Jr., III; kept with the last name."), ("namesuffix", "sufijo"),
           longest=10, part=WHO),
    Day("birth_date", _("Birth date"), _("2022-05-31, or as set for the file."),
        ("date of birth", "dob", "birthday", "birthdate", "fecha de nacimiento"), example="1994-02-11", part=WHO),
    Choice("role", _("Who this is"), _("child, parent, other. Without it, the birth date decides."),
           ("type", "person type", "type of person", "rol"), words=ROLES, example="parent", part=WHO),
    Choice("relationship", _("Relationship"), _("An adult’s to the children, a child’s to the main adult."),
           ("relationship to child", "relation", "rel", "parentesco", "relacion"),
           words=RELATIONSHIPS, example="mother", part=WHO),
    Choice("lives_with", _("Lives with the children"), _("For an adult: always, part, no."),
           ("lives with child", "in household", "vive con"), words=LIVES_WITH, example="always", part=WHO),
    Choice("language", _("Language"), _("English, Spanish …"),
           ("primary language", "primary home language", "home language", "caregiver primary home language", "idioma"),
           words=LANGUAGES, example="Spanish", part=WHO),
    YesNo("interpreter_needed", _("Needs an interpreter"), _("yes or no"), ("interpreter", "interprete"),
          example="no", part=WHO),
    YesNo("main_contact", _("We talk to this person first"), _("yes for one adult of the family"),
          ("primary", "isprimary", "primary caregiver", "head of household", "contacto principal"),
          example="yes", part=WHO),
    Phone("phone", _("Telephone"), _("With its area code."),
          ("phone number", "cell", "cell phone", "mobile", "caregiver phone", "primary phone", "telefono"),
          longest=40, example="(530) 555-0142", part=REACH),
    Choice("phone_type", _("Kind of telephone"), _("mobile, home, work"), ("phonetype", "tipo de telefono"),
           words=PHONES, example="mobile", part=REACH),
    YesNo("ok_to_text", _("Texts are fine"), _("yes or no"), ("texts", "text ok", "opt in text", "acepta mensajes"),
          example="yes", part=REACH),
    Email("email", _("E-mail"), _("One address."), ("e-mail address", "email address", "caregiver email", "correo"),
          example="elena@example.org", part=REACH),
    Column("street_address", _("Street"), _("Number and street, apartment after it."),
           ("address", "address 1", "street", "home address", "direccion"), example="12 Juniper Street", part=HOME),
    Column("town", _("City"), "", ("city", "ciudad"), longest=100, example="Chico", part=HOME),
    Column("state", _("State"), _("Two letters."), ("state/province", "estado"), longest=2, example="CA", part=HOME),
    Zip("zipcode", _("ZIP code"), _("Five digits."),
        ("zip", "zip code", "zip/postal code", "postal code", "codigo postal"),
        longest=10, example="95926", part=HOME),
    YesNo("foster", _("Lives with a foster family"), _("yes: the family’s worker is asked to record it."),
          ("lives with foster family", "foster child", "foster care"), part=LIFE),
    YesNo("homeless", _("Without a home of their own"), _("yes: the family’s worker is asked to record it."),
          ("experiencing homelessness or housing insecurity", "homeless", "homelessness", "sin hogar"), part=LIFE),
    Column("site", _("Center"), _("Its name here; without it the center chosen for the file."),
           ("center", "site name", "centro", "school"), longest=150, part=PLACE),
    Choice("option", _("Program option"), _("center, home, fcc, local, pregnancy"),
           ("care model", "program option", "model"), words=OPTIONS, part=PLACE),
    Day("enrollment_start", _("First day"), _("A child with a first day holds a place from then on."),
        ("enrollment start date", "enrollment date", "enrolled date", "entry date", "start date", "entry_dt",
         "fecha de inscripcion"), may_come=True, part=PLACE),
    Day("enrollment_end", _("Last day"), _("Empty while they are with us."),
        ("enrollment end date", "end date", "exit date", "fecha de salida"), may_come=True, part=PLACE),
    Choice("exit_reason", _("Why they left"), "",
           ("enrollment exit reason", "reason for leaving", "motivo de salida"), words=EXITS, part=PLACE),
    Period("funding_start", _("First funding period"), _("A month; it stands in for a missing first day."),
           ("first funding period",), part=PLACE),
)  # fmt: skip
