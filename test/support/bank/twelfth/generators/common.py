"""The tools of the generators of this folder: seeded chance, and writing as exports are written."""

import csv
import io
from pathlib import Path
from random import Random

FILES = Path(__file__).resolve().parent.parent / "files"


def chance(name):
    return Random(f"twelfth: {name}")


def pick(rng, weights):
    """One of the keys of `weights`, as often as its weight says."""
    return rng.choices(list(weights), list(weights.values()))[0]


def save(name, header, rows, *, sep=",", encoding="utf-8", above=(), below=(), quoted=False, end="\n"):
    out = io.StringIO()
    for line in above:
        out.write(f"{line}{end}")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=sep, lineterminator=end, quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    for line in below:
        out.write(f"{line}{end}")
    (FILES / name).write_bytes(out.getvalue().encode(encoding))


def euro(number, places=2):
    """A figure as it is written in German: `1.234,50`."""
    return f"{number:,.{places}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
