"""Daily prices of four shares."""

import statistics

from expectations import Bank, decline, either, ranking, table, value, winner
from reading import best, by, day, deviation, groups, growth, mean, median, month, read, top, total, values, where

from readings import any_of


def questions():
    rows = read("prices.csv", numbers=("Open", "High", "Low", "Close", "Volume"))
    for row in rows:
        row["day"] = day(row["Date"])
        row["spread"] = None if row["High"] is None else row["High"] - row["Low"]
    traded = [row for row in rows if row["Close"] is not None]
    close = lambda part: mean(part, "Close")
    bank = Bank("prices", ["prices.csv"])
    ask = bank.ask

    ask(
        "What did KRON close at on 15 March 2024?",
        "lookup",
        "Close of KRON on 2024-03-15.",
        value(where(rows, Ticker="KRON", Date="2024-03-15")[0]["Close"]),
    )
    peak = ask(
        "highest closing price of each stock",
        "max",
        "Maximum of Close by ticker.",
        table(["Ticker"], by(rows, "Ticker", lambda part: max(values(part, "Close")))),
        traits=["terse", "synonym"],
    )
    ask(
        "and the lowest",
        "min",
        "Minimum of Close by ticker.",
        table(["Ticker"], by(rows, "Ticker", lambda part: min(values(part, "Close")))),
        before=[peak],
    )
    ask(
        "Average daily volume per ticker",
        "average",
        "Mean of Volume by ticker.",
        table(["Ticker"], by(rows, "Ticker", lambda part: mean(part, "Volume"))),
    )
    line = ask(
        "plot the closing price of ORBT over time",
        "trend",
        "Close of ORBT by date.",
        table(["Date"], by(where(rows, Ticker="ORBT"), "Date", close)),
    )
    ask(
        "make that a monthly average",
        "trend",
        "Mean of Close of ORBT by month.",
        table(["month"], by(where(rows, Ticker="ORBT"), lambda row: month(row["day"]), close)),
        before=[line],
    )
    ask(
        "now the same for TALW",
        "trend",
        "Mean of Close of TALW by month.",
        table(["month"], by(where(rows, Ticker="TALW"), lambda row: month(row["day"]), close)),
        before=[line, "make that a monthly average"],
    )
    ends = {}
    for ticker, part in groups(traded, "Ticker").items():
        ordered = sorted(part, key=lambda row: row["day"])
        ends[ticker] = (ordered[0]["Close"], ordered[-1]["Close"])
    ask(
        "Which stock gained the most from the first to the last day, in percent?",
        "best",
        "The ticker with the highest growth from its first Close to its last.",
        winner(best({ticker: growth(*pair) for ticker, pair in ends.items()})),
    )
    ask(
        "On how many days did VELA close below 22?",
        "condition",
        "Days on which Close of VELA is below 22.",
        value(len([row for row in traded if row["Ticker"] == "VELA" and row["Close"] < 22])),
    )
    talw = {row["Date"]: row["Volume"] for row in where(rows, Ticker="TALW")}
    volume = ask(
        "TALW: which day had the biggest trading volume?",
        "best",
        "The date with the highest Volume of TALW.",
        winner(best(talw)),
        traits=["synonym"],
    )
    ask(
        "show me the top 3",
        "top",
        "The three dates with the highest Volume of TALW.",
        ranking(top(talw, 3), "Date"),
        before=[volume],
    )
    ask(
        "How many down days (close below open) did each share have?",
        "condition",
        "Days with Close below Open, by ticker.",
        table(["Ticker"], by([row for row in traded if row["Close"] < row["Open"]], "Ticker", len)),
    )
    ask(
        "total volume traded in February for all four shares",
        "period",
        "Sum of Volume in February 2024 (of all, or by ticker).",
        either(
            value(total([row for row in rows if row["day"].month == 2], "Volume")),
            table(
                ["Ticker"], by([r for r in rows if r["day"].month == 2], "Ticker", lambda part: total(part, "Volume"))
            ),
        ),
    )
    ask(
        "What's the median closing price of KRON since the 1st of March?",
        "median",
        "Median of Close of KRON from 2024-03-01 on.",
        value(median([row for row in where(rows, Ticker="KRON") if row["Date"] >= "2024-03-01"], "Close")),
    )
    ask(
        "How much dividend did ORBT pay?",
        "other topic",
        "No column tells dividends.",
        decline("The file has prices and volumes, but no dividends.", "dividend"),
    )
    daily = {}
    for ticker, part in groups(traded, "Ticker").items():
        closes = [row["Close"] for row in sorted(part, key=lambda row: row["day"])]
        daily[ticker] = statistics.stdev(growth(a, b) for a, b in zip(closes, closes[1:]))
    ask(
        "Which of the stocks is the most volatile?",
        "opinion",
        "By the deviation of Close, by Close's range, by the mean of High minus Low, or by that of the daily changes.",
        any_of(
            winner(best(by(traded, "Ticker", lambda part: deviation(part, "Close")))),
            winner(best(by(traded, "Ticker", lambda part: max(values(part, "Close")) - min(values(part, "Close"))))),
            winner(best(by(traded, "Ticker", lambda part: mean(part, "spread")))),
            winner(best(by(traded, "Ticker", lambda part: deviation(part, "Close") / close(part)))),
            winner(best(daily)),
        ),
        ambiguous=True,
    )
    return bank
