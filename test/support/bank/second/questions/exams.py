from collections import Counter

from expectations import PERCENT, Bank, decline, either, listing, table, value
from reading import by, mean, percent, read, values, where

from .common import any_of, best_of

SET = "open"


def passed(part):
    return percent(sum(row["Passed"] == "yes" for row in part), len(part))


def counts(*numbers):
    return any_of(*(value(number) for number in numbers))


def questions():
    years = {year: read(f"exam_results_{year}.csv", numbers=("Points",)) for year in ("2023", "2024")}
    for year, part in years.items():
        for row in part:
            row["year"] = year
    old, new = years.values()
    both = old + new
    bank = Bank("exams", ["exam_results_2023.csv", "exam_results_2024.csv"])
    ask = bank.ask

    ask(
        "How many exams were sat each year?",
        "union",
        "Rows of each file; with or without those who did not show up.",
        either(
            table(["year"], by(both, "year", len)),
            table(["year"], by(both, "year", lambda part: len(values(part, "Points")))),
        ),
    )
    rates = {year: passed(part) for year, part in years.items()}
    sat = {year: passed([row for row in part if row["Points"] is not None]) for year, part in years.items()}
    rate = ask(
        "pass rate 2023 vs 2024",
        "union",
        "Passed yes, of all rows of the year; or of those who sat the exam.",
        either(table(["year"], rates, unit=PERCENT), table(["year"], sat, unit=PERCENT)),
        traits=["terse"],
    )
    took = [row for row in both if row["Points"] is not None]
    ask(
        "break that down by faculty",
        "union",
        "The same rate for each faculty and year.",
        either(
            table(["Faculty", "year"], by(both, ("Faculty", "year"), passed), unit=PERCENT),
            table(["Faculty", "year"], by(took, ("Faculty", "year"), passed), unit=PERCENT),
        ),
        before=[rate],
    )
    ask(
        "average points by course in 2024",
        "group",
        "Mean of Points for each course, file of 2024.",
        table(["Course"], by(new, "Course", lambda part: mean(part, "Points"))),
    )
    averages = by(new, "Course", lambda part: mean(part, "Points"))
    earlier = by(old, "Course", lambda part: mean(part, "Points"))
    change = {course: figure - earlier[course] for course, figure in averages.items()}
    before, after = by(old, "Course", passed), by(new, "Course", passed)
    rate_change = {course: after[course] - before[course] for course in after}
    ask(
        "Which course improved the most compared with last year?",
        "growth",
        "The course with the greatest rise of mean points from 2023 to 2024, in points; or of the pass rate.",
        best_of(change, {course: averages[course] / earlier[course] for course in change}, rate_change),
        traits=["synonym"],
    )
    failing = [row for row in new if row["Grade"] == "F"]
    fails = ask(
        "how many students failed in 2024?",
        "condition",
        "Rows with Passed no, with or without absence; or the number of different students of these.",
        counts(
            len(where(new, Passed="no")),
            len(failing),
            len({row["Student"] for row in where(new, Passed="no")}),
            len({row["Student"] for row in failing}),
        ),
    )
    ask(
        "and in 2023?",
        "condition",
        "The same count, file of 2023.",
        counts(
            len(where(old, Passed="no")),
            len(where(old, Grade="F")),
            len({row["Student"] for row in where(old, Passed="no")}),
            len({row["Student"] for row in where(old, Grade="F")}),
        ),
        before=[fails],
    )
    grades = ask(
        "Grade distribution for 2024, please",
        "distribution",
        "Rows for each grade, file of 2024.",
        table(["Grade"], Counter(row["Grade"] for row in new)),
        traits=["polite"],
    )
    ask(
        "only first attempts",
        "distribution",
        "The same counts where Attempt is 1.",
        table(["Grade"], Counter(row["Grade"] for row in new if row["Attempt"] == "1")),
        before=[grades],
    )
    examiners = by(both, "Examiner", lambda part: mean(part, "Points"))
    strict = ask(
        "which examiner is the strictest?",
        "best",
        "The examiner with the lowest mean points over both years; or with the lowest pass rate.",
        best_of(examiners, by(both, "Examiner", passed), by(took, "Examiner", passed), lowest=True),
    )
    ask(
        "avg points per examiner then",
        "group",
        "Mean of Points for each examiner, both years.",
        table(["Examiner"], examiners),
        before=[strict],
    )
    ask(
        "how many As did databases have over both years",
        "union",
        "Rows with course Databases and grade A in both files.",
        value(len(where(both, Course="Databases", Grade="A"))),
    )
    ask(
        "Who did not show up in 2024?",
        "list",
        "Students with grade NS in the file of 2024.",
        listing(sorted({row["Student"] for row in where(new, Grade="NS")}), "Student"),
        traits=["synonym"],
    )
    students = {row["Student"] for row in old} & {row["Student"] for row in new}
    ask(
        "how many studnets wrote exams in both years?",
        "union",
        "Different values of Student that stand in both files; or of those who sat an exam in both.",
        counts(
            len(students),
            len(
                {row["Student"] for row in old if row["Points"] is not None}
                & {row["Student"] for row in new if row["Points"] is not None}
            ),
        ),
        traits=["misspelling"],
    )
    ask(
        "was 2024 a better year than 2023?",
        "union",
        "Mean points of the two years; or their pass rates, of all or of those who sat the exam.",
        either(
            table(["year"], by(both, "year", lambda part: mean(part, "Points"))),
            table(["year"], rates, unit=PERCENT),
            table(["year"], sat, unit=PERCENT),
        ),
        ambiguous=True,
    )
    ask(
        "do women get better grades than men",
        "missing",
        "There is no gender in the files.",
        decline("The files do not say who is a woman.", word="women"),
        traits=["missing-word"],
    )
    return bank
