import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const contacts = {
  contacts: [
    'contact,stage,country,created,visits',
    'Ann,Lead,Norway,2024-01-05,3',
    'Bo,Lead,Spain,2024-02-06,4',
    'Cy,Client,Norway,2024-03-07,5',
    'Di,Client,Norway,2024-04-08,6',
    '',
  ].join('\n'),
};

describe('where the data is kept', () => {
  it.each<[string, string, number]>([
    ['how many contacts do we have in the CRM?', 'CRM', 4],
    ['In the CRM, how many contacts come from Norway?', 'CRM', 3],
    ['how many contacts are in this export?', 'export', 4],
    ['how many Leads are in our ledger', 'ledger', 2],
    ['total visits from this extract', 'extract', 18],
    ['total visits in SAP', 'SAP', 18],
    ['total visits in our rolodex', 'rolodex', 18],
    ['Wie viele contacts haben wir im CRM?', 'CRM', 4],
    ['Wie viele contacts stehen in unserem Verzeichnis?', 'Verzeichnis', 4],
    ['Wie viele Leads sind in dieser Kartei?', 'Kartei', 2],
  ])('chooses no rows, and is told as not used: %s', async (question, word, figure) => {
    const { understood, rows } = await ask(contacts, question);
    expect(understood.kind, JSON.stringify(understood)).toBe('query');
    expect(Number(rows[0]?.at(-1))).toBe(figure);
    expect(understood.kind === 'query' && understood.unused).toContain(word);
  });

  it.each([
    'how many registers are there?',
    'number of contacts by CRM',
    'which export has the most contacts',
    'how many contacts in the Ruhr?',
    'how many contacts from our regulars',
    'visits in the evening',
    'Wie viele contacts in unseren Filialen?',
    'how many contacts in our zorped countries',
    'how many contacts in my squad',
    'total visits in this sprocket',
    'Wie viele contacts in unserem Rudel?',
  ])('is not meant where the word may choose rows or is asked for: %s', async (question) => {
    const { understood } = await ask(contacts, question);
    expect(understood.kind, JSON.stringify(understood)).not.toBe('query');
  });
});
