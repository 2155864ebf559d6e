from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, correlation, growth, mean, median, percent, read, top, where
from readings import any_of, leaders


def questions():
    rows = read("bestsellers with categories.csv", numbers=("User Rating", "Reviews", "Price", "Year"))
    titles = {row["Name"]: row for row in rows}
    once = list(titles.values())
    bank = Bank("bestsellers", ["bestsellers with categories.csv"])
    ask = bank.ask

    ask(
        "How many different books are on the list?",
        "distinct",
        "Distinct values of Name.",
        value(len(titles)),
    )
    price = ask(
        "average price by genre",
        "group",
        "Mean of Price by Genre over the rows, or over distinct books.",
        any_of(
            table(["Genre"], by(rows, "Genre", lambda part: mean(part, "Price"))),
            table(["Genre"], by(once, "Genre", lambda part: mean(part, "Price"))),
        ),
    )
    ask(
        "and the rating?",
        "group",
        "Mean of User Rating by Genre over the rows, or over distinct books.",
        any_of(
            table(["Genre"], by(rows, "Genre", lambda part: mean(part, "User Rating"))),
            table(["Genre"], by(once, "Genre", lambda part: mean(part, "User Rating"))),
        ),
        before=[price],
        traits=["terse"],
    )
    author = ask(
        "Which author made the list most often?",
        "best",
        "The Author with the most rows.",
        winner(best(by(rows, "Author", len))),
        traits=["synonym"],
    )
    fiction = where(rows, Genre="Fiction")
    ask(
        "and looking only at fiction?",
        "best",
        "The Author with the most rows where Genre is Fiction.",
        winner(best(by(fiction, "Author", len))),
        before=[author],
    )
    ordered = sorted(rows, key=lambda row: -row["Reviews"])
    ask(
        "top 5 books with the most reviews",
        "top",
        "Distinct books by Reviews; or the five highest rows, where a book stands once a year.",
        any_of(
            ranking(top({name: row["Reviews"] for name, row in titles.items()}, 5), "Name"),
            ranking([(row["Name"], row["Reviews"]) for row in ordered[:5]], "Name"),
        ),
    )
    yearly = ask(
        "how did the average price develop over the years?",
        "trend",
        "Mean of Price by Year.",
        table(["Year"], by(rows, "Year", lambda part: mean(part, "Price"))),
        traits=["synonym"],
    )
    ask(
        "non fiction only",
        "trend",
        "Mean of Price by Year where Genre is Non Fiction.",
        table(["Year"], by(where(rows, Genre="Non Fiction"), "Year", lambda part: mean(part, "Price"))),
        before=[yearly],
        traits=["terse"],
    )
    of_2015 = where(rows, Year=2015)
    ask(
        "What percentage of the 2015 bestsellers is fiction?",
        "share",
        "Rows of 2015 with Fiction of all rows of 2015.",
        value(percent(len(where(of_2015, Genre="Fiction")), len(of_2015)), PERCENT),
    )
    ask(
        "does the price have anything to do with the rating?",
        "correlation",
        "Pearson's r of Price and User Rating, over the rows or over distinct books.",
        any_of(value(correlation(rows, "Price", "User Rating")), value(correlation(once, "Price", "User Rating"))),
    )
    ask(
        "what was the most expensive book in 2012",
        "lookup",
        "The Name with the highest Price among the rows of 2012.",
        winner(best({row["Name"]: row["Price"] for row in where(rows, Year=2012)})),
        traits=["synonym"],
    )
    ask(
        "how many Harry Potter titles do we have?",
        "condition",
        "Rows whose Name has Harry Potter in it.",
        value(len([row for row in rows if "Harry Potter" in row["Name"]])),
        traits=["part-of-value"],
    )
    reviews = ask(
        "median number of reviews in 2018",
        "median",
        "Median of Reviews where Year is 2018.",
        value(median(where(rows, Year=2018), "Reviews")),
    )
    before, after = (median(where(rows, Year=year), "Reviews") for year in (2017, 2018))
    ask(
        "compared to the year before?",
        "difference",
        "Medians of 2017 and 2018: their difference, their change in percent, or the one of 2017 beside the other.",
        either(
            value(after - before),
            value(growth(before, after), PERCENT),
            table(["Year"], {2017: before, 2018: after}),
            value(before),
        ),
        before=[reviews],
    )
    ask(
        "What is the most successful book?",
        "ambiguous",
        "By years on the list, by reviews, or by rating.",
        either(
            *leaders(by(rows, "Name", len)),
            *leaders({name: row["Reviews"] for name, row in titles.items()}),
            *leaders({name: row["User Rating"] for name, row in titles.items()}),
        ),
        ambiguous=True,
    )
    ask(
        "Which publisher has the most bestsellers?",
        "unanswerable",
        "There is nothing about publishers.",
        decline("no column of the publisher", "publisher"),
    )
    return bank
