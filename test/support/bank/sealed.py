"""A folder of sealed questions: twelve files, as many questions each. Its answers.py names its modules and calls `write`."""

import sys
from collections import Counter
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

BANK = Path(__file__).resolve().parent


def tools():
    """The bank's own answers.py under another name, as that of the folder has its own."""
    spec = spec_from_file_location("bank_answers", BANK / "answers.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def groups(questions):
    by_prefix = {}
    for entry in questions:
        by_prefix.setdefault(entry["id"].rsplit("-", 1)[0], []).append(entry)
    return by_prefix


def check(folder, questions, size):
    existing = {path.name for path in (folder / "files").iterdir()}
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
        if forms != (*size, 1, 1):
            faults.append(f"{prefix}: questions, follow-ups, declined, ambiguous: {forms}")
    if faults:
        raise SystemExit("\n".join(faults))


def write(folder, modules, size=(16, 4)):
    """Computes the expected answers of a folder's question modules, checks their form, and writes its questions.json.

    `size`: how many questions each file has, and how many of them follow up on another.
    """
    sys.dont_write_bytecode = True
    sys.path += [str(BANK / "third")]
    import reading

    reading.FILES = folder / "files"
    questions = []
    for name in modules:
        entries = import_module(f"questions.{name}").questions().questions
        questions += [{**entry, "set": "sealed"} for entry in entries]
    check(folder, questions, size)
    (folder / "questions.json").write_text(tools().lines(questions) + "\n", encoding="utf-8", newline="\n")
    print(
        len(questions),
        "questions:",
        dict(Counter(entry["set"] for entry in questions)),
        dict(Counter(entry["language"] for entry in questions)),
        dict(Counter(entry["kind"] for entry in questions)),
    )
