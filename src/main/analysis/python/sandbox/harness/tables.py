"""`import assay`: the tables of the thread, with the types that Assay found."""
import os
import sys
import types

# What the app said with the cell that runs: name, file, rows, columns, and where it lies or why it does not.
_tables = []
# Microseconds: of a day, and how far nanoseconds of 64 bits reach.
DAY = 86_400_000_000
CENTURIES = 292 * 365 * DAY


class UnknownTable(LookupError):
    """There is no table of this name in the thread, or no column of this name in the table."""


class TableUnavailable(LookupError):
    """The table is there, and its rows could not be laid ready for code."""


def tables():
    """The tables of this thread: their names, files, numbers of rows, and columns with the types that Assay found."""
    return [
        {
            "name": table["name"],
            "file": table["file"],
            "rows": table["rows"],
            "columns": {column["name"]: column["type"] for column in table["columns"]},
        }
        for table in _tables
    ]


def table(name, columns=None, exact=False):
    """
    A table of this thread as a DataFrame, or as a list of dictionaries where there is no pandas.

    name     what queries call it, such as "sales", or the name of its file, such as "sales.csv"
    columns  only these, in this order; the others are not read
    exact    decimals as decimal.Decimal rather than as floats; without pandas they always are

    Missing values are NaN, NaT, pd.NA (whole numbers, booleans) or None (texts, times), and None without pandas.
    """
    about = find_table(name)
    if about["path"] is None:
        raise TableUnavailable(f"{about['name']}: {about['problem']}")
    with ParquetFile(about["path"]) as file:
        # A thread may call the columns of its file otherwise.
        file.columns = [(called["name"], kind) for called, (_, kind) in zip(about["columns"], file.columns)]
        names = [column for column, _ in file.columns]
        wanted = names if columns is None else [columns] if isinstance(columns, str) else list(columns)
        for column in wanted:
            if column not in names:
                raise UnknownTable(f"{about['name']} has no column {column!r}. Its columns are: {listed(names)}.")
        places = [names.index(column) for column in wanted]
        pandas = pandas_here()
        if pandas is not None:
            return data_frame(pandas, file, places, exact)
        values = [python_values(file, place) for place in places]
        if not values:
            return [{} for _ in range(file.rows)]
        return [dict(zip(wanted, row)) for row in zip(*values)]


def pandas_here():
    try:
        import pandas
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "pandas":
            raise
        return None
    return pandas


def plain_name(name):
    return "".join(letter if letter.isalnum() else "_" for letter in name.casefold()).strip("_")


def find_table(name):
    name = str(name)
    stem = lambda table: table["file"].rpartition(".")[0] or table["file"]
    # The nearer the name is to what a table is called, the sooner it counts.
    for is_meant in (
        lambda table: table["name"] == name,
        lambda table: table["file"] == name,
        lambda table: name.casefold() in (table["name"].casefold(), table["file"].casefold(), stem(table).casefold()),
        lambda table: plain_name(name) in (plain_name(table["name"]), plain_name(table["file"]), plain_name(stem(table))),
    ):
        found = [table for table in _tables if is_meant(table)]
        if len(found) == 1:
            return found[0]
        if found:
            several = listed([table["name"] for table in found])
            raise UnknownTable(f"Several tables come from {name}: {several}. Use one of these names.")
    if not _tables:
        raise UnknownTable(f"There is no table {name!r}: this conversation has no data of Assay's. {files_here()}")
    raise UnknownTable(f"There is no table {name!r}. The tables are: {listed([table['name'] for table in _tables])}.")


def files_here():
    try:
        names = sorted(os.listdir(DATA_FOLDER))
    except OSError:
        names = []
    return f"Read the files of {'/mnt/data'}: {listed(names)}." if names else "There are no files under /mnt/data either."


def listed(names):
    shown = ", ".join(names[:50])
    return shown if len(names) <= 50 else f"{shown} and {len(names) - 50} more"


def python_values(file, place):
    convert, values = as_python(file.columns[place][1]), []
    for stored, there, _ in file.parts(place, convert, None):
        if there is None:
            values.extend(stored)
        else:
            each = iter(stored)
            values.extend(next(each) if is_there else None for is_there in there)
    return values


