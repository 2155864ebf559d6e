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
                f"0{rng.randint(1, 9)}/Z/RA/00{rng.randint(1000, 9999)}/{rng.randint(17, 24)}"
                if rng.random() < 0.6
                else "",
            ]
        )
    for row in drafts:
        row[14] = sum(other[2] == row[2] for other in drafts)
    write("listings.csv", LISTINGS, sorted(drafts, key=lambda row: row[0]))


INTERNET = {
    "Argentina": ("ARG", 56, 89),
    "Australia": ("AUS", 79, 97),
    "Brazil": ("BRA", 49, 81),
    "Canada": ("CAN", 83, 95),
    "Chad": ("TCD", 2, 13),
    "Chile": ("CHL", 55, 91),
    "China": ("CHN", 42, 76),
    "Czechia": ("CZE", 73, 85),
    "Denmark": ("DNK", 92, 99),
    "Egypt, Arab Rep.": ("EGY", 26, 72),
    "Estonia": ("EST", 78, 92),
    "Ethiopia": ("ETH", 3, 19),
    "France": ("FRA", 81, 87),
    "Germany": ("DEU", 82, 92),
    "Ghana": ("GHA", 11, 69),
    "India": ("IND", 12, 46),
    "Indonesia": ("IDN", 15, 66),
    "Iran, Islamic Rep.": ("IRN", 23, 80),
    "Italy": ("ITA", 56, 85),
    "Japan": ("JPN", 80, 85),
    "Kenya": ("KEN", 9, 41),
    "Korea, Rep.": ("KOR", 84, 98),
    "Madagascar": ("MDG", 3, 20),
    "Mexico": ("MEX", 40, 79),
    "Mozambique": ("MOZ", 4, 21),
    "Netherlands": ("NLD", 93, 96),
    "Niger": ("NER", 1.5, 17),
    "Nigeria": ("NGA", 16, 36),
    "Norway": ("NOR", 94.5, 99),
    "Philippines": ("PHL", 30, 73),
    "Poland": ("POL", 62, 87),
    "Portugal": ("PRT", 60, 84),
    "Romania": ("ROU", 46, 86),
    "South Africa": ("ZAF", 41, 75),
    "Spain": ("ESP", 70, 94),
    "Turkiye": ("TUR", 45, 83),
    "Uganda": ("UGA", 5, 15),
    "United Kingdom": ("GBR", 87, 96),
    "United States": ("USA", 74, 93),
    "Viet Nam": ("VNM", 36, 78),
    "Euro area": ("EMU", 74, 89),
    "Sub-Saharan Africa": ("SSF", 31, 39),
    "World": ("WLD", 34, 64),
}


def world_bank():
    rng = chance("world bank")
    years = range(2012, 2024)
    rows = []
    for country, (code, start, end) in sorted(INTERNET.items()):
        region = code in ("EMU", "SSF", "WLD")
        shares = []
        for year in years:
            share = start + (end - start) * ((year - 2012) / 10) ** rng.uniform(0.8, 1.05) + rng.gauss(0, 0.5)
            share = bounded(share, 0.8, 99.7)
            hidden = rng.random() < (
                0 if region or country in ("Germany", "France", "India", "China", "Brazil") else 0.07
            )
            digits = round(share, 1) if region or rng.random() < 0.3 else round(share + rng.random() / 100, 4)
            shares.append("" if hidden or year == 2023 else f"{digits:g}")
        rows.append([country, code, "Individuals using the Internet (% of population)", "IT.NET.USER.ZS", *shares, ""])
    header = ["Country Name", "Country Code", "Indicator Name", "Indicator Code", *years, ""]
    write(
        "API_IT.NET.USER.ZS_DS2_en_csv_v2.csv",
        header,
        rows,
        before='"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-06-28",\n\n',
        bom=True,
        quote_all=True,
    )


