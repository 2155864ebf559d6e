"""Computes every expected answer of this folder from its files and writes questions.json: `python3 answers.py`.

The tools are those of the bank above, and `readings.py` of the third. Everything is sealed.
"""

import sys
from collections import Counter
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

sys.dont_write_bytecode = True

FOLDER = Path(__file__).resolve().parent
BANK = FOLDER.parent
sys.path += [str(BANK), str(BANK / "third")]

import reading

reading.FILES = FOLDER / "files"

MODULES = [
    "adventure",
    "payments",
    "queries",
    "issues",
    "shopify",
    "umsaetze",
    "hours",
    "stock",
    "admissions",
    "marks",
    "mice",
    "energy",
]


def tools():
    """The bank's answers.py under another name, as this file has its own."""
    spec = spec_from_file_location("bank_answers", BANK / "answers.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check(questions):
    existing = {path.name for path in (FOLDER / "files").iterdir()}
    asked = Counter((tuple(entry["files"]), tuple(entry["before"]), entry["question"].lower()) for entry in questions)
    faults = [f"asked twice: {key}" for key, count in asked.items() if count > 1]
    if unlike := existing ^ {file for entry in questions for file in entry["files"]}:
        faults.append(f"not the files: {unlike}")
    known = {(entry["files"][0], entry["question"]) for entry in questions}
    for entry in questions:
        if any((entry["files"][0], text) not in known for text in entry["before"]):
            faults.append(f"{entry['id']}: unknown question before it")
    for prefix, entries in groups(questions).items():
        forms = (
            len(entries),
            sum(bool(entry["before"]) for entry in entries),
            sum("decline" in entry["expect"] for entry in entries),
            sum(entry["ambiguous"] for entry in entries),
        )
        if forms != (16, 4, 1, 1):
            faults.append(f"{prefix}: questions, follow-ups, declined, ambiguous: {forms}")
    if faults:
        raise SystemExit("\n".join(faults))


def groups(questions):
    found = {}
    for entry in questions:
        found.setdefault(entry["id"].rsplit("-", 1)[0], []).append(entry)
    return found


def main():
    questions = []
    for name in MODULES:
        entries = import_module(f"questions.{name}").questions().questions
        questions += [{**entry, "set": "sealed"} for entry in entries]
    check(questions)
    (FOLDER / "questions.json").write_text(tools().lines(questions) + "\n", encoding="utf-8", newline="\n")
    print(
        len(questions),
        "questions:",
        dict(Counter(entry["set"] for entry in questions)),
        dict(Counter(entry["language"] for entry in questions)),
        dict(Counter(entry["kind"] for entry in questions)),
    )


if __name__ == "__main__":
    main()
