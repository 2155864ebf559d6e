"""Films and series on Netflix."""

from collections import Counter

from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, day, mean, median, percent, read, top, where


def questions():
    bank = Bank("netflix", ["netflix_titles.csv"])
    ask = bank.ask
    rows = read("netflix_titles.csv")
    for row in rows:
        row["added"] = day(row["date_added"], "%B %d, %Y")
        minutes = (row["duration"] or "").removesuffix(" min")
        row["minutes"] = int(minutes) if minutes.isdigit() else None
    films = where(rows, type="Movie")
    known = [row for row in rows if row["added"]]

    types = by(rows, "type", len)
    kinds = ask("How many movies and how many TV shows do we have?", "group", "Rows by type.", table(["type"], types))
    ask(
        "in percent?",
        "share",
        "Rows by type in percent of all rows.",
        table(["type"], {key: percent(count, len(rows)) for key, count in types.items()}, PERCENT),
        before=[kinds],
        traits=["terse"],
    )
    per_year = lambda part: table(  # noqa: E731
        ["year"], by([row for row in part if row["added"]], lambda row: str(row["added"].year), len)
    )
    added = ask(
        "Number of titles added per year", "trend", "Rows by the year of date_added.", per_year(rows), traits=["terse"]
    )
    ask("movies only", "condition", "The same for type = Movie.", per_year(films), before=[added], traits=["terse"])
    single = Counter(country for row in rows if row["country"] for country in row["country"].split(", "))
    ask(
        "Which country has the most titles?",
        "best",
        "Rows by country, joint productions apart or counted for each country.",
        either(winner(best(by(rows, "country", len))), winner(best(single))),
    )
    length = ask(
        "what's the average lenght of a movie in minutes",
        "average",
        "Mean of the minutes in duration, type = Movie.",
        value(mean(films, "minutes")),
        traits=["synonym", "misspelling"],
    )
    ask("and the median", "median", "Median minutes.", value(median(films, "minutes")), before=[length])
    ask(
        "Which is the longest movie?",
        "best",
        "The title with the most minutes.",
        winner(best({row["title"]: row["minutes"] for row in films if row["minutes"]})),
    )
    ask(
        "How many shows only have one season?",
        "count",
        "Rows of TV shows with duration = 1 Season.",
        value(len(where(rows, type="TV Show", duration="1 Season"))),
    )
    ask(
        "three most common ratings",
        "top",
        "Rows by rating, the three most frequent.",
        ranking(top(by(rows, "rating", len), 3), "rating"),
        traits=["terse"],
    )
    director = ask(
        "How many titles are missing a director?",
        "missing",
        "Rows without a director.",
        value(sum(row["director"] is None for row in rows)),
    )
    ask(
        "and a country?",
        "missing",
        "Rows without a country.",
        value(sum(row["country"] is None for row in rows)),
        before=[director],
    )
    ask(
        "how many titles came out before 2000?",
        "count",
        "Rows with release_year < 2000.",
        value(sum(int(row["release_year"]) < 2000 for row in rows)),
        traits=["synonym"],
    )
    ask(
        "How many of the movies are documentaries?",
        "count",
        "Movies with Documentaries among listed_in.",
        value(sum("Documentaries" in row["listed_in"].split(", ") for row in films)),
        traits=["part-of-value"],
    )
    ask(
        "Which show was watched the most?",
        "other topic",
        "The file lists titles, not how often they are seen.",
        decline("The file has no number of views.", "watched"),
    )
    ask(
        "how many titles are from 2019?",
        "count",
        "Released in 2019, or added in 2019.",
        either(value(len(where(rows, release_year="2019"))), value(sum(row["added"].year == 2019 for row in known))),
        ambiguous=True,
    )
    return bank
