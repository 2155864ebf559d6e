"""Admissions to a hospital: one row an admission; some patients come more than once, some have not left yet."""

from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, day, growth, mean, percent, quarter, read, values, where
from readings import any_of, leaders

FILE = "hospital_admissions.csv"


def questions():
    bank = Bank("admissions", [FILE])
    rows = read(FILE, numbers=["age"])
    for row in rows:
        row["begun"], row["over"] = day(row["admission_date"]), day(row["discharge_date"])
        row["days"] = (row["over"] - row["begun"]).days if row["over"] else None
        row["quarter"] = quarter(row["begun"])
    before, now = ([row for row in rows if row["begun"].year == year] for year in (2023, 2024))
    stays, women = values(rows, "days"), where(rows, sex="F")
    long = sum(days > 7 for days in stays)

    def length(part):
        return mean(part, "days")

    asked = bank.ask("How many admissions were there in 2024?", "count", "Rows admitted in 2024.", value(len(now)))
    bank.ask(
        "what's the change from the year before?",
        "growth",
        "2024 against 2023: the change in percent, the difference, or both years side by side.",
        any_of(
            value(growth(len(before), len(now)), PERCENT),
            value(len(now) - len(before)),
            table(["year"], {2023: len(before), 2024: len(now)}),
        ),
        before=[asked],
    )
    asked = bank.ask(
        "average length of stay by ward",
        "average",
        "Mean of the days from admission to discharge by ward, of those who have left.",
        table(["ward"], by(rows, "ward", length)),
        traits=["missing-word"],
    )
    bank.ask(
        "only patients over 65",
        "condition",
        "Mean of the days by ward of patients older than 65.",
        table(["ward"], by([row for row in rows if row["age"] > 65 and row["over"]], "ward", length)),
        before=[asked],
    )
    bank.ask(
        "How many patients haven't been discharged yet?",
        "missing",
        "Rows without a discharge date.",
        value(sum(row["over"] is None for row in rows)),
    )
    asked = bank.ask(
        "admissions per quarter",
        "trend",
        "Rows by quarter of the admission date.",
        table(["quarter"], by(rows, "quarter", len)),
        traits=["terse"],
    )
    bank.ask(
        "the same for cardiology only",
        "condition",
        "Rows of the ward Cardiology by quarter.",
        table(["quarter"], by(where(rows, ward="Cardiology"), "quarter", len)),
        before=[asked],
    )
    asked = bank.ask(
        "What is the most common diagnosis?",
        "best",
        "The diagnosis with the most rows.",
        winner(best(by(rows, "diagnosis", len))),
    )
    bank.ask(
        "and among women?",
        "best",
        "The diagnosis with the most rows of sex F.",
        winner(best(by(women, "diagnosis", len))),
        before=[asked],
    )
    bank.ask(
        "What's the mean age of emergency admissions?",
        "average",
        "Mean age over the rows of the type Emergency.",
        value(mean(where(rows, admission_type="Emergency"), "age")),
        traits=["part-of-value"],
    )
    bank.ask(
        "what proportion of stays lasted more than a week",
        "share",
        "Stays of more than 7 days by all that are over, or by all admissions.",
        any_of(value(percent(long, len(stays)), PERCENT), value(percent(long, len(rows)), PERCENT)),
        traits=["synonym"],
    )
    bank.ask(
        "How long was the longest stay?",
        "max",
        "The most days from admission to discharge.",
        value(max(stays)),
    )
    bank.ask(
        "How many patients were admitted more than once?",
        "condition",
        "Values of patient_id with more than one row.",
        value(sum(count > 1 for count in by(rows, "patient_id", len).values())),
    )
    young = [row for row in women if row["age"] < 50 and row["diagnosis"] in ("Gallstones", "Acute appendicitis")]
    bank.ask(
        "How many women under 50 came in for gallstones or appendicitis?",
        "condition",
        "Rows of sex F, younger than 50, with one of the two diagnoses: admissions, or different patients.",
        any_of(value(len(young)), value(len({row["patient_id"] for row in young}))),
        traits=["part-of-value", "synonym"],
    )
    bank.ask(
        "What does a stay cost on average?",
        "other topic",
        "There are stays, but no costs.",
        decline("the file has no costs", "cost"),
    )
    bank.ask(
        "Which ward is under the most pressure?",
        "opinion",
        "The ward with the most admissions, the most days, the longest stays, or the most who are still there.",
        any_of(
            *leaders(by(rows, "ward", len)),
            *leaders(by(rows, "ward", lambda part: sum(values(part, "days")))),
            *leaders(by(rows, "ward", length)),
            *leaders(by(now, "ward", len)),
            *leaders(by(rows, "ward", lambda part: sum(row["over"] is None for row in part))),
            *leaders(by(rows, "ward", lambda part: sum(row["admission_type"] == "Emergency" for row in part))),
        ),
        ambiguous=True,
    )
    return bank
