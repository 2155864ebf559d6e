from collections import Counter

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, day, growth, mean, month, percent, quarter, read, top, total, where

from .common import best_of

SET = "open"


def questions():
    orders = read("shop_orders.csv", numbers=("quantity", "unit_price", "shipping", "total"))
    returns = read("shop_returns.csv", numbers=("refund",))
    for row in orders:
        row["day"] = day(row["order_date"])
    order_of = {row["order_id"]: row for row in orders}
    for row in returns:
        row["order"] = order_of[row["order_id"]]
    returned = {row["order_id"] for row in returns}
    bank = Bank("shop", ["shop_orders.csv", "shop_returns.csv"])
    ask = bank.ask

    ask("How many orders did we get?", "count", "One row of shop_orders.csv is one order.", value(len(orders)))
    monthly = ask(
        "revenue by month",
        "trend",
        "Sum of total for each month of order_date.",
        table(["month"], by(orders, lambda row: month(row["day"]), lambda part: total(part, "total"))),
        traits=["terse", "synonym"],
    )
    ask(
        "now just the app",
        "trend",
        "The same sums, channel app only.",
        table(
            ["month"],
            by(where(orders, channel="app"), lambda row: month(row["day"]), lambda part: total(part, "total")),
        ),
        before=[monthly],
    )
    average = ask(
        "What do people spend per order on average?",
        "average",
        "Mean of total over all orders.",
        value(mean(orders, "total")),
        traits=["synonym"],
    )
    ask(
        "and per country?",
        "group",
        "Mean of total for each country.",
        table(["country"], by(orders, "country", lambda part: mean(part, "total"))),
        before=[average],
    )
    ask(
        "top 5 products by revenue",
        "top",
        "The five products with the highest sum of total.",
        ranking(top(by(orders, "product", lambda part: total(part, "total")), 5), "product"),
    )
    rates = by(orders, "category", lambda part: percent(sum(row["order_id"] in returned for row in part), len(part)))
    rate = ask(
        "return rate by category",
        "join",
        "Orders that were returned, of all orders of the category.",
        table(["category"], rates, unit=PERCENT),
    )
    sent_back = where([row["order"] for row in returns], category="Shoes")
    ask(
        "how many shoe orders came back?",
        "join",
        "Orders of category Shoes that have a return.",
        value(len(sent_back)),
        before=[rate],
        traits=["synonym", "part-of-value"],
    )
    ask("How much did we refund in total?", "sum", "Sum of refund.", value(total(returns, "refund")))
    ask(
        "why do customers mostly send things back?",
        "best",
        "The reason with the most returns.",
        winner(best(Counter(row["reason"] for row in returns))),
        traits=["synonym"],
    )
    ask(
        "how many paypal orders were over 100 euros",
        "condition",
        "Orders with payment_method PayPal and a total above 100.",
        value(len([row for row in orders if row["payment_method"] == "PayPal" and row["total"] > 100])),
    )
    coded = [row for row in orders if row["discount_code"]]
    discount = ask(
        "How many orders used a discount code?",
        "condition",
        "Orders whose discount_code is not empty.",
        value(len(coded)),
    )
    ask(
        "which code was used the most?",
        "best",
        "The discount_code with the most orders.",
        winner(best(Counter(row["discount_code"] for row in coded))),
        before=[discount],
    )
    ask(
        "average time from order to return in days",
        "join",
        "Mean number of days between order_date and return_date over all returns.",
        value(mean(returns, lambda row: (day(row["return_date"]) - row["order"]["day"]).days)),
    )
    people = Counter(row["order"]["customer_email"] for row in returns)
    ask(
        "Which customers returned more than one order?",
        "list",
        "Addresses with two or more returns.",
        listing([key for key, count in people.items() if count > 1], "customer_email"),
    )
    quarters = by(orders, lambda row: quarter(row["day"]), lambda part: total(part, "total"))
    gain = quarters["2024-Q4"] - quarters["2024-Q3"]
    ask(
        "how much more did we sell in Q4 than in Q3?",
        "difference",
        "Sum of total of the fourth quarter less that of the third; in money, in percent, or in units.",
        either(
            value(gain),
            value(growth(quarters["2024-Q3"], quarters["2024-Q4"]), unit=PERCENT),
            value(
                total([row for row in orders if quarter(row["day"]) == "2024-Q4"], "quantity")
                - total([row for row in orders if quarter(row["day"]) == "2024-Q3"], "quantity")
            ),
        ),
        traits=["synonym"],
    )
    ask(
        "What profit did we make on electronics?",
        "missing",
        "There are prices and no costs.",
        decline("The files have no costs, so no profit.", word="profit"),
        traits=["missing-word"],
    )
    ask(
        "what sells best?",
        "best",
        "The product with the most units, with the highest sum of total, or in the most orders; or the category.",
        best_of(
            by(orders, "product", lambda part: total(part, "quantity")),
            by(orders, "product", lambda part: total(part, "total")),
            by(orders, "product", len),
            by(orders, "category", lambda part: total(part, "quantity")),
            by(orders, "category", lambda part: total(part, "total")),
        ),
        ambiguous=True,
    )
    return bank
