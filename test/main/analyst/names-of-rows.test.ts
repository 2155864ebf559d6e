import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const apps = {
  store: `App,Rating,Installs,Type,Content Rating\n${Array.from({ length: 20 }, (_, at) => `${at % 4 === 0 ? 'My App' : 'Tool'} ${at},${(at % 5) + 0.5},"${at % 3 === 0 ? '1,000+' : '50,000+'}",${at % 2 === 0 ? 'Free' : 'Paid'},${at % 4 === 0 ? 'Teen' : 'Everyone'}`).join('\n')}\n`,
};
const places = {
  blocks:
    'longitude,total_rooms,population,households,median_income,proximity\n-1.5,100,50,20,3.5,INLAND\n-1.6,200,70,30,5.5,NEAR BAY\n-1.7,300,90,40,6.5,NEAR OCEAN\n-1.8,400,30,10,2.5,INLAND\n',
};
const members = {
  mitglieder: `Mitgliedsnr.;E-Mail;Eintritt;Austritt;Abteilung;Zahlungsart\n${Array.from({ length: 16 }, (_, at) => `0${100 + at};${at % 2 ? `m${at % 5}@example.de` : ''};0${(at % 9) + 1}.03.20${at % 2 ? 23 : 19};${at % 4 === 1 ? '31.12.2023' : ''};${at % 3 ? 'Turnen' : 'Tennis'};${at % 2 ? 'Lastschrift' : 'Bar'}`).join('\n')}\n`,
};
const health = {
  health:
    'Country,Year,Status,Life expectancy\nPeru,2014,Developing,70\nPeru,2015,Developing,71\nJapan,2014,Developed,83\nJapan,2015,Developed,84\nChad,2014,Developing,52\nChad,2015,Developing,53\n',
};
const firms = {
  firms: 'Company,Sector,Profits,HQ State\nAda,Tech,5,TX\nBex,Tech,9,CA\nCor,Food,1,TX\nDun,Tech,7,NY\n',
};

async function cells(files: Parameters<typeof ask>[0], ...texts: string[]): Promise<unknown[]> {
  const { rows, understood } = await ask(files, ...texts);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return (rows[0] ?? []).map((cell) =>
    cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell,
  );
}

describe('a column that names the rows', () => {
  it.each<[Parameters<typeof ask>[0], string[], unknown]>([
    [apps, ['how many free apps are there?'], 10],
    [apps, ['how many free apps are there?', 'and paid ones?'], 10],
    [apps, ['number of apps rated Teen'], 5],
    [firms, ['median profit of the tech companies'], 7],
    [firms, ['how many companies have their HQ in Texas?'], 2],
    [firms, ['how many companies have their HQ in Texas?', 'and in California?'], 1],
  ])('stands for them: %#', async (files, texts, expected) => {
    expect((await cells(files, ...texts)).at(-1)).toBe(expected);
  });

  it('markers of how many there are, such as 1,000+, are not counted as names', async () => {
    expect((await ask(apps, 'total number of installs by type')).understood.kind).not.toBe('query');
  });
});

describe('people and places', () => {
  it.each<[Parameters<typeof ask>[0], string[], unknown]>([
    [places, ['how many people live inland?'], 80],
    [places, ['how many districts are near the ocean?'], 1],
    [places, ['how many districts have a median income over 5?'], 2],
    [members, ['Wie viele Mitglieder haben wir aktuell?'], 12],
    [members, ['Wie viele sind 2023 eingetreten?'], 8],
    [members, ['Wie viele Leute zahlen per Lastschrift?'], 8],
    [health, ['how many countries are developed?'], 1],
  ])('%#', async (files, texts, expected) => {
    expect((await cells(files, ...texts)).at(-1)).toBe(expected);
  });

  it('a mean of years is never an answer to what is called otherwise', async () => {
    const { understood } = await ask(
      health,
      'By how many years did life expectancy in Peru rise between 2014 and 2015?',
    );
    expect(JSON.stringify(understood)).not.toContain('"of":"Year"');
  });
});
