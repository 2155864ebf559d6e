"""Avocados: one row a week, city, and type; AveragePrice is in dollars, the volumes are numbers of avocados."""

from expectations import Bank, decline, either, table, value, winner
from reading import best, by, correlation, day, mean, month, percent, read, total, where
from readings import any_of

NUMBERS = ["AveragePrice", "Total Volume", "4046", "4225", "4770", "Total Bags", "Small Bags", "Large Bags"]


def weighed(rows):
    """The price of all that was sold, by what was sold at each price."""
    return sum(row["AveragePrice"] * row["Total Volume"] for row in rows) / total(rows, "Total Volume")


def questions():
    rows = read("avocado.csv", [*NUMBERS, "XLarge Bags"])
    for row in rows:
        row["day"] = day(row["Date"])
        row["month"] = month(row["day"])
    bank = Bank("avocado", ["avocado.csv"])
    ask = bank.ask
    organic = where(rows, type="organic")
    angeles = where(rows, region="LosAngeles")

    def volume(part):
        return total(part, "Total Volume")

    def prices(part, key):
        return either(
            table([key], by(part, key, lambda few: mean(few, "AveragePrice"))), table([key], by(part, key, weighed))
        )

    ask(
        "total volume sold in 2018",
        "sum",
        "Sum of Total Volume where year is 2018.",
        value(volume(where(rows, year="2018"))),
    )
    kinds = ask(
        "Whats the average price of organic compared to conventional avocados?",
        "group",
        "Mean of AveragePrice by type, of the rows or of what was sold.",
        prices(rows, "type"),
        traits=["misspelling"],
    )
    ask(
        "Just for Los Angeles",
        "group",
        "The same where region is LosAngeles.",
        prices(angeles, "type"),
        before=[kinds],
        traits=["terse", "part-of-value"],
    )
    ask(
        "show the organic price month by month",
        "trend",
        "Mean of AveragePrice of type organic by month, of the rows or of what was sold.",
        prices(organic, "month"),
        traits=["synonym"],
    )
    cities = by(rows, "region", volume)
    most = ask(
        "Which city buys the most avocados?",
        "best",
        "The region with the highest sum of Total Volume.",
        winner(best(cities)),
        traits=["synonym"],
    )
    ask(
        "and the fewest?",
        "best",
        "The region with the lowest sum of Total Volume.",
        winner(best(cities, lowest=True)),
        before=[most],
        traits=["terse"],
    )
    ask(
        "What portion of all bags are small bags?",
        "share",
        "Sum of Small Bags of the sum of Total Bags.",
        value(percent(total(rows, "Small Bags"), total(rows, "Total Bags")), unit="percent"),
        traits=["synonym"],
    )
    december = [row for row in where(rows, region="Chicago") if row["month"] == "2017-12"]
    ask(
        "How many bags were sold in Chicago in December 2017?",
        "sum",
        "Sum of Total Bags of Chicago over the weeks dated in December 2017.",
        value(total(december, "Total Bags")),
    )
    dearest = max(rows, key=lambda row: row["AveragePrice"])
    if sum(row["AveragePrice"] == dearest["AveragePrice"] for row in rows) > 1:
        raise ValueError("tie of the highest price")
    high = ask(
        "What's the highest AveragePrice we ever recorded?",
        "max",
        "The highest AveragePrice.",
        value(dearest["AveragePrice"]),
    )
    ask(
        "where was that",
        "lookup",
        "The region of the row with the highest AveragePrice.",
        value(dearest["region"]),
        before=[high],
    )
    hass = ask(
        "sum of 4046 per region",
        "group",
        "Sum of column 4046 by region.",
        table(["region"], by(rows, "region", lambda part: total(part, "4046"))),
        traits=["terse"],
    )
    ask(
        "same for 4225",
        "group",
        "Sum of column 4225 by region.",
        table(["region"], by(rows, "region", lambda part: total(part, "4225"))),
        before=[hass],
        traits=["terse"],
    )
    houston = [row for row in where(rows, region="Houston", type="conventional") if row["AveragePrice"] < 1]
    ask(
        "In how many weeks were conventional avocados in Houston cheaper than $1?",
        "condition",
        "Rows of Houston and type conventional with an AveragePrice below 1, one a week.",
        value(len(houston)),
        traits=["synonym"],
    )
    ask(
        "How does price relate to volume for conventional avocados?",
        "correlation",
        "Pearson's r of AveragePrice and Total Volume where type is conventional.",
        value(correlation(where(rows, type="conventional"), "AveragePrice", "Total Volume")),
    )
    ask(
        "what margin do the stores make on organic?",
        "other topic",
        "The file has no costs and no margins.",
        decline("There is no column of margins or costs.", "margin"),
    )
    ask(
        "What is the most popular kind of avocado?",
        "opinion",
        "The type or the number of the fruit (4046, 4225, 4770) with the highest volume.",
        any_of(
            winner(best(by(rows, "type", volume))),
            winner(best({code: total(rows, code) for code in ("4046", "4225", "4770")})),
        ),
        ambiguous=True,
    )
    return bank
