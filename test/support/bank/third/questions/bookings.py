"""Hotel bookings with cancellations."""

from expectations import Bank, decline, either, ranking, table, value, winner
from reading import best, by, day, mean, month, percent, read, top, total, weekday, where

from readings import any_of, leaders


def questions():
    rows = read("bookings.csv", numbers=("nights", "adults", "children", "rate_per_night", "is_canceled"))
    for row in rows:
        row["arrival"], row["booked"] = day(row["arrival_date"]), day(row["booked_on"])
        row["lead"] = (row["arrival"] - row["booked"]).days
        row["worth"] = row["nights"] * row["rate_per_night"]
    kept, canceled = where(rows, is_canceled=0), where(rows, is_canceled=1)
    worth = lambda part: total(part, "worth")
    rate = lambda part: percent(total(part, "is_canceled"), len(part))
    heads = lambda part: total(part, "adults") + total(part, "children")
    by_month = lambda row: month(row["arrival"])
    bank = Bank("bookings", ["bookings.csv"])
    ask = bank.ask

    ask(
        "How many bookings got cancelled?",
        "count",
        "Rows with is_canceled 1.",
        value(len(canceled)),
        traits=["synonym"],
    )
    cancelling = ask(
        "cancellation rate per hotel",
        "share",
        "Share of bookings with is_canceled 1, by hotel.",
        table(["hotel"], by(rows, "hotel", rate), unit="percent"),
        traits=["terse"],
    )
    ask(
        "by market segment instead",
        "share",
        "Share of bookings with is_canceled 1, by market segment.",
        table(["market_segment"], by(rows, "market_segment", rate), unit="percent"),
        before=[cancelling],
    )
    revenue = ask(
        "What is the total revenue (nights x rate) of the bookings that were not cancelled?",
        "condition",
        "Sum of nights times rate_per_night of bookings with is_canceled 0.",
        value(worth(kept)),
    )
    ask(
        "Break it down by arrival month please",
        "trend",
        "The same by the month of arrival_date.",
        table(["month"], by(kept, by_month, worth)),
        before=[revenue],
        traits=["polite"],
    )
    ask(
        "Where do most of our guests come from? Top 3 countries will do",
        "top",
        "The three countries with the most bookings (or guests, or bookings that were not cancelled).",
        any_of(
            ranking(top(by(rows, "country", len), 3), "country"),
            ranking(top(by(kept, "country", len), 3), "country"),
            ranking(top(by(rows, "country", heads), 3), "country"),
            ranking(top(by(kept, "country", heads), 3), "country"),
        ),
    )
    ask(
        "number of bookings with kids",
        "condition",
        "Bookings with at least one child.",
        value(len([row for row in rows if row["children"] > 0])),
        traits=["synonym", "terse"],
    )
    ahead = ask(
        "How many days ahead do people book on average?",
        "average",
        "Mean days from booked_on to arrival_date.",
        value(mean(rows, "lead")),
    )
    ask(
        "is it longer for the ones who cancel?",
        "difference",
        "Mean days from booked_on to arrival_date by is_canceled, or the difference.",
        any_of(
            table(["is_canceled"], by(rows, lambda row: int(row["is_canceled"]), lambda part: mean(part, "lead"))),
            value(mean(canceled, "lead") - mean(kept, "lead")),
            value(mean(canceled, "lead")),
        ),
        before=[ahead],
    )
    rates = ask(
        "avergae rate per night by room type",
        "average",
        "Mean of rate_per_night by room type.",
        table(["room_type"], by(rows, "room_type", lambda part: mean(part, "rate_per_night"))),
        traits=["misspelling"],
    )
    resort = where(rows, hotel="Resort Hotel")
    ask(
        "Only the resort",
        "average",
        "Mean of rate_per_night by room type, of the Resort Hotel.",
        table(["room_type"], by(resort, "room_type", lambda part: mean(part, "rate_per_night"))),
        before=[rates],
        traits=["part-of-value"],
    )
    ask(
        "How many arrivals did we have between 1 July and 31 August 2024?",
        "period",
        "Bookings with an arrival_date in these two months (all, or those not cancelled).",
        either(
            value(len([row for row in rows if row["arrival"].month in (7, 8)])),
            value(len([row for row in kept if row["arrival"].month in (7, 8)])),
        ),
    )
    ask(
        "On what day of the week do most guests arrive?",
        "best",
        "The weekday of arrival_date with the most bookings (or guests, or bookings that were not cancelled).",
        any_of(
            *[winner(best(by(part, lambda row: weekday(row["arrival"]), heads))) for part in (rows, kept)],
            winner(best(by(rows, lambda row: weekday(row["arrival"]), len))),
            winner(best(by(kept, lambda row: weekday(row["arrival"]), len))),
        ),
    )
    ask(
        "What share of bookings is non-refundable?",
        "share",
        "Bookings with deposit_type Non Refund over all bookings.",
        value(percent(len(where(rows, deposit_type="Non Refund")), len(rows)), unit="percent"),
        traits=["part-of-value"],
    )
    ask(
        "What's our average guest review score?",
        "other topic",
        "No column tells scores of reviews.",
        decline("The file has no reviews.", "review"),
    )
    ask(
        "Which was our best month?",
        "opinion",
        "By number of bookings, by revenue, or by nights, of all bookings or of those not cancelled.",
        any_of(
            *[one for part in (rows, kept) for one in leaders(by(part, by_month, len))],
            *[winner(best(by(part, by_month, worth))) for part in (rows, kept)],
            *[one for part in (rows, kept) for one in leaders(by(part, by_month, lambda few: total(few, "nights")))],
            *leaders(by(rows, lambda row: month(row["booked"]), len)),
        ),
        ambiguous=True,
    )
    return bank
