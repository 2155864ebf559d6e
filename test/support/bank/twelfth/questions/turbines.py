"""Questions on two wind turbines by ten minutes."""

from statistics import correlation, stdev

from expectations import PERCENT, Bank, decline, table, value, winner
from tables import best, by, either, extreme, known, leaders, load, mean, middle, percent, total, where

FILE, WIND, POWER, ROTOR, HEAT = (
    "SCADA_10min_2024-02-05_2024-02-09.csv", "Wind speed (m/s)", "Active power (kW)", "Rotor speed (rpm)",
    "Nacelle temp (°C)")  # fmt: skip


def questions():
    rows = load(FILE, [WIND, POWER, ROTOR, HEAT, "Wind direction (°)"], {"Timestamp": "%Y-%m-%d %H:%M:%S"})
    bank = Bank("turbines", [FILE])
    ask = bank.ask
    both = [row for row in rows if row[POWER] is not None]

    def running(part):
        return percent(len(where(part, Status="Run")), len(part))

    def power(part):
        return mean(part, POWER)

    ask("average wind speed", "average", "Mean of the wind speeds.", value(mean(rows, WIND)), traits=["terse"])
    ask("What was the mean power of each turbine?", "group", "Mean of active power by turbine.",
        table(["Turbine"], by(rows, "Turbine", power)))  # fmt: skip
    peak = extreme(rows, POWER)
    ask("when was the highest power output and which turbine was it", "extreme row", "The row with the highest power.",
        winner((peak["Turbine"], peak[POWER])))  # fmt: skip
    ask("Each row is 10 minutes. How many MWh did we generate in total?", "derived",
        "Sum of kW by 6 and 1000, with what the turbines took themselves; or without.",
        either(value(total(rows, POWER) / 6000), value(sum(max(0, one) for one in known(rows, POWER)) / 6000)))  # fmt: skip
    ask("how many readings have no power value?", "missing", "Rows with NaN.", value(len(rows) - len(both)))
    ask("how often was power negative", "count", "Rows with a power below 0.", value(sum(one < 0 for one in known(rows, POWER))))
    run = "what percentage of the time was status Run?"
    ask(run, "share", "Rows with Run of all rows.", value(running(rows), PERCENT))
    ask("and just WTG02", "share", "The same for one turbine.", value(running(where(rows, Turbine="WTG02")), PERCENT), [run])
    ask("average power by hour of day", "part of time", "Mean of power by the hour of the time stamp.",
        table(["hour"], by(both, lambda row: str(row["Timestamp"].hour), power)))  # fmt: skip
    daily = "average wind speed per day"
    dates = lambda row: f"{row['Timestamp']:%Y-%m-%d}"  # noqa: E731
    ask(daily, "trend", "Mean of wind speeds by day.", table(["day"], by(rows, dates, lambda part: mean(part, WIND))))
    ask("now the maximum instead", "trend", "The highest wind speed of each day.",
        table(["day"], by(rows, dates, lambda part: max(known(part, WIND)))), [daily])  # fmt: skip
    ask("What is the average power when the wind is above 10 m/s?", "condition", "Mean of power of rows above this.",
        value(power([row for row in both if row[WIND] > 10])))  # fmt: skip
    ask("standard deviation of wind speed at WTG01", "spread", "Of a sample.",
        value(stdev(known(where(rows, Turbine="WTG01"), WIND))))  # fmt: skip
    ask("is there a correlation between wind speed and power", "correlation", "Pearson's coefficient of all rows.",
        value(correlation([row[WIND] for row in both], [row[POWER] for row in both])))  # fmt: skip
    ask("how many 10-minute intervals was WTG01 stopped on 7 February?", "conditions", "Rows with Stop on this day.",
        value(sum(dates(row) == "2024-02-07" for row in where(rows, Turbine="WTG01", Status="Stop"))))  # fmt: skip
    ask("Which status is the rarest?", "best", "The status of fewest rows.", winner(best(by(rows, "Status", len), low=True)))
    coldest = "what was the lowest nacelle temperature"
    ask(coldest, "minimum", "The lowest value.", value(min(known(rows, HEAT))))
    ask("and the highest?", "maximum", "The highest value.", value(max(known(rows, HEAT))), [coldest])
    ask("median rotor speed while running", "median", "Median of rows with Run.", value(middle(where(rows, Status="Run"), ROTOR)))
    ask("How much did we earn from selling the electricity?", "other topic", "Prices are not in the file.",
        decline("The file has power and wind, no prices.", "earn"))  # fmt: skip
    ask("which turbine performs better?", "opinion", "Highest mean, sum, or maximum of power, or most time running.",
        leaders(by(rows, "Turbine", power), by(rows, "Turbine", lambda part: total(part, POWER)),
                by(rows, "Turbine", lambda part: max(known(part, POWER))), by(rows, "Turbine", running),
                by(rows, "Turbine", lambda part: len(where(part, Status="Run")))), ambiguous=True)  # fmt: skip
    return bank
