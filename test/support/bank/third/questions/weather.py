"""Daily weather of three cities."""

from expectations import Bank, decline, either, table, value, winner
from reading import best, by, day, mean, month, percent, read, total, values, where

from readings import any_of

FIGURES = ("temp_max_c", "temp_min_c", "precipitation_mm", "wind_kmh", "sunshine_hours")


def questions():
    rows = read("weather.csv", numbers=FIGURES, missing=("", "NA"))
    for row in rows:
        row["month"] = month(day(row["date"]))
    rain, sun = (lambda part: total(part, "precipitation_mm")), (lambda part: total(part, "sunshine_hours"))
    warm = lambda part: mean(part, "temp_max_c")
    bergen, lyon, porto = (where(rows, city=city) for city in ("Bergen", "Lyon", "Porto"))
    bank = Bank("weather", ["weather.csv"])
    ask = bank.ask

    ask(
        "What was the highest temperature in each city?",
        "max",
        "Maximum of temp_max_c by city.",
        table(["city"], by(rows, "city", lambda part: max(values(part, "temp_max_c")))),
    )
    fallen = ask(
        "total rainfall by city",
        "group",
        "Sum of precipitation_mm by city.",
        table(["city"], by(rows, "city", rain)),
        traits=["synonym", "terse"],
    )
    ask(
        "only in July",
        "group",
        "Sum of precipitation_mm by city, in July 2024.",
        table(["city"], by(where(rows, month="2024-07"), "city", rain)),
        before=[fallen],
    )
    hot = ask(
        "How many days were hotter than 30 degrees in Lyon?",
        "condition",
        "Days in Lyon with temp_max_c above 30.",
        value(len([row for row in lyon if row["temp_max_c"] > 30])),
        traits=["synonym"],
    )
    ask(
        "And in Porto?",
        "condition",
        "Days in Porto with temp_max_c above 30.",
        value(len([row for row in porto if row["temp_max_c"] > 30])),
        before=[hot],
    )
    highs = ask(
        "average daily high per month and city",
        "two-groups",
        "Mean of temp_max_c by month and city.",
        table(["month", "city"], by(rows, ("month", "city"), warm)),
        traits=["synonym"],
    )
    ask(
        "without Bergen",
        "negation",
        "Mean of temp_max_c by month and city, of Lyon and Porto.",
        table(["month", "city"], by(lyon + porto, ("month", "city"), warm)),
        before=[highs],
    )
    coldest = sorted((row for row in rows if row["temp_min_c"] is not None), key=lambda row: row["temp_min_c"])
    assert coldest[0]["temp_min_c"] < coldest[1]["temp_min_c"]
    ask(
        "When was the coldest night and where?",
        "best",
        "The row with the lowest temp_min_c: its date.",
        value(coldest[0]["date"], measure=coldest[0]["temp_min_c"]),
    )
    ask(
        "How many dry days did Bergen have?",
        "count",
        "Days in Bergen with a precipitation of 0.",
        value(len([row for row in bergen if row["precipitation_mm"] == 0])),
        traits=["synonym"],
    )
    ask(
        "which city is the windiest on average",
        "best",
        "The city with the highest mean of wind_kmh.",
        winner(best(by(rows, "city", lambda part: mean(part, "wind_kmh")))),
    )
    june, august = (rain(where(bergen, month=key)) for key in ("2024-06", "2024-08"))
    ask(
        "did it rain more in August than in June in Bergen",
        "difference",
        "Sum of precipitation_mm in Bergen in the two months, or the difference.",
        either(table(["month"], {"2024-06": june, "2024-08": august}), value(august - june)),
    )
    hours = ask(
        "Sunshine hours in Porto by month",
        "trend",
        "Sum of sunshine_hours in Porto by month.",
        table(["month"], by(porto, "month", sun)),
    )
    ask(
        "average per day rather than the total",
        "average",
        "Mean of sunshine_hours in Porto by month, a row being a day.",
        table(["month"], by(porto, "month", lambda part: mean(part, "sunshine_hours"))),
        before=[hours],
    )
    ask(
        "What percentage of days were sunny, by city?",
        "share",
        "Days with condition Sunny over all days, by city.",
        table(
            ["city"], by(rows, "city", lambda part: percent(len(where(part, condition="Sunny")), len(part))), "percent"
        ),
    )
    ask(
        "How humid was it in Lyon on average?",
        "other topic",
        "No column tells humidity.",
        decline("The file has no humidity.", "humid"),
    )
    ask(
        "Which city had the nicest weather?",
        "opinion",
        "By sunshine, by the least rain, by warmth, or by the number of sunny days.",
        any_of(
            winner(best(by(rows, "city", sun))),
            winner(best(by(rows, "city", lambda part: mean(part, "sunshine_hours")))),
            winner(best(by(rows, "city", rain), lowest=True)),
            winner(best(by(rows, "city", warm))),
            winner(best(by(rows, "city", lambda part: len(where(part, condition="Sunny"))))),
        ),
        ambiguous=True,
    )
    return bank
