"""Questions on sessions of a web site, by day and channel."""

from datetime import date

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, by, day, groups, growth, mean, month, percent, quarter, read, top, total, where
from readings import any_of, leaders

FILE, CHANNEL, MONEY = (
    "Traffic_acquisition_Session_default_channel_group.csv",
    "Session default channel group",
    "Total revenue",
)
ENGAGED, RATE, TIME = "Engaged sessions", "Engagement rate", "Average engagement time per session"


def questions():
    rows = read(FILE, ["Sessions", ENGAGED, RATE, TIME, "Event count", "Key events", MONEY], header="Date,")
    for row in rows:
        row["day"] = day(row["Date"], "%Y%m%d")
    bank = Bank("traffic", [FILE])
    ask = bank.ask

    def sessions(part):
        return total(part, "Sessions")

    def money(part):
        return total(part, MONEY)

    def keys(part):
        return total(part, "Key events")

    def months(row):
        return month(row["day"])

    ask("how many sessions did we have in total", "sum", "Sum of the sessions.", value(sessions(rows)))
    split = by(rows, CHANNEL, sessions)
    channels = ask("sessions by channel", "group", "Sum by channel.", table([CHANNEL], split), traits=["terse"])
    ask(
        "as percentages",
        "share by group",
        "Sessions of each channel of all.",
        table([CHANNEL], {key: percent(count, sessions(rows)) for key, count in split.items()}, PERCENT),
        [channels],
    )
    monthly = by(rows, months, money)
    trend = ask("What was the revenue per month?", "trend", "Sum of the revenue by month.", table(["month"], monthly))
    ask(
        "which one was the weakest?",
        "best",
        "The month with the lowest sum.",
        winner(best(monthly, lowest=True)),
        [trend],
    )
    ask(
        "average engagement rate",
        "average",
        "Mean of the rates; or engaged sessions by sessions.",
        any_of(value(100 * mean(rows, RATE), PERCENT), value(percent(total(rows, ENGAGED), sessions(rows)), PERCENT)),
    )
    ask(
        "engaged sessions divided by sessions for each channel",
        "ratio by group",
        "Both sums, by channel.",
        table([CHANNEL], by(rows, CHANNEL, lambda part: percent(total(part, ENGAGED), sessions(part))), PERCENT),
    )
    daily = by(rows, lambda row: row["day"], sessions)
    ask("On which day did we get the most sessions?", "best", "The day with the highest sum over channels.",
        winner(best(daily)))  # fmt: skip
    organic = by(where(rows, **{CHANNEL: "Organic Search"}), lambda row: quarter(row["day"]), sessions)
    ask(
        "how did organic search sessions change from Q1 to Q2?",
        "growth",
        "Change in percent or number, or both quarters.",
        any_of(
            value(growth(*organic.values()), PERCENT),
            value(organic["2024-Q2"] - organic["2024-Q1"]),
            table(["quarter"], organic),
        ),
    )
    ask("revenue per session by channel", "ratio by group", "Both sums, by channel.",
        table([CHANNEL], by(rows, CHANNEL, lambda part: money(part) / sessions(part))))  # fmt: skip
    paid = where(rows, **{CHANNEL: "Paid Search"})
    ask("What share of paid search sessions led to a key event?", "ratio", "Key events by sessions of this channel.",
        value(percent(keys(paid), sessions(paid)), PERCENT))  # fmt: skip
    ask("which channels brought more than 300 key events?", "having", "Channels with a sum above this.",
        listing([name for name, count in by(rows, CHANNEL, keys).items() if count > 300], CHANNEL))  # fmt: skip
    ask("how many days had less than 800 in revenue", "having", "Days with a sum below this.",
        value(sum(sums < 800 for sums in by(rows, lambda row: row["day"], money).values())))  # fmt: skip
    ask("How many sessions fell on weekends?", "condition", "Sum of Saturdays and Sundays.",
        value(sessions([row for row in rows if row["day"].weekday() > 4])))  # fmt: skip
    ask("average sessions per day", "average", "Sum by the number of days.", value(sessions(rows) / len(daily)))
    may = [row for row in rows if row["day"].month == 5]
    ranked = ask("top 3 channels by revenue in May", "top", "The three channels with the highest sum in this month.",
                 ranking(top(by(may, CHANNEL, money), 3), CHANNEL))  # fmt: skip
    ask(
        "same for june",
        "top",
        "The same for another month.",
        ranking(top(by([row for row in rows if row["day"].month == 6], CHANNEL, money), 3), CHANNEL),
        [ranked],
    )
    ask(
        "email revenue in march?",
        "conditions",
        "Sum of the channel in this month.",
        value(money([row for row in where(rows, **{CHANNEL: "Email"}) if row["day"].month == 3])),
        traits=["terse"],
    )
    ask(
        "how many days without any email traffic were there",
        "missing",
        "Days of the period without a row of this channel.",
        value(len(daily) - len(groups(where(rows, **{CHANNEL: "Email"}), "Date"))),
    )
    assert len(daily) == (date(2024, 7, 1) - date(2024, 1, 1)).days
    ask(
        "What's our best channel?",
        "opinion",
        "Most sessions, key events, or revenue, or by session.",
        any_of(
            *(
                one
                for compute in (
                    sessions,
                    money,
                    keys,
                    lambda part: money(part) / sessions(part),
                    lambda part: keys(part) / sessions(part),
                    lambda part: total(part, ENGAGED),
                    lambda part: total(part, ENGAGED) / sessions(part),
                    lambda part: mean(part, RATE),
                    lambda part: mean(part, TIME),
                    lambda part: total(part, "Event count"),
                )
                for one in leaders(by(rows, CHANNEL, compute))
            )
        ),
        ambiguous=True,
    )
    ask("Which landing page has the highest bounce rate?", "other topic", "Pages are not in the file.",
        decline("The file has channels, no landing pages.", "landing page"))  # fmt: skip
    return bank
