import type { QueryColumn } from '#contract/query-results';
import { columnsOf } from '../compile';
import { listedFields } from '../compile/listed';
import { rankingOf } from '../compile/order';
import { valueNodes } from '../outputs';
import { nearest } from '../scope';
import { type CheckContext, knownField } from './context';
import { operandNeeds } from './kinds';

/** Conditions on the result, its order and its limit. */
export function checkResult(context: CheckContext): void {
  const { query } = context;
  if (query.rows) checkRows(context);
  else checkGroups(context);
}

function checkRows(context: CheckContext): void {
  const { query, scope, report } = context;
  const { rows, by = [], compute = [], having = [], order = [], limit } = query;
  if (by.length > 0 || compute.length > 0 || having.length > 0)
    report({ code: 'not_here', path: 'rows', what: 'rows_and_groups' });
  for (const [at, field] of (rows?.fields ?? []).entries()) knownField(context, field, `rows.fields.${at}`);
  const listed = listedFields(query, scope);
  for (const [at, { value }] of order.entries()) {
    if (!knownField(context, value, `order.${at}.value`)) continue;
    if (rows?.distinct && !listed.includes(value))
      report({ code: 'unknown_output', path: `order.${at}.value`, output: value, near: listed.slice(0, 5) });
  }
  for (const [at, field] of (limit?.within ?? []).entries()) knownField(context, field, `limit.within.${at}`);
  if (limit?.of !== undefined || (rows?.distinct && limit?.within?.length))
    report({ code: 'not_here', path: 'limit', what: 'limit' });
}

function checkGroups(context: CheckContext): void {
  const { query, scope, report } = context;
  const { by = [], compute = [], having = [], order = [], limit } = query;
  if (by.length === 0 && compute.length === 0) {
    report({ code: 'needs', path: 'compute', what: 'computation' });
    return;
  }
  const columns = columnsOf(query, scope);
  const names = columns.map(({ name }) => name);
  const known = (output: string, path: string): QueryColumn | null => {
    const column = columns.find(({ name }) => name === output);
    if (!column) report({ code: 'unknown_output', path, output, near: nearest(output, names) });
    return column ?? null;
  };
  for (const [at, { value, than }] of having.entries()) {
    const column = known(value, `having.${at}.value`);
    const need = column && operandNeeds({ type: column.type, role: 'measure' }, than);
    const path = `having.${at}.than`;
    if (column && need)
      report({ code: 'type_mismatch', path, field: value, type: column.type, needs: [need], value: String(than) });
  }
  for (const [at, { value }] of order.entries()) known(value, `order.${at}.value`);
  const groupings = by.map(({ as }) => as);
  for (const [at, output] of [...(limit?.within ?? []), ...(limit?.of === undefined ? [] : [limit.of])].entries())
    if (!groupings.includes(output))
      report({ code: 'unknown_output', path: `limit.${at}`, output, near: nearest(output, groupings) });
  if (limit?.of !== undefined) checkLeading(context, columns);
}

/** Values of a grouping are ranked by what can be computed for each of them. */
function checkLeading({ query, scope, report }: CheckContext, columns: readonly QueryColumn[]): void {
  const [order] = rankingOf(query, columns);
  const nodes = valueNodes(query, scope);
  if (!order) report({ code: 'needs', path: 'limit.of', what: 'order' });
  const needed = nodes.find(({ name }) => name === order?.value);
  if (needed?.kind === 'window') report({ code: 'not_here', path: 'limit.of', what: 'window' });
  if (order && !needed && order.value !== query.limit?.of) report({ code: 'needs', path: 'limit.of', what: 'order' });
}
