from expectations import PERCENT, Bank, decline, ranking, table, value
from reading import by, correlation, day, mean, month, percent, read, top, total, where

from .common import any_of, best_of

SET = "open"


def questions():
    bills = read("restaurant_tips.csv", numbers=("Party size", "Bill ($)", "Tip ($)"))
    for row in bills:
        row["date"] = day(row["Date"], "%m/%d/%y")
        row["part"] = None if row["Tip ($)"] is None else percent(row["Tip ($)"], row["Bill ($)"])
    tipped = [row for row in bills if row["Tip ($)"] is not None]
    bank = Bank("tips", ["restaurant_tips.csv"])
    ask = bank.ask

    def rate(part):
        return percent(total(part, "Tip ($)"), total(part, "Bill ($)"))

    def mean_rate(part):
        return mean(part, "part")

    ask("total tips", "sum", "Sum of Tip ($).", value(total(bills, "Tip ($)")), traits=["terse"])
    meals = ask(
        "What's the average bill at lunch and at dinner?",
        "group",
        "Mean of Bill ($) for each meal.",
        table(["Meal"], by(bills, "Meal", lambda part: mean(part, "Bill ($)"))),
    )
    ask(
        "and the tip?",
        "group",
        "Mean of Tip ($) for each meal.",
        table(["Meal"], by(bills, "Meal", lambda part: mean(part, "Tip ($)"))),
        before=[meals],
    )
    ask(
        "tip percentage per server",
        "ratio",
        "Tips as a share of the bills for each server: of the sums, or the mean of the shares.",
        any_of(
            table(["Server"], by(tipped, "Server", rate), unit=PERCENT),
            table(["Server"], by(tipped, "Server", mean_rate), unit=PERCENT),
        ),
    )
    ask(
        "do people tip more with card or with cash?",
        "difference",
        "Tips by payment: mean in dollars, or as a share of the bill.",
        any_of(
            table(["Payment"], by(tipped, "Payment", lambda part: mean(part, "Tip ($)"))),
            table(["Payment"], by(tipped, "Payment", rate), unit=PERCENT),
            table(["Payment"], by(tipped, "Payment", mean_rate), unit=PERCENT),
        ),
        traits=["synonym"],
    )
    ask(
        "busiest day of the week",
        "best",
        "The day with the most bills; or with the most guests.",
        best_of(by(bills, "Day", len), by(bills, "Day", lambda part: total(part, "Party size"))),
        traits=["synonym"],
    )
    guests = ask(
        "How many guests did we serve in April?",
        "condition",
        "Sum of Party size over the bills of April.",
        value(total([row for row in bills if row["date"].month == 4], "Party size")),
        traits=["synonym"],
    )
    ask(
        "and in may?",
        "condition",
        "The same sum for May.",
        value(total([row for row in bills if row["date"].month == 5], "Party size")),
        before=[guests],
    )
    ask("what was the biggest bill", "max", "The highest Bill ($).", value(max(row["Bill ($)"] for row in bills)))
    ask(
        "Which 3 tables brought in the most money?",
        "top",
        "The three tables with the highest sum of Bill ($); or of bills and tips.",
        any_of(
            ranking(top(by(bills, "Table", lambda part: total(part, "Bill ($)")), 3), "Table"),
            ranking(
                top(by(bills, "Table", lambda part: total(part, "Bill ($)") + total(part, "Tip ($)")), 3),
                "Table",
            ),
        ),
        traits=["synonym"],
    )
    ask(
        "average bill outdoors vs indoors",
        "difference",
        "Mean of Bill ($) where Outdoor is Yes, and where it is No.",
        table(["Outdoor"], by(bills, "Outdoor", lambda part: mean(part, "Bill ($)"))),
    )
    large = [row for row in bills if row["Party size"] >= 4]
    groups_of_four = ask(
        "how many parties of 4 or more did we have",
        "condition",
        "Rows with Party size of at least 4.",
        value(len(large)),
    )
    ask(
        "How much do they tip on average?",
        "average",
        "Mean of Tip ($) of those; or of their shares of the bill.",
        any_of(value(mean(large, "Tip ($)")), value(mean(large, "part"), unit=PERCENT)),
        before=[groups_of_four],
    )
    lunch = ask(
        "lunch sales by month",
        "trend",
        "Sum of Bill ($) for each month, meal Lunch.",
        table(
            ["month"],
            by(where(bills, Meal="Lunch"), lambda row: month(row["date"]), lambda part: total(part, "Bill ($)")),
        ),
        traits=["synonym"],
    )
    ask(
        "same for dinner",
        "trend",
        "The same sums, meal Dinner.",
        table(
            ["month"],
            by(where(bills, Meal="Dinner"), lambda row: month(row["date"]), lambda part: total(part, "Bill ($)")),
        ),
        before=[lunch],
    )
    ask(
        "is there a corelation between the bill and the tip",
        "correlation",
        "Pearson's r of Bill ($) and Tip ($).",
        value(correlation(bills, "Bill ($)", "Tip ($)")),
        traits=["misspelling"],
    )
    ask(
        "Which dish is ordered most?",
        "missing",
        "There are no dishes in the file.",
        decline("The file does not say what was ordered.", word="dish"),
        traits=["missing-word"],
    )
    ask(
        "who is our best server?",
        "best",
        "The server with the highest sum of bills, of tips, mean tip, or share of tips.",
        best_of(
            by(tipped, "Server", lambda part: total(part, "Tip ($)")),
            by(tipped, "Server", rate),
            by(tipped, "Server", mean_rate),
            by(tipped, "Server", lambda part: mean(part, "Tip ($)")),
            by(bills, "Server", lambda part: total(part, "Bill ($)")),
        ),
        ambiguous=True,
    )
    return bank
