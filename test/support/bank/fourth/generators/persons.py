"""Passengers of a ship, employees, and customers of a telephone company."""

from .common import LAST, MEN, WOMEN, bounded, chance, weighted, write


def titanic():
    rng = chance("titanic")
    rows, tickets = [], []
    for number in range(1, 241):
        pclass = weighted(rng, {1: 24, 2: 21, 3: 55})
        sex = weighted(rng, {"male": 65, "female": 35})
        age = bounded(rng.gauss({1: 38, 2: 30, 3: 25}[pclass], 14), 0.42, 80)
        age = round(age, 2) if age < 1 else int(age) + (0.5 if rng.random() < 0.03 else 0)
        if sex == "male":
            title, given = ("Master" if age < 13 else "Mr"), rng.choice(MEN)
        else:
            title, given = ("Mrs" if age > 20 and rng.random() < 0.5 else "Miss"), rng.choice(WOMEN)
        if title == "Mr" and rng.random() < 0.03:
            title = rng.choice(["Dr", "Rev", "Col"])
        name = f"{rng.choice(LAST)}, {title}. {given}"
        if title == "Mrs":
            name += f" ({rng.choice(WOMEN)} {rng.choice(LAST)})"
        chances = {1: 0.62, 2: 0.42, 3: 0.2}[pclass] + (0.3 if sex == "female" else -0.12) + (0.15 if age < 13 else 0)
        fare = {1: 26.55 + rng.expovariate(1 / 55), 2: 10.5 + rng.expovariate(1 / 9), 3: 7.05 + rng.expovariate(1 / 6)}
        fare = round(round(fare[pclass] * 240) / 240, 4)
        ticket = str(rng.randint(2600, 394140))
        if rng.random() < 0.25:
            ticket = rng.choice(["A/5 ", "PC ", "STON/O2. ", "C.A. ", "SOTON/OQ ", "W./C. "]) + ticket
        if tickets and rng.random() < 0.15:
            ticket, fare = rng.choice(tickets)
        elif rng.random() < 0.02:
            ticket, fare = "LINE", 0
        tickets.append((ticket, fare))
        cabin = ""
        if rng.random() < {1: 0.8, 2: 0.08, 3: 0.02}[pclass]:
            deck = rng.choice("BCDE" if pclass == 1 else "F")
            cabin = " ".join(f"{deck}{rng.randint(2, 120)}" for _ in range(weighted(rng, {1: 9, 2: 1})))
        rows.append(
            [
                number,
                int(rng.random() < chances),
                pclass,
                name,
                sex,
                "" if rng.random() < 0.19 else age,
                weighted(rng, {0: 68, 1: 23, 2: 4, 3: 3, 4: 2}),
                weighted(rng, {0: 76, 1: 13, 2: 9, 5: 1}),
                ticket,
                f"{fare:.4f}".rstrip("0").rstrip("."),
                cabin,
                "" if number in (62, 180) else weighted(rng, {"S": 72, "C": 19, "Q": 9}),
            ]
        )
    header = "PassengerId Survived Pclass Name Sex Age SibSp Parch Ticket Fare Cabin Embarked".split()
    write("titanic.csv", header, rows)


ROLES = {
    "Sales": {"Sales Executive": 7, "Sales Representative": 2, "Manager": 1},
    "Research & Development": {
        "Research Scientist": 8,
        "Laboratory Technician": 7,
        "Manufacturing Director": 4,
        "Healthcare Representative": 4,
        "Research Director": 2,
        "Manager": 1,
    },
    "Human Resources": {"Human Resources": 5, "Manager": 1},
}
LEVELS = {
    "Sales Representative": (1, 1),
    "Laboratory Technician": (1, 2),
    "Research Scientist": (1, 2),
    "Human Resources": (1, 3),
    "Sales Executive": (2, 4),
    "Manufacturing Director": (2, 4),
    "Healthcare Representative": (2, 4),
    "Research Director": (3, 5),
    "Manager": (3, 5),
}
ATTRITION = """Age,Attrition,BusinessTravel,DailyRate,Department,DistanceFromHome,Education,EducationField,
EmployeeCount,EmployeeNumber,EnvironmentSatisfaction,Gender,HourlyRate,JobInvolvement,JobLevel,
JobRole,JobSatisfaction,MaritalStatus,MonthlyIncome,MonthlyRate,NumCompaniesWorked,Over18,
OverTime,PercentSalaryHike,PerformanceRating,RelationshipSatisfaction,StandardHours,
StockOptionLevel,TotalWorkingYears,TrainingTimesLastYear,WorkLifeBalance,YearsAtCompany,
YearsInCurrentRole,YearsSinceLastPromotion,YearsWithCurrManager""".replace("\n", "").split(",")


