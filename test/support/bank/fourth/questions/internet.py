"""Users of the internet by country, one column a year, as the World Bank gives it."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, mean, read, top, values

FILE = "API_IT.NET.USER.ZS_DS2_en_csv_v2.csv"
YEARS = [str(year) for year in range(2012, 2024)]
REGIONS = ("World", "Euro area", "Sub-Saharan Africa")


def questions():
    bank = Bank("internet", [FILE])
    ask = bank.ask
    rows = read(FILE, numbers=YEARS, header='"Country Name"')
    shares = {row["Country Name"]: row for row in rows}
    lands = [row for row in rows if row["Country Name"] not in REGIONS]
    of = lambda year: {row["Country Name"]: row[year] for row in rows if row[year] is not None}  # noqa: E731

    def unmixed(found):
        """Regions stand among the countries; no answer may hang on whether they count."""
        assert not {key for key in found if key in REGIONS}, found
        return found

    germany = ask(
        "What share of people in Germany used the internet in 2020?",
        "lookup",
        "Germany, 2020.",
        value(shares["Germany"]["2020"]),
    )
    ask("and in France?", "lookup", "France, 2020.", value(shares["France"]["2020"]), before=[germany])
    leader = best(of("2022"))
    unmixed([leader[0]])
    ask(
        "Which country had the highest share of internet users in 2022?",
        "best",
        "Highest figure of 2022.",
        winner(leader),
    )
    lowest = lambda year: top(of(year), 5, lowest=True)  # noqa: E731
    unmixed([key for year in ("2015", "2021") for key, _ in lowest(year)])
    bottom = ask(
        "bottom 5 countries in 2015",
        "bottom",
        "The five lowest figures of 2015.",
        ranking(lowest("2015"), "Country Name"),
        traits=["terse"],
    )
    ask(
        "and in 2021?",
        "bottom",
        "The five lowest figures of 2021.",
        ranking(lowest("2021"), "Country Name"),
        before=[bottom],
    )
    ask(
        "How did internet use in Brazil develop between 2012 and 2022?",
        "trend",
        "Brazil, by year.",
        table(["year"], {year: shares["Brazil"][year] for year in YEARS[:-1]}),
    )
    ask(
        "How many countries have no value for 2021?",
        "missing",
        "Rows without a figure of 2021; the regions all have one.",
        value(len(unmixed([row["Country Name"] for row in rows if row["2021"] is None]))),
    )
    above = lambda year: value(len(unmixed([key for key, share in of(year).items() if share > 90])))  # noqa: E731
    high = ask(
        "How many countries were above 90% in 2020?", "count", "Countries with more than 90 in 2020.", above("2020")
    )
    ask("and back in 2014?", "count", "Countries with more than 90 in 2014.", above("2014"), before=[high])
    rise = lambda land: value(shares[land]["2021"] - shares[land]["2012"])  # noqa: E731
    india = ask(
        "By how many percentage points did internet use in India go up from 2012 to 2021?",
        "difference",
        "India, 2021 less 2012.",
        rise("India"),
    )
    ask("China?", "difference", "China, 2021 less 2012.", rise("China"), before=[india], traits=["terse"])
    gains = {
        row["Country Name"]: row["2022"] - row["2012"]
        for row in rows
        if row["2022"] is not None and row["2012"] is not None
    }
    unmixed([best(gains)[0]])
    ask(
        "Which country gained the most between 2012 and 2022, in points?",
        "best",
        "Largest difference of 2022 and 2012.",
        winner(best(gains)),
    )
    ask(
        "list the countries below 30 % in 2019 pls",
        "list",
        "Countries with less than 30 in 2019.",
        listing(unmixed([key for key, share in of("2019").items() if share < 30]), "Country Name"),
        traits=["polite"],
    )
    ask(
        "Compare Brazil, China and Germany in 2018",
        "group",
        "The three figures of 2018.",
        table(["Country Name"], {land: shares[land]["2018"] for land in ("Brazil", "China", "Germany")}),
    )
    ask(
        "How many people in Nigeria own a smartphone?",
        "other topic",
        "The file is on the internet, not on phones.",
        decline("The file has no smartphones.", "smartphone"),
    )
    pooled = lambda part: [share for row in part for share in values([row], "2022")]  # noqa: E731
    everything = [row[year] for row in rows for year in YEARS if row[year] is not None]
    ask(
        "What's the average internet usage?",
        "average",
        "In the latest year or over all; with the regions or without; or the figure of the world.",
        either(
            value(sum(pooled(rows)) / len(pooled(rows))),
            value(sum(pooled(lands)) / len(pooled(lands))),
            value(shares["World"]["2022"]),
            value(sum(everything) / len(everything)),
            table(["year"], {year: mean(rows, year) for year in YEARS[:-1]}),
            table(["year"], {year: mean(lands, year) for year in YEARS[:-1]}),
        ),
        ambiguous=True,
    )
    return bank
