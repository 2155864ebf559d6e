"""Flats and rooms to let in Berlin."""

from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, values, where


def questions():
    bank = Bank("listings", ["listings.csv"])
    ask = bank.ask
    numbers = "price minimum_nights number_of_reviews reviews_per_month availability_365 number_of_reviews_ltm"
    rows = read("listings.csv", numbers=numbers.split())
    rooms = ask(
        "How many listings are there per room type?",
        "group",
        "Rows by room_type.",
        table(["room_type"], by(rows, "room_type", len)),
    )
    ask(
        "just in Mitte",
        "condition",
        "The same for neighbourhood_group = Mitte.",
        table(["room_type"], by(where(rows, neighbourhood_group="Mitte"), "room_type", len)),
        before=[rooms],
        traits=["terse"],
    )
    prices = ask(
        "average price by neighbourhood group",
        "group",
        "Mean price by neighbourhood_group.",
        table(["neighbourhood_group"], by(rows, "neighbourhood_group", lambda part: mean(part, "price"))),
        traits=["terse"],
    )
    ask(
        "could I get the median instead?",
        "median",
        "Median price by neighbourhood_group.",
        table(["neighbourhood_group"], by(rows, "neighbourhood_group", lambda part: median(part, "price"))),
        before=[prices],
        traits=["polite"],
    )
    hosts = best(by(rows, "host_id", len))
    name = next(row["host_name"] for row in rows if row["host_id"] == hosts[0])
    names = best(by(rows, "host_name", len))
    assert names == (name, hosts[1]), "hosts and names of hosts differ"
    ask(
        "Which host has the most listings?",
        "best",
        "Rows by host, by id or by name: the same.",
        either(winner(names), winner(hosts)),
    )
    unseen = where(rows, number_of_reviews=0)
    never = ask(
        "how many listings have never been reviewed?",
        "count",
        "Rows with number_of_reviews = 0.",
        value(len(unseen)),
    )
    ask(
        "what percentage is that",
        "share",
        "These in percent of all rows.",
        value(percent(len(unseen), len(rows)), PERCENT),
        before=[never],
    )
    ask(
        "How many places require a minimum stay of 30 nights or longer?",
        "count",
        "Rows with minimum_nights >= 30.",
        value(sum(row["minimum_nights"] >= 30 for row in rows)),
        traits=["synonym"],
    )
    ask(
        "Which neighbourhood is the most expensive on average?",
        "best",
        "Mean price by neighbourhood, or by neighbourhood_group.",
        either(
            winner(best(by(priced(rows), "neighbourhood", lambda part: mean(part, "price")))),
            winner(best(by(priced(rows), "neighbourhood_group", lambda part: mean(part, "price")))),
        ),
    )
    private = where(rows, room_type="Private room")
    cheap = ask(
        "What does the cheapest private room cost?",
        "min",
        "Lowest price of room_type = Private room.",
        value(min(values(private, "price"))),
    )
    ask(
        "and the most expensive one?",
        "max",
        "Highest price of a private room.",
        value(max(values(private, "price"))),
        before=[cheap],
    )
    ask(
        "number of listings without a price",
        "missing",
        "Rows without a price.",
        value(sum(row["price"] is None for row in rows)),
        traits=["terse"],
    )
    ask(
        "How many listings got their last review in 2024?",
        "period",
        "Rows with last_review in 2024.",
        value(sum((row["last_review"] or "").startswith("2024") for row in rows)),
    )
    ask(
        "is there any corelation between price and number of reviews",
        "correlation",
        "Pearson's r of price and number_of_reviews.",
        value(correlation(rows, "price", "number_of_reviews")),
        traits=["misspelling"],
    )
    ask(
        "What do guests think of the cleanliness of the flats in Pankow?",
        "other topic",
        "The file counts reviews; it does not say what is in them.",
        decline("The file has no scores of guests.", "cleanliness"),
    )
    ask(
        "How many reviews does a listing get on average?",
        "average",
        "In all, in the last twelve months, or a month.",
        either(
            value(mean(rows, "number_of_reviews")),
            value(mean(rows, "number_of_reviews_ltm")),
            value(mean(rows, "reviews_per_month")),
        ),
        ambiguous=True,
    )
    return bank


def priced(rows):
    return [row for row in rows if row["price"] is not None]