def attrition():
    rng = chance("attrition")
    rows, number = [], 0
    scale = {1: 19, 2: 20, 3: 31, 4: 30}
    for _ in range(220):
        number += rng.choice([1, 1, 1, 2, 3])
        department = weighted(rng, {"Research & Development": 64, "Sales": 30, "Human Resources": 6})
        role = weighted(rng, ROLES[department])
        low, high = LEVELS[role]
        level = rng.randint(low, high)
        age = int(bounded(rng.gauss(32 + 3 * level, 8), 18, 60))
        working = int(bounded(rng.gauss(4 + 4.5 * level, 4), 0, age - 18))
        years = int(working * rng.choice([1, 1, 0.8, 0.6, 0.4]))
        in_role = int(years * rng.random() * 0.9)
        overtime = rng.random() < 0.28
        marital = weighted(rng, {"Married": 46, "Single": 32, "Divorced": 22})
        travel = weighted(rng, {"Travel_Rarely": 71, "Travel_Frequently": 19, "Non-Travel": 10})
        leaves = 0.05 + 0.18 * overtime + 0.1 * (marital == "Single") + 0.1 * (level == 1)
        leaves += 0.08 * (travel == "Travel_Frequently")
        fields = {"Life Sciences": 41, "Medical": 32, "Technical Degree": 9, "Other": 6}
        fields |= {"Marketing": 40} if department == "Sales" else {}
        fields |= {"Human Resources": 50} if department == "Human Resources" else {}
        hike = rng.choice([11, 12, 13, 13, 14, 14, 15, 16, 17, 18, 19, 20, 22, 24])
        rows.append(
            [
                age,
                "Yes" if rng.random() < leaves else "No",
                travel,
                rng.randint(102, 1499),
                department,
                min(29, 1 + int(rng.expovariate(1 / 8))),
                weighted(rng, {1: 12, 2: 19, 3: 39, 4: 27, 5: 3}),
                weighted(rng, fields),
                1,
                number,
                weighted(rng, scale),
                weighted(rng, {"Male": 6, "Female": 4}),
                rng.randint(30, 100),
                weighted(rng, {1: 6, 2: 25, 3: 59, 4: 10}),
                level,
                role,
                weighted(rng, scale),
                marital,
                int(bounded(rng.gauss([0, 2800, 5500, 9800, 15500, 19100][level], 700), 1009, 19999)),
                rng.randint(2094, 26999),
                weighted(rng, {0: 13, 1: 36, 2: 10, 3: 11, 4: 10, 5: 4, 6: 5, 7: 5, 8: 3, 9: 3}),
                "Y",
                "Yes" if overtime else "No",
                hike,
                4 if hike >= 20 else 3,
                weighted(rng, scale),
                80,
                weighted(rng, {0: 43, 1: 40, 2: 11, 3: 6}),
                working,
                weighted(rng, {0: 4, 1: 5, 2: 37, 3: 33, 4: 8, 5: 8, 6: 5}),
                weighted(rng, {1: 5, 2: 23, 3: 61, 4: 11}),
                years,
                in_role,
                int(years * rng.random() * 0.6),
                int(years * rng.random() * 0.9),
            ]
        )
    write("WA_Fn-UseC_-HR-Employee-Attrition.csv", ATTRITION, rows, bom=True)


CHURN = """customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,
InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,
StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn""".replace("\n", "").split(",")


def churn():
    rng = chance("churn")
    yes = lambda rate: "Yes" if rng.random() < rate else "No"  # noqa: E731
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rows = []
    for place in range(250):
        contract = weighted(rng, {"Month-to-month": 55, "One year": 21, "Two year": 24})
        internet = weighted(rng, {"Fiber optic": 44, "DSL": 34, "No": 22})
        low, high = {"Month-to-month": (1, 45), "One year": (8, 72), "Two year": (20, 72)}[contract]
        tenure = rng.randint(low, high) if rng.random() < 0.9 else rng.choice([1, 72])
        if place in (71, 130, 204):
            tenure, contract = 0, "Two year"
        phone = "Yes" if internet == "No" else yes(0.88)
        lines = yes(0.47) if phone == "Yes" else "No phone service"
        extras = [
            yes(rate) if internet != "No" else "No internet service" for rate in (0.36, 0.44, 0.44, 0.37, 0.49, 0.5)
        ]
        charge = 20 * (phone == "Yes") + 5 * (lines == "Yes") + {"Fiber optic": 50, "DSL": 25, "No": 0}[internet]
        charge += sum(price for price, extra in zip((5, 5, 5, 5, 10, 10), extras) if extra == "Yes")
        charge = round(charge + rng.randint(-16, 18) * 0.05, 2)
        payment = {"Electronic check": 34, "Mailed check": 23}
        payment |= {"Bank transfer (automatic)": 22, "Credit card (automatic)": 21}
        payment = weighted(rng, payment)
        leaves = {"Month-to-month": 0.32, "One year": 0.1, "Two year": 0.03}[contract]
        leaves += 0.13 * (internet == "Fiber optic") + 0.1 * (payment == "Electronic check") - 0.002 * tenure
        billed = charge * tenure * (rng.uniform(0.97, 1.03) if tenure > 1 else 1)
        rows.append(
            [
                f"{rng.randint(2, 9999):04d}-{''.join(rng.choice(letters) for _ in range(5))}",
                rng.choice(["Male", "Female"]),
                int(rng.random() < 0.17),
                yes(0.48),
                yes(0.3),
                tenure,
                phone,
                lines,
                internet,
                *extras,
                contract,
                yes(0.6),
                payment,
                f"{charge:.2f}".rstrip("0").rstrip("."),
                f"{billed:.2f}".rstrip("0").rstrip(".") if tenure else " ",
                "No" if tenure == 0 else yes(leaves),
            ]
        )
    write("WA_Fn-UseC_-Telco-Customer-Churn.csv", CHURN, rows)
