import { filled } from '../../../src/main/engine/models/built-in/reader/computable';
import type { Understood } from '../../../src/main/engine/models/built-in/reader/settle';
import { understand } from '../../../src/main/engine/models/built-in/reader/understand';
import type { Cell } from '../../../src/preload/contract';
import type { Query } from '../../../src/preload/contract/query';
import { askedTables } from '../query/asked';

export interface Read {
  understood: Understood;
  /** What was computed; nothing where the question was declined. */
  rows: Cell[][];
}

/** Questions to small files, read by the built-in analyst's reader and computed by a real data engine. */
export function questions() {
  const asked = askedTables();
  return async (files: Record<string, string>, ...messages: string[]): Promise<Read> => {
    const tables = await asked.tables(files);
    const understood = understand(tables.definitions, messages);
    if (understood.kind !== 'query') return { understood, rows: [] };
    const first = understood.reading.first;
    const before = first ? (await tables.ask(first)).rows.map(([one]) => String(one)) : [];
    const query: Query = first ? filled(understood.query, ...before) : understood.query;
    return { understood, rows: (await tables.ask(query)).rows };
  };
}
