"""Tables that a cell shows: the last one goes to the app as rows, beside its text."""
import builtins
import datetime
import decimal
import functools
import json
import math
import sys

TABLE_ROWS = 30_000
TABLE_CELLS = 300_000
TABLE_COLUMNS = 1_000
CELL_LENGTH = 10_000
NAME_LENGTH = 500
SAFE_INTEGER = 2**53
_last_table = None


def note_table(value):
    """Remembers what is a table as it is now: code may change it after showing it."""
    global _last_table
    try:
        found = table_in(value)
    except Exception:
        return  # What is no table in some way is still printed as it is.
    if found is not None and len(found[0]) > 0 and found[2] > 0:
        _last_table = found


def forget_table():
    """An interrupted cell leaves none to the next."""
    global _last_table
    _last_table = None


def rows_kept(columns):
    return max(1, min(TABLE_ROWS, TABLE_CELLS // max(1, columns)))


def table_in(value):
    """Names of columns, a function that gives the rows, and how many there are. None for what is no table."""
    kind = type(value)
    module = kind.__module__.partition(".")[0]
    if module == "pandas" and kind.__name__ in ("DataFrame", "Series"):
        return of_pandas(value, kind.__name__ == "Series")
    if module == "polars" and kind.__name__ == "DataFrame":
        kept = value.head(rows_kept(value.width))
        return list(value.columns), kept.rows, value.height
    if module == "pyarrow" and kind.__name__ == "Table":
        kept = value.slice(0, rows_kept(value.num_columns))
        columns = kept.column_names
        return columns, lambda: list(zip(*(kept.column(at).to_pylist() for at in range(len(columns))))), value.num_rows
    return of_records(value) if kind in (list, tuple) else None


def of_pandas(value, is_series):
    if is_series:
        value = value.to_frame("value" if value.name is None else value.name)
    columns = [column_name(name) for name in value.columns]
    levels, plain = index_levels(value.index)
    kept = value.iloc[: rows_kept(len(columns) + (0 if plain else len(levels)))].copy()
    if plain:
        return columns, lambda: kept.itertuples(index=False, name=None), len(value)
    rows = lambda: (
        (*(label if len(levels) > 1 else (label,)), *row)
        for label, row in zip(kept.index, kept.itertuples(index=False, name=None))
    )
    return [*levels, *columns], rows, len(value)


def index_levels(index):
    """What rows are called by, and whether they are only numbered."""
    names = [*index.names]
    plain = len(names) == 1 and names[0] is None and type(index).__name__ == "RangeIndex"
    numbered = lambda at: "index" if len(names) == 1 else f"level {at + 1}"
    return [numbered(at) if name is None else column_name(name) for at, name in enumerate(names)], plain


def column_name(name):
    return " / ".join(str(part) for part in name if str(part) != "") if isinstance(name, tuple) else str(name)


def of_records(value):
    """A list of dicts; of other things it is no table."""
    if not value or any(type(row) is not dict for row in value):
        return None
    columns = list(dict.fromkeys(name for row in value[:TABLE_ROWS] for name in row))
    if any(not isinstance(name, str) for name in columns):
        return None
    rows = [tuple(row.get(name) for name in columns) for row in value[: rows_kept(len(columns))]]
    return columns, lambda: rows, len(value)


def take_table():
    """The table as JSON; None where the cell has shown none."""
    global _last_table
    found, _last_table = _last_table, None
    if found is None:
        return None
    names, rows, count = found
    names = distinct_names([name[:NAME_LENGTH] for name in names[:TABLE_COLUMNS]])
    typed = [typed_column(cells) for cells in list(zip(*rows()))[: len(names)]]
    columns = [{"name": name, "type": kind} for name, (kind, _) in zip(names, typed)]
    kept = list(zip(*(cells for _, cells in typed)))
    return json.dumps({"columns": columns, "rows": kept, "count": count}, ensure_ascii=False)


def typed_column(cells):
    """The type of a column and its cells as they travel; the usual ones are not looked at one by one."""
    kinds = set(map(type, cells))
    if kinds == {float}:
        known = [None if cell != cell else cell for cell in cells]
        if None not in known and math.inf not in known and -math.inf not in known:
            return "float", known
    if kinds == {int} and max(cells) < SAFE_INTEGER and min(cells) > -SAFE_INTEGER:
        return "integer", cells
    if kinds == {str}:
        return "text", [cell[:CELL_LENGTH] for cell in cells]
    plain = [plain_value(cell) for cell in cells]
    kind = kind_of(plain)
    return kind, [cell_as(kind, cell) for cell in plain]


def distinct_names(names):
    taken = set()
    for at, name in enumerate(names):
        free, number = name or f"column {at + 1}", 2
        while free in taken:
            free, number = f"{name} ({number})", number + 1
        taken.add(free)
        names[at] = free
    return names


def plain_value(cell):
    """A value of Python's own; None for what is missing."""
    if cell is None or type(cell) in (str, bool, int):
        return cell
    if type(cell).__module__ == "numpy" and hasattr(cell, "item"):
        cell = cell.item()
    if isinstance(cell, float):
        return float(cell) if math.isfinite(cell) else None if math.isnan(cell) else str(cell)
    if isinstance(cell, decimal.Decimal):
        return cell if cell.is_finite() else None
    name = type(cell).__name__
    if name in ("NAType", "NaTType"):
        return None
    return cell if isinstance(cell, (bool, int, datetime.date, datetime.time)) else str(cell)[:CELL_LENGTH]


def kind_of(cells):
    kinds = {type(cell) for cell in cells if cell is not None}
    if not kinds:
        return "text"
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "integer"
    if kinds <= {int, float}:
        whole = float not in kinds or all(cell is None or float(cell).is_integer() for cell in cells)
        # Pandas makes integers with gaps into floats.
        return "integer" if whole and None in cells else "float"
    if kinds <= {int, decimal.Decimal}:
        return "decimal"
    if all(issubclass(kind, datetime.datetime) for kind in kinds):
        if any(cell is not None and cell.tzinfo is not None for cell in cells):
            return "text"
        midnight = all(cell is None or cell.time() == datetime.time() for cell in cells)
        return "date" if midnight else "timestamp"
    if kinds == {datetime.date}:
        return "date"
    return "time" if kinds == {datetime.time} else "text"


def cell_as(kind, cell):
    if cell is None:
        return None
    if kind == "integer":
        whole = int(cell)
        return whole if abs(whole) < SAFE_INTEGER else str(whole)
    if kind == "decimal":
        return format(cell, "f") if isinstance(cell, decimal.Decimal) else str(cell)
    if kind == "date":
        return cell.strftime("%Y-%m-%d") if cell.year > 999 else cell.isoformat()[:10]
    if kind == "timestamp":
        return cell.isoformat(sep="T", timespec="milliseconds" if cell.microsecond else "seconds")
    if kind in ("float", "boolean"):
        return float(cell) if kind == "float" else cell
    return str(cell)[:CELL_LENGTH]


def hook_print():
    """What is printed as a table is one, as what is returned is."""
    plain = builtins.print

    @functools.wraps(plain)
    def print_shown(*values, **options):
        plain(*values, **options)
        if options.get("file") is None and sys.stdout is sys.__stdout__:
            for value in values:
                note_table(value)

    builtins.print = print_shown


def emit_table():
    table = take_table()
    if table is not None:
        write_table(table.encode("utf-8", "replace"))
