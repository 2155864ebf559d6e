"""Hourly readings of four sensors over four days, tab-separated."""

from datetime import datetime

from expectations import Bank, decline, either, listing, table, value, winner
from reading import best, by, correlation, deviation, mean, median, moving, quantile, read, values, where

TEMPERATURE, HUMIDITY, BATTERY = "temperature (°C)", "humidity (%)", "battery (V)"


def questions():
    rows = read("sensors.tsv", numbers=[TEMPERATURE, HUMIDITY, BATTERY], missing=("-",), delimiter="\t")
    for row in rows:
        row["moment"] = datetime.strptime(row["timestamp"], "%Y-%m-%d %H:%M")
        row["day"], row["hour"] = row["timestamp"][:10], row["moment"].hour
    bank = Bank("sensors", ["sensors.tsv"])
    warm = bank.ask(
        "average temperature by room",
        "group",
        "Mean temperature by room over all readings that are present.",
        table(["room"], by(rows, "room", lambda part: mean(part, TEMPERATURE))),
    )
    bank.ask(
        "and humidity?",
        "group",
        "Mean humidity by room.",
        table(["room"], by(rows, "room", lambda part: mean(part, HUMIDITY))),
        before=[warm],
    )
    bank.ask("how many readings are there?", "count", "One row is one reading.", value(len(rows)))
    bank.ask(
        "highest temperature in the kitchen",
        "max",
        "Highest temperature where room is Kitchen.",
        value(max(values(where(rows, room="Kitchen"), TEMPERATURE))),
    )
    bank.ask(
        "when was it warmest in the Server room?",
        "lookup",
        "The timestamp of the highest temperature there.",
        winner(
            best(
                {
                    row["timestamp"]: row[TEMPERATURE]
                    for row in where(rows, room="Server room")
                    if row[TEMPERATURE] is not None
                }
            )
        ),
    )
    bank.ask(
        "number of missing humidity values per sensor",
        "missing",
        "Rows with a dash in humidity by sensor_id; sensors without any may stand as zero.",
        table(["sensor_id"], by(where(rows, **{HUMIDITY: None}), "sensor_id", len)),
    )
    bank.ask(
        "How often was the humidity above 60%?",
        "condition",
        "Readings with humidity above 60.",
        value(len([x for x in values(rows, HUMIDITY) if x > 60])),
    )
    bank.ask(
        "daily average temperature in the cellar",
        "trend",
        "Mean temperature of the Cellar for each day.",
        table(["day"], by(where(rows, room="Cellar"), "day", lambda part: mean(part, TEMPERATURE))),
    )
    bank.ask(
        "average temperature by hour of the day in the kitchen",
        "trend",
        "Mean temperature of the Kitchen for each hour from 0 to 23.",
        table(["hour"], by(where(rows, room="Kitchen"), "hour", lambda part: mean(part, TEMPERATURE))),
    )
    bank.ask(
        "mean temperature on June 4 by room",
        "period",
        "Readings of 2024-06-04 by room.",
        table(["room"], by(where(rows, day="2024-06-04"), "room", lambda part: mean(part, TEMPERATURE))),
    )
    kitchen = by(
        where(rows, room="Kitchen"), "day", lambda part: max(values(part, TEMPERATURE)) - min(values(part, TEMPERATURE))
    )
    bank.ask(
        "difference between max and min temperature per day in the Kitchen",
        "difference",
        "Highest minus lowest temperature for each day.",
        table(["day"], kitchen),
    )
    bank.ask(
        "any temperature readings over 40 degrees? which sensor and time",
        "outliers",
        "The one reading above 40, by its timestamp.",
        listing([row["timestamp"] for row in rows if (row[TEMPERATURE] or 0) > 40], "timestamp"),
    )
    bank.ask(
        "which sensor has the lowest battery voltage",
        "best",
        "The sensor_id with the lowest single battery value; its mean is the lowest too.",
        winner(best(by(rows, "sensor_id", lambda part: min(values(part, BATTERY))), lowest=True)),
    )
    bank.ask(
        "correlation of temperature and humidity in the Cellar",
        "correlation",
        "Pearson's r over readings with both.",
        value(correlation(where(rows, room="Cellar"), TEMPERATURE, HUMIDITY)),
    )
    server = {row["timestamp"]: row[BATTERY] for row in where(rows, room="Server room")}
    bank.ask(
        "6 hour moving average of the battery of S-04",
        "moving-average",
        "Mean of the reading and the five before it.",
        table(["timestamp"], moving(server, 6), subset=True),
    )
    bank.ask(
        "average kitchen temperature in Fahrenheit",
        "conversion",
        "Mean temperature of the Kitchen times 1.8 plus 32.",
        value(mean(where(rows, room="Kitchen"), TEMPERATURE) * 1.8 + 32),
    )
    bank.ask(
        "median temprature sensor S-03",
        "median",
        "Median temperature where sensor_id is S-03; a slip.",
        value(median(where(rows, sensor_id="S-03"), TEMPERATURE)),
        traits=["misspelling", "terse"],
    )
    bank.ask(
        "average humidity between 2024-06-05 06:00 and 2024-06-05 18:00",
        "period",
        "Mean humidity of all sensors, both ends included.",
        value(mean([row for row in rows if "2024-06-05 06:00" <= row["timestamp"] <= "2024-06-05 18:00"], HUMIDITY)),
    )
    cellar = where(rows, room="Cellar")
    nights = [(22, 6), (23, 6), (0, 6), (20, 6)]
    bank.ask(
        "what is the average temperature in the cellar at night?",
        "average",
        "Night from 22, 23, 0, or 20 o'clock until 6.",
        either(
            *[
                value(
                    mean(
                        [
                            row
                            for row in cellar
                            if (row["hour"] >= start or row["hour"] < end)
                            and (start > end or start <= row["hour"] < end)
                        ],
                        TEMPERATURE,
                    )
                )
                for start, end in nights
            ]
        ),
        ambiguous=True,
    )
    bank.ask(
        "please find outliers in the temperature of the office",
        "outliers",
        "Office temperatures far from the rest: only 85.00, by quartiles as by three deviations.",
        listing(outliers(where(rows, room="Office")), "timestamp"),
        traits=["polite"],
    )
    bank.ask(
        "average air pressure per room",
        "group",
        "No pressure in the file.",
        decline("The file has no air pressure.", "pressure"),
        traits=["missing-word"],
    )
    return bank


def outliers(part):
    """Timestamps beyond 1.5 times the range of the quartiles, which must be those beyond three deviations too."""
    numbers = values(part, TEMPERATURE)
    low, high = quantile(numbers, 0.25), quantile(numbers, 0.75)
    by_quartiles = [
        row["timestamp"]
        for row in part
        if row[TEMPERATURE] is not None
        and not low - 1.5 * (high - low) <= row[TEMPERATURE] <= high + 1.5 * (high - low)
    ]
    by_deviations = [
        row["timestamp"]
        for row in part
        if row[TEMPERATURE] is not None
        and abs(row[TEMPERATURE] - mean(part, TEMPERATURE)) > 3 * deviation(part, TEMPERATURE)
    ]
    if by_quartiles != by_deviations:
        raise ValueError(f"outliers differ by method: {by_quartiles} {by_deviations}")
    return by_quartiles
