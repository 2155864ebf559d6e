"""Pokemon and the players of a football game, after the sets of Kaggle."""

from datetime import date, timedelta

from .common import chance, people, weighted, write

# number, name, types; a star: legendary
POKEMON = [
    """1 Bulbasaur Grass/Poison; 4 Charmander Fire; 6 Charizard Fire/Flying; 6 CharizardMega_Charizard_X Fire/Dragon;
    6 CharizardMega_Charizard_Y Fire/Flying; 7 Squirtle Water; 25 Pikachu Electric; 27 Sandshrew Ground; 37 Vulpix Fire;
    54 Psyduck Water; 66 Machop Fighting; 74 Geodude Rock/Ground; 92 Gastly Ghost/Poison; 95 Onix Rock/Ground;
    133 Eevee Normal; 143 Snorlax Normal; 144 Articuno Ice/Flying*; 145 Zapdos Electric/Flying*;
    146 Moltres Fire/Flying*; 147 Dratini Dragon; 150 Mewtwo Psychic*; 150 MewtwoMega_Mewtwo_X Psychic/Fighting*;
    151 Mew Psychic""",
    """152 Chikorita Grass; 155 Cyndaquil Fire; 158 Totodile Water; 163 Hoothoot Normal/Flying; 165 Ledyba Bug/Flying;
    179 Mareep Electric; 183 Marill Water/Fairy; 187 Hoppip Grass/Flying; 194 Wooper Water/Ground; 196 Espeon Psychic;
    197 Umbreon Dark; 208 Steelix Steel/Ground; 208 SteelixMega_Steelix Steel/Ground; 214 Heracross Bug/Fighting;
    215 Sneasel Dark/Ice; 228 Houndour Dark/Fire; 243 Raikou Electric*; 244 Entei Fire*; 245 Suicune Water*;
    248 Tyranitar Rock/Dark; 248 TyranitarMega_Tyranitar Rock/Dark; 249 Lugia Psychic/Flying*;
    251 Celebi Psychic/Grass""",
    """252 Treecko Grass; 255 Torchic Fire; 258 Mudkip Water; 261 Poochyena Dark; 276 Taillow Normal/Flying;
    280 Ralts Psychic/Fairy; 302 Sableye Dark/Ghost; 304 Aron Steel/Rock; 309 Electrike Electric; 324 Torkoal Fire;
    328 Trapinch Ground; 333 Swablu Normal/Flying; 349 Feebas Water; 359 Absol Dark; 359 AbsolMega_Absol Dark;
    361 Snorunt Ice; 371 Bagon Dragon; 376 Metagross Steel/Psychic; 380 Latias Dragon/Psychic*; 382 Kyogre Water*;
    383 Groudon Ground*; 384 Rayquaza Dragon/Flying*; 384 RayquazaMega_Rayquaza Dragon/Flying*""",
    """387 Turtwig Grass; 390 Chimchar Fire; 393 Piplup Water; 396 Starly Normal/Flying; 403 Shinx Electric;
    415 Combee Bug/Flying; 425 Drifloon Ghost/Flying; 436 Bronzor Steel/Psychic; 443 Gible Dragon/Ground;
    448 Lucario Fighting/Steel; 448 LucarioMega_Lucario Fighting/Steel; 453 Croagunk Poison/Fighting;
    459 Snover Grass/Ice;
    479 Rotom Electric/Ghost; 479 RotomHeat_Rotom Electric/Fire; 480 Uxie Psychic*; 483 Dialga Steel/Dragon*;
    484 Palkia Water/Dragon*; 486 Regigigas Normal*; 491 Darkrai Dark*""",
    """495 Snivy Grass; 498 Tepig Fire; 501 Oshawott Water; 504 Patrat Normal; 509 Purrloin Dark; 517 Munna Psychic;
    519 Pidove Normal/Flying; 524 Roggenrola Rock; 529 Drilbur Ground; 532 Timburr Fighting; 551 Sandile Ground/Dark;
    562 Yamask Ghost; 570 Zorua Dark; 582 Vanillite Ice; 595 Joltik Bug/Electric;
    607 Litwick Ghost/Fire; 610 Axew Dragon;
    633 Deino Dark/Dragon; 638 Cobalion Steel/Fighting*; 643 Reshiram Dragon/Fire*; 644 Zekrom Dragon/Electric*""",
    """650 Chespin Grass; 653 Fennekin Fire; 656 Froakie Water; 661 Fletchling Normal/Flying; 667 Litleo Fire/Normal;
    669 Flabébé Fairy; 674 Pancham Fighting; 677 Espurr Psychic; 679 Honedge Steel/Ghost; 686 Inkay Dark/Psychic;
    690 Skrelp Poison/Water; 694 Helioptile Electric/Normal; 696 Tyrunt Rock/Dragon; 698 Amaura Rock/Ice;
    700 Sylveon Fairy; 704 Goomy Dragon; 708 Phantump Ghost/Grass; 712 Bergmite Ice; 714 Noibat Flying/Dragon;
    716 Xerneas Fairy*; 717 Yveltal Dark/Flying*; 719 Diancie Rock/Fairy*""",
]


