"""A stock list of a warehouse."""

from datetime import date

from expectations import Bank, decline, listing, ranking, table, value
from reading import by, day, mean, read, top, total, where
from readings import any_of, leaders

FILE = "stock_list.csv"
NAMES = ("Description", "SKU")


def worth(rows):
    return sum(row["On hand"] * row["Unit cost"] for row in rows)


def listed(rows):
    return any_of(*[listing([row[name] for row in rows], name) for name in NAMES])


def questions():
    bank = Bank("stock-list", [FILE])
    rows = read(FILE, numbers=["On hand", "On order", "Reorder level", "Unit cost"])
    low = [row for row in rows if row["Reorder level"] is not None and row["On hand"] < row["Reorder level"]]

    asked = bank.ask(
        "What is our stock worth?",
        "sum",
        "Sum of On hand times Unit cost.",
        value(worth(rows)),
        traits=["synonym"],
    )
    bank.ask(
        "and by location?",
        "group",
        "Sum of On hand times Unit cost by Location.",
        table(["Location"], by(rows, "Location", worth)),
        before=[asked],
    )
    asked = bank.ask(
        "How many items are below their reorder level?",
        "condition",
        "Rows whose On hand is less than their Reorder level.",
        value(len(low)),
    )
    second = bank.ask(
        "which ones?",
        "list",
        "The rows whose On hand is less than their Reorder level.",
        listed(low),
        before=[asked],
        traits=["terse"],
    )
    bank.ask(
        "How many of them have nothing on order?",
        "condition",
        "Of these the rows with On order 0.",
        value(sum(row["On order"] == 0 for row in low)),
        before=[asked, second],
    )
    bank.ask(
        "Which products are out of stock?",
        "list",
        "Rows with On hand 0.",
        listed([row for row in rows if row["On hand"] == 0]),
        traits=["synonym"],
    )
    bank.ask(
        "how many SKUs have no supplier",
        "missing",
        "Rows without a Supplier.",
        value(sum(row["Supplier"] is None for row in rows)),
    )
    dearest = top({row["SKU"]: row["Unit cost"] for row in rows}, 1)[0]
    named = next(row for row in rows if row["SKU"] == dearest[0])
    bank.ask(
        "What's the most expensive thing we stock?",
        "best",
        "The row with the highest Unit cost.",
        any_of(*[value(named[name], measure=dearest[1]) for name in NAMES]),
        traits=["synonym"],
    )
    bank.ask(
        "avg unit cost per category",
        "average",
        "Mean of Unit cost by Category.",
        table(["Category"], by(rows, "Category", lambda part: mean(part, "Unit cost"))),
        traits=["terse"],
    )
    asked = bank.ask(
        "how many units do we have in Overflow?",
        "sum",
        "Sum of On hand in the Location Overflow.",
        value(total(where(rows, Location="Overflow"), "On hand")),
    )
    bank.ask(
        "And on the shop floor?",
        "sum",
        "Sum of On hand in the Location Shop Floor.",
        value(total(where(rows, Location="Shop Floor"), "On hand")),
        before=[asked],
    )
    bank.ask(
        "Top 10 items by stock value, please",
        "top",
        "The ten rows with the highest On hand times Unit cost.",
        any_of(*[ranking(top({row[name]: worth([row]) for row in rows}, 10), name) for name in NAMES]),
        traits=["polite"],
    )
    bank.ask(
        "How many Makita products do we carry?",
        "count",
        "Rows whose Description contains Makita.",
        value(sum("Makita" in row["Description"] for row in rows)),
        traits=["part-of-value"],
    )
    bank.ask(
        "How many items were last counted before July 2024?",
        "period",
        "Rows whose Last counted is before 1 July 2024.",
        value(sum(day(row["Last counted"], "%d/%m/%Y") < date(2024, 7, 1) for row in rows)),
    )
    bank.ask(
        "How many drills did we sell last month?",
        "other topic",
        "There are stocks, but no sales.",
        decline("the file has no sales", "sell"),
    )
    bank.ask(
        "Who's our most important supplier?",
        "opinion",
        "The Supplier of the most items, the most units, or the highest value of stock.",
        any_of(
            *leaders(by(rows, "Supplier", len)),
            *leaders(by(rows, "Supplier", lambda part: total(part, "On hand"))),
            *leaders(by(rows, "Supplier", worth)),
            *leaders(by(rows, "Supplier", lambda part: total(part, "On order"))),
        ),
        ambiguous=True,
    )
    return bank
