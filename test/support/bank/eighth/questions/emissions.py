"""Emissions: one row a country and year; World and the European Union stand among the countries, without a code."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, growth, mean, percent, read, top, total, values, where
from readings import any_of

NUMBERS = ["year", "population", "gdp", "cement_co2", "co2", "co2_growth_abs", "co2_growth_prct", "co2_per_capita"]


def questions():
    rows = read("owid-co2-data.csv", [*NUMBERS, "coal_co2", "gas_co2", "oil_co2", "share_global_co2"])
    bank = Bank("emissions", ["owid-co2-data.csv"])
    ask = bank.ask
    lands = [row for row in rows if row["iso_code"]]
    last = where(lands, year=2022)

    def of(land, year, column="co2"):
        return values(where(rows, country=land, year=year), column)[0]

    def course(land):
        return {row["year"]: row["co2"] for row in where(rows, country=land)}

    def changed(before, after, either_sign=False):
        ways = [value(after - before), value(growth(before, after), unit="percent")]
        if either_sign:
            ways += [value(before - after), value(-growth(before, after), unit="percent")]
        return ways

    ask(
        "How much CO2 did Germany emit in 2022?",
        "lookup",
        "co2 of Germany in 2022, in millions of tonnes.",
        value(of("Germany", 2022)),
    )
    chinese = ask(
        "co2 of china over time",
        "trend",
        "co2 of China by year.",
        table(["year"], course("China")),
        traits=["terse"],
    )
    both = {(land, year): amount for land in ("China", "United States") for year, amount in course(land).items()}
    ask(
        "now the United States",
        "trend",
        "co2 of the United States by year, or of both.",
        either(table(["year"], course("United States")), table(["country", "year"], both)),
        before=[chinese],
    )
    most = ask(
        "Which country emitted the most CO2 in 2022?",
        "best",
        "The country with the highest co2 in 2022; World is none.",
        winner(best({row["country"]: row["co2"] for row in last})),
    )
    ask(
        "and per capita?",
        "best",
        "The country with the highest co2_per_capita in 2022.",
        winner(best({row["country"]: row["co2_per_capita"] for row in last})),
        before=[most],
        traits=["terse"],
    )
    ask(
        "By how much did world emissions drop in 2020?",
        "growth",
        "co2 of World in 2020 against 2019, in tonnes or in percent.",
        either(*changed(of("World", 2019), of("World", 2020), either_sign=True)),
        traits=["synonym"],
    )
    coal = ask(
        "What share of Poland's CO2 came from coal in 2022?",
        "share",
        "coal_co2 of co2, Poland in 2022.",
        value(percent(of("Poland", 2022, "coal_co2"), of("Poland", 2022)), unit="percent"),
    )
    ask(
        "and South Africa's?",
        "share",
        "The same for South Africa.",
        value(percent(of("South Africa", 2022, "coal_co2"), of("South Africa", 2022)), unit="percent"),
        before=[coal],
        traits=["terse"],
    )
    whole = by(lands, "country", lambda part: total(part, "co2"))
    ask(
        "top 5 countries by total CO2 over the whole period, excluding World and European Union (27)",
        "top",
        "The five countries with the highest sum of co2.",
        ranking(top(whole, 5), "country"),
    )
    ask(
        "How many people more does India have in 2022 than in 2003?",
        "difference",
        "population of India in 2022 less that in 2003.",
        value(of("India", 2022, "population") - of("India", 2003, "population")),
        traits=["synonym"],
    )
    decade = [row for row in where(rows, country="France") if 2010 <= row["year"] <= 2019]
    ask(
        "Average emissions per capita in France between 2010 and 2019",
        "average",
        "Mean of co2_per_capita of France from 2010 to 2019.",
        value(mean(decade, "co2_per_capita")),
    )
    ask(
        "how many rows have no gdp",
        "missing",
        "Rows without a gdp.",
        value(sum(row["gdp"] is None for row in rows)),
    )
    low = ask(
        "Which countries were below 5 tonnes of CO2 per person in 2022?",
        "list",
        "Countries with a co2_per_capita below 5 in 2022.",
        listing([row["country"] for row in where(rows, year=2022) if row["co2_per_capita"] < 5], "country"),
        traits=["synonym"],
    )
    ask(
        "and above 12?",
        "list",
        "Countries with a co2_per_capita above 12 in 2022.",
        listing([row["country"] for row in where(rows, year=2022) if row["co2_per_capita"] > 12], "country"),
        before=[low],
        traits=["terse"],
    )
    ask(
        "How much methane did Brazil emit in 2015?",
        "other topic",
        "The file has no methane.",
        decline("There is no column of methane.", "methane"),
    )
    ask(
        "Who is the worst polluter?",
        "opinion",
        "The country with the highest co2, of the last year or of all, or with the highest co2 a head.",
        any_of(
            winner(best({row["country"]: row["co2"] for row in last})),
            winner(best(whole)),
            winner(best({row["country"]: row["co2_per_capita"] for row in last})),
            winner(best(by(lands, "country", lambda part: mean(part, "co2_per_capita")))),
        ),
        ambiguous=True,
    )
    return bank
