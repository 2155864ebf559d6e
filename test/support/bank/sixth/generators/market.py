"""Weekly sales of Walmart, apps of Google Play, and the largest companies."""

from datetime import date, timedelta

from .common import chance, weighted, write

HOLIDAYS = [date(2010, 2, 12), date(2010, 9, 10), date(2010, 11, 26), date(2010, 12, 31), date(2011, 2, 11)]


def walmart():
    rng = chance("walmart")
    rows = []
    for store, size in ((1, 21000), (4, 36500), (20, 42000)):
        for dept in (1, 47):
            for week in range(75):
                day = date(2010, 2, 5) + timedelta(days=7 * week)
                holiday = day in HOLIDAYS
                if dept == 47:
                    if rng.random() < 0.66:
                        continue
                    sales = rng.gauss(size / 90, size / 110) if rng.random() < 0.8 else -rng.uniform(4, 300)
                else:
                    season = 1.0
                    if day.month == 12 or (day.month, day.year) == (4, 2011) or day.month == 2:
                        season = 1.35
                    if day == date(2010, 12, 31):
                        season = 0.95
                    lift = 1.12 if holiday else 1.0
                    sales = size * season * lift * rng.uniform(0.84, 1.16) * (1.025 if day.year == 2011 else 1)
                rows.append([store, dept, day, f"{round(sales, 2):.12g}", str(holiday).upper()])
    write("train.csv", ["Store", "Dept", "Date", "Weekly_Sales", "IsHoliday"], rows)


