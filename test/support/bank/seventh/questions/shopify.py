"""Orders as Shopify exports them: one row a line item; what belongs to the order stands in its first row only."""

from datetime import datetime

from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, first, mean, month, percent, read, total
from readings import any_of

FILE = "orders_export_1.csv"
NUMBERS = ["Subtotal", "Total", "Discount Amount", "Lineitem quantity", "Lineitem price", "Refunded Amount"]


def questions():
    bank = Bank("shopify", [FILE])
    rows = read(FILE, numbers=NUMBERS)
    for row in rows:
        row["begun"] = datetime.strptime(row["Created at"][:19], "%Y-%m-%d %H:%M:%S")
        row["month"] = month(row["begun"])
        row["worth"] = row["Lineitem quantity"] * row["Lineitem price"]
    orders = [row for row in rows if row["Financial Status"]]
    if len(orders) != len({row["Name"] for row in rows}):
        raise ValueError("an order without a first row")
    refunded = [row for row in orders if row["Financial Status"] == "refunded"]
    partly = [row for row in orders if row["Financial Status"] in ("refunded", "partially_refunded")]
    waiting = [row for row in orders if row["Fulfillment Status"] == "unfulfilled"]

    def quantity(part):
        return total(part, "Lineitem quantity")

    bank.ask(
        "How many orders are in this export?",
        "distinct",
        "Different order names, not rows.",
        value(len(orders)),
    )
    asked = bank.ask(
        "order totals by month",
        "trend",
        "Sum of Total by month of Created at.",
        table(["month"], by(orders, "month", lambda part: total(part, "Total"))),
        traits=["terse"],
    )
    bank.ask(
        "now the number of orders",
        "trend",
        "Different order names by month of Created at.",
        table(["month"], by(orders, "month", len)),
        before=[asked],
    )
    asked = bank.ask(
        "What's the average order total?",
        "average",
        "Mean of Total over the orders, each of which has it once.",
        value(mean(orders, "Total")),
    )
    bank.ask(
        "only orders with a discount code",
        "condition",
        "Mean of Total over the orders with a Discount Code.",
        value(mean([row for row in orders if row["Discount Code"]], "Total")),
        before=[asked],
    )
    asked = bank.ask(
        "Which item do we sell the most of?",
        "best",
        "The Lineitem name with the highest sum of Lineitem quantity.",
        winner(best(by(rows, "Lineitem name", quantity))),
        traits=["synonym"],
    )
    bank.ask(
        "And in terms of money?",
        "best",
        "The Lineitem name with the highest sum of price times quantity.",
        winner(best(by(rows, "Lineitem name", lambda part: total(part, "worth")))),
        before=[asked],
    )
    bank.ask(
        "How many orders include a soy candle?",
        "distinct",
        "Different order names with a line item that is a Soy Candle of any kind.",
        value(len({row["Name"] for row in rows if row["Lineitem name"].startswith("Soy Candle")})),
        traits=["part-of-value", "synonym"],
    )
    bank.ask(
        "most used discount code?",
        "best",
        "The Discount Code on the most orders.",
        winner(best(by(orders, "Discount Code", len))),
        traits=["terse"],
    )
    bank.ask(
        "what share of orders was refunded",
        "share",
        "Orders with the Financial Status refunded by all orders; partially refunded ones with them or not.",
        any_of(
            value(percent(len(refunded), len(orders)), PERCENT), value(percent(len(partly), len(orders)), PERCENT)
        ),
    )
    asked = bank.ask(
        "How many orders are still unfulfilled?",
        "condition",
        "Orders with the Fulfillment Status unfulfilled.",
        value(len(waiting)),
    )
    bank.ask(
        "which one is the oldest?",
        "lookup",
        "The unfulfilled order that was created first.",
        value(first(waiting, "begun")["Name"]),
        before=[asked],
    )
    bank.ask(
        "Total by shipping country please",
        "group",
        "Sum of Total by Shipping Country.",
        table(["Shipping Country"], by(orders, "Shipping Country", lambda part: total(part, "Total"))),
        traits=["polite"],
    )
    bank.ask(
        "How many customers ordered more than once?",
        "condition",
        "Emails with more than one order.",
        value(sum(count > 1 for count in by(orders, "Email", len).values())),
        traits=["synonym"],
    )
    bank.ask(
        "What's our conversion rate from visitors to orders?",
        "other topic",
        "There are orders, but no visits.",
        decline("the file has no visitors", "visitors"),
    )
    kept = [row for row in orders if row["Financial Status"] not in ("voided", "pending")]
    bank.ask(
        "How much revenue did we make?",
        "opinion",
        "Total or Subtotal, of all orders or of those that were paid, less refunds or not, or price times quantity.",
        any_of(
            value(total(orders, "Total")),
            value(total(orders, "Subtotal")),
            value(total(orders, "Total") - total(orders, "Refunded Amount")),
            value(total(kept, "Total")),
            value(total(kept, "Subtotal")),
            value(total(kept, "Total") - total(kept, "Refunded Amount")),
            value(total([row for row in orders if row["Financial Status"] == "paid"], "Total")),
            value(total(rows, "worth")),
        ),
        ambiguous=True,
    )
    return bank
