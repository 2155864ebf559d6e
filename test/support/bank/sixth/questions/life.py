from expectations import Bank, decline, either, listing, table, value, winner
from reading import best, by, correlation, mean, median, read, total, where
from readings import any_of

LIFE, MORTALITY, MEASLES = "Life expectancy ", "Adult Mortality", "Measles "


def questions():
    rows = read(
        "Life Expectancy Data.csv", numbers=("Year", LIFE, MORTALITY, MEASLES, "GDP", "Population", "Schooling")
    )
    year = {number: where(rows, Year=number) for number in range(2000, 2016)}
    bank = Bank("life", ["Life Expectancy Data.csv"])
    ask = bank.ask

    def by_status(number):
        return table(["Status"], by(year[number], "Status", lambda part: mean(part, LIFE)))

    status = ask(
        "Average life expectancy in 2015, developed vs developing countries",
        "two-groups",
        "Mean of life expectancy in 2015 by Status.",
        by_status(2015),
    )
    ask("and in 2000?", "two-groups", "Mean of life expectancy in 2000 by Status.", by_status(2000), before=[status])
    ask(
        "which country had the lowest life expectancy in 2014?",
        "lookup",
        "The Country with the lowest life expectancy in 2014.",
        winner(best({row["Country"]: row[LIFE] for row in year[2014]}, lowest=True)),
    )
    ask(
        "plot schooling in India over the years",
        "trend",
        "Schooling of India by Year.",
        table(["Year"], by(where(rows, Country="India"), "Year", lambda part: mean(part, "Schooling"))),
        traits=["synonym"],
    )
    ask(
        "is life expectancy related to GDP",
        "correlation",
        "Pearson's r of GDP and life expectancy over all rows that have both.",
        value(correlation(rows, "GDP", LIFE)),
    )
    ask(
        "How many countries are developed?",
        "distinct",
        "Distinct values of Country with Status Developed.",
        value(len({row["Country"] for row in where(rows, Status="Developed")})),
    )
    without = [row for row in rows if row["GDP"] is None]
    gaps = ask("how many rows have no GDP?", "missing", "Rows without GDP.", value(len(without)))
    ask(
        "which countries are affected?",
        "list",
        "Countries with rows without GDP, or how many each has.",
        either(
            listing(sorted({row["Country"] for row in without}), "Country"),
            table(["Country"], by(without, "Country", len)),
        ),
        before=[gaps],
        traits=["missing-word"],
    )

    def rise(country):
        return total(where(year[2015], Country=country), LIFE) - total(where(year[2000], Country=country), LIFE)

    gain = ask(
        "By how many years did life expectancy in Ethiopia rise between 2000 and 2015?",
        "difference",
        "Life expectancy of Ethiopia in 2015 less that in 2000.",
        value(rise("Ethiopia")),
    )
    ask(
        "What about Bangladesh?",
        "difference",
        "Life expectancy of Bangladesh in 2015 less that in 2000.",
        value(rise("Bangladesh")),
        before=[gain],
    )
    ask(
        "median adult mortality per country",
        "group",
        "Median of Adult Mortality by Country, over the years.",
        table(["Country"], by(rows, "Country", lambda part: median(part, MORTALITY))),
        traits=["terse"],
    )
    ask(
        "total number of measels cases in 2010",
        "sum",
        "Sum of Measles in 2010.",
        value(total(year[2010], MEASLES)),
        traits=["misspelling"],
    )
    over = ask(
        "Which countries had a life expectancy of more than 80 in 2015?",
        "list",
        "Countries with a life expectancy above 80 in 2015.",
        listing([row["Country"] for row in year[2015] if row[LIFE] > 80], "Country"),
    )
    ask(
        "and above 75?",
        "list",
        "Countries with a life expectancy above 75 in 2015.",
        listing([row["Country"] for row in year[2015] if row[LIFE] > 75], "Country"),
        before=[over],
        traits=["terse"],
    )
    ask(
        "Which country is the healthiest?",
        "ambiguous",
        "By life expectancy, over the years or in the last one, or by adult mortality.",
        any_of(
            winner(best(by(rows, "Country", lambda part: mean(part, LIFE)))),
            winner(best({row["Country"]: row[LIFE] for row in year[2015]})),
            winner(best(by(rows, "Country", lambda part: mean(part, MORTALITY)), lowest=True)),
            winner(best({row["Country"]: row[MORTALITY] for row in year[2015]}, lowest=True)),
        ),
        ambiguous=True,
    )
    ask(
        "What percentage of the people smoke?",
        "unanswerable",
        "There is nothing about smoking.",
        decline("no column of smoking", "smoke"),
    )
    return bank
