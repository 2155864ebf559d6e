import { describe, expect, it } from 'vitest';
import { codeAdvice, codeFailure, plainPrint } from '../../../src/preload/contract/printed';

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

const logs = (...texts: string[]) => texts.map((text) => ({ type: 'logs', text }));

describe('why code failed', () => {
  it('is the line of the error, without its notes', () => {
    const raised =
      'Traceback (most recent call last):\n  File "<cell 1>", line 2, in <module>\n    f()\nValueError: first\nA note: of it\n';
    expect(codeFailure(logs('before\n', raised))).toBe('ValueError: first');
  });

  it('is the last of chained errors', () => {
    const raised =
      'Traceback (most recent call last):\n  File "<cell 1>", line 2, in <module>\nKeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "<cell 1>", line 4, in <module>\nRuntimeError: second';
    expect(codeFailure(logs(raised))).toBe('RuntimeError: second');
  });

  it('is the word of the server where the code did not end by itself', () => {
    expect(codeFailure(logs('1\n', 'The code was stopped because it took too long.'))).toBe(
      'The code was stopped because it took too long.',
    );
  });

  it('is nothing for code that ended well', () => {
    expect(codeFailure(logs('Traceback words'))).toBeNull();
    expect(codeFailure(logs('x\nTraceback (most recent call last):\n  File "<cell 1>"\nE: 1'))).toBeNull();
    expect(codeFailure([{ type: 'image' }])).toBeNull();
    expect(codeFailure([])).toBeNull();
  });
});

describe('what to do about code that failed', () => {
  const raised = (error: string) =>
    logs(`Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\n    import pandas\n${error}`);

  it('is the first line below the error of a package that is not here', () => {
    const error =
      "ModuleNotFoundError: No module named 'pandas'\npandas is not installed. Install it.\nIt needs more.\n";
    expect(codeFailure(raised(error))).toBe("ModuleNotFoundError: No module named 'pandas'");
    expect(codeAdvice(raised(error))).toBe('pandas is not installed. Install it.');
  });

  it('is nothing for any other error', () => {
    expect(codeAdvice(raised('ValueError: of\ntwo lines'))).toBeNull();
    expect(codeAdvice(raised("ModuleNotFoundError: No module named 'a.b'"))).toBeNull();
    expect(codeAdvice([])).toBeNull();
  });
});
