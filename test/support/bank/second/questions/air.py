from datetime import date

from expectations import PERCENT, Bank, decline, ranking, table, value
from reading import best, by, correlation, day, growth, mean, median, month, percent, read, top, values, weekday, where

from .common import any_of, best_of

SET = "sealed"
PM10, PM25, NO2, O3, TEMP = "PM10 (µg/m³)", "PM2.5 (µg/m³)", "NO2 (µg/m³)", "O3 (µg/m³)", "Temp (°C)"


def questions():
    readings = read("air_quality.csv", numbers=(PM10, PM25, NO2, O3, TEMP, "Rain (mm)"), missing=("", "NA"))
    for row in readings:
        row["day"] = day(row["Date"], "%d/%m/%Y")
        row["month"] = month(row["day"])
    bank = Bank("air", ["air_quality.csv"])
    ask = bank.ask

    def average(column):
        return lambda part: mean(part, column)

    fine = ask(
        "average PM2.5 by station",
        "group",
        "Mean of PM2.5 for each station.",
        table(["Station"], by(readings, "Station", average(PM25))),
    )
    ask(
        "in February only",
        "group",
        "The same means, dates in February.",
        table(["Station"], by(where(readings, month="2025-02"), "Station", average(PM25))),
        before=[fine],
    )
    nitrogen = ask(
        "Monthly mean of NO2",
        "trend",
        "Mean of NO2 for each month, all stations together.",
        table(["month"], by(readings, "month", average(NO2))),
        traits=["terse"],
    )
    ask(
        "split by station",
        "two-groups",
        "The same means for each month and station.",
        table(["month", "Station"], by(readings, ("month", "Station"), average(NO2))),
        before=[nitrogen],
    )
    highest = best({(row["Station"], row["day"]): row[PM10] for row in readings if row[PM10] is not None})
    peak = ask("What was the highest PM10 value?", "max", "The highest PM10.", value(highest[1]))
    ask(
        "where was that?",
        "lookup",
        "The station of the row with the highest PM10.",
        value(highest[0][0], measure=highest[1]),
        before=[peak],
    )
    high = [row for row in readings if (row[PM10] or 0) > 40]
    ask(
        "on how many days was PM10 over 40 at Ring Road",
        "condition",
        "Rows of station Ring Road with PM10 above 40.",
        value(len(where(high, Station="Ring Road"))),
    )
    parts = by(
        readings,
        lambda row: "weekend" if weekday(row["day"]) in ("Saturday", "Sunday") else "weekday",
        average(NO2),
    )
    ask(
        "NO2 on weekends compared with weekdays",
        "difference",
        "Mean of NO2 on Saturdays and Sundays, and on the other days; or the difference, in µg/m³ or in percent.",
        any_of(
            table(["part of the week"], parts),
            value(parts["weekend"] - parts["weekday"]),
            value(growth(parts["weekday"], parts["weekend"]), unit=PERCENT),
        ),
    )
    ask(
        "how many PM2.5 readings are missing per station?",
        "condition",
        "Rows without a PM2.5 for each station.",
        table(["Station"], by(readings, "Station", lambda part: len(part) - len(values(part, PM25)))),
    )
    ask(
        "Avg temperature in March?",
        "average",
        "Mean of Temp over dates in March.",
        value(mean(where(readings, month="2025-03"), TEMP)),
        traits=["synonym"],
    )
    ask(
        "does ozone go up when it gets warmer?",
        "correlation",
        "Pearson's r of O3 and Temp.",
        value(correlation(readings, O3, TEMP)),
        traits=["synonym"],
    )
    ring = [row for row in where(readings, Station="Ring Road") if row[PM25] is not None]
    over = [row for row in ring if row[PM25] > 15]
    ask(
        "What share of the days at Ring Road had PM2.5 above 15?",
        "share",
        "Rows of Ring Road with PM2.5 above 15, of those with a value or of all 72 days.",
        any_of(
            value(percent(len(over), len(ring)), unit=PERCENT),
            value(percent(len(over), len(where(readings, Station="Ring Road"))), unit=PERCENT),
        ),
    )
    daily = {row["day"].isoformat(): row[NO2] for row in where(readings, Station="Ring Road") if row[NO2] is not None}
    ask(
        "top 5 days for NO2 at Ring Road",
        "top",
        "The five dates with the highest NO2 of that station.",
        ranking(top(daily, 5), "Date"),
    )
    ozone = by(readings, "month", average(O3))
    ask(
        "how much higher was ozone in March than in January",
        "difference",
        "Mean of O3 in March less that in January; in µg/m³ or in percent.",
        any_of(
            value(ozone["2025-03"] - ozone["2025-01"]),
            value(growth(ozone["2025-01"], ozone["2025-03"]), unit=PERCENT),
        ),
    )
    span = [row for row in readings if date(2025, 2, 1) <= row["day"] <= date(2025, 2, 14)]
    coarse = ask(
        "mean PM10 from 1 to 14 February",
        "period",
        "Mean of PM10 over dates from 2025-02-01 to 2025-02-14.",
        value(mean(span, PM10)),
    )
    ask(
        "same but without the harbour station",
        "negation",
        "The same mean, all stations but Harbour.",
        value(mean([row for row in span if row["Station"] != "Harbour"], PM10)),
        before=[coarse],
        traits=["part-of-value"],
    )
    ask(
        "median pm10 per type of station",
        "median",
        "Median of PM10 for each type.",
        table(["Type"], by(readings, "Type", lambda part: median(part, PM10))),
    )
    ask(
        "what were the CO2 levels in Old Town?",
        "missing",
        "There is no CO2 in the file.",
        decline("The file has no CO2.", word="CO2"),
        traits=["missing-word"],
    )
    ask(
        "Which station has the worst air?",
        "best",
        "The station with the highest mean of PM10, PM2.5, NO2, or O3.",
        best_of(*(by(readings, "Station", average(column)) for column in (PM25, PM10, NO2, O3))),
        ambiguous=True,
    )
    return bank
