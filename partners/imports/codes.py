"""Names of states and languages as people write them in English, and their codes."""

from django.conf.locale import LANG_INFO

from agency.languages import Language

STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "district of columbia": "DC", "florida": "FL", "georgia": "GA",
    "hawaii": "HI", "idaho": "ID", "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY",
    "louisiana": "LA", "maine": "ME", "maryland": "MD", "massachusetts": "MA", "michigan": "MI", "minnesota": "MN",
    "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE", "nevada": "NV", "new hampshire": "NH",
    "new jersey": "NJ", "new mexico": "NM", "new york": "NY", "north carolina": "NC", "north dakota": "ND",
    "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA", "rhode island": "RI",
    "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT",
    "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY",
    "puerto rico": "PR", "guam": "GU", "american samoa": "AS", "northern mariana islands": "MP",
    "u.s. virgin islands": "VI", "virgin islands": "VI", "palau": "PW",
}  # fmt: skip
MORE = {
    "mandarin": "zh", "cantonese": "yue", "chinese": "zh", "tagalog": "tl", "filipino": "fil", "creole": "ht",
    "haitian": "ht", "haitian creole": "ht", "farsi": "fa", "persian": "fa", "khmer": "km", "cambodian": "km",
    "lao": "lo", "laotian": "lo", "somali": "so", "amharic": "am", "tigrinya": "ti", "swahili": "sw", "hmong": "hmn",
    "mixtec": "mix", "mixteco": "mix", "american sign language": "ase", "asl": "ase", "castilian": "es",
    "español": "es", "espanol": "es", "gujarati": "gu", "punjabi": "pa", "burmese": "my", "karen": "kar",
    "dari": "prs", "pashto": "ps", "nepali": "ne", "yoruba": "yo", "igbo": "ig", "tongan": "to", "samoan": "sm",
    "navajo": "nv", "quechua": "qu", "yiddish": "yi", "hebrew": "he", "rohingya": "rhg", "triqui": "trc",
}  # fmt: skip
PLAIN = {code: info["name"].lower() for code, info in LANG_INFO.items() if "name" in info and "-" not in code}
LANGUAGES = {name: code for code, name in PLAIN.items()} | MORE
NAMES = {code: name.capitalize() for code, name in PLAIN.items()} | {
    code: name.capitalize() for name, code in reversed(MORE.items()) if code not in PLAIN
}


def english(code):
    """A language's English name, for files that others read; its code when we have no word."""
    return NAMES.get(code) or (Language(code).name.capitalize() if code in Language.values else code)
