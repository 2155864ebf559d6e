import type { Definitions } from '#contract/definitions';
import type { Words } from '#words';
import { aboutData, declineFacts } from './answer/decline';
import { compose, readingNotes } from './answer/message';
import { factPiece } from './answer/pieces';
import { AnalyzedResult } from './answer/result';
import {
  type CodeData,
  type CodeItem,
  computedBy,
  dataFiles,
  failureOf,
  fileOf,
  printedBy,
  pythonOf,
  surveyCode,
  surveyed,
} from './code';
import { definitionsOf } from './described';
import { meaningOf } from './meaning';
import { decline, type Move, say } from './moves';
import type { Understood } from './reader/settle';
import type { Turn } from './turn';

/** Questions about files that code was given: Python looks at them first, then computes; null where there is no such file. */
export function fromCode(turn: Turn, words: Words): Move | null {
  const names = dataFiles(turn.turn.codeFiles ?? []);
  if (names.length === 0) return null;
  const [look, computing] = turn.turn.items.flatMap((item) => (item.type === 'code_result' ? [item] : []));
  if (!look) return { kind: 'code', code: surveyCode(names) };
  const data = surveyed(look);
  if ('failed' in data) return decline({ code: 'declined', reason: 'describe_failed', message: data.failed });
  const { datasets } = data;
  const definitions = definitionsOf(datasets);
  const understood = meaningOf(definitions, turn.asked);
  if (understood.kind === 'columns' || understood.kind === 'help' || understood.kind === 'overview')
    return say(...aboutData(understood.kind, datasets, definitions, words));
  if (understood.kind !== 'query')
    return say(...declineFacts(definitions, understood, turn.asked.at(-1) ?? '', words).map(factPiece));
  return answered({ turn, found: understood, data, definitions, computing: computing ?? null, words });
}

interface CodeAnswer {
  turn: Turn;
  found: Extract<Understood, { kind: 'query' }>;
  data: CodeData;
  definitions: readonly Definitions[];
  computing: CodeItem | null;
  words: Words;
}

function answered({ found, data, definitions, computing, words }: CodeAnswer): Move {
  const { query, reading } = found;
  const file = fileOf(data, query.from.table);
  const python = file && !reading.first ? pythonOf(query, file, definitions) : null;
  if (python === null) return decline({ code: 'declined', reason: 'query_failed', message: NOT_IN_PYTHON });
  if (!computing) return { kind: 'code', code: python };
  const output = computing.ended === 'done' ? computedBy(printedBy(computing), query, definitions) : null;
  if (!output) return decline({ code: 'declined', reason: 'query_failed', message: failureOf(computing) });
  const dataset = data.datasets.find(({ table }) => table === query.from.table);
  if (!dataset) return decline({ code: 'declined', reason: 'no_data' });
  const files = data.datasets.length > 1 ? dataset.name : null;
  const result = new AnalyzedResult(output);
  const { before, after } = compose({
    result,
    dataset,
    definitions,
    files,
    notes: readingNotes({ ...found, others: [] }),
    words,
  });
  return say(...before, ...after);
}

const NOT_IN_PYTHON =
  'no Python is written here for a question of this kind. Ask it of the file in Assay’s window, or by its functions';
