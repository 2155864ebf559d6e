"""What all generators share: seeded chance, invented people, and writing of delimited text."""

import csv
import io
import random
from pathlib import Path

FILES = Path(__file__).resolve().parent.parent / "files"

WOMEN = [
    "Ada",
    "Bea",
    "Clara",
    "Dina",
    "Elif",
    "Fiona",
    "Greta",
    "Hanna",
    "Ines",
    "Jana",
    "Katrin",
    "Lena",
    "Mara",
    "Nadia",
    "Olga",
    "Paula",
    "Rosa",
    "Sara",
    "Tilda",
    "Vera",
]
MEN = [
    "Anton",
    "Bruno",
    "Carl",
    "David",
    "Emil",
    "Felix",
    "Georg",
    "Henrik",
    "Ivan",
    "Jonas",
    "Karim",
    "Leo",
    "Marc",
    "Nils",
    "Oskar",
    "Pavel",
    "Rasmus",
    "Simon",
    "Timo",
    "Victor",
]
LAST = [
    "Abbott",
    "Becker",
    "Castillo",
    "Dahl",
    "Engel",
    "Farrow",
    "Gruber",
    "Holm",
    "Ibsen",
    "Jansen",
    "Kovac",
    "Lund",
    "Moreau",
    "Novak",
    "Ostrom",
    "Petrov",
    "Quist",
    "Rossi",
    "Sandberg",
    "Thorne",
    "Urban",
    "Vogt",
    "Weiss",
    "Yilmaz",
    "Zeller",
]


def chance(name):
    """A source of chance of its own for each file, so that a change to one leaves the others as they are."""
    return random.Random(f"bank of questions: {name}")


def weighted(rng, weights):
    """One key of a {key: weight} mapping."""
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def people(rng, count):
    """`count` different (first, last, sex) persons."""
    everyone = [(first, last, "female") for first in WOMEN for last in LAST]
    everyone += [(first, last, "male") for first in MEN for last in LAST]
    return rng.sample(everyone, count)


def padded(rng, text, rate=0.03):
    """The text, now and then with a blank behind it, as in exports of fixed-width systems."""
    return text + " " if rng.random() < rate else text


def write(name, header, rows, delimiter=",", before="", after="", bom=False, quote_all=False):
    """Write one file: `before` and `after` are raw lines around the table."""
    text = io.StringIO()
    style = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=style)
    writer.writerow(header)
    writer.writerows(rows)
    content = ("\ufeff" if bom else "") + before + text.getvalue() + after
    (FILES / name).write_text(content, encoding="utf-8", newline="\n")
