"""Reads the files of this folder and computes by plain loops; periods are texts such as `2024-03`."""

import csv
import io
from datetime import date, datetime
from pathlib import Path
from statistics import fmean, median

from expectations import value, winner

FILES = Path(__file__).resolve().parent / "files"


def figure(text):
    """`$1,234.50` or `68%` as a number; nothing for a blank, a dash, or `NaN`."""
    plain = text.strip().replace(",", "").replace("$", "").rstrip("%")
    return None if plain in ("", "-", "–", "NaN") else float(plain)


def german(text):
    return figure(text.replace(".", "").replace(",", "."))


def load(name, numbers=(), dates=None, *, sep=",", encoding="utf-8-sig", skip=0, number=figure):
    """The rows as dictionaries; `dates` has the format of each column of dates or times."""
    lines = (FILES / name).read_bytes().decode(encoding).splitlines()[skip:]
    rows = []
    for raw in csv.DictReader(io.StringIO("\n".join(lines)), delimiter=sep):
        row = {column: text.strip() or None for column, text in raw.items()}
        for column in numbers:
            row[column] = number(row[column] or "")
        for column, form in (dates or {}).items():
            row[column] = datetime.strptime(row[column], form) if row[column] else None
        rows.append(row)
    return rows


def known(rows, column):
    return [row[column] for row in rows if row[column] is not None]


def total(rows, column):
    return sum(known(rows, column))


def mean(rows, column):
    return fmean(known(rows, column))


def middle(rows, column):
    return median(known(rows, column))


def where(rows, **wanted):
    """Rows with these values, for columns whose names are words; a condition of several words is a comprehension."""
    return [row for row in rows if all(row[name.replace("_", " ")] == want for name, want in wanted.items())]


def groups(rows, key):
    """Rows by the value of a column or of a function, without those that have none."""
    found = {}
    for row in rows:
        name = key(row) if callable(key) else row[key]
        if name is not None and name != "":
            found.setdefault(name, []).append(row)
    return found


def by(rows, key, compute):
    return {name: compute(part) for name, part in groups(rows, key).items()}


def month(column):
    return lambda row: f"{row[column]:%Y-%m}"


def quarter(column):
    return lambda row: f"{row[column]:%Y}-Q{(row[column].month + 2) // 3}"


def weekday(column):
    return lambda row: f"{row[column]:%A}"


def year(column):
    return lambda row: f"{row[column]:%Y}"


def days(row, start, end):
    """Whole days from one date to another, without their times."""
    if row[start] is None or row[end] is None:
        return None
    return (date(*row[end].timetuple()[:3]) - date(*row[start].timetuple()[:3])).days


def top(figures, count, low=False):
    """The first of a ranking with their figures; stops at a tie that would leave their order or their end open."""
    ranked = sorted(figures.items(), key=lambda one: one[1], reverse=not low)
    shown = [figure for _, figure in ranked[: count + 1]]
    assert len(set(shown)) == len(shown), f"tie: {ranked[: count + 1]}"
    return ranked[:count]


def best(figures, low=False):
    return top(figures, 1, low)[0]


def extreme(rows, column, low=False):
    """The row with the highest value of a column, or the lowest."""
    chosen = [row for row in rows if row[column] is not None]
    found = (min if low else max)(chosen, key=lambda row: row[column])
    assert sum(row[column] == found[column] for row in chosen) == 1, f"tie: {column} {found[column]}"
    return found


def percent(part, whole):
    return 100 * part / whole


def either(*readings):
    """Any of several honest readings, each once."""
    once = [one for index, one in enumerate(readings) if one not in readings[:index]]
    return {"either": once} if len(once) > 1 else once[0]


def leaders(*measures):
    """The winners by any of several measures; those who share a first place are all right."""
    found = []
    for figures in measures:
        first = max(figures.values())
        found += [winner((name, first)) for name, one in figures.items() if one == first]
    return either(*found)


def span(seconds):
    """A duration in seconds, minutes, or hours, or as it is written on a clock."""
    whole = round(seconds)
    clock = f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return [value(seconds), value(seconds / 60), value(seconds / 3600), value(clock), value(f"0{clock}")]


def seconds(text):
    if text is None:
        return None
    hours, minutes, rest = (int(part) for part in text.split(":"))
    return hours * 3600 + minutes * 60 + rest
