"""A time report of Clockify: one row an entry, several a day."""

from datetime import timedelta

from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, day, percent, read, total, where
from readings import any_of, leaders

FILE = "Clockify_Time_Report_Detailed_01_01_2024-03_31_2024.csv"
HOURS = "Duration (decimal)"
MONEY = "Billable Amount (USD)"


def hours(rows):
    return total(rows, HOURS)


def monday(row):
    return str(row["date"] - timedelta(days=row["date"].weekday()))


def questions():
    bank = Bank("hours", [FILE])
    rows = read(FILE, numbers=[HOURS, MONEY, "Billable Rate (USD)"])
    for row in rows:
        row["date"] = day(row["Start Date"], "%m/%d/%Y")
    billable, ravi = where(rows, Billable="Yes"), where(rows, User="Ravi Menon")
    february = [row for row in rows if row["date"].month == 2]
    app = where(rows, Project="Mobile App")

    asked = bank.ask("How many hours did we log in total?", "sum", "Sum of Duration (decimal).", value(hours(rows)))
    bank.ask(
        "how much of that was billable?",
        "condition",
        "Sum of the hours with Billable Yes, or their share of all.",
        any_of(value(hours(billable)), value(percent(hours(billable), hours(rows)), PERCENT)),
        before=[asked],
    )
    asked = bank.ask(
        "hours per employee",
        "group",
        "Sum of hours by User.",
        table(["User"], by(rows, "User", hours)),
        traits=["terse", "synonym"],
    )
    bank.ask(
        "by project instead",
        "group",
        "Sum of hours by Project.",
        table(["Project"], by(rows, "Project", hours)),
        before=[asked],
        traits=["terse"],
    )
    bank.ask(
        "Who worked the most in February?",
        "best",
        "The User with the highest sum of hours in February.",
        winner(best(by(february, "User", hours))),
        traits=["synonym"],
    )
    bank.ask(
        "What percentage of Ravi's hours is billable?",
        "share",
        "Hours of Ravi Menon with Billable Yes by all hours of his.",
        value(percent(hours(where(ravi, Billable="Yes")), hours(ravi)), PERCENT),
        traits=["part-of-value"],
    )
    asked = bank.ask(
        "Show me the hours week by week",
        "trend",
        "Sum of hours by week, named by its Monday.",
        table(["week"], by(rows, monday, hours)),
    )
    bank.ask(
        "only for the mobile app",
        "condition",
        "Sum of hours of the project Mobile App by week.",
        table(["week"], by(app, monday, hours)),
        before=[asked],
    )
    bank.ask(
        "On days when he works, how many hours does Owen log on average?",
        "ratio",
        "Hours of Owen Price by the number of his different dates.",
        value(hours(where(rows, User="Owen Price")) / len({row["date"] for row in where(rows, User="Owen Price")})),
        traits=["part-of-value"],
    )
    bank.ask(
        "how many entries are longer than 3 hours",
        "condition",
        "Rows with more than 3 hours.",
        value(sum(row[HOURS] > 3 for row in rows)),
    )
    bank.ask(
        "How many entries lack a description?",
        "missing",
        "Rows without a Description.",
        value(sum(row["Description"] is None for row in rows)),
        traits=["synonym"],
    )
    asked = bank.ask(
        "billable amount by client",
        "group",
        "Sum of Billable Amount (USD) by Client.",
        table(["Client"], by(rows, "Client", lambda part: total(part, MONEY))),
        traits=["terse"],
    )
    bank.ask(
        "who brought in the most?",
        "best",
        "The Client with the highest sum of Billable Amount (USD).",
        winner(best(by(rows, "Client", lambda part: total(part, MONEY)))),
        before=[asked],
        traits=["synonym"],
    )
    bank.ask(
        "How many hours were worked at weekends?",
        "condition",
        "Sum of hours whose Start Date is a Saturday or a Sunday.",
        value(hours([row for row in rows if row["date"].weekday() > 4])),
    )
    bank.ask(
        "How many vacation days does Julia have left?",
        "other topic",
        "There are hours worked, but no vacation.",
        decline("the file has no vacation days", "vacation"),
    )
    bank.ask(
        "Who is the busiest person on the team?",
        "opinion",
        "The User with the most hours, the most entries, the most days, or the most hours a day.",
        any_of(
            *leaders(by(rows, "User", hours)),
            *leaders(by(rows, "User", len)),
            *leaders(by(rows, "User", lambda part: len({row["date"] for row in part}))),
            *leaders(by(rows, "User", lambda part: hours(part) / len({row["date"] for row in part}))),
            *leaders(by(rows, "User", lambda part: hours(part) / len(part))),
        ),
        ambiguous=True,
    )
    return bank
