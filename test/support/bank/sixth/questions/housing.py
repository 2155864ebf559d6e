from expectations import PERCENT, Bank, decline, either, histogram, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, total, values, where
from readings import any_of


def questions():
    rows = read(
        "housing.csv",
        numbers=(
            "longitude",
            "latitude",
            "housing_median_age",
            "total_rooms",
            "total_bedrooms",
            "population",
            "households",
            "median_income",
            "median_house_value",
        ),
    )
    inland = where(rows, ocean_proximity="INLAND")
    bank = Bank("housing", ["housing.csv"])
    ask = bank.ask

    ask(
        "How many districts are near the bay?",
        "count",
        "Rows with NEAR BAY.",
        value(len(where(rows, ocean_proximity="NEAR BAY"))),
        traits=["synonym"],
    )
    price = ask(
        "avg house value by ocean proximity",
        "group",
        "Mean of median_house_value by ocean_proximity.",
        table(["ocean_proximity"], by(rows, "ocean_proximity", lambda part: mean(part, "median_house_value"))),
        traits=["terse", "part-of-value"],
    )
    ask(
        "same for income",
        "group",
        "Mean of median_income by ocean_proximity.",
        table(["ocean_proximity"], by(rows, "ocean_proximity", lambda part: mean(part, "median_income"))),
        before=[price],
        traits=["terse"],
    )
    ask(
        "how many rows are missing total_bedrooms?",
        "missing",
        "Rows without total_bedrooms.",
        value(len(rows) - len(values(rows, "total_bedrooms"))),
    )
    people = ask(
        "How many people live inland?",
        "sum",
        "Sum of population where ocean_proximity is INLAND.",
        value(total(inland, "population")),
        traits=["synonym"],
    )
    ask(
        "what share of the whole population is that?",
        "share",
        "Sum of population INLAND of that of all rows.",
        value(percent(total(inland, "population"), total(rows, "population")), PERCENT),
        before=[people],
    )
    ask(
        "Is there a relationship between median income and house value?",
        "correlation",
        "Pearson's r of median_income and median_house_value.",
        value(correlation(rows, "median_income", "median_house_value")),
    )
    ask(
        "Can you draw a histogram of median_income?",
        "distribution",
        "All values of median_income.",
        histogram(values(rows, "median_income"), "median_income"),
        traits=["polite"],
    )
    ask(
        "number of rooms per household by ocean_proximity",
        "ratio",
        "Rooms through households: of the sums, or the mean of the rows.",
        any_of(
            table(
                ["ocean_proximity"],
                by(rows, "ocean_proximity", lambda part: total(part, "total_rooms") / total(part, "households")),
            ),
            table(
                ["ocean_proximity"],
                by(
                    rows, "ocean_proximity", lambda part: mean(part, lambda row: row["total_rooms"] / row["households"])
                ),
            ),
        ),
    )
    ask(
        "Which location has the oldest houses on average?",
        "best",
        "The ocean_proximity with the highest mean of housing_median_age.",
        winner(best(by(rows, "ocean_proximity", lambda part: mean(part, "housing_median_age")))),
        traits=["synonym"],
    )
    kept = [row for row in rows if row["ocean_proximity"] != "ISLAND"]
    without = ask(
        "average number of households per district without the islands",
        "negation",
        "Mean of households where ocean_proximity is not ISLAND.",
        value(mean(kept, "households")),
    )
    ask(
        "and the median?",
        "median",
        "Median of households where ocean_proximity is not ISLAND.",
        value(median(kept, "households")),
        before=[without],
        traits=["terse"],
    )
    rich = ask(
        "how many inland districts have a median income over 5?",
        "condition",
        "Rows INLAND with a median_income above 5, in the unit of the file.",
        value(len([row for row in inland if row["median_income"] > 5])),
    )
    near = where(rows, ocean_proximity="NEAR OCEAN")
    ask(
        "and near the ocean?",
        "condition",
        "Rows NEAR OCEAN with a median_income above 5.",
        value(len([row for row in near if row["median_income"] > 5])),
        before=[rich],
    )
    ask(
        "Which kind of area is the most crowded?",
        "ambiguous",
        "By people in all, by people a district, or by people a household.",
        either(
            winner(best(by(rows, "ocean_proximity", lambda part: total(part, "population")))),
            winner(best(by(rows, "ocean_proximity", lambda part: mean(part, "population")))),
            winner(
                best(by(rows, "ocean_proximity", lambda part: total(part, "population") / total(part, "households")))
            ),
            winner(
                best(
                    by(
                        rows,
                        "ocean_proximity",
                        lambda part: mean(part, lambda row: row["population"] / row["households"]),
                    )
                )
            ),
        ),
        ambiguous=True,
    )
    ask(
        "which district has the highest crime rate?",
        "unanswerable",
        "There is nothing about crime.",
        decline("no column of crime", "crime"),
    )
    return bank
