import { expect, it } from 'vitest';
import type { Quirk } from '../../../src/main/engine/models/quirks';
import { english } from '../../../src/preload/words';

/** Each code there is: the types see to it that none is missing. */
const CODES: Record<Quirk['code'], true> = {
  refuses: true,
  text_content: true,
  wants_reasoning_back: true,
  thinks_unopened: true,
  no_usage: true,
  calls_as_text: true,
  no_tools: true,
  ignores_tools: true,
  no_compaction: true,
  cuts_context: true,
};

it.each(Object.keys(CODES))('what was learned of a model (%s) is told in words', (code) => {
  expect(english.connection.quirk(code, '7')).toMatch(/^[A-Z][a-z]+ /);
  expect(english.connection.quirk(code, null)).not.toMatch(/null|undefined/);
});

it('what a newer version has learned is shown by its code', () => {
  expect(english.connection.quirk('hums', null)).toBe('hums');
});
