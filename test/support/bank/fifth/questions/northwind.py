from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, day, mean, month, quarter, read, top, total, where


def questions():
    orders = read("orders.csv", ("Freight",), missing=("", "NULL"))
    lines = read("order_details.csv", ("UnitPrice", "Quantity", "Discount"))
    known = {row["OrderID"]: row for row in orders}
    for row in orders:
        row["day"], row["due"], row["shipped"] = (
            day(row[name]) for name in ("OrderDate", "RequiredDate", "ShippedDate")
        )
        row["days"] = row["shipped"] and (row["shipped"] - row["day"]).days
        row["month"], row["quarter"] = month(row["day"]), quarter(row["day"])
    for line in lines:
        order = known[line["OrderID"]]
        line |= {name: order[name] for name in ("ShipCountry", "CustomerID", "EmployeeID", "quarter")}
        line["revenue"] = line["UnitPrice"] * line["Quantity"] * (1 - line["Discount"])
    assert {line["OrderID"] for line in lines} == set(known)
    bank = Bank("northwind", ["orders.csv", "order_details.csv"])
    ask = bank.ask

    countries = ask(
        "how many orders per country?",
        "group",
        "The number of orders by ShipCountry.",
        table(["ShipCountry"], by(orders, "ShipCountry", len)),
        traits=["synonym"],
    )
    ask(
        "only the ones from March 1997",
        "group",
        "The same where OrderDate is in March 1997.",
        table(["ShipCountry"], by(where(orders, month="1997-03"), "ShipCountry", len)),
        before=[countries],
    )
    ask(
        "total revenue = unit price * quantity, minus the discount",
        "sum",
        "The sum of UnitPrice times Quantity times (1 - Discount).",
        value(total(lines, "revenue")),
    )
    best_ones = ask(
        "Top 5 customers by revenue after discount",
        "ranking",
        "The five values of CustomerID with the highest sum of UnitPrice times Quantity times (1 - Discount).",
        ranking(top(by(lines, "CustomerID", lambda part: total(part, "revenue")), 5), "CustomerID"),
    )
    ask(
        "and by quantity?",
        "ranking",
        "The five values of CustomerID with the highest sum of Quantity.",
        ranking(top(by(lines, "CustomerID", lambda part: total(part, "Quantity")), 5), "CustomerID"),
        before=[best_ones],
    )
    ask(
        "average freight per order",
        "mean",
        "The mean of Freight over the orders.",
        value(mean(orders, "Freight")),
        traits=["terse"],
    )
    ask(
        "How many orders have not been shipped yet?",
        "missing",
        "Orders without a ShippedDate.",
        value(sum(row["shipped"] is None for row in orders)),
    )
    ask(
        "which orders were shipped after the required date",
        "list",
        "Orders with a ShippedDate after the RequiredDate.",
        listing([row["OrderID"] for row in orders if row["shipped"] and row["shipped"] > row["due"]], "OrderID"),
    )
    pace = ask(
        "How many days does it take on average from order to shipping?",
        "mean",
        "The mean of the days from OrderDate to ShippedDate.",
        value(mean(orders, "days")),
    )
    ask(
        "per shipper",
        "group",
        "The same by ShipVia.",
        table(["ShipVia"], by([row for row in orders if row["shipped"]], "ShipVia", lambda part: mean(part, "days"))),
        before=[pace],
        traits=["terse", "synonym"],
    )
    product = ask(
        "Which product sold the most units?",
        "extreme",
        "The ProductID with the highest sum of Quantity.",
        winner(best(by(lines, "ProductID", lambda part: total(part, "Quantity")))),
        traits=["synonym"],
    )
    ask(
        "and which the fewest",
        "extreme",
        "The ProductID with the lowest sum of Quantity.",
        winner(best(by(lines, "ProductID", lambda part: total(part, "Quantity")), lowest=True)),
        before=[product],
        traits=["synonym"],
    )
    ask(
        "quantity ordered by country and quarter",
        "group",
        "The sum of Quantity by ShipCountry and quarter of OrderDate.",
        table(["ShipCountry", "quarter"], by(lines, ("ShipCountry", "quarter"), lambda part: total(part, "Quantity"))),
    )
    ask(
        "On average, how many line items does an order have?",
        "mean",
        "The order lines divided by the orders.",
        value(len(lines) / len(orders)),
        traits=["synonym"],
    )
    ask(
        "How much profit did we make in Germany?",
        "unanswerable",
        "There are no costs and no profit.",
        decline("no column of profit or cost", "profit"),
    )
    ask(
        "Which employee performs best?",
        "ambiguous",
        "By the number of orders, by revenue after discount, by quantity, or by how fast the orders are shipped.",
        either(
            *{
                found: winner(found)
                for figures, lowest in (
                    (by(orders, "EmployeeID", len), False),
                    (by(lines, "EmployeeID", lambda part: total(part, "revenue")), False),
                    (by(lines, "EmployeeID", lambda part: total(part, "Quantity")), False),
                    (
                        by([row for row in orders if row["shipped"]], "EmployeeID", lambda part: mean(part, "days")),
                        True,
                    ),
                )
                for found in [best(figures, lowest)]
            }.values()
        ),
        ambiguous=True,
    )
    return bank
