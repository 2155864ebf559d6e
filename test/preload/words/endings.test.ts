import { expect, it } from 'vitest';
import { ModelProblemCode } from '../../../src/preload/contract/connections';
import { endingWords, english } from '../../../src/preload/words';

const known = { connection: 'Work', model: 'gpt-x', message: 'Nope.' };
const unknown = { connection: null, model: null, message: null };

it.each(ModelProblemCode.options)('%s is told in one sentence with what to do, whatever is known of it', (code) => {
  for (const details of [known, unknown]) {
    const sentence = endingWords(english, { code, ...details });
    expect(sentence).toMatch(/^[A-Z“].*\.$/);
    expect(sentence).not.toMatch(/null|undefined|\.\.|“The/);
  }
});
