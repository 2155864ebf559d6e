"""Life expectancy, population, and income of countries every five years."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, correlation, growth, mean, percent, read, top, total, where


def questions():
    bank = Bank("gapminder", ["gapminder.csv"])
    ask = bank.ask
    rows = read("gapminder.csv", numbers=("lifeExp", "pop", "gdpPercap"))
    in_year = lambda year: where(rows, year=year)  # noqa: E731
    life = {(row["country"], row["year"]): row["lifeExp"] for row in rows}
    people = {(row["country"], row["year"]): row["pop"] for row in rows}

    japan = ask(
        "What was the life expectancy in Japan in 2007?",
        "lookup",
        "lifeExp of Japan, 2007.",
        value(life["Japan", "2007"]),
    )
    ask("and in 1952?", "lookup", "lifeExp of Japan, 1952.", value(life["Japan", "1952"]), before=[japan])
    income = {row["country"]: row["gdpPercap"] for row in in_year("2007")}
    rich = ask(
        "which country had the highest gdp per capita in 2007",
        "best",
        "Highest gdpPercap of 2007.",
        winner(best(income)),
    )
    ask(
        "show me the top 5",
        "top",
        "The five countries with the highest gdpPercap of 2007.",
        ranking(top(income, 5), "country"),
        before=[rich],
        traits=["terse"],
    )
    ask(
        "How did total population develop over the years?",
        "trend",
        "Sum of pop by year.",
        table(["year"], by(rows, "year", lambda part: total(part, "pop"))),
    )
    continents = lambda year: table(  # noqa: E731
        ["continent"], by(in_year(year), "continent", lambda part: mean(part, "lifeExp"))
    )
    average = ask(
        "average life expectency by continent in 2007",
        "group",
        "Mean lifeExp of the countries of each continent, 2007.",
        continents("2007"),
        traits=["misspelling"],
    )
    ask("same for 1957", "group", "The same for 1957.", continents("1957"), before=[average], traits=["terse"])
    before, after = life["Rwanda", "1987"], life["Rwanda", "1992"]
    ask(
        "How much did life expectancy in Rwanda change from 1987 to 1992?",
        "difference",
        "lifeExp of Rwanda 1992 less that of 1987, in years or in percent.",
        either(value(after - before), value(growth(before, after), PERCENT)),
    )
    ask(
        "how many countries are there per continent",
        "distinct",
        "Different countries by continent.",
        table(["continent"], by(rows, "continent", lambda part: len({row["country"] for row in part}))),
    )
    ask(
        "Which countries still had a life expectancy of less than 60 in 2007?",
        "list",
        "Countries with lifeExp < 60 in 2007.",
        listing([row["country"] for row in in_year("2007") if row["lifeExp"] < 60], "country"),
    )
    asia = lambda year: value(  # noqa: E731
        percent(total(where(rows, year=year, continent="Asia"), "pop"), total(in_year(year), "pop")), PERCENT
    )
    share = ask(
        "What share of the population lived in Asia in 2007?",
        "share",
        "pop of Asia in percent of all pop, 2007.",
        asia("2007"),
    )
    ask("what was it in 1952", "share", "The same for 1952.", asia("1952"), before=[share])
    ask(
        "Is there a relationship between gdp per capita and life expectancy in 2007?",
        "correlation",
        "Pearson's r of gdpPercap and lifeExp over the countries in 2007.",
        value(correlation(in_year("2007"), "gdpPercap", "lifeExp")),
    )
    ask(
        "By how many percent did the population of India grow between 1952 and 2007?",
        "growth",
        "pop of India 2007 against 1952.",
        value(growth(people["India", "1952"], people["India", "2007"]), PERCENT),
    )
    ask(
        "Whats the unemployment rate in Spain?",
        "other topic",
        "The file has no labour market.",
        decline("The file has no unemployment.", "unemployment"),
    )
    europe = where(rows, continent="Europe")
    latest = where(europe, year="2007")
    ask(
        "What's the average life expectancy in Europe?",
        "average",
        "Over all years, or in the latest; countries alike, or by their people.",
        either(
            value(mean(europe, "lifeExp")),
            value(mean(latest, "lifeExp")),
            value(total(latest, lambda row: row["lifeExp"] * row["pop"]) / total(latest, "pop")),
            value(total(europe, lambda row: row["lifeExp"] * row["pop"]) / total(europe, "pop")),
            table(["year"], by(europe, "year", lambda part: mean(part, "lifeExp"))),
            table(["country"], by(europe, "country", lambda part: mean(part, "lifeExp"))),
        ),
        ambiguous=True,
    )
    return bank
