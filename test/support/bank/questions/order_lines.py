"""The order lines of the shop, as its questions take them."""

from reading import (
    day,
    month,
    percent,
    quarter,
    read,
    total,
)


def order_lines():
    rows = read("orders.csv", numbers=["Sales", "Quantity", "Discount", "Profit"])
    for row in rows:
        row["day"] = day(row["Order Date"], "%m/%d/%Y")
        row["days to ship"] = (day(row["Ship Date"], "%m/%d/%Y") - row["day"]).days
        row["year"], row["month"], row["quarter"] = row["day"].year, month(row["day"]), quarter(row["day"])
    return rows


def sales(part):
    return total(part, "Sales")


def profit(part):
    return total(part, "Profit")


def margin(part):
    return percent(profit(part), sales(part))


def orders_once(rows):
    return list({row["Order ID"]: row for row in rows}.values())
