import { describe, expect, it } from 'vitest';
import { contract } from '../../src/preload/contract';
import { analystApp } from '../support/app';
import { atLeastOne } from '../support/at-least-one';
import { randomFrom } from '../support/random';

const { app } = analystApp();
const requests = Object.entries(contract).flatMap(([domain, verbs]) =>
  Object.keys(verbs).map((verb) => `${domain}.${verb}`),
);

describe('the gate', () => {
  it.each([
    '',
    'threads',
    'threads.nothing',
    '__proto__',
    'constructor.name',
    'threads.__proto__',
    'toString',
    'runs.constructor',
    '../keys.get',
    'keys.get',
    'keys.reveal',
    'files.read',
    'fs.readFile',
  ])('does not know %s', async (name) => {
    expect(await app().dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_request' } });
  });

  it.each([null, 5, {}, ['threads.list'], Symbol('threads.list')])(
    'takes a name that is no text for none',
    async (name) => {
      expect(await app().dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_request' } });
    },
  );

  it.each(requests)('%s answers junk with an error an analyst can read', async (name) => {
    const random = randomFrom(31);
    const junk = [
      undefined,
      null,
      5,
      'x',
      [],
      [{}],
      () => 1,
      Number.NaN,
      new Date(),
      new Map(),
      JSON.parse('{"__proto__": {"polluted": true}}'),
      { threadId: { $ne: null } },
      { threadId: '../../etc/passwd', path: '/etc/passwd' },
      { name: 'x'.repeat(100_000) },
      { query: '\u0000', limit: -1 },
      { id: random.next() },
    ];
    const answers = await Promise.all(junk.map((input) => app().dispatch(name, input)));
    for (const result of atLeastOne(answers.filter((answer) => !answer.ok))) {
      expect(result.error.code, JSON.stringify(result.error)).not.toBe('internal');
      expect(result.error.message).not.toMatch(/at .*\.ts|node_modules|ZodError|SQLITE/);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('refuses a payload beyond all bounds for its size', async () => {
    const prompt = 'x'.repeat(64 * 1024 * 1024);
    const answers = [
      await app().dispatch('runs.start', { threadId: null, prompt }),
      await app().dispatch('runs.start', { threadId: null, prompt: 'x', datasetIds: Array(1_000_000).fill(prompt) }),
      await app().dispatch(prompt, {}),
    ];
    expect(answers.map((answer) => (answer.ok ? 'taken' : answer.error.code))).toEqual([
      'invalid_input',
      'invalid_input',
      'unknown_request',
    ]);
    expect(JSON.stringify(answers).length).toBeLessThan(1_000);
  });

  it('has no request that could give a key away, or that takes a path, but for the Python of one’s own', () => {
    // Nobody else can tell where it is. What lies there is run confined only, and refused where it is no Python.
    const interpreters = ['python.inspect', 'python.choose'];
    for (const [domain, verbs] of Object.entries(contract)) {
      for (const [verb, { input, output }] of Object.entries(verbs)) {
        const shape = (schema: unknown) => Object.keys((schema as { shape?: object }).shape ?? {});
        if (!interpreters.includes(`${domain}.${verb}`))
          expect(shape(input), `${domain}.${verb}`).not.toContain('path');
        expect(shape(output), `${domain}.${verb}`).not.toContain('key');
        if (domain === 'keys') expect(shape(output)).not.toContain('value');
      }
    }
  });

  it('takes a key, tells that it is there, and never says it', async () => {
    const secret = 'sk-never-to-be-seen-again';
    const set = requests.find((name) => name === 'keys.set') ?? '';
    const answers = [
      await app().dispatch(set, { name: 'serve', value: secret }),
      await app().dispatch('keys.status', { name: 'serve' }),
      await app().dispatch('settings.get', {}),
      await app().dispatch('settings.about', {}),
    ];
    expect(JSON.stringify(answers)).not.toContain(secret);
    expect(answers[1]).toMatchObject({ ok: true, value: { set: true } });
  });
});
