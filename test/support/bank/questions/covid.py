"""Cumulative cases and deaths by country and day: what counts is the last value, not the sum."""

from datetime import timedelta

from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, day, groups, growth, moving, percent, read, total, where


def daily(part, column="total_cases"):
    """New cases by day from the second day on; nothing counted yet is zero."""
    ordered = sorted(part, key=lambda row: row["date"])
    return {row["date"]: (row[column] or 0) - (before[column] or 0) for before, row in zip(ordered, ordered[1:])}


def questions():
    rows = read("covid.csv", numbers=["total_cases", "total_deaths", "population"])
    bank = Bank("covid", ["covid.csv"])
    country = groups(rows, "location")
    latest = max(row["date"] for row in rows)
    last = where(rows, date=latest)
    at = {(row["location"], row["date"]): row for row in rows}

    def cases(name, date):
        return at[name, date]["total_cases"]

    italy = bank.ask(
        "how many cases did Italy have in total",
        "max",
        "The last cumulative value of Italy.",
        value(cases("Italy", latest)),
    )
    bank.ask(
        "and Brazil?", "max", "The last cumulative value of Brazil.", value(cases("Brazil", latest)), before=[italy]
    )
    bank.ask(
        "total deaths by country",
        "group",
        "The last cumulative value of each country.",
        table(["location"], {row["location"]: row["total_deaths"] for row in last}),
    )
    bank.ask(
        "which country has the most cases?",
        "best",
        "The highest last cumulative value.",
        winner(best({row["location"]: row["total_cases"] for row in last})),
    )
    bank.ask(
        "new cases per day in Germany, line chart please",
        "trend",
        "Day-to-day difference of total_cases; the first day has none.",
        table(["date"], daily(country["Germany"]), subset=True),
        traits=["polite"],
    )
    bank.ask(
        "case fatality rate by country at the end of the data",
        "ratio",
        "total_deaths over total_cases on the last day.",
        table(
            ["location"], {row["location"]: percent(row["total_deaths"], row["total_cases"]) for row in last}, PERCENT
        ),
    )
    bank.ask(
        "cases per 100,000 inhabitants by country",
        "ratio",
        "The last total_cases over population times 100000.",
        table(["location"], {row["location"]: row["total_cases"] / row["population"] * 1e5 for row in last}),
    )
    bank.ask(
        "On which day did France pass 10000 cases?",
        "lookup",
        "The first date with total_cases above 10000.",
        value(min(row["date"] for row in country["France"] if row["total_cases"] > 10000)),
    )
    bank.ask(
        "cases on 1 April 2020 by country",
        "group",
        "total_cases on that date.",
        table(["location"], {row["location"]: row["total_cases"] for row in where(rows, date="2020-04-01")}),
    )
    bank.ask(
        "7-day moving average of new cases in Italy",
        "moving-average",
        "Mean of the day-to-day differences over the day and the six before it.",
        table(["date"], moving(daily(country["Italy"]), 7), subset=True),
    )
    bank.ask(
        "by how many percent did cases in South Korea grow from April 1 to May 1",
        "growth",
        "Change of total_cases between the two dates.",
        value(growth(cases("South Korea", "2020-04-01"), cases("South Korea", "2020-05-01")), PERCENT),
    )
    bank.ask(
        "day with the most new cases in France",
        "best",
        "The date with the highest day-to-day difference.",
        winner(best(daily(country["France"]))),
    )
    bank.ask(
        "How many cases are there in all countries together?",
        "sum",
        "The sum of the last cumulative value of each country.",
        value(total(last, "total_cases")),
    )
    bank.ask(
        "deaths in Europe",
        "sum",
        "The sum of the last cumulative deaths of the European countries.",
        value(total(where(last, continent="Europe"), "total_deaths")),
        traits=["terse"],
    )
    bank.ask(
        "could you work out what share each country has in all deaths?",
        "share",
        "Last cumulative deaths over their sum.",
        table(
            ["location"],
            {row["location"]: percent(row["total_deaths"], total(last, "total_deaths")) for row in last},
            PERCENT,
        ),
        traits=["polite"],
    )
    bank.ask(
        "how many days does the data cover", "distinct", "Different dates.", value(len({row["date"] for row in rows}))
    )
    weeks = {}
    for date, number in daily(country["Italy"]).items():
        monday = day(date) - timedelta(days=day(date).weekday())
        weeks[monday.isoformat()] = weeks.get(monday.isoformat(), 0) + number
    bank.ask(
        "new cases per week in Italy",
        "trend",
        "Day-to-day differences added up for weeks from Monday, named by it.",
        table(["week"], weeks, subset=True),
    )
    bank.ask(
        "countries outside Europe with their latest number of deaths",
        "negation",
        "Last total_deaths where continent is not Europe.",
        table(["location"], {row["location"]: row["total_deaths"] for row in last if row["continent"] != "Europe"}),
    )
    bank.ask(
        "on how many days did germany have more than 5000 new cases",
        "condition",
        "Day-to-day differences above 5000.",
        value(len([number for number in daily(country["Germany"]).values() if number > 5000])),
    )
    bank.ask(
        "latest deths in Itlay",
        "max",
        "The last total_deaths of Italy; slips.",
        value(at["Italy", latest]["total_deaths"]),
        traits=["misspelling"],
    )
    april = cases("Italy", "2020-04-30")
    bank.ask(
        "how many cases in Italy in April?",
        "difference",
        "New in April, or the total at its end.",
        either(value(april - cases("Italy", "2020-03-31")), value(april)),
        ambiguous=True,
    )
    per_head = {row["location"]: row["total_deaths"] / row["population"] for row in last}
    bank.ask(
        "which country was hit hardest?",
        "best",
        "By cases, or by deaths, or by deaths per head.",
        either(
            winner(best({row["location"]: row["total_cases"] for row in last})),
            winner(best({row["location"]: row["total_deaths"] for row in last})),
            winner(best(per_head)),
        ),
        ambiguous=True,
    )
    bank.ask(
        "how many people were vaccinated in Germany",
        "lookup",
        "No vaccinations in the file.",
        decline("The file has no vaccinations.", "vaccinated"),
        traits=["missing-word"],
    )
    bank.ask("why did so many people die in Italy", "cause", "A cause.", decline("The file has deaths, but no causes."))
    return bank
