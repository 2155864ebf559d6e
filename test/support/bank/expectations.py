"""The forms of an expected answer, and the bank that collects the questions."""

import math

PERCENT = "percent"


def figure(number):
    """A number as JSON keeps it: whole where it is whole, else twelve significant digits."""
    if not math.isfinite(number):
        raise ValueError(f"no figure: {number}")
    short = float(f"{number:.12g}")
    return int(short) if short == int(short) else short


def label(key):
    """A key of a group as text: tuples joined by |, whole numbers without decimals."""
    if isinstance(key, tuple):
        return "|".join(label(part) for part in key)
    return str(figure(key)) if isinstance(key, (int, float)) else str(key)


def value(content, unit=None, measure=None, tolerance=None):
    """One number or text. `measure`: the figure by which a text was chosen."""
    expected = {"value": content if isinstance(content, str) else figure(content)}
    if unit:
        expected["unit"] = unit
    if measure is not None:
        expected["measure"] = figure(measure)
    if tolerance:
        expected["tolerance"] = tolerance
    return expected


def winner(pair):
    """The text of a (key, figure) pair, with its figure."""
    return value(label(pair[0]), measure=pair[1])


def table(keys, rows, unit=None, subset=False):
    """Figures by group. `subset`: the answer may have more rows than these."""
    if not rows:
        raise ValueError("a table without rows")
    expected = {"table": {"keys": keys, "rows": {label(key): figure(number) for key, number in rows.items()}}}
    if unit:
        expected["unit"] = unit
    if subset:
        expected["table"]["subset"] = True
    return expected


def ranking(pairs, column):
    """Keys in order, with their figures beside them."""
    return {
        "rows": [label(key) for key, _ in pairs],
        "column": column,
        "ordered": True,
        "values": [figure(number) for _, number in pairs],
    }


def listing(keys, column):
    """Keys in any order."""
    if not keys:
        raise ValueError("a list without rows")
    return {"rows": [label(key) for key in keys], "column": column, "ordered": False}


def histogram(numbers, column):
    """Bins are the program's choice: their counts must add up to `count`, from `min` to `max`."""
    return {
        "histogram": {"column": column, "count": len(numbers), "min": figure(min(numbers)), "max": figure(max(numbers))}
    }


def decline(because, word=None):
    """No answer from these data; `word` is what the answer should name."""
    return {"decline": True, "because": because, **({"word": word} if word else {})}


def either(*expectations):
    if any(first == second for place, first in enumerate(expectations) for second in expectations[:place]):
        raise ValueError(f"two readings, one answer: {expectations[0]}")
    return {"either": list(expectations)}


class Bank:
    """Questions over some files. `ask` gives the question back, for follow-ups to name it in `before`."""

    def __init__(self, prefix, files, language="en"):
        self.prefix, self.files, self.language, self.questions = prefix, files, language, []

    def ask(self, question, kind, reading, expect, before=(), traits=(), ambiguous=False, language=None, files=None):
        traits = list(traits) + (["follow-up"] if before else [])
        entry = {
            "id": f"{self.prefix}-{len(self.questions) + 1:02d}",
            "files": files or self.files,
            "before": list(before),
            "question": question,
            "reading": reading,
            "expect": expect,
            "kind": kind,
            "traits": traits,
            "ambiguous": ambiguous,
            "language": language or self.language,
        }
        if ambiguous and "either" not in expect:
            raise ValueError(f"{entry['id']}: ambiguous, and one reading")
        self.questions.append(entry)
        return question
