"""Exams and series of the labour market."""

from .common import chance, weighted, write

SCHOOLING = {
    "some college": (22, 1),
    "associate's degree": (22, 2),
    "high school": (20, -4),
    "some high school": (18, -3),
    "bachelor's degree": (12, 3),
    "master's degree": (6, 5),
}


def students():
    rng = chance("students")
    rows = []
    for _ in range(220):
        gender = weighted(rng, {"female": 52, "male": 48})
        group = weighted(rng, {"group A": 9, "group B": 19, "group C": 32, "group D": 26, "group E": 14})
        schooling = weighted(rng, {name: entry[0] for name, entry in SCHOOLING.items()})
        lunch = weighted(rng, {"standard": 65, "free/reduced": 35})
        course = weighted(rng, {"none": 64, "completed": 36})
        level = 62 + SCHOOLING[schooling][1] + 2.5 * "ABCDE".index(group[-1])
        level += (5 if lunch == "standard" else -5) + (5 if course == "completed" else -1) + rng.gauss(0, 12)
        scores = [
            level + (3 if gender == "male" else -2) + rng.gauss(0, 5),
            level + (-2 if gender == "male" else 5) + rng.gauss(0, 3.5),
            level + (-4 if gender == "male" else 5) + (3 if course == "completed" else 0) + rng.gauss(0, 3.5),
        ]
        rows.append([gender, group, schooling, lunch, course, *(max(0, min(100, round(score))) for score in scores)])
    header = ["gender", "race/ethnicity", "parental level of education", "lunch", "test preparation course"]
    write("StudentsPerformance.csv", [*header, "math score", "reading score", "writing score"], rows, quote_all=True)


def labour():
    rng = chance("labour")
    rows, jobs, wave = [], 137500, 0.0
    for place in range(132):
        year, month = 2014 + place // 12, place % 12 + 1
        shock = 10.4 * 0.78 ** (place - 75) if place >= 75 else 0
        wave = 0.8 * wave + rng.gauss(0, 0.06)
        rate = max(6.7 - 0.045 * min(place, 74), 3.4) + 0.006 * max(0, place - 100) + shock + wave
        broad = rate * 1.75 + 0.4 + rng.gauss(0, 0.12)
        taking_part = (
            62.9 + 0.004 * min(place, 74) - (2.6 * 0.88 ** (place - 75) if place >= 75 else 0) + rng.gauss(0, 0.08)
        )
        jobs += {75: -19800, 76: 2600, 77: 4700, 78: 1500, 79: 1600}.get(place, rng.randrange(90, 330))
        cells = [f"{rate:.1f}", f"{broad:.1f}", f"{taking_part:.1f}", jobs]
        for column, gaps in ((0, (58,)), (1, (20, 58, 97)), (2, (58, 110))):
            if place in gaps:
                cells[column] = "."
        rows.append([f"{year}-{month:02d}-01", *cells])
    write("fredgraph.csv", ["DATE", "UNRATE", "U6RATE", "CIVPART", "PAYEMS"], rows)
