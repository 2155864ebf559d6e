"""Prices and sizes of diamonds."""

from expectations import PERCENT, Bank, decline, either, histogram, ranking, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, top, total, values, where


def questions():
    bank = Bank("diamonds", ["diamonds.csv"])
    ask = bank.ask
    rows = read("diamonds.csv", numbers=("carat", "depth", "table", "price", "x", "y", "z"))

    cuts = by(rows, "cut", len)
    each = ask("How many diamonds of each cut?", "group", "Rows by cut.", table(["cut"], cuts))
    ask(
        "as percentages please",
        "share",
        "Rows by cut in percent of all rows.",
        table(["cut"], {cut: percent(count, len(rows)) for cut, count in cuts.items()}, PERCENT),
        before=[each],
        traits=["polite", "terse"],
    )
    colors = ask(
        "avg price by color",
        "group",
        "Mean price by color.",
        table(["color"], by(rows, "color", lambda part: mean(part, "price"))),
        traits=["terse"],
    )
    ask(
        "only ideal cut",
        "condition",
        "Mean price by color, rows with cut = Ideal.",
        table(["color"], by(where(rows, cut="Ideal"), "color", lambda part: mean(part, "price"))),
        before=[colors],
        traits=["terse"],
    )
    ask(
        "What is the price per carat for each clarity grade?",
        "ratio",
        "All prices by all carats of a clarity, or the mean of the prices per carat of its stones.",
        either(
            table(["clarity"], by(rows, "clarity", lambda part: total(part, "price") / total(part, "carat"))),
            table(["clarity"], by(rows, "clarity", lambda part: mean(part, lambda row: row["price"] / row["carat"]))),
        ),
        ambiguous=True,
    )
    ask("What does the most expensive stone cost?", "max", "Highest price.", value(max(values(rows, "price"))))
    ask(
        "how many stones weigh more than 1 carat but cost less than $5,000",
        "count",
        "Rows with carat > 1 and price < 5000.",
        value(sum(row["carat"] > 1 and row["price"] < 5000 for row in rows)),
    )
    related = ask(
        "Is there a correlation between carat and price?",
        "correlation",
        "Pearson's r of carat and price.",
        value(correlation(rows, "carat", "price")),
    )
    ask(
        "and between depth and price?",
        "correlation",
        "Pearson's r of depth and price.",
        value(correlation(rows, "depth", "price")),
        before=[related],
    )
    ask("Distribution of prices", "distribution", "Bins over price.", histogram(values(rows, "price"), "price"))
    medians = by(rows, "clarity", lambda part: median(part, "price"))
    highest = ask(
        "Which clarity has the highest median price?", "best", "Median price by clarity.", winner(best(medians))
    )
    ask(
        "and the lowest?",
        "best",
        "The clarity with the lowest median price.",
        winner(best(medians, lowest=True)),
        before=[highest],
    )
    ask(
        "How many diamonds have a zero in x, y or z? Those must be measurement errors",
        "count",
        "Rows where x, y, or z is 0.",
        value(sum(0 in (row["x"], row["y"], row["z"]) for row in rows)),
    )
    ask(
        "what share of the diamonds is colour D, E or F",
        "share",
        "Rows with color D, E, or F, in percent of all rows.",
        value(percent(sum(row["color"] in "DEF" for row in rows), len(rows)), PERCENT),
    )
    prices = {row["price"]: row["price"] for row in rows}
    ask(
        "List the 5 priciest diamonds",
        "top",
        "The five rows with the highest price.",
        ranking(top(prices, 5), "price"),
        traits=["synonym"],
    )
    assert sorted(values(rows, "price"))[-6:] == sorted(prices)[-6:], "the highest prices are not unique"
    ask(
        "Which jeweller sells the cheapest ideal diamonds?",
        "other topic",
        "The file has no sellers.",
        decline("The file does not say who sells the diamonds.", "jeweller"),
    )
    return bank