# Category, share of those to be paid for, how much is installed, genres.
APPS = {
    "GAME": (0.1, 6.4, ["Action", "Arcade", "Puzzle", "Racing", "Strategy"]),
    "FAMILY": (0.14, 5.6, ["Education", "Casual", "Entertainment", "Simulation", "Casual;Pretend Play"]),
    "TOOLS": (0.1, 5.6, ["Tools"]),
    "MEDICAL": (0.3, 3.9, ["Medical"]),
    "BUSINESS": (0.06, 4.6, ["Business"]),
    "PRODUCTIVITY": (0.08, 5.6, ["Productivity"]),
    "PHOTOGRAPHY": (0.07, 6.0, ["Photography"]),
    "COMMUNICATION": (0.04, 6.6, ["Communication"]),
    "FINANCE": (0.05, 5.0, ["Finance"]),
}
NAMES = {
    "GAME": (
        "Subway Surfers|Candy Crush Saga|Temple Run 2|Clash Royale|Angry Birds Classic|Hill Climb Racing|8 Ball Pool|"
        "Pou|Plants vs. Zombies FREE|Minion Rush: Despicable Me Official Game|Fruit Ninja®|Geometry Dash Lite|"
        "Block Puzzle|Bubble Witch 3 Saga|Hitman Sniper|Grand Theft Auto: San Andreas|Monument Valley 2|"
        "Asphalt 8: Airborne|Tiny Tower Climb|Zombie Road Trip|Sniper Zone 3D|Word Search Daily|Solitaire Classic CK|"
        "Chess Free DX|Traffic Rider|Dragon Hills"
    ),
    "FAMILY": (
        "Minecraft|Toca Kitchen 2|Candy Bomb|ABC Preschool Free|My Talking Angela|Peppa Pig: Holiday|"
        "LEGO® Juniors Create & Cruise|Duolingo: Learn Languages Free|Baby Panda Care|Barbie™ Fashion Closet|"
        "Coloring Book for Kids|PJ Masks: Moonlight Heroes|Toy Blast|Math Tricks|Farm Heroes Saga|Drawing for Kids CM|"
        "I am rich|Bubble Shooter BV|Dr. Panda Town|Learn C++|Piano Kids|AJ Styles Theme Songs"
    ),
    "TOOLS": (
        "Google|Gboard - the Google Keyboard|SHAREit - Transfer & Share|Clean Master- Space Cleaner & Antivirus|"
        "Flashlight HD LED|Calculator Plus Free|CCleaner|Speedtest by Ookla|Z Camera Tools|QR Code Reader|"
        "Barcode Scanner|Wifi Analyzer|DU Battery Saver|Compass 360|EF Unit Converter|Moon Clock ES|Sound Meter"
    ),
    "MEDICAL": (
        "Anatomy Learning - 3D Atlas|Monash Uni Low FODMAP Diet|Essential Anatomy 3|EMT Review Plus|ICD-10 Codes BZ|"
        "Blood Pressure Log|Medical ID|Pocket Lab Values|Nursing Care Plans DT|Eye Test Chart|ECG Basics|"
        "Diabetes Diary|Dose Calc Pediatrics|FHR 5-Tier 2.0|Dental Quiz"
    ),
    "BUSINESS": (
        "Indeed Job Search|Facebook Pages Manager|Box|Square Point of Sale|USPS MOBILE®|Zenefits|Uber Driver BP|"
        "ADP Mobile Solutions|Docs To Go|Invoice Maker CR|Visiting Card Maker|Shift Planner|Crew Scheduling"
    ),
    "PRODUCTIVITY": (
        "Microsoft Word|Google Drive|Dropbox|Evernote|Todoist|Adobe Acrobat Reader|Any.do|ES File Reader BG|"
        "Habit Bull|Do It Later: Tasks & To-Dos|Mobizen Notes|QuickNote Widget|Journal of the Day|AC Timer"
    ),
    "PHOTOGRAPHY": (
        "Google Photos|Retrica|Photo Editor Pro|B612 - Beauty & Filter Camera|PicsArt Photo Studio|YouCam Makeup|"
        "Camera FV-5 Lite|Photo Collage Maker|Selfie Filters CX|LightX Photo Editor|Manual Camera DS"
    ),
    "COMMUNICATION": (
        "WhatsApp Messenger|Viber Messenger|Skype - free IM & video calls|Firefox Browser|Opera Mini|LINE Messenger|"
        "Truecaller|K-9 Mail|Messenger Kids|SMS Backup+|CallApp: Caller ID|Dolphin Browser|Ad Block Browser|BBM"
    ),
    "FINANCE": (
        "PayPal|Wells Fargo Mobile|Money Manager Expense & Budget|Currency FX|Credit Karma|Bitcoin Wallet|"
        "Mortgage Calc|TurboTax Tax Return App|Stock Tracker FN|Budget Planner AU|Loan EMI Calculator"
    ),
}
STEPS = [10, 50, 100, 500, 1000, 5000, 10000, 50000, 100000, 500000, 1000000, 5000000, 10000000, 50000000, 100000000]
STEPS += [500000000, 1000000000]


