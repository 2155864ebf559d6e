"""What all generators share: seeded chance and writing of delimited text."""

import csv
import io
import random
from pathlib import Path

FILES = Path(__file__).resolve().parent.parent / "files"


def chance(name):
    """A source of chance of its own for each file, so that a change to one leaves the others as they are."""
    return random.Random(f"sixth bank of questions: {name}")


def weighted(rng, weights):
    """One key of a {key: weight} mapping."""
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def write(name, header, rows, delimiter=",", bom=False, quote_all=False):
    text = io.StringIO()
    style = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=style)
    writer.writerow(header)
    writer.writerows(rows)
    content = ("\ufeff" if bom else "") + text.getvalue()
    (FILES / name).write_text(content, encoding="utf-8", newline="\n")
