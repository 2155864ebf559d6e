/// <reference path="./raw.d.ts" />
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { breakable } from '../long-words';
import type { PrintedBlock, PrintedPublication, PrintedTable } from '../printed';
import type { Paper } from '../publication';
import { GAP } from '../table-parts';
import source from './document.typ?raw';
import { signsWithoutFont, withoutSigns } from './missing-signs';

/** The layout engine reads files of this folder alone, and it is not there: all it gets is handed over. */
const FOLDER = '/nowhere/assay-document';
const MAIN = `${FOLDER}/document.typ`;
/** Accessible: tagged, titled, in a language. */
const ACCESSIBLE = 'ua-1';
/** Signs without a font are found a few at a time. */
const TRIES = 3;
/** Longer words are parted, so that none runs over the edge of the page. */
const LONGEST_IN_TEXT = 70;
const LONGEST_IN_TITLE = 36;
/** Signs of a block that goes to the next page as a whole with the lines that say where it is from. */
const KEPT_WHOLE = 1_500;
/** At the foot of pages. */
const LONGEST_NAME = 90;

/**
 * Signs that the given fonts lack are set in those of the system; for what none has, a � stands, and the document says so.
 * @param fonts files of Inter
 * @throws what the layout engine says where it cannot set the document
 */
export function writePdf(document: PrintedPublication, paper: Paper, fonts: readonly Uint8Array[]): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  compiler.addSource(MAIN, source);
  const blocks = document.blocks.map((block, at) => prepared(block, at, compiler));
  const data = { ...frame(document, paper), blocks };
  const creationTimestamp = Math.floor(document.createdAt / 1000);
  const missing = new Set<string>();
  for (let round = 0; round < TRIES; round += 1) {
    const set = setPages(
      compiler,
      missing.size === 0 ? data : withNotice(withoutSigns(data, missing), document, missing),
    );
    try {
      return new Uint8Array(compiler.pdf(set, { pdfStandard: ACCESSIBLE, creationTimestamp }));
    } catch (error) {
      const before = missing.size;
      for (const sign of signsWithoutFont(error)) missing.add(sign);
      // What the standard refuses for another reason can still be read.
      if (missing.size === before) return new Uint8Array(compiler.pdf(set, { creationTimestamp }));
    }
  }
  const set = setPages(compiler, withNotice(withoutSigns(data, missing), document, missing));
  return new Uint8Array(compiler.pdf(set, { creationTimestamp }));
}

type PageData = ReturnType<typeof frame> & { blocks: unknown[] };

function setPages(compiler: NodeCompiler, data: PageData) {
  compiler.mapShadow(`${FOLDER}/data.json`, Buffer.from(JSON.stringify(data)));
  const compiled = compiler.compile({ mainFilePath: MAIN });
  if (compiled.result) return compiled.result;
  const diagnostics = compiled.takeDiagnostics();
  throw new Error(diagnostics ? JSON.stringify(compiler.fetchDiagnostics(diagnostics)) : 'nothing was set');
}

function withNotice(data: PageData, { words }: PrintedPublication, missing: ReadonlySet<string>): PageData {
  const codes = [...missing].map(
    (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return {
    ...data,
    blocks: [
      ...data.blocks,
      { type: 'notice', tone: 'warning', text: words.noFont(codes), sources: [], isLying: false },
    ],
  };
}

function frame(document: PrintedPublication, paper: Paper) {
  const { title, subtitle, language, day, createdAt, words, foot } = document;
  const date = new Date(createdAt);
  return {
    ...{ language, day, foot },
    title: breakable(title, LONGEST_IN_TITLE),
    subtitle: subtitle === null ? null : breakable(subtitle, LONGEST_IN_TEXT),
    name: title,
    shortName: title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME)}…` : title,
    paper: paper === 'A4' ? 'a4' : 'us-letter',
    date: [date.getFullYear(), date.getMonth() + 1, date.getDate()],
    noRows: words.noRows(),
  };
}

/** Pictures beside the data, and words that would not fit a cell with places to break at. */
function prepared(block: PrintedBlock, at: number, compiler: NodeCompiler): unknown {
  if (block.type === 'table') return { ...block, parts: partsOf(block) };
  if (block.type !== 'chart') return brokenWords({ ...block, isLong: JSON.stringify(block).length > KEPT_WHOLE });
  const { svg, png, ...chart } = block;
  const file = `picture-${at}.${svg === null ? 'png' : 'svg'}`;
  compiler.mapShadow(`${FOLDER}/${file}`, svg === null ? Buffer.from(png) : Buffer.from(svg));
  return { ...chart, file };
}

const partsOf = ({ parts }: PrintedTable) =>
  parts.map(({ columns, rows, ...part }) => ({
    ...part,
    columns: columns.map((column) => ({ ...column, title: breakable(column.title, column.width - GAP) })),
    rows: rows.map((row) => row.map((cell, at) => breakable(cell, Math.max(4, (columns[at]?.width ?? 0) - GAP)))),
  }));

/** The same, with places to break at in every long word of its texts; code is set line by line and broken by itself. */
function brokenWords<Value>(value: Value): Value {
  if (typeof value === 'string') return breakable(value, LONGEST_IN_TEXT) as Value;
  if (Array.isArray(value)) return value.map((item) => brokenWords(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, brokenWords(item)])) as Value;
}
