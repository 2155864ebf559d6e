"""Movies with runtimes as text and takings in millions."""

import statistics

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, correlation, groups, mean, median, read, top, total


def questions():
    rows = read("movies.csv", numbers=["Year", "Rating", "Metascore", "Votes", "Gross", "Runtime"], symbols="$M min")
    bank = Bank("movies", ["movies.csv"])
    gross = {row["Title"]: row["Gross"] for row in rows if row["Gross"] is not None}
    bank.ask("How many movies are in the list?", "count", "One row is one movie.", value(len(rows)))
    bank.ask("whats the average runtime", "average", "Mean of the minutes in Runtime.", value(mean(rows, "Runtime")))
    bank.ask("top 5 movies by gross", "top", "Titles with the highest Gross.", ranking(top(gross, 5), "Title"))
    bank.ask(
        "total gross of all movies",
        "sum",
        "Sum of Gross in millions of dollars, or in dollars.",
        either(value(total(rows, "Gross"), "million $"), value(total(rows, "Gross") * 1e6, "$")),
    )
    high = bank.ask(
        "which movie has the highest rating?",
        "best",
        "The title with the highest Rating.",
        winner(best({row["Title"]: row["Rating"] for row in rows})),
    )
    bank.ask(
        "and the lowest?",
        "best",
        "The title with the lowest Rating.",
        winner(best({row["Title"]: row["Rating"] for row in rows}, lowest=True)),
        before=[high],
    )
    bank.ask(
        "movies per decade",
        "trend",
        "Rows by the decade of Year.",
        table(["decade"], by(rows, lambda row: f"{int(row['Year']) // 10 * 10}s", len)),
    )
    bank.ask(
        "how many movies run longer than 2 and a half hours",
        "condition",
        "Runtime above 150 minutes.",
        value(len([row for row in rows if row["Runtime"] > 150])),
    )
    comedies = [row for row in rows if "Comedy" in row["Genre"]]
    funny = bank.ask(
        "How many comedies are there?",
        "count",
        "Rows whose Genre list has Comedy.",
        value(len(comedies)),
        traits=["part-of-value"],
    )
    bank.ask(
        "their average rating?",
        "average",
        "Mean Rating of those comedies.",
        value(mean(comedies, "Rating")),
        before=[funny],
    )
    bank.ask(
        "average rating per director with at least 5 movies",
        "group",
        "Mean Rating for directors who have 5 rows or more.",
        table(
            ["Director"],
            {name: mean(part, "Rating") for name, part in groups(rows, "Director").items() if len(part) >= 5},
        ),
    )
    bank.ask(
        "who directed the most movies",
        "best",
        "The Director with the most rows.",
        winner(best(by(rows, "Director", len))),
    )
    bank.ask(
        "for how many movies is the gross missing",
        "missing",
        "Empty Gross.",
        value(len([row for row in rows if row["Gross"] is None])),
    )
    bank.ask(
        "list all movies released between 2015 and 2023 with PG certificate",
        "list",
        "Year from 2015 to 2023 and Certificate exactly PG.",
        listing([row["Title"] for row in rows if 2015 <= row["Year"] <= 2023 and row["Certificate"] == "PG"], "Title"),
    )
    bank.ask(
        "movies with Night in the title, how many?",
        "count",
        "Titles that have the word Night; or the letters, as in Midnight and Nightfall.",
        either(
            value(len([row for row in rows if "Night" in row["Title"].split()])),
            value(len([row for row in rows if "night" in row["Title"].lower()])),
        ),
        traits=["part-of-value"],
        ambiguous=True,
    )
    bank.ask(
        "correlation between rating and metascore",
        "correlation",
        "Pearson's r over movies with both.",
        value(correlation(rows, "Rating", "Metascore")),
    )
    named = [row for row in rows if row["Director"] == "Leo Dahl"]
    bank.ask(
        "median votes for movies by Leo Dahl",
        "median",
        "Median of Votes for that director.",
        value(median(named, "Votes")),
    )
    bank.ask(
        "how many films did Marc Grubber make",
        "count",
        "Rows of Marc Gruber; the name has a slip.",
        value(len([row for row in rows if row["Director"] == "Marc Gruber"])),
        traits=["misspelling", "synonym"],
    )
    bank.ask(
        "How long is Kaspar & Sons?",
        "lookup",
        "Runtime of that title, in minutes.",
        value([row for row in rows if row["Title"] == "Kaspar & Sons"][0]["Runtime"], "min"),
    )
    bank.ask(
        "which movie earned the most dollars per minute of runtime",
        "ratio",
        "Highest Gross divided by Runtime.",
        winner(best({row["Title"]: row["Gross"] / row["Runtime"] for row in rows if row["Gross"] is not None})),
    )
    bank.ask(
        "number of movies that are not rated R",
        "negation",
        "Certificate other than R, with or without the movies that have none.",
        either(
            value(len([row for row in rows if row["Certificate"] not in ("R", None)])),
            value(len([row for row in rows if row["Certificate"] != "R"])),
        ),
    )
    bank.ask(
        "what's the best movie?",
        "best",
        "By rating, by critics' score, or by takings.",
        either(
            *[
                winner(best({row["Title"]: row[column] for row in rows if row[column] is not None}))
                for column in ("Rating", "Metascore", "Gross")
            ]
        ),
        ambiguous=True,
    )
    single = {}
    for row in rows:
        for genre in row["Genre"].split(", "):
            single.setdefault(genre, []).append(row["Rating"])
    bank.ask(
        "average rating by genre",
        "group",
        "Each genre of the list on its own, or each list as it stands.",
        either(
            table(["Genre"], {genre: statistics.fmean(ratings) for genre, ratings in sorted(single.items())}),
            table(["Genre"], by(rows, "Genre", lambda part: mean(part, "Rating"))),
        ),
        ambiguous=True,
    )
    bank.ask("what columns does this file have?", "list", "The names in the header.", listing(list(rows[0]), "column"))
    bank.ask(
        "what was the production budget of Night Ferry",
        "lookup",
        "No budget in the file.",
        decline("The file has no budget.", "budget"),
        traits=["missing-word"],
    )
    bank.ask(
        "which movie should I watch tonight?",
        "opinion",
        "Advice.",
        decline("A recommendation is no computation over the file."),
    )
    return bank
