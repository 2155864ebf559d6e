"""Cars of the seventies."""

from expectations import PERCENT, Bank, decline, either, listing, table, value, winner
from reading import best, by, correlation, mean, median, percent, quantile, read, values, where

GALLON, MILE = 3.785411784, 1.609344


def questions():
    rows = read(
        "cars.csv",
        numbers=["mpg", "cylinders", "displacement", "horsepower", "weight (lb)", "acceleration", "model year"],
        missing=("?",),
    )
    for row in rows:
        row["make"] = row["car name"].split()[0]
    bank = Bank("cars", ["cars.csv"])
    ford = where(rows, make="ford")
    bank.ask(
        "average mpg by cylinders",
        "group",
        "Mean mpg for each number of cylinders.",
        table(["cylinders"], by(rows, "cylinders", lambda part: mean(part, "mpg"))),
    )
    eight = bank.ask(
        "how many cars have 8 cylinders", "count", "Rows with cylinders 8.", value(len(where(rows, cylinders=8)))
    )
    bank.ask("and 6?", "count", "Rows with cylinders 6.", value(len(where(rows, cylinders=6))), before=[eight])
    bank.ask(
        "how many Fords are in the file?",
        "count",
        "Car names that begin with ford.",
        value(len(ford)),
        traits=["part-of-value"],
    )
    bank.ask(
        "avg horsepower of ford cars",
        "average",
        "Mean horsepower of car names that begin with ford.",
        value(mean(ford, "horsepower")),
        traits=["part-of-value"],
    )
    bank.ask(
        "which car is the most fuel efficient",
        "best",
        "The car name with the highest mpg.",
        winner(best(numbered(rows, "mpg"))),
    )
    bank.ask(
        "max weight by origin",
        "group",
        "Highest weight (lb) by origin.",
        table(["origin"], by(rows, "origin", lambda part: max(values(part, "weight (lb)")))),
    )
    bank.ask(
        "average mpg by model year, as a chart",
        "trend",
        "Mean mpg for each model year.",
        table(["model year"], by(rows, "model year", lambda part: mean(part, "mpg"))),
    )
    bank.ask(
        "correlation weight and mpg",
        "correlation",
        "Pearson's r.",
        value(correlation(rows, "weight (lb)", "mpg")),
        traits=["terse"],
    )
    bank.ask(
        "how much better is the average mpg of Japanese cars than of american ones",
        "difference",
        "Mean mpg of origin japan minus that of usa.",
        value(mean(where(rows, origin="japan"), "mpg") - mean(where(rows, origin="usa"), "mpg")),
        traits=["synonym"],
    )
    bank.ask(
        "for how many cars is the horsepower unknown?",
        "missing",
        "Rows with a question mark in horsepower.",
        value(len(where(rows, horsepower=None))),
    )
    bank.ask(
        "cars with 4 or 5 cylinders and more than 95 hp",
        "condition",
        "cylinders 4 or 5 and horsepower above 95, by name; a name may stand more than once.",
        listing(
            [row["car name"] for row in rows if row["cylinders"] in (4, 5) and (row["horsepower"] or 0) > 95],
            "car name",
        ),
        traits=["synonym"],
    )
    bank.ask(
        "What percentage of the cars is from Europe?",
        "share",
        "Rows with origin europe over all rows.",
        value(percent(len(where(rows, origin="europe")), len(rows)), PERCENT),
    )
    bank.ask(
        "average consumption in litres per 100 km by origin",
        "conversion",
        "Litres per 100 km: of the mean mpg, or the mean over the cars.",
        either(
            table(["origin"], by(rows, "origin", lambda part: 100 * GALLON / MILE / mean(part, "mpg"))),
            table(
                ["origin"], by(rows, "origin", lambda part: mean(part, lambda row: 100 * GALLON / MILE / row["mpg"]))
            ),
        ),
    )
    bank.ask(
        "histogram of mpg in steps of 5",
        "distribution",
        "Counts of mpg in bins of 5 from multiples of 5, named by their lower end.",
        table(["mpg"], by(rows, lambda row: int(row["mpg"] // 5 * 5), len)),
    )
    bank.ask(
        "median acceleration of cars that are not from the usa",
        "negation",
        "Median of acceleration where origin is not usa.",
        value(median([row for row in rows if row["origin"] != "usa"], "acceleration")),
    )
    bank.ask(
        "number of cars by origin and cylinders",
        "two-groups",
        "Rows for each pair.",
        table(["origin", "cylinders"], by(rows, ("origin", "cylinders"), len)),
    )
    bank.ask(
        "how many cars were built between model year 75 and 78",
        "condition",
        "model year from 75 to 78.",
        value(len([row for row in rows if 75 <= row["model year"] <= 78])),
    )
    bank.ask(
        "top 10% threshold of horsepower, i.e. the 90th percentile",
        "percentile",
        "Percentile 90 of horsepower with linear interpolation.",
        value(quantile(values(rows, "horsepower"), 0.9)),
    )
    bank.ask(
        "averge wieght of toyota",
        "average",
        "Mean weight of car names that begin with toyota; slips.",
        value(mean(where(rows, make="toyota"), "weight (lb)")),
        traits=["misspelling", "part-of-value"],
    )
    bank.ask(
        "average size of the cars by origin",
        "group",
        "By displacement or by weight.",
        either(
            *[
                table(["origin"], by(rows, "origin", lambda part: mean(part, column)))
                for column in ("displacement", "weight (lb)")
            ]
        ),
        ambiguous=True,
    )
    bank.ask(
        "Which car is the best?",
        "best",
        "By mpg, by horsepower, or by acceleration.",
        either(
            *[
                winner(best(numbered(rows, column), lowest=column == "acceleration"))
                for column in ("mpg", "horsepower", "acceleration")
            ]
        ),
        ambiguous=True,
    )
    bank.ask(
        "cheapest car",
        "best",
        "No price in the file.",
        decline("The file has no prices.", "cheapest"),
        traits=["missing-word"],
    )
    return bank


class Name(str):
    """A name of a car that is one among several of the same name."""

    def __new__(cls, text, number):
        name = super().__new__(cls, text)
        name.number = number
        return name

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        return self is other


def numbered(rows, column):
    return {Name(row["car name"], number): row[column] for number, row in enumerate(rows) if row[column] is not None}
