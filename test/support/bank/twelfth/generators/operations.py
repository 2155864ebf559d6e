"""Wind turbines by ten minutes, calls of a call centre, and results of a laboratory."""

from datetime import date, datetime, timedelta
from math import cos, pi

from .common import chance, pick, save


def turbines():
    rng = chance("turbines")
    rows = []
    wind = {"WTG01": 7.5, "WTG02": 8.1}
    for step in range(5 * 144):
        when = datetime(2024, 2, 5) + timedelta(minutes=10 * step)
        for name in wind:
            pull = 8.4 + 2.4 * cos(2 * pi * (step - 80) / 260)
            wind[name] = max(0.4, wind[name] + 0.06 * (pull - wind[name]) + rng.gauss(0, 0.55))
            speed = round(wind[name], 2)
            stopped = name == "WTG01" and 300 <= step < 337 or name == "WTG02" and 470 <= step < 481
            held = name == "WTG02" and 180 <= step < 222
            power = min(2300, max(0, (speed / 11.8) ** 3 * 2300)) + rng.gauss(0, 12)
            status = "Run"
            if stopped:
                status, power = "Stop", -rng.uniform(4, 18)
            elif speed < 3.4:
                status, power = "Idle", -rng.uniform(1, 9)
            elif held:
                status, power = "Curtailed", min(power, 800 + rng.gauss(0, 6))
            rotor = 0.3 if status in ("Stop", "Idle") else min(17.4, 6.5 + speed * 0.95) + rng.gauss(0, 0.15)
            lost = rng.random() < 0.012
            figures = [f"{speed:.2f}", f"{(215 + 40 * cos(step / 110) + rng.gauss(0, 8)) % 360:.0f}", f"{power:.2f}",
                       f"{rotor:.2f}", f"{14 + power / 190 + 3 * cos(step / 70) + rng.gauss(0, 0.6):.2f}"]  # fmt: skip
            rows.append([f"{when:%Y-%m-%d %H:%M:%S}", name, *(["NaN"] * 5 if lost else figures),
                         "No comm" if lost else status])  # fmt: skip
    header = ["Timestamp", "Turbine", "Wind speed (m/s)", "Wind direction (°)", "Active power (kW)", "Rotor speed (rpm)",
              "Nacelle temp (°C)", "Status"]  # fmt: skip
    save("SCADA_10min_2024-02-05_2024-02-09.csv", header, rows, encoding="utf-8-sig")


AGENTS = ["Becky Lund", "Dan Okafor", "Diane Petit", "Greg Sato", "Jim Farrow", "Joanna Reyes", "Martha Quill",
          "Stewart Bain"]  # fmt: skip
TOPICS = {"Contract related": 20, "Technical Support": 27, "Payment related": 24, "Admin Support": 16, "Streaming": 13}


def calls():
    rng = chance("calls")
    skill = {name: rng.uniform(-0.5, 0.5) for name in AGENTS}
    rows = []
    for _ in range(1180):
        day = date(2024, 1, 1) + timedelta(days=rng.randrange(91))
        minute = min(9 * 3600 - 1, max(0, round(rng.gauss(4.1, 2.1) * 3600)))
        when = datetime(day.year, day.month, day.day, 9) + timedelta(seconds=minute)
        agent = rng.choice(AGENTS)
        answered = rng.random() < 0.81
        talk = round(rng.triangular(30, 430, 170)) if answered else None
        rating = "" if not answered or rng.random() < 0.07 else min(5, max(1, round(rng.gauss(3.5 + skill[agent], 1.1))))
        rows.append((when, [agent, f"{day.month}/{day.day}/{day.year}", f"{when.hour}:{when:%M:%S}", pick(rng, TOPICS),
                            "Y" if answered else "N", "Y" if answered and rng.random() < 0.88 else "N",
                            rng.randrange(10, 126) if answered else "",
                            f"0:{talk // 60:02d}:{talk % 60:02d}" if answered else "", rating]))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    header = ["Call Id", "Agent", "Date", "Time", "Topic", "Answered (Y/N)", "Resolved", "Speed of answer in seconds",
              "Talk Duration", "Satisfaction rating"]  # fmt: skip
    save("call_log_2024_Q1.csv", header, [[f"ID{index:04d}", *row] for index, (_, row) in enumerate(rows, 1)])


SITES = {"Well 1": "Groundwater", "Well 3": "Groundwater", "Well 7B": "Groundwater", "Mill Creek North": "Surface water",
         "Mill Creek South": "Surface water", "Town Hall Tap": "Drinking water", "Elm School Tap": "Drinking water",
         "WWTP Inlet": "Wastewater", "WWTP Outlet": "Wastewater"}  # fmt: skip
# Unit, reporting limit, regulatory limit, middle, spread in decades.
ANALYTES = {"Nitrate": ("mg/L", 0.5, 50, 21, 0.28), "Chloride": ("mg/L", 1, 250, 88, 0.25),
            "Lead": ("µg/L", 1, 10, 2.4, 0.42), "Arsenic": ("µg/L", 0.5, 10, 1.9, 0.4),
            "Turbidity": ("NTU", 0.1, None, 2.2, 0.5), "pH": ("-", None, None, 7.2, None)}  # fmt: skip


def laboratory():
    rng = chance("laboratory")
    rows = []
    for number in range(1, 143):
        taken = datetime(2024, 1, 3, 7, 30) + timedelta(days=(number - 1) * 178 // 142, minutes=5 * rng.randrange(90))
        site = rng.choice(list(SITES))
        received = taken.date() + timedelta(days=rng.choice([0, 0, 1, 1, 2]))
        for analyte, (unit, lowest, limit, middle, spread) in ANALYTES.items():
            if rng.random() < 0.08:
                continue
            reported = received + timedelta(days=rng.choice([2, 3, 4, 5, 6, 7, 8, 11]))
            dirt = 2.5 if SITES[site] == "Wastewater" and analyte == "Turbidity" else 1
            amount = rng.gauss(middle, 0.45) if spread is None else middle * dirt * 10 ** rng.gauss(0, spread)
            amount = max(amount, 0.61) if analyte in ("Nitrate", "Chloride", "Turbidity") else amount
            below = lowest is not None and amount < lowest
            rows.append([f"S24-{number:05d}", f"{taken:%Y-%m-%d %H:%M}", received, reported, site, SITES[site], analyte,
                         f"<{lowest}" if below else f"{amount:.2f}", unit, lowest or "", limit or "",
                         pick(rng, {"K. Osei": 36, "M. Lindqvist": 31, "T. Barros": 27, "": 3}),
                         pick(rng, {"Pass": 90, "Fail": 5, "Review": 6})])  # fmt: skip
    header = ["Sample ID", "Collected", "Received", "Reported", "Site", "Matrix", "Analyte", "Result", "Unit",
              "Reporting Limit", "Regulatory Limit", "Analyst", "QC"]  # fmt: skip
    save("LIMS_results_export_2024-H1.csv", header, rows, quoted=True)
