import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { CompletedTable } from './completed-table';

/** Names of tables and columns within a string, as in `assay.table("sales")["region"]`, and what `assay` has. */
export function namesInPython(tables: () => readonly CompletedTable[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const member = context.matchBefore(/\bassay\.\w*$/);
    if (member) return { from: member.from + 'assay.'.length, options: MEMBERS, validFor: /^\w*$/ };
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    if (node.name !== 'String') return null;
    const quote = /^[a-z]*("""|'''|"|')/i.exec(context.state.sliceDoc(node.from, context.pos));
    if (!quote) return null;
    const from = node.from + quote[0].length;
    const mark = quote[1]?.[0] ?? '"';
    return { from, options: tables().flatMap((table) => optionsOf(table, mark)), validFor: /^[^"'\n]*$/ };
  };
}

const MEMBERS: readonly Completion[] = [
  { label: 'table', type: 'function', detail: '(name, columns=None, exact=False)' },
  { label: 'tables', type: 'function', detail: '()' },
];

function optionsOf({ name, columns }: CompletedTable, mark: string): Completion[] {
  return [
    { label: name, apply: escaped(name, mark), type: 'class', boost: 1 },
    ...columns.map((column) => ({
      label: column.name,
      apply: escaped(column.name, mark),
      type: 'property',
      detail: `${name} · ${column.type}`,
    })),
  ];
}

const escaped = (name: string, mark: string): string => name.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`);