KREISE = """01001|Flensburg, Stadt|92|44
01002|Kiel, Landeshauptstadt|247|106
01003|Lübeck, Hansestadt|218|101
01051|Dithmarschen|135|85
01054|Nordfriesland|169|107
02000|Hamburg, Freie und Hansestadt|1892|809
03101|Braunschweig, Stadt|252|136
03103|Wolfsburg, Stadt|127|148
03241|Region Hannover|1174|632
03404|Osnabrück, Stadt|168|82
03459|Osnabrück|366|233
04011|Bremen, Stadt|569|239
05111|Düsseldorf, Stadt|629|320
05113|Essen, Stadt|584|296
05315|Köln, Stadt|1084|488
05515|Münster, Stadt|320|154
05566|Steinfurt|460|293
05913|Dortmund, Stadt|593|304
06411|Darmstadt, Wissenschaftsstadt|162|77
06412|Frankfurt am Main, Stadt|773|351
06414|Wiesbaden, Landeshauptstadt|283|149
06434|Hochtaunuskreis|240|169
07111|Koblenz, kreisfreie Stadt|115|63
07315|Mainz, kreisfreie Stadt|220|101
08111|Stuttgart, Landeshauptstadt|632|302
08115|Böblingen|400|262
08212|Karlsruhe, Stadtkreis|309|144
08222|Mannheim, Universitätsstadt|315|152
08311|Freiburg im Breisgau, Stadtkreis|236|94
09161|Ingolstadt|141|98
09162|München, Landeshauptstadt|1512|754
09184|München|355|263
09362|Regensburg|157|92
09564|Nürnberg|523|252
10041|Regionalverband Saarbrücken|330|199
11000|Berlin, Stadt|3755|1241
12054|Potsdam, Stadt|186|81
12060|Barnim|191|108
13003|Rostock|209|89
13004|Schwerin|98|46
14511|Chemnitz, Stadt|248|120
14612|Dresden, Stadt|563|238
14713|Leipzig, Stadt|616|242
15002|Halle (Saale), Stadt|242|98
15003|Magdeburg, Landeshauptstadt|239|107
16051|Erfurt, Stadt|215|101
16053|Jena, Stadt|111|47"""
STATES = dict(
    zip(
        "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16".split(),
        """Schleswig-Holstein,Hamburg,Niedersachsen,Bremen,Nordrhein-Westfalen,Hessen,Rheinland-Pfalz,Baden-Württemberg,
Bayern,Saarland,Berlin,Brandenburg,Mecklenburg-Vorpommern,Sachsen,Sachsen-Anhalt,Thüringen""".replace("\n", "").split(
            ","
        ),
    )
)


def kfz():
    rng = chance("kfz")
    rows = []
    drafts = []
    for line in KREISE.split("\n"):
        key, name, people, cars = line.split("|")
        people, cars = int(people) * 1000 + rng.randint(-499, 499), int(cars) * 1000 + rng.randint(-499, 499)
        electric, hybrid = rng.uniform(0.009, 0.018), rng.uniform(0.009, 0.015)
        diesel = rng.uniform(0.24, 0.34)
        for year in (2022, 2023, 2024):
            drafts.append((year, key, name, people, cars, electric, hybrid, diesel))
            people = int(people * rng.uniform(1.001, 1.014))
            cars = int(cars * rng.uniform(0.998, 1.012))
            electric, hybrid = electric * rng.uniform(1.3, 1.75), hybrid * rng.uniform(1.05, 1.4)
            diesel *= rng.uniform(0.95, 0.985)
    whole = lambda number: f"{int(number):,}".replace(",", ".")  # noqa: E731
    for year, key, name, people, cars, electric, hybrid, diesel in sorted(drafts):
        other = rng.uniform(0.02, 0.035)
        parts = [int(cars * part) for part in (diesel, electric, hybrid, other)]
        fresh = cars * rng.uniform(0.04, 0.075) * (3 if key == "03103" else 1)
        rows.append(
            [
                f"01.01.{year}",
                key,
                name,
                STATES[key[:2]],
                whole(people),
                whole(cars),
                whole(cars - sum(parts)),
                *(whole(part) for part in parts),
                "." if rng.random() < 0.04 else whole(fresh),
                f"{1000 * cars / people:.1f}".replace(".", ","),
            ]
        )
    header = (
        "Stichtag;AGS;Kreis;Bundesland;Bevölkerung;Pkw insgesamt;Benzin;Diesel;Elektro (BEV);Plug-in-Hybrid;Sonstige"
    )
    header += ";Neuzulassungen im Vorjahr;Pkw je 1.000 Einwohner"
    write("kfz_bestand_kreise.csv", header.split(";"), rows, delimiter=";")
