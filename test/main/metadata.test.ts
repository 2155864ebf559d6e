import { describe, expect, it } from 'vitest';
import { pack, unpack, withList } from '../../src/main/metadata';

const KEY = 'assay_facts';
const values = (metadata: Record<string, string>) => Object.values(metadata);

describe('lists in the metadata of protocol objects', () => {
  it.each([
    ['nothing', []],
    ['one small thing', [{ code: 'result_cut' }]],
    ['values of all kinds', [null, true, 1.5, 'text', { a: [1, { b: null }] }, []]],
    ['quotes, lines and zeros', ['"', '\\', 'a\nb\u2028c', '\u0000']],
    ['letters of two units', Array.from({ length: 40 }, (_, index) => `${'x'.repeat(index)}${'🙂'.repeat(30)}`)],
    ['half a letter', ['\ud83d']],
    ['names that JavaScript knows', [JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}')]],
  ])('come back as they were: %s', (_name, items) => {
    expect(unpack(pack(KEY, items), KEY)).toEqual(items);
  });

  it('keep to the limits of the protocol, whatever is in them', () => {
    for (const text of ['x'.repeat(600), '🙂'.repeat(300), '"'.repeat(300), `a${'🙂'.repeat(300)}`]) {
      const packed = pack(KEY, Array(40).fill(text));
      expect(values(packed).length).toBeLessThanOrEqual(12);
      for (const value of values(packed)) {
        expect(value.length).toBeLessThanOrEqual(512);
        expect(value.isWellFormed()).toBe(true);
      }
      expect(Object.keys(packed).every((key) => key.length <= 64)).toBe(true);
    }
  });

  it('drop what does not fit from the end, and never half of anything', () => {
    const items = Array.from({ length: 20 }, (_, number) => ({ number, text: 'x'.repeat(500) }));
    const kept = unpack(pack(KEY, items), KEY);
    expect(kept.length).toBeGreaterThan(8);
    expect(kept).toEqual(items.slice(0, kept.length));
    expect(pack(KEY, ['x'.repeat(7_000), 'small'])).toEqual({});
  });

  it('leave out only what does not fit, where each says something by itself', () => {
    const long = 'x'.repeat(7_000);
    expect(unpack(withList({}, KEY, ['first', long, 'last'], true), KEY)).toEqual(['first', 'last']);
  });

  it('stand beside the keys of others', () => {
    const metadata = { ...pack(KEY, [1, 2]), ...pack('assay_code', ['a']), mine: 'yes' };
    expect(unpack(metadata, KEY)).toEqual([1, 2]);
    expect(unpack(metadata, 'assay_code')).toEqual(['a']);
    expect(unpack(metadata, 'mine')).toEqual([]);
  });

  it('take the place of an older list, and only the room that others leave', () => {
    const others = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`key ${index}`, '']));
    const metadata = withList({ ...others, ...pack(KEY, ['old']) }, KEY, [
      'x'.repeat(500),
      'y'.repeat(400),
      'z'.repeat(400),
    ]);
    expect(Object.keys(metadata)).toHaveLength(16);
    expect(metadata).toMatchObject(others);
    expect(unpack(metadata, KEY)).toEqual(['x'.repeat(500), 'y'.repeat(400)]);
    expect(withList({ ...others, a: '', b: '' }, KEY, [1])).toEqual({ ...others, a: '', b: '' });
  });

  it.each([
    ['none', undefined],
    ['null', null],
    ['a text', 'assay_facts_1'],
    ['no JSON', { assay_facts_1: '[1, 2' }],
    ['no list', { assay_facts_1: '{"length": 3}' }],
    ['a number where a text should be', { assay_facts_1: 1 }],
    ['a piece that is longer than the protocol allows', { assay_facts_1: `["${'x'.repeat(600)}"]` }],
    ['a first piece that is missing', { assay_facts_2: '[1]' }],
    ['keys of the prototype', Object.create({ assay_facts_1: '[1]' })],
    [
      'an endless number of keys',
      Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`assay_facts_${at + 1}`, '['])),
    ],
  ])('are empty where a server sends %s', (_name, metadata) => {
    expect(unpack(metadata, KEY)).toEqual([]);
  });
});