def data_frame(pandas, file, places, exact):
    series = {}
    for place in places:
        series[file.columns[place][0]] = column_series(pandas, file, place, exact)
    # Rows are counted also where no column is wanted; with an index given besides, older ones look at each value.
    return pandas.DataFrame(series) if series else pandas.DataFrame(index=pandas.RangeIndex(file.rows))


def column_series(pandas, file, place, exact):
    import numpy

    field = file.columns[place][1]
    kind, meaning, scale = field[1], field.get(6), field.get(7, 0)
    fraction = meaning == DECIMAL and scale > 0
    if kind == BYTES or meaning == TIME_MICROS or (fraction and exact) or (kind == FIXED and not fraction):
        values, there = gathered(file, place, as_python(field), numpy)
        return pandas.Series(with_gaps(values, there, None), dtype=object)
    values, there = gathered(file, place, None, numpy)
    if fraction:
        values = floats_of(values, numpy) if kind == FIXED else values
        return pandas.Series(with_gaps(values / 10.0**scale, there, numpy.nan))
    if meaning in (DATE, TIMESTAMP_MICROS):
        return moments(pandas, numpy, values, there, "D" if meaning == DATE else "us")
    if kind in (DOUBLE, FLOAT):
        return pandas.Series(with_gaps(values, there, numpy.nan))
    if there is None:
        return pandas.Series(values)
    array = pandas.arrays.BooleanArray if kind == BOOLEAN else pandas.arrays.IntegerArray
    return pandas.Series(array(values, ~there))


def gathered(file, place, convert, numpy):
    """All values of a column in one array that is its own, and where there are any: None for everywhere."""
    values, present, whole = [], [], True
    for stored, there, count in file.parts(place, convert, numpy):
        mask = numpy.ones(count, bool) if there is None else there.astype(bool)
        if there is not None:
            whole = False
            spread = numpy.zeros(count, stored.dtype)
            spread[mask] = stored
            stored = spread
        values.append(stored)
        present.append(mask)
    if not values:
        kind = file.columns[place][1][1]
        empty = bool if kind == BOOLEAN else FORMATS.get(kind, object)
        return numpy.zeros(0, object if convert else empty), None
    return numpy.concatenate(values), None if whole else numpy.concatenate(present)


def floats_of(values, numpy):
    """Whole numbers of 16 bytes."""
    if len(values) == 0:
        return numpy.zeros(0)
    halves = numpy.frombuffer(values.tobytes(), ">i8").reshape(-1, 2).astype("int64")
    if (halves[:, 0] == halves[:, 1] >> 63).all():
        return halves[:, 1]
    return numpy.array([float(wide(value)) for value in values.tolist()])


def with_gaps(values, there, gap):
    if there is not None:
        values[~there] = gap
    return values


def moments(pandas, numpy, values, there, unit):
    """As datetime64, of nanoseconds where these reach so far; as dates of Python's where pandas is too old for others."""
    micros = values.astype("int64") * (DAY if unit == "D" else 1)
    known = micros if there is None else micros[there]
    near = len(known) == 0 or (abs(int(known.min())) < CENTURIES and abs(int(known.max())) < CENTURIES)
    stamps = (micros * 1000).view("M8[ns]") if near else micros.view("M8[us]")
    if there is not None:
        stamps[~there] = numpy.datetime64("NaT")
    if near or int(pandas.__version__.partition(".")[0]) >= 2:
        return pandas.Series(stamps)
    return pandas.Series(stamps.astype(f"M8[{unit}]").astype(object), dtype=object)


def set_tables(given):
    _tables[:] = given


def open_tables():
    """Makes `import assay` work."""
    module = types.ModuleType("assay", "The tables of this thread of Assay's: tables() lists them, table(name) gives one.")
    module.__all__ = ["table", "tables", "UnknownTable", "TableUnavailable"]
    for part in (table, tables, UnknownTable, TableUnavailable):
        part.__module__ = "assay"
        setattr(module, part.__name__, part)
    sys.modules["assay"] = module
