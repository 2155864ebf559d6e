"""Computes every expected answer of the bank from its files and writes questions.json: `python3 answers.py`."""

import json
import random
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

sys.dont_write_bytecode = True

FOLDER = Path(__file__).resolve().parent
MODULES = [
    "flights",
    "penguins",
    "orders",
    "customers",
    "movies",
    "births",
    "covid",
    "medals",
    "cars",
    "passengers",
    "employees",
    "sensors",
    "transactions",
    "election",
    "hospital",
    "subscriptions",
    "rechnungen",
    "survey",
    "stock",
]
OPEN_SHARE = 0.6
LINE_WIDTH = 120


def split(questions):
    """Open for building, sealed for judging at the end.

    A thread of follow-ups stays together, so that no sealed question is given away.
    """
    threads = {}
    for entry in questions:
        threads.setdefault(
            (entry["files"][0], entry["before"][0] if entry["before"] else entry["question"]), []
        ).append(entry)
    drawn = list(threads.values())
    random.Random("open or sealed").shuffle(drawn)
    done = 0
    for thread in drawn:
        for entry in thread:
            entry["set"] = "open" if done < OPEN_SHARE * len(questions) else "sealed"
        done += len(thread)


def lines(content, indent=0, used=0):
    """JSON as the repository formats it: objects one entry a line, lists on one line where they fit."""
    pad = " " * (indent + 2)
    if isinstance(content, dict) and content:
        entries = []
        for key, inner in content.items():
            head = f"{pad}{json.dumps(key, ensure_ascii=False)}: "
            entries.append(head + lines(inner, indent + 2, len(head)))
        return "{\n" + ",\n".join(entries) + "\n" + " " * indent + "}"
    if isinstance(content, list) and content:
        flat = json.dumps(content, ensure_ascii=False)
        if not any(isinstance(inner, (dict, list)) for inner in content):
            if used + len(flat) + 1 <= LINE_WIDTH:
                return flat
            if not any(isinstance(inner, str) for inner in content):
                return "[\n" + filled(content, pad) + "\n" + " " * indent + "]"
        return (
            "[\n"
            + ",\n".join(pad + lines(inner, indent + 2, indent + 2) for inner in content)
            + "\n"
            + " " * indent
            + "]"
        )
    return json.dumps(content, ensure_ascii=False)


def filled(numbers, pad):
    rows = [pad]
    for place, number in enumerate(numbers):
        text = json.dumps(number) + ("," if place < len(numbers) - 1 else "")
        if len(rows[-1].rstrip()) and len(rows[-1]) + 1 + len(text) > LINE_WIDTH:
            rows.append(pad)
        rows[-1] += (" " if rows[-1] != pad else "") + text
    return "\n".join(rows)


def check(questions):
    """What must hold of the bank as a whole."""
    per_file = Counter(file for entry in questions for file in entry["files"])
    existing = {path.name for path in (FOLDER / "files").iterdir()}
    asked = Counter((tuple(entry["files"]), tuple(entry["before"]), entry["question"].lower()) for entry in questions)
    faults = [f"asked twice: {key}" for key, count in asked.items() if count > 1]
    faults += [f"no such file: {name}" for name in set(per_file) - existing]
    faults += [f"only {per_file[name]} questions: {name}" for name in existing if per_file[name] < 12]
    known = {entry["question"] for entry in questions}
    faults += [f"{entry['id']}: unknown question before it" for entry in questions if not set(entry["before"]) <= known]
    if faults:
        raise SystemExit("\n".join(faults))


def main():
    questions = [entry for name in MODULES for entry in import_module(f"questions.{name}").questions().questions]
    split(questions)
    check(questions)
    (FOLDER / "questions.json").write_text(lines(questions) + "\n", encoding="utf-8", newline="\n")
    print(
        len(questions),
        "questions:",
        dict(Counter(entry["set"] for entry in questions)),
        dict(Counter(entry["language"] for entry in questions)),
    )


if __name__ == "__main__":
    main()
