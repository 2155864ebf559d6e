import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const figuresOf = async (file: Record<string, string>, ...asked: string[]) => {
  const { rows, understood } = await ask(file, ...asked);
  return { kind: understood.kind, figures: rows.map((row) => Number(row.at(-1))), first: rows[0]?.[0] };
};

const ads = {
  ads: [
    'ad_id,age,SellerG,clicks,revenue,converted',
    '1,30-34,Jellis,4,10,1',
    '2,30-34,Nelson,6,20,0',
    '3,35-39,Nelson,1,40,0',
    '4,40-44,Nelson,0,5,0',
    '',
  ].join('\n'),
};

describe('words beside the name of a column', () => {
  it('a column that tells groups may be called one of groups', async () => {
    const { first, figures } = await figuresOf(ads, 'which age group has the most clicks?');
    expect([first, ...figures]).toEqual(['30-34', 10]);
  });

  it('a name in brackets explains the word before it', async () => {
    const { first, figures } = await figuresOf(ads, 'which vendrix (SellerG) has the most ads?');
    expect([first, ...figures]).toEqual(['Nelson', 3]);
  });

  it('what a flag is called has a rate', async () => {
    expect((await figuresOf(ads, 'conversion rate')).figures[0]).toBeCloseTo(0.25);
    expect((await figuresOf(ads, 'how many ads converted?', 'whats that as a rate')).figures[0]).toBeCloseTo(0.25);
  });

  it('a misspelt word for money is one', async () => {
    expect((await figuresOf(ads, 'total revnue')).figures).toEqual([75]);
  });

  it('who counts rows says what was done with them', async () => {
    expect((await figuresOf(ads, 'how many ads did we zorple?')).figures).toEqual([4]);
    expect((await figuresOf(ads, 'how many ads did we refund?')).kind).not.toBe('query');
  });
});

describe('what rows are says what was done', () => {
  const thefts = {
    Fahrraddiebstahl: [
      'Art,Schaden,Land',
      'Damenfahrrad,100,Berlin',
      'Damenfahrrad,200,Berlin',
      'Herrenfahrrad,300,Berlin',
      '',
    ].join('\n'),
  };

  it('in German', async () => {
    const { first, figures } = await figuresOf(thefts, 'Welche Art wird am häufigsten geklaut?');
    expect([first, ...figures]).toEqual(['Damenfahrrad', 2]);
  });

  it('conditions that every row fulfils make no other question', async () => {
    const rates = {
      rates: [
        'country,indicator,year,unemployment rate',
        'Japan,Unemployment,2010,5',
        'Japan,Unemployment,2011,4',
        'Spain,Unemployment,2010,20',
        '',
      ].join('\n'),
    };
    expect((await figuresOf(rates, 'average unemployment in Japan')).figures).toEqual([4.5]);
  });
});

describe('what a column holds says what it is', () => {
  const crops = {
    crops: [
      'Area,Work,Tonnes',
      'France,Remote,10',
      'Germany,Remote,20',
      'Kenya,Office,30',
      'European Union,Office,60',
      '',
    ].join('\n'),
  };

  it('countries, however it is called', async () => {
    const { first, figures } = await figuresOf(crops, 'which country has the most tonnes?');
    expect([first, ...figures]).toEqual(['European Union', 60]);
    expect((await figuresOf(crops, 'total tonnes in the EU')).figures).toEqual([60]);
    expect((await figuresOf(crops, 'total tonnes of all countries together')).figures).toEqual([120]);
    expect((await figuresOf(crops, 'which country is number one?')).kind).not.toBe('query');
  });

  it('an adverb before a value says no more than that it is so', async () => {
    expect((await figuresOf(crops, 'total tonnes of fully remote')).figures).toEqual([30]);
  });
});