def pokemon():
    rng = chance("pokemon")
    rows = []
    for generation, listed in enumerate(POKEMON, 1):
        for entry in listed.split(";"):
            number, name, types = entry.split()
            first, _, second = types.rstrip("*").partition("/")
            legendary, strong = types.endswith("*"), "Mega" in name
            middle = 99 if legendary else 62 if not strong else 100
            stats = [max(20, round(rng.gauss(middle, 17 if not legendary else 20))) for _ in range(6)]
            if first in ("Rock", "Steel", "Ground"):
                stats[2] += 30
            if first in ("Electric", "Flying"):
                stats[5] += 20
            name = name.replace("_", " ")
            rows.append([number, name, first, second, sum(stats), *stats, generation, str(legendary)])
    header = ["#", "Name", "Type 1", "Type 2", "Total", "HP", "Attack", "Defense", "Sp. Atk", "Sp. Def", "Speed"]
    write("Pokemon.csv", [*header, "Generation", "Legendary"], rows)


CLUBS = {"FC Barcelona": 84, "Real Madrid": 83, "Juventus": 82, "Manchester City": 82, "FC Bayern München": 82}
CLUBS |= {"Paris Saint-Germain": 81, "Borussia Dortmund": 79, "Ajax": 76, "SL Benfica": 77, "Sporting CP": 75}
NATIONS = {"Spain": 14, "Germany": 13, "France": 12, "Brazil": 11, "Portugal": 10, "Netherlands": 8, "Argentina": 8}
NATIONS |= {"England": 7, "Italy": 7, "Belgium": 4, "Croatia": 3, "Uruguay": 2, "Poland": 2}
# position: inches above the mean, part of the squad
POSITIONS = {"GK": (3, 10), "CB": (2, 17), "LB": (-1, 8), "RB": (-1, 8), "CDM": (0.5, 9), "CM": (-0.5, 13)}
POSITIONS |= {"CAM": (-1, 9), "LW": (-2, 7), "RW": (-2, 7), "ST": (0.5, 12)}


def euros(amount):
    if amount >= 1e6:
        return f"€{amount / 1e6:.1f}M".replace(".0M", "M")
    return f"€{round(amount / 1000)}K"


def players():
    rng = chance("players")
    rows = []
    for first, last, sex in people(rng, 430):
        if sex == "female":
            continue
        club = rng.choice(list(CLUBS))
        age = min(37, max(17, round(rng.gauss(24.6, 4.4))))
        overall = round(min(93, CLUBS[club] - 4 - max(0, 23 - age) * 2.1 + rng.gauss(0, 3.6)))
        potential = max(overall, min(95, overall + round(max(0, 27 - age) * rng.uniform(0.5, 1.9))))
        position = weighted(rng, {name: part for name, (_, part) in POSITIONS.items()})
        worth = 9e6 * 1.21 ** (overall - 77) * (1.25 if age < 24 else 1 if age < 30 else 0.55) * rng.uniform(0.9, 1.15)
        worth = round(worth / 500000) * 500000 if worth >= 1e6 else max(60000, round(worth / 10000) * 10000)
        wage = max(1000, round(38000 * 1.16 ** (overall - 77) * CLUBS[club] ** 4 / 79**4 / 1000) * 1000)
        inches = round(71.6 + POSITIONS[position][0] + rng.gauss(0, 1.8))
        pounds = round((inches - 71.5) * 4.2 + 168 + rng.gauss(0, 7))
        loaned = rng.random() < 0.06
        joined = date(2018, 8, 31) - timedelta(days=rng.randint(0, min(11, age - 16) * 365 + 40))
        joined = rng.choice([joined, date(joined.year, 7, 1)]) if joined.year < 2018 else joined
        until = rng.choice([2019, 2020, 2021, 2021, 2022, 2022, 2023])
        rows.append(
            [
                *(rng.randint(150000, 245000), f"{first[0]}. {last}" if rng.random() < 0.6 else f"{first} {last}", age),
                *(weighted(rng, NATIONS), overall, potential, club, euros(worth), euros(wage)),
                *("Left" if rng.random() < 0.24 else "Right", max(1, round((overall - 66) / 6)), rng.randint(2, 5)),
                *(1 if position == "GK" else rng.randint(2, 4), f"{rng.choice(['High', 'Medium', 'Medium', 'Low'])}/"),
                *(position, rng.randint(1, 44), "" if loaned else f"{joined:%b} {joined.day}, {joined.year}"),
                *(rng.choice([name for name in CLUBS if name != club]) if loaned else "",),
                *(f"Jun 30, {rng.choice([2019, 2020])}" if loaned else until, f"{inches // 12}'{inches % 12}"),
                *(f"{pounds}lbs", "" if loaned else euros(worth * rng.choice([1.6, 1.85, 1.9, 2.05]))),
            ]
        )
        rows[-1][13] += rng.choice(["High", "Medium", "Medium", "Low"])
    rows.sort(key=lambda row: -row[4])
    names, kept = set(), []
    for row in rows:
        if row[1] not in names:
            kept.append([len(kept), *row])
            names.add(row[1])
    header = ["", "ID", "Name", "Age", "Nationality", "Overall", "Potential", "Club", "Value", "Wage", "Preferred Foot"]
    header += ["International Reputation", "Weak Foot", "Skill Moves", "Work Rate", "Position", "Jersey Number"]
    header += ["Joined", "Loaned From", "Contract Valid Until", "Height", "Weight", "Release Clause"]
    write("data.csv", header, kept)
