"""Computes every expected answer of the second folder and writes questions.json: `python3 answers.py`."""

import sys
from collections import Counter
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

sys.dont_write_bytecode = True

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent))

import reading

reading.FILES = FOLDER / "files"

_spec = spec_from_file_location("first_answers", FOLDER.parent / "answers.py")
first_folder = module_from_spec(_spec)
_spec.loader.exec_module(first_folder)
first_folder.FOLDER = FOLDER

MODULES = [
    "shop",
    "taxi",
    "haushalt",
    "exams",
    "gym",
    "tips",
    "web",
    "energy",
    "tickets",
    "library",
    "clinic",
    "air",
]


def main():
    questions = []
    for name in MODULES:
        module = import_module(f"questions.{name}")
        for entry in module.questions().questions:
            questions.append({**entry, "set": module.SET})
    first_folder.check(questions)
    text = first_folder.lines(questions) + "\n"
    (FOLDER / "questions.json").write_text(text, encoding="utf-8", newline="\n")
    print(
        len(questions), "questions:", *(dict(Counter(entry[field] for entry in questions)) for field in ("set", "kind"))
    )
    print(dict(Counter(entry["id"].rsplit("-", 1)[0] for entry in questions)))


if __name__ == "__main__":
    main()