def play_store():
    rng = chance("play store 3")
    rows = []
    for category, names in NAMES.items():
        paid_share, scale, genres = APPS[category]
        for name in names.split("|"):
            paid = rng.random() < paid_share and name not in ("Google", "Chess Free DX", "Calculator Plus Free")
            reach = 10 ** min(9.1, max(1.1, rng.gauss(scale - (1.3 if paid else 0), 1.2)))
            installs = max(step for step in STEPS if step <= reach)
            reviews = round(installs * rng.uniform(0.008, 0.06))
            rating = "NaN" if reviews < 8 else f"{min(5.0, max(2.4, rng.gauss(4.2, 0.36))):.1f}"
            size = "Varies with device" if rng.random() < 0.16 else ""
            if not size:
                size = f"{rng.randrange(150, 990)}k" if rng.random() < 0.05 else f"{rng.lognormvariate(2.6, 0.8):.1f}"
                if not size.endswith("k"):
                    size = f"{min(100, round(float(size)))}M" if float(size) >= 10 else f"{size}M"
            price = "0"
            if paid:
                price = f"${rng.choice([0.99, 0.99, 1.99, 2.99, 2.99, 3.99, 4.99, 4.99, 6.99, 9.99, 14.99, 24.99])}"
            if name == "I am rich":
                installs, reviews, rating, price, paid = 100000, 3547, "3.8", "$399.99", True
            updated = date(2018, 8, 4) - timedelta(days=min(2300, int(rng.expovariate(1 / 260))))
            content = {"Everyone": 78, "Teen": 11, "Everyone 10+": 6, "Mature 17+": 5}
            if category not in ("GAME", "FAMILY", "COMMUNICATION"):
                content = {"Everyone": 93, "Teen": 4, "Mature 17+": 3}
            version = "Varies with device"
            if size != version:
                version = f"{rng.randrange(1, 9)}.{rng.randrange(12)}" + (
                    f".{rng.randrange(9)}" if rng.random() < 0.6 else ""
                )
            android = "Varies with device"
            if size != android:
                android = rng.choice(
                    ["4.0 and up", "4.0.3 and up", "4.1 and up", "4.4 and up", "5.0 and up", "2.3 and up"]
                )
            row = [name, category, rating, reviews, size, f"{installs:,}+", "Paid" if paid else "Free", price]
            row += [weighted(rng, content), rng.choice(genres), f"{updated:%B} {updated.day}, {updated.year}", version]
            rows.append([*row, android])
            if name in ("8 Ball Pool", "Box", "Wells Fargo Mobile", "Viber Messenger"):
                rows.append(rows[-1])
    rng.shuffle(rows)
    write(
        "googleplaystore.csv",
        [
            "App",
            "Category",
            "Rating",
            "Reviews",
            "Size",
            "Installs",
            "Type",
            "Price",
            "Content Rating",
            "Genres",
            "Last Updated",
            "Current Ver",
            "Android Ver",
        ],
        rows,
    )


