import type { Database } from '../../storage';
import type { CitablePassage, UnreadDocument, WordedEnding } from '../ports';
import { RecordTable } from './table';

interface Row {
  id: string;
  thread_id: string;
  kind: 'file_search' | 'code_interpreter';
  number: number;
  body: string;
}

/** What a search found. */
export interface SearchRecord {
  /** The call's. */
  id: string;
  thread_id: string;
  kind: 'file_search';
  /** Counts the searches of the thread, from 0. */
  number: number;
  queries: string[];
  passages: CitablePassage[];
  /** Absent where every document of the stores had been read. */
  unread?: UnreadDocument[];
  /** It was made on the model's server. */
  hosted?: true;
}

/** What code made, apart from the outputs that its step shows. */
export interface CodeRecord extends WordedEnding {
  id: string;
  thread_id: string;
  kind: 'code_interpreter';
  number: number;
  files: { name: string; fileId: string }[];
  /** It ran on the model's server. */
  hosted?: true;
}

export type ToolResultRecord = SearchRecord | CodeRecord;

/** What the engine's own tools came to, beyond what steps show of it. Goes with its thread. */
export class ToolResultTable extends RecordTable<Row, ToolResultRecord> {
  readonly #db: Database;

  constructor(db: Database) {
    super(db, 'tool_result', {
      columns: ['id', 'thread_id', 'kind', 'number', 'body'],
      decode: ({ body, ...row }) => ({ ...JSON.parse(body), ...row }),
      encode: ({ id, thread_id, kind, number, ...body }) => ({
        id,
        thread_id,
        kind,
        number,
        body: JSON.stringify(body),
      }),
    });
    this.#db = db;
  }

  /** The number of the thread's next result of a kind. */
  next(threadId: string, kind: Row['kind']): number {
    const count = 'SELECT count(*) AS n FROM tool_result WHERE thread_id = $threadId AND kind = $kind';
    return this.#db.get<{ n: number }>(count, { threadId, kind })?.n ?? 0;
  }

  search(threadId: string, number: number): SearchRecord | undefined {
    const where = `thread_id = $threadId AND kind = 'file_search' AND number = $number`;
    const record = this.select(where, { threadId, number })[0];
    return record?.kind === 'file_search' ? record : undefined;
  }

  searchCall(id: string): SearchRecord | undefined {
    const record = this.get(id);
    return record?.kind === 'file_search' ? record : undefined;
  }

  codeCall(id: string): CodeRecord | undefined {
    const record = this.get(id);
    return record?.kind === 'code_interpreter' ? record : undefined;
  }

  /** Files that code has made in a thread, by name; of several with one name the newest. */
  made(threadId: string): Map<string, string> {
    const results = this.select(`thread_id = $threadId AND kind = 'code_interpreter'`, { threadId }, 'ORDER BY number');
    const files = results.flatMap((result) => (result.kind === 'code_interpreter' ? result.files : []));
    return new Map(files.map(({ name, fileId }) => [name, fileId]));
  }
}
