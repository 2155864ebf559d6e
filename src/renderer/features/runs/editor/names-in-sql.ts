import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { PostgreSQL } from '@codemirror/lang-sql';
import { syntaxTree } from '@codemirror/language';
import type { CompletedTable } from './completed-table';

const NAME = String.raw`(?:"(?:[^"\n]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const BEFORE_CURSOR = /(?:"[^"\n]*|[\p{L}_][\p{L}\p{N}_$]*)$/u;
const QUALIFIER = new RegExp(String.raw`(${NAME})\.$`, 'u');
const SOURCES = new RegExp(String.raw`(?:\b(?:from|join)|,)\s+(${NAME})(?:\s+(?:as\s+)?(${NAME}))?`, 'giu');
const NO_NAMES = new Set(['String', 'LineComment', 'BlockComment', 'Number']);
const PLAIN = /^[a-z_][a-z0-9_]*$/i;
const RESERVED = new Set((PostgreSQL.spec.keywords ?? '').split(' '));

/** The tables, and the columns of those that the query reads; behind `t.` those of `t`, whatever it stands for. */
export function namesInSql(tables: () => readonly CompletedTable[]) {
  return (context: CompletionContext): CompletionResult | null => {
    if (NO_NAMES.has(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const word = context.matchBefore(BEFORE_CURSOR);
    const from = word?.from ?? context.pos;
    const line = context.state.doc.lineAt(from);
    const [, qualifier] = QUALIFIER.exec(line.text.slice(0, from - line.from)) ?? [];
    if (!word && !qualifier && !context.explicit) return null;
    const known = tables();
    const sources = sourcesIn(context.state.doc.toString(), known);
    const options = qualifier
      ? columnsOf(sources.get(bare(qualifier)) ?? known.find(({ name }) => same(name, bare(qualifier))))
      : [...columnsIn(new Set(sources.values()), known), ...known.map(tableOption)];
    return options.length === 0 ? null : { from, options, validFor: /^(?:"[^"\n]*|[\p{L}\p{N}_$]*)$/u };
  };
}

/** Tables by what the query calls them. */
function sourcesIn(text: string, known: readonly CompletedTable[]): Map<string, CompletedTable> {
  const sources = new Map<string, CompletedTable>();
  for (const [, written = '', alias = ''] of text.matchAll(SOURCES)) {
    const table = known.find(({ name }) => same(name, bare(written)));
    if (!table) continue;
    sources.set(bare(written), table);
    if (alias !== '') sources.set(bare(alias), table);
  }
  return sources;
}

const columnsIn = (read: ReadonlySet<CompletedTable>, known: readonly CompletedTable[]): Completion[] =>
  (read.size > 0 ? [...read] : known).flatMap(columnsOf);

const columnsOf = (table: CompletedTable | undefined): Completion[] =>
  table?.columns.map(({ name, type }) => ({
    label: name,
    apply: quoted(name),
    type: 'property',
    detail: `${table.name} · ${type}`,
    boost: 2,
  })) ?? [];

const tableOption = ({ name }: CompletedTable): Completion => ({
  label: name,
  apply: quoted(name),
  type: 'class',
  boost: 1,
});

const quoted = (name: string): string =>
  PLAIN.test(name) && !RESERVED.has(name.toLowerCase()) ? name : `"${name.replaceAll('"', '""')}"`;

/** As it is compared: without quotes, in lower case. */
const bare = (written: string): string =>
  (written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written).toLowerCase();

const same = (name: string, lower: string): boolean => name.toLowerCase() === lower;
