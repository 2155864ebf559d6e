import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const numbers = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(Number));

const cars = {
  offers: [
    'model,year,price,transmission,mileage,fuelType',
    'Golf,2014,9000,Manual,80000,Petrol',
    'Golf,2018,15000,Automatic,30000,Diesel',
    'Polo,2016,7000,Manual,60000,Petrol',
    'Polo,2019,12000,Manual,20000,Hybrid',
    'Up,2012,4000,Manual,90000,Petrol',
    '',
  ].join('\n'),
};

describe('single things by what a superlative speaks of', () => {
  it('a value says which things, and the word which of them', async () => {
    expect((await ask(cars, 'cheapest polo')).rows[0]).toContain('Polo');
    expect((await ask(cars, 'newest golf')).rows[0]).toContain('Golf');
  });

  it('what sold most is added up where groups are asked for', async () => {
    const fruit = {
      apples: ['region,week,sold', 'N,1,10', 'N,2,10', 'S,1,15', 'S,2,1', ''].join('\n'),
    };
    const { rows } = await ask(fruit, 'which region sold the most apples?');
    expect(rows[0]?.[0]).toBe('N');
    expect(Number(rows[0]?.[1])).toBe(20);
  });
});

describe('rows by what such files are of', () => {
  it.each<[string, Record<string, string>, string, number]>([
    [
      'books',
      { top: 'Name,Author,Reviews,Genre\na,X,5,Fiction\nb,X,7,Fiction\nc,Y,9,Poetry\n' },
      'how many books by X',
      2,
    ],
    ['Züge', { fahrplan: 'Zugart,Zugnummer,Ziel\nICE,12,Köln\nRE,14,Bonn\n' }, 'Wie viele Züge sind es?', 2],
    ['sightings', { ufo: 'shape,city,duration\nlight,A,4\ndisk,B,6\n' }, 'how many sightings were there', 2],
  ])('%s', async (_, files, question, count) => {
    expect(numbers((await ask(files, question)).rows)).toEqual([[count]]);
  });

  it('"has the most" speaks of things, and judges nothing', async () => {
    const { understood } = await ask(cars, 'which model has the most gadgets');
    expect(understood.kind).not.toBe('query');
    expect(understood.kind).not.toBe('open');
  });
});

describe('kinds set beside each other', () => {
  it('with nouns between', async () => {
    const { rows } = await ask(cars, 'average mileage of diesel offers vs petrol');
    expect(rows).toHaveLength(2);
  });

  it('one and the rest', async () => {
    const { rows } = await ask(cars, 'difference in average price between automatic and the rest');
    expect(rows.map(([, price]) => Number(price)).sort((a, b) => a - b)).toEqual([8000, 15000]);
  });

  it('by the word that says what is more of', async () => {
    const { rows } = await ask(cars, 'are petrol offers cheaper?');
    expect(rows.length).toBeGreaterThan(1);
  });

  it('older than a year is before it', async () => {
    expect(numbers((await ask(cars, 'how many offers are older than 2016')).rows)).toEqual([[2]]);
  });
});

describe('numbers that are told', () => {
  const guests = {
    guests: ['stayed_on,age,children,reviews', '2024-01-01,40,0,4', '2024-01-02,30,2,6', '2024-02-10,35,0,2', ''].join(
      '\n',
    ),
  };

  it('on average, of a column that counts', async () => {
    expect(numbers((await ask(guests, 'how many reviews on average')).rows)).toEqual([[4]]);
  });

  it('of children, where a column counts them', async () => {
    const { rows } = await ask(guests, 'what percent of guests have no children');
    expect(Number(rows[0]?.at(-1))).toBeCloseTo(2 / 3);
  });

  it('of months that there are', async () => {
    expect(numbers((await ask(guests, 'how many months are in the data?')).rows)).toEqual([[2]]);
  });
});

describe('years that are columns', () => {
  const lands = {
    lands: [
      'Land,Continent,1990 Population,2000 Population,2020 Population',
      'A,North,100,120,200',
      'B,North,50,60,65',
      'C,South,10,20,90',
      '',
    ].join('\n'),
  };

  it('the latest is meant where none is said', async () => {
    expect(numbers((await ask(lands, 'total population')).rows)).toEqual([[355]]);
  });

  it('a year chooses its column', async () => {
    expect(numbers((await ask(lands, 'how many people lived in the North in 2000')).rows)).toEqual([[180]]);
    expect((await ask(lands, 'most populous land in 1990')).rows[0]).toContain('A');
  });

  it('a change is what lies between two of them', async () => {
    const { rows } = await ask(lands, 'how did the population of C change from 1990 to 2020');
    expect(rows.flat().map(Number)).toContain(80);
  });
});

describe('words that must not be lost', () => {
  const ship = {
    ship: [
      'passenger,sex,age,survived,year,class',
      'a,male,30,0,1911,class A',
      'b,female,8,1,1912,class B',
      'c,female,40,0,1912,class C',
      'd,male,5,1,1912,class C',
      '',
    ].join('\n'),
  };

  it('"die" at the end is no article', async () => {
    expect((await ask(ship, 'did more men or women die')).understood.kind).not.toBe('query');
  });

  it('a number beside a yes or no bounds another column', async () => {
    expect(numbers((await ask(ship, 'how many kids under 10 survived')).rows)).toEqual([[2]]);
  });

  it('the part is what is said of the whole behind it', async () => {
    const { rows } = await ask(ship, 'percentage of female passengers that survived');
    expect(Number(rows[0]?.at(-1))).toBeCloseTo(1 / 2);
  });

  it('a small number is no year', async () => {
    const { understood } = await ask(ship, 'how many passengers have a year above 3');
    expect(understood.kind).not.toBe('query');
  });

  it('what all values begin with names their column', async () => {
    const { rows } = await ask(
      { exams: 'pupil,team,points\n1,crew A,4\n2,crew B,6\n3,crew C,9\n4,crew A,8\n' },
      'average points by crew',
    );
    expect(rows).toHaveLength(3);
  });
});

describe('how long a ride took', () => {
  it('is from its pickup to its dropoff', async () => {
    const rides = {
      rides:
        'pickup_datetime,dropoff_datetime,fare\n2024-01-01 10:00,2024-01-01 10:30,5\n2024-01-01 11:00,2024-01-01 11:10,6\n',
    };
    const { rows } = await ask(rides, 'average ride duration in minutes');
    expect(Number(rows[0]?.at(-1))).toBeCloseTo(20);
  });
});

describe('words that are told by what stands beside them', () => {
  const till = {
    teahouse: [
      'booked_on,Beleg-Nr,income,expense,drinks,member',
      '2024-01-05,1,10,4,3,yes',
      '2024-02-05,,20,5,5,no',
      '2024-05-05,3,30,6,7,no',
      '',
    ].join('\n'),
  };

  it('a word is what its brackets say', async () => {
    const { rows } = await ask(till, 'overplus (income minus expense) per quarter');
    expect(rows.map((row) => Number(row.at(-1)))).toEqual([21, 24]);
  });

  it('a file is called by its name', async () => {
    expect(numbers((await ask(till, 'total teahouse drinks')).rows)).toEqual([[15]]);
  });

  it('"Nummer" is "Nr"', async () => {
    expect(numbers((await ask(till, 'Bei wie vielen Zeilen fehlt die Belegnummer?')).rows)).toEqual([[1]]);
  });

  it('who does better has more of what is named', async () => {
    const { understood } = await ask(till, 'do members do better in drinks');
    expect(['query', 'open']).toContain(understood.kind);
  });
});
