"""Reads the data files of the bank and computes with them.

Standard library only, and nothing of the program that the bank judges.
"""

import csv
import io
import math
import statistics
from datetime import date, datetime
from pathlib import Path

FILES = Path(__file__).resolve().parent / "files"
TIED = 1e-9


def read(name, numbers=(), missing=("",), delimiter=",", german=False, header=None, symbols=""):
    """The rows of a file as dicts: text without outer blanks, `numbers` columns as float, missing values as None.

    `header`: how the header line begins, where a title stands above it; such a table ends at its first empty line.
    `german`: 1.234,56. `symbols`: characters around numbers to be dropped, such as "$M".
    """
    text = (FILES / name).read_text(encoding="utf-8-sig")
    if header:
        text = text[text.index(header) :].split("\n\n")[0]
    rows = []
    for raw in csv.DictReader(io.StringIO(text), delimiter=delimiter):
        row = {column: value.strip() for column, value in raw.items()}
        row = {column: None if value in missing else value for column, value in row.items()}
        for column in numbers:
            if row[column] is not None:
                plain = (
                    row[column].translate(str.maketrans("", "", symbols + (".%" if german else ","))).replace(",", ".")
                )
                row[column] = float(plain)
        rows.append(row)
    return rows


def values(rows, column):
    """What is there in a column (or of a function of the row), without the missing ones."""
    take = column if callable(column) else lambda row: row[column]
    return [value for value in map(take, rows) if value is not None]


def total(rows, column):
    return math.fsum(values(rows, column))


def mean(rows, column):
    return statistics.fmean(values(rows, column))


def median(rows, column):
    return statistics.median(values(rows, column))


def deviation(rows, column):
    """Standard deviation of a sample (n - 1)."""
    return statistics.stdev(values(rows, column))


def quantile(numbers, part):
    """Percentile with linear interpolation, as in spreadsheets and in SQL's percentile_cont."""
    ordered = sorted(numbers)
    place = (len(ordered) - 1) * part
    low = math.floor(place)
    return ordered[low] + (ordered[min(low + 1, len(ordered) - 1)] - ordered[low]) * (place - low)


def correlation(rows, first, second):
    """Pearson's r over the rows that have both."""
    pairs = [(row[first], row[second]) for row in rows if row[first] is not None and row[second] is not None]
    return statistics.correlation([a for a, _ in pairs], [b for _, b in pairs])


def percent(part, whole):
    return 100 * part / whole


def growth(before, after):
    return 100 * (after - before) / before


def where(rows, **conditions):
    """Rows whose columns have these values; for names that are no identifiers use a comprehension."""
    return [row for row in rows if all(row[column] == value for column, value in conditions.items())]


def groups(rows, *columns):
    """Rows by the values of one or several columns or functions of the row; rows without a key are left out."""
    found = {}
    for row in rows:
        key = tuple(column(row) if callable(column) else row[column] for column in columns)
        if None not in key:
            found.setdefault(key if len(key) > 1 else key[0], []).append(row)
    return found


def by(rows, columns, compute):
    """{key: compute(rows of the key)} in the order of the keys."""
    columns = columns if isinstance(columns, tuple) else (columns,)
    return {key: compute(part) for key, part in sorted(groups(rows, *columns).items())}


def top(figures, count, lowest=False):
    """The first `count` (key, figure) pairs.

    Stops where a tie would make the order or the end of the list a matter of luck.
    """
    ordered = sorted(figures.items(), key=lambda pair: pair[1], reverse=not lowest)
    for (key, figure), (next_key, next_figure) in list(zip(ordered, ordered[1:]))[:count]:
        if abs(figure - next_figure) <= TIED * max(1, abs(figure)):
            raise ValueError(f"tie between {key} and {next_key}: {figure}")
    return ordered[:count]


def best(figures, lowest=False):
    """The (key, figure) pair with the highest figure, or the lowest."""
    return top(figures, 1, lowest)[0]


def first(rows, column):
    """The row with the lowest value of a column, which no other row may have."""
    ordered = sorted(rows, key=lambda row: row[column])
    if ordered[0][column] == ordered[1][column]:
        raise ValueError(f"tie in {column}: {ordered[0][column]}")
    return ordered[0]


def changes(figures, absolute=False):
    """{later key: change from the one before}, in percent."""
    pairs = list(zip(figures.items(), list(figures.items())[1:]))
    return {key: figure - old if absolute else growth(old, figure) for (_, old), (key, figure) in pairs}


def running(figures):
    done, sums = 0, {}
    for key, figure in figures.items():
        done += figure
        sums[key] = done
    return sums


def moving(figures, width):
    """Average over the last `width` entries, where that many exist."""
    keys, numbers = list(figures), list(figures.values())
    return {keys[end - 1]: statistics.fmean(numbers[end - width : end]) for end in range(width, len(keys) + 1)}


def day(text, form="%Y-%m-%d"):
    return None if text is None else datetime.strptime(text, form).date()


def month(moment):
    return f"{moment:%Y-%m}"


def quarter(moment):
    return f"{moment.year}-Q{(moment.month + 2) // 3}"


def weekday(moment):
    return ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][moment.weekday()]


def years_until(start, end=date(2024, 12, 31)):
    return (end - start).days / 365.25
