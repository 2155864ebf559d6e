from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, day, growth, mean, median, month, read, top, total, weekday, where

NUMBERS = ("Unit price", "Quantity", "Tax 5%", "Total", "cogs", "gross margin percentage", "gross income", "Rating")


def questions():
    rows = read("supermarket_sales.csv", NUMBERS)
    for row in rows:
        row["day"] = day(row["Date"], "%m/%d/%Y")
        row["month"], row["weekday"] = month(row["day"]), weekday(row["day"])
    january, february, march = (where(rows, month=f"2019-0{number}") for number in (1, 2, 3))
    bank = Bank("supermarket", ["supermarket_sales.csv"])
    ask = bank.ask

    branches = ask(
        "Total sales by branch",
        "group",
        "The sum of Total by Branch.",
        table(["Branch"], by(rows, "Branch", lambda part: total(part, "Total"))),
    )
    ask(
        "only female customers",
        "group",
        "The same where Gender is Female.",
        table(["Branch"], by(where(rows, Gender="Female"), "Branch", lambda part: total(part, "Total"))),
        before=[branches],
        traits=["terse"],
    )
    months = ask(
        "how did sales develop month by month?",
        "trend",
        "The sum of Total by month.",
        table(["month"], by(rows, "month", lambda part: total(part, "Total"))),
        traits=["synonym"],
    )
    ask(
        "break that down by city",
        "trend",
        "The sum of Total by month and City.",
        table(["month", "City"], by(rows, ("month", "City"), lambda part: total(part, "Total"))),
        before=[months],
    )
    ask(
        "Which product line brings in the most money?",
        "extreme",
        "The product line with the highest sum of Total.",
        winner(best(by(rows, "Product line", lambda part: total(part, "Total")))),
        traits=["synonym"],
    )
    stars = ask(
        "avg rating per city",
        "group",
        "The mean Rating by City.",
        table(["City"], by(rows, "City", lambda part: mean(part, "Rating"))),
        traits=["terse"],
    )
    ask(
        "median instead",
        "group",
        "The median Rating by City.",
        table(["City"], by(rows, "City", lambda part: median(part, "Rating"))),
        before=[stars],
        traits=["terse"],
    )
    ask(
        "How many custmers paid by credit card?",
        "count",
        "Rows with the Payment Credit card.",
        value(len(where(rows, Payment="Credit card"))),
        traits=["synonym", "misspelling"],
    )
    ask(
        "do members spend more per purchase than normal customers? avg total pls",
        "group",
        "The mean Total by Customer type.",
        table(["Customer type"], by(rows, "Customer type", lambda part: mean(part, "Total"))),
        traits=["synonym"],
    )
    units = ask(
        "units sold by product line",
        "group",
        "The sum of Quantity by Product line.",
        table(["Product line"], by(rows, "Product line", lambda part: total(part, "Quantity"))),
        traits=["synonym"],
    )
    ask(
        "just Mandalay",
        "group",
        "The same where City is Mandalay.",
        table(
            ["Product line"],
            by(where(rows, City="Mandalay"), "Product line", lambda part: total(part, "Quantity")),
        ),
        before=[units],
    )
    ask(
        "the three biggest invoices",
        "ranking",
        "The three values of Invoice ID with the highest Total.",
        ranking(top({row["Invoice ID"]: row["Total"] for row in rows}, 3), "Invoice ID"),
    )
    ask(
        "How much tax did we collect in March?",
        "sum",
        "The sum of Tax 5% in March 2019.",
        value(total(march, "Tax 5%")),
    )
    ask(
        "gross income in Feb compared to Jan",
        "change",
        "The two sums of gross income, their difference, or the change in percent.",
        either(
            table(
                ["month"],
                {"2019-01": total(january, "gross income"), "2019-02": total(february, "gross income")},
            ),
            value(total(february, "gross income") - total(january, "gross income")),
            value(growth(total(january, "gross income"), total(february, "gross income")), PERCENT),
        ),
        traits=["terse"],
    )
    ask(
        "Sales per cashier please",
        "unanswerable",
        "There is nothing about cashiers.",
        decline("no column of cashiers", "cashier"),
        traits=["polite"],
    )
    ask(
        "what is our best product line?",
        "ambiguous",
        "By money, by units, by the number of invoices, or by rating.",
        either(
            *{
                found: winner(found)
                for compute in (
                    lambda part: total(part, "Total"),
                    lambda part: total(part, "Quantity"),
                    lambda part: total(part, "gross income"),
                    lambda part: mean(part, "Rating"),
                    len,
                )
                for found in [best(by(rows, "Product line", compute))]
            }.values()
        ),
        ambiguous=True,
    )
    return bank
