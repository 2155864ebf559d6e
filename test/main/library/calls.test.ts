import { describe, expect, it } from 'vitest';
import { failedOutput } from '../../../src/main/library/failed-output';
import { subjectOf } from '../../../src/main/library/subject-of';
import { callTitle, english, german } from '../../../src/preload/words';

describe('what a call was about', () => {
  const described = (...names: string[]) => JSON.stringify({ datasets: names.map((name) => ({ name })) });
  it.each([
    ['describe_data', '{}', described('sales.csv'), 'Described sales.csv', 'sales.csv angesehen'],
    ['describe_data', '{}', described('a.csv', 'b.csv'), 'Described the data', 'Daten angesehen'],
    ['describe_data', '{}', '{"error":', 'Described the data', 'Daten angesehen'],
    ['make_chart', '{"kind":"line"}', null, 'Drew a line chart', 'Liniendiagramm gezeichnet'],
    ['make_chart', '{"kind":"constructor"}', null, 'Drew a chart', 'Diagramm gezeichnet'],
    ['make_chart', '{"kind":', null, 'Drew a chart', 'Diagramm gezeichnet'],
    ['toString', '{}', null, 'Called toString', 'toString aufgerufen'],
  ])('%s of %s, which gave %s', (name, input, output, inEnglish, inGerman) => {
    const subject = subjectOf({ name, input, output });
    const call = { name, ...(subject === undefined ? {} : { subject }) };
    expect([callTitle(english, call), callTitle(german, call)]).toEqual([inEnglish, inGerman]);
  });
});

describe('why a call failed', () => {
  const failed = (output: string, name = 'query_data') => failedOutput({ status: 'failed', name, output });

  it('is told with its reason, which German words', () => {
    const error = { code: 'query_refused', message: 'Only one.', reason: { code: 'query_several' } } as const;
    const told = failed(JSON.stringify({ error }));
    expect(told?.failure).toEqual(error);
    expect(told && german.ui.failures.of(told.failure)).toBe(
      'Nur eine Anweisung auf einmal. Schreiben Sie ein SELECT.',
    );
    expect(told && english.ui.failures.of(told.failure)).toBe('Only one.');
  });

  it('is told as far as it is known', () => {
    const unknown = { code: 'of_later', message: 'No.', reason: { code: 'of_later' } };
    expect(failed(JSON.stringify({ error: unknown }))?.failure).toEqual({ code: 'query_failed', message: 'No.' });
    expect(failed('{"error":')).toBeNull();
    expect(failed(JSON.stringify({ error: unknown }), 'code_interpreter')).toBeNull();
  });
});
