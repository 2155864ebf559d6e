import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const notes = readdirSync('docs/decisions').map((file) => ({ file, number: file.slice(0, 4) }));

test('every decision has a number of its own, which it opens with', () => {
  expect(new Set(notes.map(({ number }) => number)).size).toBe(notes.length);
  const unlike = notes.filter(({ file, number }) => {
    const [heading = ''] = readFileSync(`docs/decisions/${file}`, 'utf8').split('\n');
    return !new RegExp(`^# 0*${Number(number)}\\b`).test(heading);
  });
  expect(unlike).toEqual([]);
});

test('the README opens with two lines, each enough by itself in a fresh clone', () => {
  const [, , start, test] = readFileSync('README.md', 'utf8').split('\n');
  expect(start).toMatch(/^npm ci && npm start\b/);
  expect(test).toMatch(/^npm ci && npm test\b/);
});
