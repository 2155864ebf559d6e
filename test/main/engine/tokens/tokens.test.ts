import { expect, test } from 'vitest';
import { estimatedTokens, tokenCounter, withMargin } from '../../../../src/main/engine/tokens';

test('texts are counted as the encoding of current models counts them', async () => {
  const count = await tokenCounter();
  expect(count('')).toBe(0);
  expect(count('Hello world')).toBe(2);
  expect(count('What is the gross margin by category?')).toBe(8);
});

test('what looks like a mark of the encoding is counted as text', async () => {
  const count = await tokenCounter();
  expect(count('<|endoftext|>')).toBeGreaterThan(1);
});

test('a long text without blanks is counted about as quickly as one with blanks', async () => {
  const count = await tokenCounter();
  const timeOf = (text: string) => {
    const start = performance.now();
    expect(count(text)).toBeGreaterThan(1_000);
    return performance.now() - start;
  };
  timeOf('warm it up '.repeat(10_000));
  const plain = Math.max(5, timeOf('some words here '.repeat(20_000)));
  expect(timeOf('ab'.repeat(160_000)) / plain).toBeLessThan(60);
});

test('the quick estimate errs to the safe side for writing that takes a token a character', async () => {
  const count = await tokenCounter();
  const text = '売上は東京で最も高い。';
  expect(estimatedTokens(text)).toBeGreaterThanOrEqual(count(text));
  expect(withMargin(100)).toBe(115);
});
