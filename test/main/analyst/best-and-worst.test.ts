import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const visits = {
  visits: [
    'visit,site,kind,answered,response,defect,score',
    'V1,Kiel,Chocolate,On time,yes,yes,10',
    'V2,Kiel,Chocolate,On time,yes,no,90',
    'V3,Kiel,Vanilla,Late,no,no,50',
    'V4,Bonn,Chocolate,Late,no,yes,40',
    'V5,Bonn,Vanilla,Late,no,yes,60',
    'V6,Bonn,Vanilla,On time,yes,no,55',
    '',
  ].join('\n'),
};

describe('the best and the worst', () => {
  it.each([
    ['which site has the best response rate', 'Kiel'],
    ['which site has the best Chocolate rate', 'Kiel'],
    ['which site has the best Late rate', 'Kiel'],
    ['which site has the worst Late rate', 'Bonn'],
    ['which site has the best defect rate', 'Kiel'],
    ['which site has the worst maximum score', 'Bonn'],
    ['which site has the best minimum score', 'Bonn'],
    ['which site had the worst (highest) score', 'Kiel'],
    ['which site had the best (lowest) score', 'Kiel'],
  ])('of what is good are most, of what is bad fewest: %s', async (question, site) => {
    const { understood, rows } = await ask(visits, question);
    expect(rows[0]?.[0], understood.kind).toBe(site);
  });
});
