"""docs/data-dictionary.md: every table and column that leaves, written from the tables themselves."""

from django.utils.translation import override

from reports.exports import deidentified, tables

HEAD = """# Data dictionary

Written by `python manage.py data_dictionary` from the tables themselves; a test fails when it is out of date. Names of
tables and columns never change once they were published: a new meaning gets a new name.

**Files.** CSV is UTF-8 with a byte order mark, so that spreadsheets read accents; a text that a spreadsheet would
take for a formula has a `'` before it. XLSX holds texts as texts and days as days. Parquet is typed, compressed with
zstd. Days are `2026-10-01`, moments are UTC. Empty means: not known, not asked, or not to be taken along.

**What is never in a general table**: records of a restricted kind (violence, substance use, mental health,
maltreatment: notes, needs, goals about them, referrals, help, answers), hidden addresses, and how to reach somebody who
must not be contacted. Only families that whoever asks may export are in it.

**Reports as CSV or XLSX**: each table begins with `code` and `name` of its rows; a CSV has the table's name in the
first column. Their codes stand in the definition of each report.
"""


def written():
    """The whole page, in English."""
    with override("en"):
        parts = [HEAD, *(_part(table) for table in (*tables.every().values(), deidentified.TABLE))]
    return "\n".join(parts)


def _part(table):
    lines = [
        f"## `{table.code}`: {table.title}",
        "",
        str(table.lead),
        "",
        "| Column | Holds | Meaning |",
        "|---|---|---|",
    ]
    lines += [f"| `{one.code}` | {one.kind} | {one.meaning} |" for one in table.asked(with_words=True)]
    return "\n".join([*lines, ""])
