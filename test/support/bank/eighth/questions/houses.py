"""Houses: one row a sale, so that a house that was sold twice stands there twice; dates such as 20141013T000000."""

from collections import Counter

from expectations import Bank, decline, either, table, value, winner
from reading import best, by, correlation, day, mean, median, month, percent, read, total
from readings import any_of

NUMBERS = ["price", "bedrooms", "bathrooms", "sqft_living", "sqft_lot", "floors", "condition", "grade", "yr_built"]


def once(rows):
    """The first row of each house."""
    return list({row["id"]: row for row in reversed(rows)}.values())


def counted(rows):
    """Sales or houses."""
    return any_of(value(len(rows)), value(len(once(rows))))


def questions():
    rows = read("kc_house_data.csv", [*NUMBERS, "yr_renovated"])
    for row in rows:
        row["day"] = day(row["date"][:8], "%Y%m%d")
        row["month"] = month(row["day"])
    bank = Bank("houses", ["kc_house_data.csv"])
    ask = bank.ask

    def price(part):
        return mean(part, "price")

    ask("Number of sales in the file?", "count", "Rows.", value(len(rows)))
    ask(
        "median price by zipcode",
        "group",
        "Median of price by zipcode.",
        table(["zipcode"], by(rows, "zipcode", lambda part: median(part, "price"))),
    )
    months = ask(
        "How many houses were sold each month?",
        "trend",
        "Rows by month of date.",
        table(["month"], by(rows, "month", len)),
    )
    ask(
        "and what did they go for on average?",
        "trend",
        "Mean of price by month of date.",
        table(["month"], by(rows, "month", price)),
        before=[months],
        traits=["synonym"],
    )
    ask(
        "how many houses with 4 or more bedrooms went for under 500k",
        "condition",
        "Rows with at least four bedrooms and a price below 500000, sales or houses.",
        counted([row for row in rows if row["bedrooms"] >= 4 and row["price"] < 500000]),
        traits=["synonym"],
    )
    areas = by(rows, "zipcode", price)
    dear = ask(
        "Which zip code is the most expensive on average?",
        "best",
        "The zipcode with the highest mean of price.",
        winner(best(areas)),
    )
    ask(
        "and the cheapest",
        "best",
        "The zipcode with the lowest mean of price.",
        winner(best(areas, lowest=True)),
        before=[dear],
        traits=["terse"],
    )
    ask(
        "Are bigger homes pricier? Correlation between sqft_living and price please",
        "correlation",
        "Pearson's r of sqft_living and price.",
        value(correlation(rows, "sqft_living", "price")),
        traits=["polite"],
    )
    for row in rows:
        row["per foot"] = row["price"] / row["sqft_living"]
    ask(
        "average price per square foot of living space",
        "ratio",
        "price by sqft_living, of each sale and then the mean, or of all sales together.",
        either(value(mean(rows, "per foot")), value(total(rows, "price") / total(rows, "sqft_living"))),
    )
    ask(
        "What percent of the houses have been renovated?",
        "share",
        "Rows whose yr_renovated is not 0, of all rows, sales or houses.",
        any_of(
            *(
                value(percent(sum(row["yr_renovated"] > 0 for row in part), len(part)), unit="percent")
                for part in (rows, once(rows))
            )
        ),
    )
    old = [row for row in rows if row["yr_built"] < 1950]
    before = ask(
        "how many were built before 1950",
        "condition",
        "Rows with a yr_built below 1950, sales or houses.",
        counted(old),
    )
    ask(
        "average condition of those?",
        "average",
        "Mean of condition of these rows.",
        any_of(value(mean(old, "condition")), value(mean(once(old), "condition"))),
        before=[before],
    )
    water = ask(
        "avg price waterfront vs. not",
        "group",
        "Mean of price by waterfront.",
        table(["waterfront"], by(rows, "waterfront", price)),
        traits=["terse"],
    )
    ask(
        "how many of each?",
        "group",
        "Rows by waterfront, sales or houses.",
        any_of(*(table(["waterfront"], Counter(row["waterfront"] for row in part)) for part in (rows, once(rows)))),
        before=[water],
    )
    ask(
        "What's the average property tax?",
        "other topic",
        "The file has no taxes.",
        decline("There is no column of taxes.", "tax"),
    )
    ask(
        "What is the biggest house?",
        "opinion",
        "The id with the largest sqft_living or the largest sqft_lot, or these figures.",
        any_of(
            *(
                reading
                for column in ("sqft_living", "sqft_lot")
                for reading in (
                    winner(best({row["id"]: row[column] for row in rows})),
                    value(max(row[column] for row in rows)),
                )
            )
        ),
        ambiguous=True,
    )
    return bank
