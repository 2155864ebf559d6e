"""Questions on unemployment by country; rates are never summed, and some rows are groups of countries."""

from statistics import fmean, median

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, growth, read, top
from readings import any_of

NAME = "API_SL.UEM.TOTL.ZS_DS2_en_csv_v2_715.csv"
COUNTRY = "Country Name"
GROUPS = ["Euro area", "European Union", "High income", "Sub-Saharan Africa", "World"]


def load():
    """{country: {year: rate}}, without the years that are missing."""
    years = [str(year) for year in range(1960, 2024)]
    rows = read(NAME, years, header='"Country Name"')
    return {row[COUNTRY]: {year: row[year] for year in years if row[year] is not None} for row in rows}


def questions():
    rates = load()
    bank = Bank("unemployment", [NAME])
    ask = bank.ask

    def in_year(year, groups=True):
        return {name: found[year] for name, found in rates.items() if year in found and (groups or name not in GROUPS)}

    def lone(best_of):
        """The winner among all rows, which must be a country."""
        assert best_of[0] not in GROUPS
        return winner(best_of)

    germany = ask(
        "unemployment rate in Germany in 2020?", "lookup", "The rate of this country and year.",
        value(rates["Germany"]["2020"], PERCENT),
    )  # fmt: skip
    ask(
        "and in Spain", "lookup", "The same for another country.", value(rates["Spain"]["2020"], PERCENT), [germany],
        ["terse"],
    )  # fmt: skip
    leaders = top(in_year("2023"), 5)
    assert not {name for name, _ in leaders} & set(GROUPS)
    ask(
        "top 5 countries with the highest unemployment in 2023", "top", "The five highest rates of this year.",
        ranking(leaders, COUNTRY),
    )  # fmt: skip
    ask(
        "How did unemployment in Greece develop over time?", "trend", "The rates of this country by year.",
        table(["year"], rates["Greece"], subset=True),
    )  # fmt: skip
    before, after = in_year("2019"), in_year("2020")
    rise = {name: after[name] - before[name] for name in after}
    ask(
        "which country saw the biggest increase from 2019 to 2020", "best", "Largest in points or in percent.",
        any_of(lone(best(rise)), lone(best({name: growth(before[name], after[name]) for name in after}))),
        traits=["synonym"],
    )  # fmt: skip
    high = [name for name, rate in in_year("2021").items() if rate > 10]
    assert not set(high) & set(GROUPS)
    ask(
        "List all countries above 10% in 2021", "list", "Countries with a rate above 10 in this year.",
        listing(high, COUNTRY),
    )  # fmt: skip

    def tens(name):
        return value(fmean(rates[name][str(year)] for year in range(2010, 2020)), PERCENT)

    japan = ask(
        "average unemployment in Japan between 2010 and 2019", "average", "Mean of the ten rates.", tens("Japan")
    )
    ask("same for the United States please", "average", "The same for another country.", tens("United States"), [japan],
        ["polite"])  # fmt: skip
    ask(
        "for which countries is there no data for 2023?", "missing", "Rows without a rate in this year.",
        listing([name for name, found in rates.items() if "2023" not in found], COUNTRY),
    )  # fmt: skip
    name, rate = best(in_year("2023"), lowest=True)
    lowest = ask(
        "Who had the lowest unemployment in 2023?", "best", "The lowest rate of this year.", lone((name, rate)),
    )  # fmt: skip
    ask(
        "what was their rate in 2013", "lookup", "The rate of this country in another year.",
        value(rates[name]["2013"], PERCENT), [lowest],
    )  # fmt: skip
    ask(
        "In which year was unemployment in Spain at its peak?", "max", "The year with the highest rate.",
        winner(best(rates["Spain"])), traits=["synonym"],
    )  # fmt: skip

    def change(name):
        old, new = rates[name]["2013"], rates[name]["2023"]
        return any_of(
            value(new - old), value(growth(old, new), PERCENT), value(old - new), value(-growth(old, new), PERCENT)
        )

    euro = ask(
        "by how much did unemployment in the euro area fall from 2013 to 2023?", "difference",
        "The change of the rate, in points or in percent.", change("Euro area"),
    )  # fmt: skip
    ask("and the EU as a whole?", "difference", "The same for the European Union.", change("European Union"), [euro],
        ["synonym"])  # fmt: skip
    now = in_year("2023")
    alone = in_year("2023", groups=False)
    ask(
        "How high is unemployment?", "opinion", "The last rate of the world, the mean or median of rows or countries.",
        any_of(value(rates["World"]["2023"]), value(fmean(now.values())), value(fmean(alone.values())),
               value(median(now.values())), value(median(alone.values())), table(["year"], rates["World"], subset=True),
               table([COUNTRY], now, subset=True)), ambiguous=True,
    )  # fmt: skip
    ask(
        "youth unemployment in Italy, 2022", "other topic", "The file has the rate of all ages only.",
        decline("The file has one rate, of all ages.", "youth"), traits=["terse"],
    )  # fmt: skip
    return bank
