"""Players of a football game: one row a player; amounts such as €64.5M and €214K, heights such as 5'10, 174lbs."""

from expectations import Bank, decline, either, listing, ranking, table, value
from reading import by, correlation, day, mean, percent, read, top, total, values, where
from readings import any_of

SCALES = {"M": 1e6, "K": 1e3}


def amount(text):
    return None if text is None else round(float(text.strip("€MK")) * SCALES.get(text[-1], 1), 2)


def questions():
    rows = read("data.csv", ["Age", "Overall", "Potential", "Weight"], symbols="lbs")
    for row in rows:
        for column in ("Value", "Wage", "Release Clause"):
            row[column] = amount(row[column])
        feet, inches = row["Height"].split("'")
        row["inches"] = 12 * int(feet) + int(inches)
        row["joined"] = day(row["Joined"], "%b %d, %Y")
    bank = Bank("players", ["data.csv"])
    ask = bank.ask

    def left(part):
        return percent(len(where(part, **{"Preferred Foot": "Left"})), len(part))

    ask("how many players do we have", "count", "Rows.", value(len(rows)))
    ask(
        "average age by position",
        "group",
        "Mean of Age by Position.",
        table(["Position"], by(rows, "Position", lambda part: mean(part, "Age"))),
    )
    ratings = by(rows, "Club", lambda part: mean(part, "Overall"))
    clubs = ask(
        "Mean overall rating per club",
        "group",
        "Mean of Overall by Club.",
        table(["Club"], ratings),
    )
    ask(
        "only the top 3",
        "top",
        "The three clubs with the highest mean of Overall.",
        ranking(top(ratings, 3), "Club"),
        before=[clubs],
        traits=["terse"],
    )
    ask(
        "Who are the 5 most valuable players?",
        "top",
        "The five names with the highest Value.",
        ranking(top({row["Name"]: row["Value"] for row in rows}, 5), "Name"),
        traits=["synonym"],
    )
    bill = ask(
        "What is FC Barcelona's total wage bill?",
        "sum",
        "Sum of Wage where Club is FC Barcelona, in euros a week.",
        value(total(where(rows, Club="FC Barcelona"), "Wage")),
    )
    ask(
        "and Real Madrid's?",
        "sum",
        "The same where Club is Real Madrid.",
        value(total(where(rows, Club="Real Madrid"), "Wage")),
        before=[bill],
        traits=["terse"],
    )
    foot = ask(
        "What share of the players is left-footed?",
        "share",
        "Rows whose Preferred Foot is Left, of all rows.",
        value(left(rows), unit="percent"),
        traits=["synonym"],
    )
    ask(
        "by position please",
        "share",
        "The same by Position.",
        table(["Position"], by(rows, "Position", left), unit="percent"),
        before=[foot],
        traits=["terse", "polite"],
    )
    young = [row for row in rows if row["Age"] < 21 and row["Potential"] >= 85]
    talents = ask(
        "Players under 21 with a potential of 85 or higher?",
        "list",
        "Names of the rows with an Age below 21 and a Potential of at least 85, or their number.",
        either(listing([row["Name"] for row in young], "Name"), value(len(young))),
    )
    ask(
        "whats their average value",
        "average",
        "Mean of Value of these rows.",
        value(mean(young, "Value")),
        before=[talents],
        traits=["misspelling"],
    )
    ask(
        "How many joined their club before 2015?",
        "condition",
        "Rows with a Joined before 2015-01-01.",
        value(sum(moment.year < 2015 for moment in values(rows, "joined"))),
    )
    ask(
        "how many players are on loan?",
        "condition",
        "Rows with a Loaned From.",
        value(len(values(rows, "Loaned From"))),
    )
    ask(
        "is there a correlation between age and overall",
        "correlation",
        "Pearson's r of Age and Overall.",
        value(correlation(rows, "Age", "Overall")),
    )
    ask(
        "How many goals did the strikers score?",
        "other topic",
        "The file has no goals.",
        decline("There is no column of goals.", "goals"),
    )
    ask(
        "Who's the best player?",
        "opinion",
        "The name with the highest Overall, Potential, Value, or Wage.",
        any_of(
            *(
                value(row["Name"], measure=row[column])
                for column in ("Overall", "Potential", "Value", "Wage")
                for row in rows
                if row[column] == max(other[column] for other in rows)
            )
        ),
        ambiguous=True,
    )
    return bank
