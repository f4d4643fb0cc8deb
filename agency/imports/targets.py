"""Kinds of import: families, the directory. Each says its columns, its layouts, and what becomes of a group of rows."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from agency import files
from agency.imports import columns as our_columns
from agency.imports import reading
from agency.imports.lines import Line, Remark, Unreadable
from agency.imports.undoing import undo_rows

EXPLAINS = "#"
MATCHED = "columns"  # the layout of a file whose columns a person matched
_targets = {}


def register(target):
    """Make a kind of import known; asked by each room when it starts (apps.py: ready)."""
    _targets[target.slug] = target
    return target


def target_named(slug):
    return _targets[slug]


@dataclass(frozen=True)
class Layout:
    """A known shape of file. `read(batch)` yields its Lines and Remarks; without it the columns are matched."""

    slug: str
    label: object
    help: object = ""
    read: object = None
    kinds: tuple = files.TABLES
    column_of: object = None  # our column for a heading, of a layout whose headings are known; else they are guessed
    constants: dict = field(default_factory=dict)  # our column: the value of every row


class Target(ABC):
    """One kind of import. A room makes a subclass, registers it, and hangs `agency.views.imports.urls` into its own.

    What must be said: slug, room (the URL namespace), label, lede, permission, columns, layouts, table (the rows of a
    matched file), groups (the name groups are counted under, or ""), and the methods `key_of` and `deal`.
    """

    slug = room = table = groups = ""
    label = lede = ""
    crumb = ()  # (URL name, words) of the page above the list
    permission = ""
    columns = ()
    layouts = ()
    batch_size = 500
    start_form = None  # agency.forms.imports.StartForm, or a room's own form that asks for more

    def may_choose(self, user):
        """What the start form of `user` is given besides: programs, centers."""
        return {}

    @property
    def by_name(self):
        return {column.name: column for column in self.columns}

    def layout_named(self, slug):
        return next((layout for layout in self.layouts if layout.slug == slug), None)

    def url(self, name, *args):
        return reverse(f"{self.room}:{name}", args=args)

    def lines(self, batch):
        """The Lines and Remarks of the batch's file, in an order that is the same each time it is read."""
        layout = self.layout_named(batch.layout)
        if layout is not None and layout.read is not None:
            yield from layout.read(batch)
        else:
            yield from matched_lines(self, batch)

    @abstractmethod
    def key_of(self, said, line):
        """What rows that belong together have in common, and `None`; or "" and a sentence why there is none."""

    def checked(self, line):
        """A last look at one read row on its own; may call `line.skipped` or `line.noted`."""
        return line

    def opened(self, batch):
        """What `deal` needs for the whole of a batch, looked up once; given to it as `at`."""
        return

    @abstractmethod
    def deal(self, batch, groups, at, *, write):
        """The Outcome of each group. With `write`, the rows are made, and `at`'s batch is told by `undoing.made`."""

    def written(self, batch, at):
        """After the last group was written, in the same transaction."""
        return

    def write_words(self, number):
        """The button that writes `number` groups."""
        return _("Write them")

    def table_label(self, name):
        """What the rows of one table are called on the page."""
        return name

    def in_short(self, row):
        """A row in a few words, to be found again in the file."""
        return ", ".join(str(text) for text in list(row.said.values())[:4])

    def asked(self, batch, user):
        """Held groups `user` may decide now: dicts with key, title, text, chosen, choices (value, label, note), and
        families: the keys of those that are shown."""
        return []

    def answers_taken(self, batch, given):
        """Those of the given answers that are answers to what was asked: {key: value}."""
        return {}

    def afterwards(self, batch):
        """Where to go on after the writing: a dict with text, url, act; or None."""
        return

    def undo(self, batch, *, by):
        """Take back what the batch made; returns how many were left because somebody has used them since."""
        return undo_rows(batch)


def matched_lines(target, batch):
    """The rows of a file whose columns were matched."""
    with files_opened(batch) as file:
        table = reading.sheet(file, called=batch.called, kind=batch.kind)
        how, columns = _without_forbidden(batch.how()), target.by_name
        yield from (_about_file(target, remark) for remark in table.remarks)
        yield from _dropped(target, table)
        _refuse_missing(target, how, table)
        for count, (number, values) in enumerate(table.by_heading()):
            line = Line(target.table, table.called, number)
            if count == 0 and _explains(values):
                continue
            if isinstance(values, Remark):
                yield line.skipped(values.code, values.reason)
            else:
                yield _read(target, line, values, columns, how)


def _explains(values):
    """True for the row of our own template that says what each column means: it belongs to the heading."""
    return not isinstance(values, Remark) and next(iter(values.values()), "").startswith(EXPLAINS)


def files_opened(batch):
    """The batch's file, open for reading: from our storage, or where a command found it."""
    if batch.path:
        return files.opened(batch.path)
    try:
        return open(batch.options["path"], "rb")
    except OSError as trouble:
        place = {"path": batch.options["path"]}
        raise Unreadable(_("There is nothing at %(path)s. Check the spelling of the path.") % place) from trouble


def _without_forbidden(how):
    """A matching that somebody has saved may name a column we never read."""
    columns = {heading: name for heading, name in how["columns"].items() if not our_columns.NEVER_READ.search(heading)}
    return how | {"columns": columns}


def _about_file(target, remark):
    return Remark(remark.code, remark.reason, remark.column, table=target.table, file=remark.file, line=remark.line)


def _dropped(target, table):
    """We keep no such numbers: the column is not read, and that is said."""
    for heading in table.headings:
        if our_columns.NEVER_READ.search(heading):
            reason = _("This column is not read. We keep no such numbers.")
            yield Remark("never_read", reason, heading, table=target.table, file=table.called, line=1)


def _refuse_missing(target, how, table):
    given = {name for heading, name in how["columns"].items() if heading in table.headings} | set(how["constants"])
    missing = [str(column.label) for column in target.columns if column.needed and column.name not in given]
    if missing:
        lost = _("%(file)s has no column for: %(columns)s. Is it the file you meant?")
        raise Unreadable(lost % {"file": table.called, "columns": ", ".join(missing)})


def _read(target, line, values, columns, how):
    said, troubles = our_columns.read_row(values, columns, how)
    line.said = said
    for code, heading, sentence in troubles:
        line.noted(code, sentence, heading)
    needed = [column for column in target.columns if column.needed and not said.get(column.name)]
    if needed:
        return line.skipped("missing", _("%(column)s is missing. The row was left out.") % {"column": needed[0].label})
    line.key, trouble = target.key_of(said, line)
    if trouble:
        return line.skipped("no_key", trouble)
    return target.checked(line)
