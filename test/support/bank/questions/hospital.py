"""Stays in a hospital in two years, one file for each, alone and put together."""

from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, correlation, growth, mean, median, percent, quantile, read, top, total, values, where

STAY, COST = "length of stay (days)", "cost (EUR)"


def stays(year):
    rows = read(f"hospital_stays_{year}.csv", numbers=[STAY, COST, "age"], missing=(".", ""))
    for row in rows:
        row["year"], row["month"] = year, row["admitted"][:7]
    return rows


def stay(part):
    return mean(part, STAY)


def questions():
    old, new = stays(2023), stays(2024)
    bank = Bank("hospital", ["hospital_stays_2023.csv", "hospital_stays_2024.csv"])
    one_year(bank, new)
    both(bank, old, new)
    return bank


def one_year(bank, rows):
    def ask(*arguments, **options):
        return bank.ask(*arguments, files=["hospital_stays_2024.csv"], **options)

    ward = ask(
        "average length of stay by ward",
        "group",
        "Mean length of stay by ward.",
        table(["ward"], by(rows, "ward", stay)),
    )
    ask(
        "only private patients",
        "group",
        "The same where insurance is private.",
        table(["ward"], by(where(rows, insurance="private"), "ward", stay)),
        before=[ward],
    )
    ask(
        "median cost per case",
        "median",
        "Median of cost, cases without one left out.",
        value(median(rows, COST)),
        traits=["terse"],
    )
    ask(
        "how many patients were older than 80",
        "condition",
        "age above 80.",
        value(len([row for row in rows if row["age"] > 80])),
    )
    ask(
        "readmission rate by ward",
        "ratio",
        "readmitted Yes over all, by ward.",
        table(["ward"], by(rows, "ward", lambda part: percent(len(where(part, readmitted="Yes")), len(part))), PERCENT),
    )
    ask("admissions per month", "trend", "Rows by the month of admitted.", table(["month"], by(rows, "month", len)))
    ask(
        "cases with a stay of 10 to 14 days: how many?",
        "condition",
        "length of stay from 10 to 14.",
        value(len([row for row in rows if 10 <= row[STAY] <= 14])),
    )
    ask(
        "three most expensive cases",
        "top",
        "case_no by cost, highest first.",
        ranking(top({row["case_no"]: row[COST] for row in rows if row[COST] is not None}, 3), "case_no"),
    )
    ask(
        "how many bed days did we have in Cardiology",
        "sum",
        "Sum of length of stay where ward is Cardiology.",
        value(total(where(rows, ward="Cardiology"), STAY)),
        traits=["synonym"],
    )
    ask(
        "For how many cases is the cost missing?",
        "missing",
        "Cases with a dot in cost.",
        value(len(where(rows, **{COST: None}))),
    )
    ask(
        "cost per day by ward",
        "ratio",
        "Sum of cost over sum of days of the cases with a cost, or the mean of each case's cost per day.",
        either(
            table(
                ["ward"],
                by(
                    [row for row in rows if row[COST] is not None],
                    "ward",
                    lambda part: total(part, COST) / total(part, STAY),
                ),
            ),
            table(
                ["ward"],
                by(
                    [row for row in rows if row[COST] is not None],
                    "ward",
                    lambda part: mean(part, lambda row: row[COST] / row[STAY]),
                ),
            ),
        ),
    )
    ask(
        "which ward is the most expensive?",
        "best",
        "By the sum of cost, by the mean per case, or by the cost per day.",
        either(
            winner(best(by(rows, "ward", lambda part: total(part, COST)))),
            winner(best(by(rows, "ward", lambda part: mean(part, COST)))),
            winner(
                best(
                    by(
                        [row for row in rows if row[COST] is not None],
                        "ward",
                        lambda part: total(part, COST) / total(part, STAY),
                    )
                )
            ),
        ),
        ambiguous=True,
    )
    ask(
        "blood pressure by diagnosis",
        "group",
        "No blood pressure in the file.",
        decline("The file has no blood pressure.", "blood pressure"),
        traits=["missing-word"],
    )


def both(bank, old, new):
    rows = old + new
    change = bank.ask(
        "How did the average length of stay change from 2023 to 2024?",
        "union",
        "Mean of 2024 minus mean of 2023 in days, or in percent, or both means side by side.",
        either(
            value(stay(new) - stay(old), "days"),
            value(growth(stay(old), stay(new)), PERCENT),
            table(["year"], by(rows, "year", stay)),
        ),
    )
    bank.ask(
        "by ward",
        "union",
        "The same for each ward: the difference, the change in percent, or both means.",
        either(
            table(["ward"], ward_changes(old, new, lambda before, after: after - before)),
            table(["ward"], ward_changes(old, new, growth), PERCENT),
            table(["ward", "year"], by(rows, ("ward", "year"), stay)),
        ),
        before=[change],
    )
    bank.ask(
        "Hey, can you tell me how many cases we had in both years together?",
        "union",
        "Rows of the two files.",
        value(len(rows)),
        traits=["polite"],
    )
    bank.ask(
        "total cost by year",
        "union",
        "Sum of cost of each file.",
        table(["year"], by(rows, "year", lambda part: total(part, COST))),
    )
    bank.ask(
        "cases per ward and year",
        "union",
        "Rows by ward and file.",
        table(["ward", "year"], by(rows, ("ward", "year"), len)),
    )
    bank.ask(
        "which diagnosis was the most common over the two years",
        "union",
        "The diagnosis with the most rows in both files.",
        winner(best(by(rows, "diagnosis", len))),
    )
    bank.ask(
        "admissions per month over both years, as a line",
        "union",
        "Rows by the month of admitted from 2023-01 to 2024-12.",
        table(["month"], by(rows, "month", len)),
    )
    bank.ask(
        "average age 2023 vs 2024",
        "union",
        "Mean age of each file.",
        table(["year"], by(rows, "year", lambda part: mean(part, "age"))),
        traits=["terse"],
    )
    bank.ask(
        "correlation between age and length of stay in 2023 and 2024 combined",
        "union",
        "Pearson's r over the rows of both files.",
        value(correlation(rows, "age", STAY)),
    )
    bank.ask(
        "by how many percent did the number of stroke patients rise?",
        "union",
        "Rows with diagnosis Stroke in 2024 against 2023.",
        value(growth(len(where(old, diagnosis="Stroke")), len(where(new, diagnosis="Stroke"))), PERCENT),
    )
    bank.ask(
        "95th percentile of length of stay over both files",
        "union",
        "Percentile 95 with linear interpolation.",
        value(quantile(values(rows, STAY), 0.95)),
    )
    bank.ask(
        "share of private patients by year",
        "union",
        "insurance private over all, by file.",
        table(
            ["year"], by(rows, "year", lambda part: percent(len(where(part, insurance="private")), len(part))), PERCENT
        ),
    )
    bank.ask(
        "is the hospital any good?", "opinion", "A judgement.", decline("Whether it is good is no figure of the files.")
    )


def ward_changes(old, new, compare):
    before, after = by(old, "ward", stay), by(new, "ward", stay)
    return {ward: compare(before[ward], after[ward]) for ward in before}
