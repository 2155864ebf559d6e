from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, day, mean, median, percent, read, total, where

from .common import any_of, best_of

SET = "open"


def questions():
    members = read("gym_members.csv", numbers=("Visits 2024", "PT sessions", "Monthly fee"), symbols="$")
    for row in members:
        row["joined"], row["left"] = day(row["Joined"], "%m/%d/%Y"), day(row["Cancelled"], "%m/%d/%Y")
    current = [row for row in members if row["left"] is None]
    bank = Bank("gym", ["gym_members.csv"])
    ask = bank.ask

    now = ask(
        "how many active members do we have right now?",
        "count",
        "Rows without a date of cancellation.",
        value(len(current)),
    )
    ask(
        "by club?",
        "group",
        "The same count for each club.",
        table(["Club"], by(current, "Club", len)),
        before=[now],
        traits=["terse"],
    )
    ask(
        "Average number of visits in 2024 for each membership",
        "group",
        "Mean of Visits 2024 for each membership, over all rows.",
        table(["Membership"], by(members, "Membership", lambda part: mean(part, "Visits 2024"))),
    )
    ask(
        "who came most often in 2024?",
        "best",
        "The member with the highest Visits 2024.",
        winner(best({row["Name"]: row["Visits 2024"] for row in members})),
        traits=["synonym"],
    )
    often = ask(
        "How many people came more than 100 times?",
        "condition",
        "Rows with Visits 2024 above 100.",
        value(len([row for row in members if row["Visits 2024"] > 100])),
        traits=["synonym"],
    )
    ask(
        "and how many not even once",
        "condition",
        "Rows with Visits 2024 of 0; of all, or of those who have not cancelled.",
        any_of(
            value(len([row for row in members if row["Visits 2024"] == 0])),
            value(len([row for row in current if row["Visits 2024"] == 0])),
        ),
        before=[often],
    )
    new = ask(
        "new members per year",
        "trend",
        "Rows for each year of Joined.",
        table(["year"], by(members, lambda row: row["joined"].year, len)),
        traits=["terse"],
    )
    ask(
        "just downtown please",
        "trend",
        "The same counts, club Downtown.",
        table(["year"], by(where(members, Club="Downtown"), lambda row: row["joined"].year, len)),
        before=[new],
        traits=["polite"],
    )
    ask(
        "how many quit in 2024",
        "condition",
        "Rows with a date of cancellation in 2024.",
        value(len([row for row in members if row["left"] and row["left"].year == 2024])),
        traits=["synonym"],
    )
    known = [row for row in members if row["Gender"]]
    known_now = [row for row in current if row["Gender"]]
    ask(
        "What share of our members are women?",
        "share",
        "Gender F, of all rows or of those with a gender; of all members or of those who have not cancelled.",
        any_of(
            *(
                value(percent(len(where(part, Gender="F")), len(part)), unit=PERCENT)
                for part in (members, known, current, known_now)
            )
        ),
        traits=["synonym"],
    )
    fees = ask(
        "How much do the current members pay us each month, in total?",
        "sum",
        "Sum of Monthly fee over rows without a date of cancellation.",
        value(total(current, "Monthly fee")),
    )
    ask(
        "split it by membership",
        "group",
        "The same sum for each membership.",
        table(["Membership"], by(current, "Membership", lambda part: total(part, "Monthly fee"))),
        before=[fees],
    )
    ask(
        "which club has the most premium members",
        "best",
        "The club with the most rows of membership Premium; of all, or of those who have not cancelled.",
        best_of(
            by(where(members, Membership="Premium"), "Club", len), by(where(current, Membership="Premium"), "Club", len)
        ),
    )
    ask(
        "members who joined between 1 March and 30 June 2024, how many?",
        "period",
        "Rows with Joined from 2024-03-01 to 2024-06-30.",
        value(len([row for row in members if row["joined"].year == 2024 and 3 <= row["joined"].month <= 6])),
    )
    ask(
        "total visits in 2024 without the students",
        "negation",
        "Sum of Visits 2024 over rows whose membership is not Student.",
        value(total([row for row in members if row["Membership"] != "Student"], "Visits 2024")),
        traits=["part-of-value"],
    )
    ask(
        "How many members come in the morning?",
        "missing",
        "There are no times of day in the file.",
        decline("The file does not say at what time members come.", word="morning"),
        traits=["missing-word"],
    )
    ask(
        "how active are our members",
        "average",
        "Mean or median of Visits 2024, of all members or of those who have not cancelled.",
        either(
            value(mean(members, "Visits 2024")),
            value(mean(current, "Visits 2024")),
            value(median(members, "Visits 2024")),
            value(median(current, "Visits 2024")),
        ),
        ambiguous=True,
    )
    return bank
