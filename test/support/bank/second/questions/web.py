from datetime import timedelta
from statistics import fmean, median

from expectations import PERCENT, Bank, decline, either, listing, table, value, winner
from reading import best, by, day, mean, month, moving, percent, read, total, weekday, where

from .common import any_of, best_of

SET = "open"


def questions():
    traffic = read(
        "web_traffic.csv",
        numbers=("Views", "Users", "Bounce rate", "Avg. time on page (s)", "Sign-ups"),
        symbols="%",
    )
    for row in traffic:
        row["day"] = day(row["Date"], "%Y%m%d")
    bank = Bank("web", ["web_traffic.csv"])
    ask = bank.ask

    def date_of(row):
        return row["day"].isoformat()

    def week(row):
        return (row["day"] - timedelta(days=row["day"].weekday())).isoformat()

    def views(part):
        return total(part, "Views")

    def signing(part, column="Users"):
        return percent(total(part, "Sign-ups"), total(part, column))

    daily = by(traffic, date_of, views)
    over_time = ask(
        "page views per day",
        "trend",
        "Sum of Views for each day.",
        table(["Date"], daily),
        traits=["terse"],
    )
    ask(
        "only the pricing page",
        "trend",
        "The same for the page /pricing.",
        table(["Date"], by(where(traffic, **{"Page path": "/pricing"}), date_of, views)),
        before=[over_time],
        traits=["part-of-value"],
    )
    pages = by(traffic, "Page path", views)
    most = ask(
        "Which page gets the most traffic?",
        "best",
        "The page with the highest sum of Views.",
        best_of(pages, by(traffic, "Page path", lambda part: total(part, "Users"))),
        traits=["synonym"],
    )
    ask(
        "and the least?",
        "best",
        "The page with the lowest sum of Views.",
        winner(best(pages, lowest=True)),
        before=[most],
    )
    signups = ask(
        "how many sign-ups did we have overall?", "sum", "Sum of Sign-ups.", value(total(traffic, "Sign-ups"))
    )
    ask(
        "by week",
        "trend",
        "Sum of Sign-ups for each week, Monday to Sunday.",
        table(["week"], by(traffic, week, lambda part: total(part, "Sign-ups"))),
        before=[signups],
        traits=["terse"],
    )

    def weighted(part, column):
        return sum(row["Bounce rate"] * row[column] for row in part) / total(part, column)

    ask(
        "Average bounce rate per page",
        "group",
        "Mean of Bounce rate for each page, each day alike or by its views or users.",
        any_of(
            table(["Page path"], by(traffic, "Page path", lambda part: mean(part, "Bounce rate")), unit=PERCENT),
            table(["Page path"], by(traffic, "Page path", lambda part: weighted(part, "Views")), unit=PERCENT),
            table(["Page path"], by(traffic, "Page path", lambda part: weighted(part, "Users")), unit=PERCENT),
        ),
    )
    ask(
        "on which day did traffic peak?",
        "best",
        "The day with the highest sum of Views.",
        best_of(daily, by(traffic, date_of, lambda part: total(part, "Users"))),
        traits=["synonym"],
    )
    pricing = where(traffic, **{"Page path": "/pricing"})
    rate = ask(
        "sign-up rate of the pricing page",
        "ratio",
        "Sign-ups of /pricing as a share of its users; or of its views.",
        either(value(signing(pricing), unit=PERCENT), value(signing(pricing, "Views"), unit=PERCENT)),
    )
    ask(
        "and of features?",
        "ratio",
        "The same for /features.",
        either(
            *(
                value(signing(where(traffic, **{"Page path": "/features"}), column), unit=PERCENT)
                for column in ("Users", "Views")
            )
        ),
        before=[rate],
        traits=["part-of-value"],
    )
    months = by(traffic, lambda row: month(row["day"]), views)
    ask(
        "Could you compare views in September and October?",
        "difference",
        "Sum of Views of each of the two months.",
        table(["month"], months),
        traits=["polite"],
    )
    blog = [row for row in traffic if row["Page path"].startswith("/blog")]
    ask(
        "what % of views goes to the blog",
        "share",
        "Views of pages under /blog, of all views.",
        value(percent(views(blog), views(traffic)), unit=PERCENT),
        traits=["part-of-value"],
    )
    ask(
        "average time spent on each page, longest first",
        "group",
        "Mean of Avg. time on page (s) for each page, days without a value left out.",
        table(["Page path"], by(traffic, "Page path", lambda part: mean(part, "Avg. time on page (s)"))),
    )
    ask(
        "7-day moving average of users",
        "moving-average",
        "Mean of the daily sums of Users over the last seven days.",
        table(["Date"], moving(by(traffic, date_of, lambda part: total(part, "Users")), 7), subset=True),
    )
    bounce = by(traffic, "Page path", lambda part: mean(part, "Bounce rate"))
    ask(
        "Which pages have an average bounce rate above 50%?",
        "list",
        "Pages whose mean Bounce rate is above 50.",
        listing([page for page, figure in bounce.items() if figure > 50], "Page path"),
    )
    ask(
        "how many days had more than 3000 views in total?",
        "condition",
        "Days whose sum of Views is above 3000.",
        value(len([figure for figure in daily.values() if figure > 3000])),
    )
    sundays = [figure for date, figure in daily.items() if weekday(day(date)) == "Sunday"]
    ask(
        "how many views do we get on a typical sunday",
        "average",
        "Mean of the daily sums of Views over Sundays; or their median.",
        any_of(value(fmean(sundays)), value(median(sundays))),
        traits=["synonym"],
    )
    ask(
        "how many visitors came from Google?",
        "missing",
        "There is no source of the visits in the file.",
        decline("The file does not say where visitors came from.", word="Google"),
        traits=["missing-word"],
    )
    ask(
        "what's our best page?",
        "best",
        "The page with the most views or sign-ups, the highest sign-up rate, the lowest bounce, or the longest time.",
        any_of(
            winner(best(pages)),
            winner(best(by(traffic, "Page path", lambda part: total(part, "Sign-ups")))),
            winner(best(by(traffic, "Page path", signing))),
            winner(best(bounce, lowest=True)),
            winner(best(by(traffic, "Page path", lambda part: mean(part, "Avg. time on page (s)")))),
        ),
        ambiguous=True,
    )
    return bank
