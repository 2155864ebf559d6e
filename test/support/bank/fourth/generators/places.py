"""Countries, districts, and flats to let."""

from datetime import date, timedelta

from .common import MEN, WOMEN, bounded, chance, weighted, write

COUNTRIES = {
    "Afghanistan": ("Asia", 29, 8.4, 780),
    "Argentina": ("Americas", 62, 17.9, 5900),
    "Australia": ("Oceania", 69, 8.7, 10000),
    "Bolivia": ("Americas", 40, 2.9, 2700),
    "Brazil": ("Americas", 51, 56.6, 2100),
    "Canada": ("Americas", 69, 14.8, 11400),
    "Egypt": ("Africa", 42, 22.2, 1400),
    "Ethiopia": ("Africa", 34, 20.9, 360),
    "France": ("Europe", 67, 42.5, 7000),
    "Germany": ("Europe", 67.5, 69.1, 7100),
    "Ghana": ("Africa", 43, 5.6, 910),
    "India": ("Asia", 37, 372, 550),
    "Italy": ("Europe", 66, 47.7, 4900),
    "Japan": ("Asia", 63, 86.5, 3200),
    "Kenya": ("Africa", 42, 6.5, 850),
    "Mexico": ("Americas", 51, 30.1, 3500),
    "New Zealand": ("Oceania", 69.4, 2, 10600),
    "Nigeria": ("Africa", 36, 33.1, 1080),
    "Norway": ("Europe", 72.7, 3.3, 10100),
    "Poland": ("Europe", 61, 25.7, 4000),
    "Rwanda": ("Africa", 40, 2.5, 490),
    "Spain": ("Europe", 65, 28.5, 3800),
    "Sweden": ("Europe", 71.9, 7.1, 8500),
    "Vietnam": ("Asia", 40, 26.2, 600),
}


def gapminder():
    rng = chance("gapminder")
    rows = []
    for country, (continent, life, millions, income) in COUNTRIES.items():
        life, income = life + rng.uniform(-0.9, 0.9), income * rng.uniform(0.95, 1.05)
        people = millions * rng.uniform(0.97, 1.03) * 1e6
        grows = {"Africa": 1.135, "Asia": 1.1, "Americas": 1.095, "Oceania": 1.075, "Europe": 1.025}[continent]
        for year in range(1952, 2008, 5):
            rows.append([country, continent, year, round(life, 3), int(people), round(income, 6)])
            life += (84 - life) * rng.uniform(0.05, 0.14)
            if country in ("Kenya", "Rwanda") and 1987 <= year < 1997:
                life -= rng.uniform(6, 11)
            people *= rng.gauss(grows, 0.008)
            income *= rng.gauss({"Africa": 1.05, "Asia": 1.14}.get(continent, 1.12), 0.06)
    write("gapminder.csv", ["country", "continent", "year", "lifeExp", "pop", "gdpPercap"], rows)


BERLIN = {
    "Mitte": ["Alexanderplatz", "Brunnenstr. Süd", "Moabit West", "Wedding Zentrum"],
    "Friedrichshain-Kreuzberg": ["Frankfurter Allee Süd FK", "Tempelhofer Vorstadt", "Boxhagener Platz"],
    "Pankow": ["Prenzlauer Berg Nordwest", "Helmholtzplatz", "Weißensee"],
    "Neukölln": ["Reuterstraße", "Rixdorf", "Schillerpromenade"],
    "Charlottenburg-Wilm.": ["Otto-Suhr-Allee", "Kurfürstendamm", "Halensee"],
    "Tempelhof - Schöneberg": ["Schöneberg-Nord", "Friedenau"],
    "Treptow - Köpenick": ["Alt-Treptow", "Friedrichshagen"],
    "Lichtenberg": ["Rummelsburger Bucht", "Alt-Lichtenberg"],
    "Spandau": ["Wilhelmstadt"],
}
LISTINGS = """id,name,host_id,host_name,neighbourhood_group,neighbourhood,latitude,longitude,room_type,price,
minimum_nights,number_of_reviews,last_review,reviews_per_month,calculated_host_listings_count,availability_365,
number_of_reviews_ltm,license""".replace("\n", "").split(",")


def listings():
    rng = chance("listings")
    hosts = [(rng.randint(2000, 400_000_000), rng.choice(WOMEN + MEN)) for _ in range(130)]
    firm = (rng.randint(2000, 400_000_000), "Numa")
    size = {"Mitte": 24, "Friedrichshain-Kreuzberg": 24, "Pankow": 17, "Neukölln": 15, "Charlottenburg-Wilm.": 8}
    size |= {"Tempelhof - Schöneberg": 8, "Treptow - Köpenick": 4, "Lichtenberg": 3, "Spandau": 2}
    drafts = []
    for _ in range(240):
        host = firm if rng.random() < 0.1 else rng.choice(hosts)
        district = weighted(rng, size)
        room = weighted(rng, {"Entire home/apt": 66, "Private room": 31, "Shared room": 2, "Hotel room": 1})
        if host == firm:
            room = weighted(rng, {"Entire home/apt": 3, "Hotel room": 2})
        reviews = 0 if rng.random() < 0.15 else int(rng.expovariate(1 / 38)) + 1
        month = rng.random() * 3.2 if reviews else 0
        seen = date(2024, 9, 15) - timedelta(days=int(rng.expovariate(1 / 260)))
        ltm = int(reviews * rng.random() * 0.5) if seen > date(2023, 9, 16) else 0
        base = {"Entire home/apt": 118, "Private room": 56, "Shared room": 34, "Hotel room": 161}[room]
        base *= {"Mitte": 1.2, "Spandau": 0.8, "Lichtenberg": 0.85, "Neukölln": 0.88}.get(district, 1)
        price = int(bounded(rng.lognormvariate(0, 0.42) * base, 15, 900))
        adjective = rng.choice(["Bright", "Cozy", "Quiet", "Spacious", "Sunny", "Stylish", "Central", "Lovely"])
        noun = {"Entire home/apt": ["loft", "apartment", "studio", "2-room flat"], "Hotel room": ["double room"]}
        noun = rng.choice(noun.get(room, ["room", "room with balcony", "bed in shared flat"]))
        place = rng.choice(BERLIN[district])
        name = f"{adjective} {noun} {rng.choice(['in', 'near', '·'])} {rng.choice([place, district, 'Berlin'])}"
        drafts.append(
            [
                rng.choice([rng.randint(3000, 50_000_000), rng.randint(10**17 * 6, 10**18)]),
                name,
                host[0],
                host[1],
                district,
                place,
                round(rng.uniform(52.44, 52.57), 5),
                round(rng.uniform(13.2, 13.56), 5),
                room,
                "" if rng.random() < 0.12 else price,
                weighted(rng, {1: 22, 2: 25, 3: 18, 4: 6, 5: 6, 7: 4, 14: 3, 30: 4, 60: 3, 90: 8, 365: 1}),
                reviews,
                seen.isoformat() if reviews else "",
                f"{month + 0.01:.2f}" if reviews else "",
                0,
                0 if rng.random() < 0.34 else rng.randint(1, 365),
                ltm,
                f"0{rng.randint(1, 9)}/Z/RA/00{rng.randint(1000, 9999)}/{rng.randint(17, 24)}" if rng.random() < 0.6 else "",
            ]
        )
    for row in drafts:
        row[14] = sum(other[2] == row[2] for other in drafts)
    write("listings.csv", LISTINGS, sorted(drafts, key=lambda row: row[0]))
