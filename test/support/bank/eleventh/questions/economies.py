"""Questions on economies: one row a country and subject, one column a year; figures of the countries are invented."""

from statistics import fmean

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from identifiers import also_by
from reading import best, growth, read, top
from readings import any_of, leaders

FILE = "WEOOct2024all.tsv"
YEARS = [str(year) for year in range(2016, 2025)]
GDP, REAL, PRICES, IDLE, FOLK, DEBT = "NGDPD", "NGDP_RPCH", "PCPIPCH", "LUR", "LP", "GGXWDG_NGDP"


def questions():
    rows = read(FILE, YEARS, missing=("", "n/a"), delimiter="\t", header="WEO Country Code")
    bank = Bank("economies", [FILE])
    ask = bank.ask

    def column(subject, year):
        found = {row["Country"]: row[str(year)] for row in rows if row["WEO Subject Code"] == subject}
        return {name: figure for name, figure in found.items() if figure is not None}

    def series(subject, name):
        return {year: column(subject, year)[name] for year in YEARS if name in column(subject, year)}

    def above(subject, year, bound):
        return [name for name, figure in column(subject, year).items() if figure > bound]

    ask(
        "what was Japan's GDP in 2023",
        "lookup",
        "The one value, in billions of dollars.",
        value(column(GDP, 2023)["Japan"]),
    )
    largest = ask("Top 10 economies by GDP in 2023", "top", "The ten countries with the highest GDP.",
                  ranking(top(column(GDP, 2023), 10), "Country"))  # fmt: skip
    ask("and in 2016?", "top", "The same for another year.", ranking(top(column(GDP, 2016), 10), "Country"), [largest])
    ask(
        "inflation in Türkiye over the years",
        "trend",
        "The values by year.",
        table(["year"], series(PRICES, "Türkiye")),
    )
    high = ask("Which country had the highest inflation in 2022?", "best", "The country with the highest value.",
               winner(best(column(PRICES, 2022))))  # fmt: skip
    ask(
        "which one the lowest?",
        "best",
        "The country with the lowest value.",
        winner(best(column(PRICES, 2022), lowest=True)),
        [high],
    )
    ask(
        "average unemployment rate in 2023",
        "average",
        "Mean over countries.",
        value(fmean(column(IDLE, 2023).values())),
    )
    ask(
        "How many people live in all these countries together in 2024?",
        "sum",
        "Sum of the populations, in millions.",
        any_of(value(sum(column(FOLK, 2024).values())), value(sum(column(FOLK, 2024).values()) * 1e6)),
        traits=["synonym"],
    )
    heads = {name: figure / column(FOLK, 2023)[name] for name, figure in column(GDP, 2023).items()}
    ask(
        "GDP per capita by country for 2023",
        "ratio by group",
        "GDP by population; in thousands of dollars, or dollars.",
        any_of(*(table(["Country"], {name: figure * scale for name, figure in heads.items()}) for scale in (1, 1000))),
    )
    ask(
        "Germany real GDP growth 2019 to 2024",
        "trend",
        "The values of constant prices by year.",
        table(["year"], {year: figure for year, figure in series(REAL, "Germany").items() if year >= "2019"}),
    )
    ask("how many countries had negative growth in 2020?", "count", "Countries with a value below 0.",
        value(sum(figure < 0 for figure in column(REAL, 2020).values())))  # fmt: skip
    owing = ask("countries with government debt above 100% of GDP in 2023", "list", "Countries above this.",
                listing(above(DEBT, 2023, 100), "Country"))  # fmt: skip
    ask(
        "how did that look in 2016",
        "list",
        "The same for another year.",
        listing(above(DEBT, 2016, 100), "Country"),
        [owing],
    )
    poland = series(GDP, "Poland")
    ask(
        "By how much did Poland's GDP in current dollars grow from 2016 to 2023, in percent?",
        "growth",
        "Change of the values.",
        value(growth(poland["2016"], poland["2023"]), PERCENT),
    )
    idle = [row["Country"] for row in rows if row["WEO Subject Code"] == IDLE and row["2024"] is None]
    ask("for which countries is there no unemployment figure for 2024?", "missing", "Countries without a value.",
        listing(idle, "Country"))  # fmt: skip
    gap = column(GDP, 2022)["United States"] - column(GDP, 2022)["China"]
    ask(
        "difference in GDP between the US and China in 2022",
        "difference",
        "Both values, or their difference.",
        any_of(
            value(gap),
            value(-gap),
            table(["Country"], {name: column(GDP, 2022)[name] for name in ("United States", "China")}),
        ),
        traits=["part-of-value"],
    )
    ask("In what year did inflation in Brazil peak?", "best", "The year with the highest value.",
        winner(best(series(PRICES, "Brazil"))))  # fmt: skip
    ask(
        "average inflation in Italy from 2018 to 2022",
        "average",
        "Mean of these years.",
        value(fmean(figure for year, figure in series(PRICES, "Italy").items() if "2018" <= year <= "2022")),
    )
    ask("countries with inflation over 5% and unemployment over 8% in 2022", "conditions", "Both values above these.",
        listing([name for name in above(PRICES, 2022, 5) if name in above(IDLE, 2022, 8)], "Country"))  # fmt: skip
    every = [(subject, year) for subject in (GDP, REAL, PRICES, IDLE, DEBT) for year in (2022, 2023, 2024)]
    ask(
        "Which country is doing best economically?",
        "opinion",
        "First in one of the subjects, of the last years.",
        any_of(
            *(
                one
                for subject, year in every
                for one in leaders(column(subject, year), lowest=subject in (PRICES, IDLE, DEBT))
            ),
            *(one for one in leaders(heads)),
        ),
        ambiguous=True,
    )
    ask("what's the corporate tax rate in Ireland?", "other topic", "Taxes are not in the file.",
        decline("The file has no tax rates.", "tax"))  # fmt: skip
    also_by(bank, rows, "Country", "ISO")
    return bank
