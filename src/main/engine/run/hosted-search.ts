import { type CitablePassage, findLoosely, type HostedSearch, type PassagePlace, wordsOf } from '../ports';
import type { RunRecord, SearchToolCall } from '../store/records';
import { searchedStores } from './resources';
import { keepSearch, type SearchTools } from './search-documents';

/** How long documents that are still being read here are waited for: without their text a passage has no place in them. */
const PATIENCE_MS = 10_000;
/** Of a passage's words, how many must stand in a piece of the document that is to stand for it. */
const ENOUGH = 0.5;
const NOWHERE: PassagePlace = { line: 1, start: 0, end: 0 };

type Located = Pick<CitablePassage, 'text' | 'chunk' | 'place'>;
type Chunk = { text: string; place: PassagePlace };

/** A search that the model's server has made: what it found is looked up in our own documents, and kept like any other search. */
export async function keepHostedSearch(
  tools: SearchTools,
  run: RunRecord,
  call: SearchToolCall,
  { queries, passages, unread }: HostedSearch & { queries: string[] },
  signal: AbortSignal,
): Promise<void> {
  const { store, retrieval, indexer } = tools;
  const storeIds = searchedStores(store, run).filter((id) => store.vectorStores.get(id));
  await indexer.untilRead(storeIds, PATIENCE_MS, signal);
  const documents = new Map<string, { storeId: string; chunks: Chunk[] }>();
  const documentOf = (fileId: string) => {
    const storeId = storeIds.find((id) => store.vectorStoreFiles.select(IN_STORE, { id, fileId }).length > 0) ?? '';
    const known = documents.get(fileId) ?? { storeId, chunks: storeId === '' ? [] : retrieval.chunks(storeId, fileId) };
    documents.set(fileId, known);
    return known;
  };
  const located = passages.map(({ fileId, text, score }) => {
    const { storeId, chunks } = documentOf(fileId);
    const filename = store.files.get(fileId)?.filename ?? fileId;
    return { storeId, fileId, filename, score, attributes: {}, ...locate(text, chunks), why: { hosted: true } };
  });
  keepSearch(tools, run, call, { queries, passages: located, unread, storeIds, hosted: true });
}

const IN_STORE = 'vector_store_id = $id AND file_id = $fileId';

/** The same words in our own text of the document, else the piece of it that has most of them, else the words as they came. */
function locate(text: string, chunks: readonly Chunk[]): Located {
  for (const [number, chunk] of chunks.entries()) {
    const whole = withNext(chunk, chunks[number + 1]);
    const span = findLoosely(whole, text);
    if (span && span.start < chunk.text.length) return placed(chunk, number, whole, span);
  }
  const words = wordsOf(text);
  const shares = chunks.map((chunk) => shareOf(words, wordsOf(chunk.text)));
  const best = shares.indexOf(Math.max(...shares, 0));
  const chunk = chunks[best];
  if (chunk && (shares[best] ?? 0) >= ENOUGH) return { text: chunk.text, chunk: best, place: chunk.place };
  return { text, chunk: 0, place: NOWHERE };
}

/** The server cuts documents elsewhere than we do: a passage may reach into the next piece. */
function withNext({ text, place }: Chunk, next: Chunk | undefined): string {
  if (!next || next.place.page !== place.page || next.place.sheet !== place.sheet) return text;
  const overlap = place.end - next.place.start;
  return overlap < 0 ? text : text + next.text.slice(overlap);
}

function placed({ place }: Chunk, number: number, whole: string, span: { start: number; end: number }): Located {
  const line = place.line + whole.slice(0, span.start).split('\n').length - 1;
  return {
    text: whole.slice(span.start, span.end),
    chunk: number,
    place: { ...place, line, start: place.start + span.start, end: place.start + span.end },
  };
}

function shareOf(words: ReadonlySet<string>, among: ReadonlySet<string>): number {
  const known = [...words].filter((word) => among.has(word)).length;
  return words.size === 0 ? 0 : known / words.size;
}
