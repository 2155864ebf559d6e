import { describe, expect, it } from 'vitest';
import { errorInTraceback, plainPrint } from '../../../src/preload/contract/printed';

describe('printed text', () => {
  it.each([
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['a\u001b[2Kb\u001b[?25l', 'ab'],
    ['\u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'link'],
    ['\u001b(Bplain', 'plain'],
    ['10%\r50%\r100%\nnext', '100%\nnext'],
    ['long line\rshort', 'shortline'],
    ['dos\r\nlines\r\n', 'dos\nlines\n'],
    ['ab\bc', 'ac'],
    ['tab\tstays\u0000\u0007', 'tab\tstays'],
    ['日本\r韓', '韓本'],
  ])('%j reads as %j', (raw, plain) => {
    expect(plainPrint(raw)).toBe(plain);
  });
});

describe('what a traceback of code that ran elsewhere tells', () => {
  const head = 'Traceback (most recent call last):\n  File "<cell 1>", line 2, in <module>\n    f()\n';

  it.each([
    ['the error, without its notes', `${head}ValueError: first\nA note: of it\n`, 'ValueError', 'first'],
    [
      'the last of chained errors',
      `${head}KeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\n${head}RuntimeError: second`,
      'RuntimeError',
      'second',
    ],
    ['an error without words', `${head}KeyboardInterrupt\n`, 'KeyboardInterrupt', ''],
    ['an error of a module of its own', `${head}my.own.Error: a: b`, 'my.own.Error', 'a: b'],
  ])('%s', (_name, text, type, message) => {
    expect(errorInTraceback(text)).toEqual({ type, message });
  });

  it.each(['', 'Traceback words', `x\n${head}E: 1`, 'The code was stopped because it took too long.'])(
    'is nothing for %j',
    (text) => {
      expect(errorInTraceback(text)).toBeNull();
    },
  );
});
