/** An answer, what its run was given to rest on, and the figures in it that rest on none of that. */
export interface FigureCase {
  name: string;
  /** What the analyst has written, oldest first. */
  asked?: string[];
  /** Outputs of functions, as the text that tools hand back. */
  outputs?: string[];
  /** What code has printed. */
  printed?: string[];
  passages?: { text: string; page?: number }[];
  answer: string;
  /** As written, in their order. */
  unsourced: string[];
}

type Cell = string | number | boolean | null;

/** A result as `query_data` hands it to a model; columns as `name:type`, `float` where nothing is said. */
export function result(columns: string, ...rows: Cell[][]): string {
  const named = columns.split(' ').map((column) => {
    const [name, type = 'float'] = column.split(':');
    return { name, type };
  });
  return JSON.stringify({ result_id: 'res_8Kd31x', columns: named, rows, row_count: rows.length, truncated: false });
}
