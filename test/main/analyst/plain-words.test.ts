import { describe, expect, it } from 'vitest';
import type { Query } from '../../../src/preload/contract/query';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const rentals = {
  rentals: [
    'rental_id,rented_on,pick_up_time,due_on,returned_on,renter_id,renter_type,scooter_model,colour,damages,fee',
    '1,2024-03-01,08:15,2024-03-03,2024-03-02,R7,Adult,Swift,red,0,5.00',
    '2,2024-03-02,11:45,2024-03-03,2024-03-05,R7,Adult,Swift,blue,1,9.00',
    '3,2024-03-02,12:00,2024-03-04,,R8,Teen,Glide,red,0,4.00',
    '4,2024-03-09,17:30,2024-03-10,2024-03-10,R9,Adult,Swift,red,2,7.00',
    '5,2024-03-10,18:05,2024-03-11,2024-03-14,R8,Teen,Bolt,blue,0,6.00',
    '6,2024-04-06,18:40,2024-04-08,2024-04-07,R9,Adult,Glide,black,0,3.00',
    '',
  ].join('\n'),
};
const till = {
  till: [
    'receipt_no,date,shop,article,amount_eur,payment_method',
    '0001,2024-05-06,Nord,Milk,2.00,card',
    '0001,2024-05-06,Nord,Bread,4.00,card',
    '0002,2024-05-07,Nord,Cake,30.00,cash',
    '0003,2024-05-11,Sued,Cake,25.00,card',
    '0003,2024-05-11,Sued,Wine,19.00,card',
    '',
  ].join('\n'),
};
const garden = {
  garden_readings:
    'day,bed,soil_temp_c,height_mm\n2024-05-04,A,10,1\n2024-05-05,A,12,3\n2024-05-06,A,14,4\n2024-05-07,B,15,8\n2024-05-08,B,18,9\n',
};
const kasse = {
  kassenbons:
    'Bon-Nr;Datum;Uhrzeit;Filiale;Betrag;Zahlungsart\n0001;01.11.2024;08:10;Nord;4,00;Bar\n0001;01.11.2024;08:10;Nord;6,00;Bar\n0002;02.11.2024;12:30;Süd;30,00;EC-Karte\n0003;03.12.2024;19:05;Süd;50,00;EC-Karte\n',
};

const figures = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(Number));
const queryOf = (understood: Awaited<ReturnType<typeof ask>>['understood']): Query | null =>
  understood.kind === 'query' ? understood.query : null;

describe('what every row is the record of', () => {
  it.each([
    ['which model is rented the most', 'Swift', 3],
    ['which model was rented most often', 'Swift', 3],
    ['which colour is rented the least', 'black', 1],
    ['which renter type rented the most', 'Adult', 4],
  ])('is counted where its verb is said: %s', async (question, name, count) => {
    const { rows, understood } = await ask(rentals, question);
    expect(
      rows.map(([first, second]) => [first, Number(second)]),
      JSON.stringify(understood),
    ).toEqual([[name, count]]);
  });

  it.each(['which models were rented only once', 'models that were rented just once'])(
    'is counted for those of which there is one: %s',
    async (question) => {
      const { rows, understood } = await ask(rentals, question);
      expect(
        rows.map(([model]) => model),
        JSON.stringify(understood),
      ).toEqual(['Bolt']);
    },
  );

  it.each(['how many different people rented something', 'how many people rented something in March 2024'])(
    'tells of persons by their numbers, of whom each has several rows: %s',
    async (question) => {
      const { rows, understood } = await ask(rentals, question);
      expect(figures(rows), JSON.stringify(understood)).toEqual([[3]]);
    },
  );

  it('is its plain word, where a file is called by it', async () => {
    const { rows, understood } = await ask(
      { sightings: 'id,observed_on,bird\n1,2024-01-01,Owl\n2,2024-01-05,Owl\n' },
      'how many sightings',
    );
    expect(figures(rows), JSON.stringify(understood)).toEqual([[2]]);
  });
});

describe('two dates of one row', () => {
  it.each(['how many came back late', 'how many rentals were returned late', 'how many scooters came back too late'])(
    'are compared where something was late: %s',
    async (question) => {
      const { rows, understood } = await ask(rentals, question);
      expect(figures(rows), JSON.stringify(understood)).toEqual([[2]]);
    },
  );
});

describe('times of day', () => {
  it.each([
    ['how many rentals before noon', 2],
    ['how many rentals start before 12:00', 2],
    ['rentals after 6pm: how many', 2],
    ['number of rentals between 11 am and 6 pm', 3],
    ['how many rentals from 17:00 to 18:30', 2],
  ])('are hours of a column that has nothing else: %s', async (question, count) => {
    const { rows, understood } = await ask(rentals, question);
    expect(figures(rows), JSON.stringify(understood)).toEqual([[count]]);
  });

  it.each(['at which hour of the day do most rentals start', 'which hour has the most rentals'])(
    'are grouped by their hours: %s',
    async (question) => {
      const { rows, understood } = await ask(rentals, question);
      expect(figures(rows), JSON.stringify(understood)).toEqual([[18, 2]]);
    },
  );

  it.each(['wie viele Bons nach 18 Uhr', 'wie viele Bons ab 19:00'])('are read in German: %s', async (question) => {
    const { rows, understood } = await ask(kasse, question);
    expect(figures(rows), JSON.stringify(understood)).toEqual([[1]]);
  });

  it('are hours of moments too', async () => {
    const { rows } = await ask(
      { calls: 'call_id,started_at\n1,2024-01-01 08:15\n2,2024-01-01 13:00\n3,2024-01-02 08:59\n' },
      'how many calls before 9am',
    );
    expect(figures(rows)).toEqual([[2]]);
  });
});

