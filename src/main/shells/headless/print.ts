import type { Table } from '#contract';
import { sourceLine, type Words } from '#words';
import { forTerminal } from '../common/terminal';
import type { AnswerReport } from './answer';

const ROWS_SHOWN = 50;

/** Decimals are written as JSON numbers with every digit they have, which plain numbers could not hold. */
export function asJson(answer: AnswerReport): string {
  return JSON.stringify({ ...answer, table: answer.table && exactNumbers(answer.table) });
}

function exactNumbers(table: Table): unknown {
  const numeric = table.columns.map((column) => column.type === 'decimal' || column.type === 'integer');
  return {
    columns: table.columns,
    rows: table.rows.map((row) =>
      row.map((cell, index) =>
        numeric[index] && typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell) ? rawJson(cell) : cell,
      ),
    ),
  };
}

/** `JSON.rawJSON`, which the language's type library does not know yet. */
function rawJson(text: string): unknown {
  const raw: unknown = Reflect.get(JSON, 'rawJSON');
  return typeof raw === 'function' ? raw.call(JSON, text) : Number(text);
}

export function asText(answer: AnswerReport, words: Words): string {
  const parts = [
    answer.instead_of &&
      `${answer.instead_of.error ?? ''} ${words.ui.conversation.answeredInstead(answer.model)}`.trim(),
    answer.reading && words.answer.reading({ code: 'reading', text: answer.reading }),
    answer.answer || null,
    answer.error,
    answer.table && !answer.answer.includes('\n|') ? tableLines(answer.table, words) : null,
    answer.sources.length > 0 ? answer.sources.map((source) => lineOf(source, words)).join('\n') : null,
    ...answer.charts.map((chart) => words.ui.charts.chartOf(chart.png)),
  ];
  return forTerminal(`${parts.filter((part) => part !== null).join('\n\n')}\n`);
}

function lineOf({ number, file, page, sheet, line }: AnswerReport['sources'][number], words: Words): string {
  return sourceLine(words, { number, name: file, place: line === null ? null : { page, sheet, line } });
}

function tableLines(table: Table, words: Words): string {
  const shown = table.rows.slice(0, ROWS_SHOWN);
  const cells = [
    table.columns.map((column) => column.name),
    ...shown.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  ].map((row) => row.map((cell) => cell.replaceAll(/[\r\n\t]+/g, ' ')));
  const widths = table.columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const right = table.columns.map(
    (column) => column.type === 'integer' || column.type === 'decimal' || column.type === 'float',
  );
  const lines = cells.map((row) =>
    row
      .map((cell, index) => (right[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const more = table.rows.length - shown.length;
  return [...lines, ...(more > 0 ? [`… ${words.ui.count.moreRows(more)}`] : [])].join('\n');
}
