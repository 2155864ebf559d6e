import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ArchiveError, openArchive } from '../../../src/main/archive';
import { deflated, honest, zipOf } from '../../support/documents/zips';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const faultOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return error.code;
  }
};

test.each([
  ['as ZIP has always been', zipOf([honest('a.txt', 'Ada'), honest('b/c.txt', 'Bea')])],
  ['with sizes of 64 bits', zipOf([honest('a.txt', 'Ada'), honest('b/c.txt', 'Bea')], { zip64: true })],
  ['not packed', Buffer.from(zipSync({ 'a.txt': Buffer.from('Ada'), 'b/c.txt': Buffer.from('Bea') }, { level: 0 }))],
  [
    'behind something else',
    Buffer.concat([Buffer.from('program'), zipOf([honest('a.txt', 'Ada'), honest('b/c.txt', 'Bea')])]),
  ],
])('an archive is read: %s', (_, bytes) => {
  const archive = openArchive(bytes);
  expect(archive.names).toEqual(['a.txt', 'b/c.txt']);
  expect(textOf(archive.read('a.txt'))).toBe('Ada');
  expect(textOf(archive.read('b/c.txt'))).toBe('Bea');
  expect(archive.has('d.txt')).toBe(false);
});

const large = deflated(300);
const bombs: [string, Buffer][] = [
  ['says honestly that it is large', zipOf([{ name: 'a.xml', packed: large, says: 300 * 1024 ** 2 }])],
  ['says that it is small', zipOf([{ name: 'a.xml', packed: large, says: 1_000 }])],
  ['says that it is small, in 64 bits', zipOf([{ name: 'a.xml', packed: large, says: 1_000 }], { zip64: true })],
];

test.each(bombs)('an archive that unpacks to far more is not unpacked further: %s', (_, bytes) => {
  const before = process.memoryUsage.rss();
  expect(faultOf(() => openArchive(bytes).read('a.xml'))).toBe('too_large');
  expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 ** 2);
});

test('what is unpacked of an archive is counted together, and each file once', () => {
  const each = deflated(60);
  const names = ['1', '2', '3', '4', '5'];
  const archive = openArchive(
    zipOf(names.map((name) => ({ name, packed: each, says: 1, ...(name === '1' ? {} : { at: '1' }) }))),
  );
  for (let again = 0; again < 3; again += 1) expect(archive.read('1').length).toBe(60 * 1024 ** 2);
  for (const name of ['2', '3', '4']) archive.read(name);
  expect(faultOf(() => archive.read('5'))).toBe('too_large');
});

test('a file that is named twice is the first of the two', () => {
  const archive = openArchive(zipOf([honest('a.txt', 'first'), { ...honest('a.txt', 'second'), at: 'a.txt' }]));
  expect(archive.names).toEqual(['a.txt']);
});

const many = () => {
  const first = honest('0', 'x');
  return zipOf([first, ...Array.from({ length: 99_999 }, (_, n) => ({ ...first, name: String(n + 1), at: '0' }))]);
};

function withLostDirectory(): Buffer {
  const bytes = zipOf([honest('a', 'x')]);
  bytes.writeUInt32LE(0x7fffffff, bytes.length - 6);
  return bytes;
}

test.each<[string, () => Buffer, string]>([
  ['a hundred thousand files', many, 'too_large'],
  ['a directory that is said to be anywhere', () => withLostDirectory(), 'damaged'],
  ['no directory', () => zipOf([honest('a', 'x')]).subarray(0, 40), 'damaged'],
  ['nothing', () => Buffer.alloc(0), 'damaged'],
  [
    '64-bit sizes of more than there can be',
    () => zipOf([{ ...honest('a', 'x'), says: 2n ** 63n }], { zip64: true }),
    'damaged',
  ],
])('an archive is refused at once that has %s', (_, make, code) => {
  expect(faultOf(() => openArchive(make()).read('a'))).toBe(code);
});

test.each<[string, Parameters<typeof zipOf>[0][number]]>([
  ['is damaged', { name: 'a', packed: Buffer.from([7, 7, 7, 7]), says: 4 }],
  ['is locked', { ...honest('a', 'x'), flags: 1 }],
  ['is packed in a way nobody uses', { ...honest('a', 'x'), method: 99 }],
  ['is not there', honest('b', 'x')],
])('a file in an archive that %s is told as damaged', (_, entry) => {
  expect(faultOf(() => openArchive(zipOf([entry])).read('a'))).toBe('damaged');
});
