"""Storms: one row each six hours of a storm, so that a storm has many rows; no category but for hurricanes."""

from collections import Counter

from expectations import Bank, decline, listing, ranking, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, top, values, where
from readings import any_of, leaders


def questions():
    rows = read("storms.csv", ["wind", "pressure", "category", "hurricane_force_diameter"], missing=("", "NA"))
    bank = Bank("storms", ["storms.csv"])
    ask = bank.ask
    names = {row["name"] for row in rows}
    hurricanes = where(rows, status="hurricane")

    def distinct(part):
        return len({row["name"] for row in part})

    ask("how many different storms are in the data?", "distinct", "Different names.", value(len(names)))
    winds = by(rows, "name", lambda part: max(values(part, "wind")))
    peaks = ask(
        "max wind speed by storm",
        "group",
        "The highest wind by name.",
        table(["name"], winds),
        traits=["terse"],
    )
    ask(
        "which three were strongest?",
        "top",
        "The three names with the highest wind.",
        ranking(top(winds, 3), "name"),
        before=[peaks],
        traits=["synonym"],
    )
    years = ask(
        "Number of storms per year",
        "group",
        "Different names by year.",
        table(["year"], by(rows, "year", distinct)),
    )
    ask(
        "and how many of them became hurricanes?",
        "group",
        "Different names with the status hurricane by year, or in all.",
        any_of(table(["year"], by(hurricanes, "year", distinct)), value(distinct(hurricanes))),
        before=[years],
        traits=["synonym"],
    )
    ask(
        "What's the share of observations with hurricane status?",
        "share",
        "Rows with the status hurricane, of all rows.",
        value(percent(len(hurricanes), len(rows)), unit="percent"),
    )
    pressures = ask(
        "average pressure by category",
        "group",
        "Mean of pressure by category; rows without a category are no group.",
        table(["category"], by(rows, "category", lambda part: mean(part, "pressure"))),
    )
    ask(
        "same for wind",
        "group",
        "Mean of wind by category.",
        table(["category"], by(rows, "category", lambda part: mean(part, "wind"))),
        before=[pressures],
        traits=["terse"],
    )
    ask(
        "How strongly are wind and pressure correlated?",
        "correlation",
        "Pearson's r of wind and pressure.",
        value(correlation(rows, "wind", "pressure")),
    )
    lowest = by(rows, "name", lambda part: min(values(part, "pressure")))
    deep = ask(
        "Which storm had the lowest pressure?",
        "best",
        "The name with the lowest pressure.",
        winner(best(lowest, lowest=True)),
    )
    ask(
        "what year was that",
        "lookup",
        "The year of this storm.",
        value(where(rows, name=best(lowest, lowest=True)[0])[0]["year"]),
        before=[deep],
    )
    ask(
        "median wind of the tropical depressions",
        "median",
        "Median of wind where status is tropical depression.",
        value(median(where(rows, status="tropical depression"), "wind")),
    )
    ask(
        "Which storms reached category 3 or more?",
        "list",
        "Different names of the rows with a category of at least 3.",
        listing(sorted({row["name"] for row in rows if (row["category"] or 0) >= 3}), "name"),
    )
    ask(
        "how many rows are missing the hurricane force diameter",
        "missing",
        "Rows whose hurricane_force_diameter is NA.",
        value(sum(row["hurricane_force_diameter"] is None for row in rows)),
    )
    ask(
        "How many people died in Matthew?",
        "other topic",
        "The file has no deaths.",
        decline("There is no column of deaths.", "died"),
    )
    length = Counter(row["name"] for row in rows)
    ask(
        "What was the worst storm?",
        "opinion",
        "The name with the highest wind, the lowest pressure, the most hours, or the widest hurricane.",
        any_of(
            winner(best(winds)),
            winner(best(lowest, lowest=True)),
            winner(best(length)),
            *leaders(by(hurricanes, "name", lambda part: max(values(part, "hurricane_force_diameter")))),
        ),
        ambiguous=True,
    )
    return bank