describe('somebody and nobody', () => {
  it.each([
    ['how many rentals led to at least one damage', 2],
    ['rentals where something was lost', null],
  ])('are numbers of what is counted in a column, or unknown: %s', async (question, count) => {
    const { rows, understood } = await ask(rentals, question);
    if (count === null) expect(understood.kind).not.toBe('query');
    else expect(figures(rows), JSON.stringify(understood)).toEqual([[count]]);
  });

  it.each([
    ['how many crashes where somebody got hurt', 2],
    ['how many crashes where nobody was hurt', 1],
  ])('were hurt in at least one, or in none: %s', async (question, count) => {
    const crashes = { crashes: 'crash_id,town,persons_injured\n1,A,0\n2,A,3\n3,B,1\n' };
    const { rows, understood } = await ask(crashes, question);
    expect(figures(rows), JSON.stringify(understood)).toEqual([[count]]);
  });
});

describe('what goes together', () => {
  it.each(['does height rise when the soil gets warmer', 'does height go up when soil temp goes up'])(
    'is a correlation: %s',
    async (question) => {
      const { understood } = await ask(garden, question);
      expect(queryOf(understood)?.compute, JSON.stringify(understood)).toMatchObject([
        { measure: 'correlation', of: 'height_mm', with: 'soil_temp_c' },
      ]);
    },
  );

  it('weekends and weekdays are two figures', async () => {
    const { rows, understood } = await ask(garden, 'average height on weekends compared with weekdays');
    expect(figures(rows), JSON.stringify(understood)).toEqual([[2, 7, 5]]);
  });

  it('a share of days counts days', async () => {
    const { rows, understood } = await ask(garden, 'what share of the days in bed B had height above 8');
    expect(Number(rows[0]?.at(-1)), JSON.stringify(understood)).toBe(0.5);
  });
});

describe('what each of several rows comes to', () => {
  it.each(['receipts over 40 euros: how many are there', 'how many receipts over $40'])(
    'is bounded by its sum: %s',
    async (question) => {
      const { rows, understood } = await ask(till, question);
      expect(
        rows.map(([receipt]) => receipt),
        JSON.stringify(understood),
      ).toEqual(['0003']);
    },
  );

  it.each(['Was gibt ein Kunde pro Einkauf im Schnitt aus?', 'Was gibt ein Kunde je Bon im Schnitt aus?'])(
    'is divided by their number, whoever it is: %s',
    async (question) => {
      const { rows, understood } = await ask(kasse, question);
      expect(Number(rows[0]?.at(-1)), JSON.stringify(understood)).toBe(30);
    },
  );

  it('is a part where it was paid in some way', async () => {
    const { rows, understood } = await ask(kasse, 'Wieviel Prozent vom Betrag wird mit EC-Karte bezahlt?');
    expect(Number(rows[0]?.at(-1)), JSON.stringify(understood)).toBeCloseTo(80 / 90, 9);
  });
});

describe('best and worst', () => {
  it.each(['which renter type is the best', 'which model performs worst'])(
    'are asked back where more than one figure may be meant: %s',
    async (question) => {
      const files = {
        laps: 'lap,renter_type,model,speed,errors\n1,Adult,Swift,9,1\n2,Teen,Glide,7,2\n3,Teen,Swift,8,0\n4,Adult,Glide,6,3\n',
      };
      const { understood } = await ask(files, question);
      expect(understood.kind).toBe('open');
    },
  );

  it('the first few of what is no money are those with the most rows', async () => {
    const { rows, understood } = await ask({ laps: 'lap,track,speed\n1,Oval,9\n2,Oval,7\n3,Loop,8\n' }, 'top 1 track');
    expect(
      rows.map(([track]) => track),
      JSON.stringify(understood),
    ).toEqual(['Oval']);
  });
});

describe('what is left out', () => {
  it.each(['average fee, not counting Swift', 'average fee not including Swift'])(
    'is no part of it: %s',
    async (question) => {
      const { rows, understood } = await ask(rentals, question);
      expect(Number(rows[0]?.[0]), JSON.stringify(understood)).toBeCloseTo(13 / 3, 9);
    },
  );
});

describe('goes on', () => {
  it('with the same months of another year', async () => {
    const files = { visits: 'visit,day\n1,2023-08-02\n2,2023-03-01\n3,2024-07-09\n4,2024-12-01\n5,2023-12-30\n' };
    const { rows, understood } = await ask(files, 'visits since July 2024 count', 'and in the same months of 2023?');
    expect(figures(rows), JSON.stringify(understood)).toEqual([[2]]);
  });

  it('with a condition beside the part that a share is of', async () => {
    const { rows, understood } = await ask(rentals, 'what share of rentals is red', 'only for teens');
    expect(Number(rows[0]?.at(-1)), JSON.stringify(understood)).toBe(0.5);
  });
});