# Margin in percent, revenue in thousands of dollars an employee.
SECTORS = {
    "Retailing": (3, 310),
    "Technology": (19, 620),
    "Health Care": (4, 900),
    "Energy": (7, 2600),
    "Financials": (12, 780),
    "Motor Vehicles & Parts": (3, 800),
    "Telecommunications": (8, 620),
    "Food, Beverages & Tobacco": (10, 480),
    "Aerospace & Defense": (6, 410),
    "Transportation": (5, 260),
}
COMPANIES = """Walmart|Retailing|Bentonville|AR;Amazon|Retailing|Seattle|WA;Apple|Technology|Cupertino|CA
UnitedHealth Group|Health Care|Minnetonka|MN;Berkshire Hathaway|Financials|Omaha|NE;CVS Health|Health Care|Woonsocket|RI
Exxon Mobil|Energy|Spring|TX;Alphabet|Technology|Mountain View|CA;McKesson|Health Care|Irving|TX
Cencora|Health Care|Conshohocken|PA;Costco Wholesale|Retailing|Issaquah|WA;JPMorgan Chase|Financials|New York|NY
Microsoft|Technology|Redmond|WA;Cardinal Health|Health Care|Dublin|OH;Chevron|Energy|San Ramon|CA
Cigna|Health Care|Bloomfield|CT;Ford Motor|Motor Vehicles & Parts|Dearborn|MI;Bank of America|Financials|Charlotte|NC
General Motors|Motor Vehicles & Parts|Detroit|MI;Elevance Health|Health Care|Indianapolis|IN
Citigroup|Financials|New York|NY;Centene|Health Care|St. Louis|MO;Home Depot|Retailing|Atlanta|GA
Marathon Petroleum|Energy|Findlay|OH;Kroger|Retailing|Cincinnati|OH;Phillips 66|Energy|Houston|TX
Fannie Mae|Financials|Washington|DC;Walgreens Boots Alliance|Retailing|Deerfield|IL;Valero Energy|Energy|San Antonio|TX
Meta Platforms|Technology|Menlo Park|CA;Verizon Communications|Telecommunications|New York|NY
AT&T|Telecommunications|Dallas|TX;Comcast|Telecommunications|Philadelphia|PA;Wells Fargo|Financials|San Francisco|CA
Goldman Sachs Group|Financials|New York|NY;Freddie Mac|Financials|McLean|VA;Target|Retailing|Minneapolis|MN
Humana|Health Care|Louisville|KY;State Farm Insurance|Financials|Bloomington|IL;Tesla|Motor Vehicles & Parts|Austin|TX
Morgan Stanley|Financials|New York|NY;Johnson & Johnson|Health Care|New Brunswick|NJ
Archer Daniels Midland|Food, Beverages & Tobacco|Chicago|IL;PepsiCo|Food, Beverages & Tobacco|Purchase|NY
United Parcel Service|Transportation|Atlanta|GA;FedEx|Transportation|Memphis|TN
Dell Technologies|Technology|Round Rock|TX
Lowe's|Retailing|Mooresville|NC;Boeing|Aerospace & Defense|Arlington|VA;Energy Transfer|Energy|Dallas|TX
RTX|Aerospace & Defense|Arlington|VA;Lockheed Martin|Aerospace & Defense|Bethesda|MD
HCA Healthcare|Health Care|Nashville|TN
International Business Machines|Technology|Armonk|NY;Intel|Technology|Santa Clara|CA;Pfizer|Health Care|New York|NY
Cisco Systems|Technology|San Jose|CA;ConocoPhillips|Energy|Houston|TX;Nvidia|Technology|Santa Clara|CA
Coca-Cola|Food, Beverages & Tobacco|Atlanta|GA;Merck|Health Care|Rahway|NJ;Delta Air Lines|Transportation|Atlanta|GA
American Airlines Group|Transportation|Fort Worth|TX;United Airlines Holdings|Transportation|Chicago|IL
Best Buy|Retailing|Richfield|MN;AbbVie|Health Care|North Chicago|IL;Oracle|Technology|Austin|TX
Charter Communications|Telecommunications|Stamford|CT;T-Mobile US|Telecommunications|Bellevue|WA
Publix Super Markets|Retailing|Lakeland|FL;Nationwide|Financials|Columbus|OH
New York Life Insurance|Financials|New York|NY
General Dynamics|Aerospace & Defense|Reston|VA;Northrop Grumman|Aerospace & Defense|Falls Church|VA
Tyson Foods|Food, Beverages & Tobacco|Springdale|AR;Lear|Motor Vehicles & Parts|Southfield|MI
Mondelez International|Food, Beverages & Tobacco|Chicago|IL;Salesforce|Technology|San Francisco|CA"""


def companies():
    rng = chance("companies 8")
    rows = []
    revenue = 652000.0
    for place, line in enumerate(COMPANIES.replace("\n", ";").split(";")):
        company, sector, city, state = line.split("|")
        margin, each = SECTORS[sector]
        revenue *= rng.uniform(0.9, 0.985) if place < 12 else rng.uniform(0.953, 0.998)
        profit = round(revenue * rng.gauss(margin, 2.8) / 100)
        private = company in ("State Farm Insurance", "Publix Super Markets", "Nationwide", "New York Life Insurance")
        staff = round(revenue * 1000 / each * rng.uniform(0.55, 1.7), -2 if rng.random() < 0.6 else 0)
        rows.append(
            [
                place + 1,
                company,
                sector,
                f"{round(revenue):,}",
                "N/A" if private and company != "Publix Super Markets" else f"{profit:,}",
                f"{int(staff):,}",
                city,
                state,
            ]
        )
    write(
        "fortune500.csv",
        [
            "Rank",
            "Company",
            "Sector",
            "Revenue (USD millions)",
            "Profits (USD millions)",
            "Employees",
            "HQ City",
            "HQ State",
        ],
        rows,
    )
