import type {
  AnswerFact,
  BlockContent,
  Call,
  Chart,
  ChartId,
  Message,
  MessagePart,
  PinnedPart,
  PinnedTable,
  QueryReading,
  ReadingNames,
  Run,
} from '#contract';
import { asStanding } from '#contract/stretches';
import type { Library } from '../../library';
import { pinnedTable } from './pinned-table';

/** An answer, and what of it is shown: the call of the version, null for one that nothing was computed for. */
export interface ShownAnswer {
  message: Message;
  run: Run | null;
  shown: Call | null;
  /** The message itself stands, no later version of it. */
  asGiven: boolean;
  reading: QueryReading | null;
}

/** All that an answer shows, kept apart from its thread. */
export function pinnedAnswer(library: Library, answer: ShownAnswer): BlockContent {
  const { message, reading } = answer;
  const parts = answer.asGiven ? partsOfMessage(library, answer) : partsOfVersion(library, answer);
  return { kind: 'answer', question: questionOf(library, message), reading, parts };
}

function partsOfMessage(library: Library, { message, run, shown, reading }: ShownAnswer): PinnedPart[] {
  const standing = asStanding(message);
  // The built-in analyst writes the first rows of its result: all of them stand in their place.
  const writes = run?.model === 'built-in' && shown?.result && shown.result.rowCount > 0;
  const table = writes && shown?.result ? pinnedTable(library, shown.result.id, reading?.names ?? null) : null;
  return standing.parts.flatMap((part, at) =>
    part.type === 'text' ? partsOfText(standing, part.text, at, table) : otherPart(library, part, reading),
  );
}

function otherPart(
  library: Library,
  part: Exclude<MessagePart, { type: 'text' }>,
  reading: QueryReading | null,
): PinnedPart[] {
  if (part.type === 'image') return [{ type: 'image', fileId: part.fileId }];
  return part.type === 'chart' ? chartParts(library, part.chartId, reading) : [];
}

/** As it was changed last. */
function chartParts(library: Library, id: ChartId, reading: QueryReading | null): PinnedPart[] {
  const chart = library.charts.versions(library.charts.get(id)?.versionOf ?? id).at(-1);
  return chart ? [chartPart(library, chart, reading)] : [];
}

const chartPart = (library: Library, { spec, resultId }: Chart, reading: QueryReading | null): PinnedPart => ({
  type: 'chart',
  chart: { spec, table: library.results.table(resultId), reading },
});

/** Lines of a table in Markdown, one after the other. */
const WRITTEN_TABLE = /(?:^|\n)((?:\|[^\n]*\|[ \t]*(?:\n|$)){2,})/;

/** Facts that ask what to do next, which a report does not. */
const ASKING: ReadonlySet<AnswerFact['code']> = new Set(['offers', 'near_readings', 'which_reading']);

/** A stretch of a text, and what stands there instead. */
interface Cut {
  start: number;
  end: number;
  parts: PinnedPart[];
}

/** A text without how its question was read, which is told with its source where anything was computed, and with the whole table in its place. */
function partsOfText(message: Message, text: string, at: number, table: PinnedTable | null): PinnedPart[] {
  const facts = message.facts.filter(({ part }) => part === at);
  const written = table && WRITTEN_TABLE.exec(text);
  const cuts: Cut[] = facts
    .filter(({ fact }) => ASKING.has(fact.code) || fact.code === 'reading')
    .map(({ start, end }) => ({ start, end, parts: [] }));
  if (written)
    cuts.push({
      start: written.index,
      end: written.index + written[0].length,
      parts: [{ type: 'table', table }],
    });
  const parts: PinnedPart[] = [];
  let begin = 0;
  for (const cut of [
    ...cuts.toSorted((a, b) => a.start - b.start),
    { start: text.length, end: text.length, parts: [] },
  ]) {
    parts.push(...piece(message, text, at, begin, Math.max(begin, cut.start)), ...cut.parts);
    begin = Math.max(begin, cut.end);
  }
  return parts;
}

function piece({ facts, citations }: Message, text: string, at: number, start: number, end: number): PinnedPart[] {
  const moved = <P extends { part: number; start: number; end: number }>(places: readonly P[]): P[] =>
    places
      .filter((place) => place.part === at && place.start >= start && place.end <= end)
      .map((place) => ({ ...place, part: 0, start: place.start - start, end: place.end - start }));
  const part = { text: text.slice(start, end), facts: moved(facts), citations: moved(citations) };
  const kept = part.facts.filter(({ fact }) => fact.code !== 'reading' && !ASKING.has(fact.code));
  return part.text.trim() === '' && kept.length === 0 ? [] : [{ type: 'text', ...part, facts: kept }];
}

/** What was computed in the answer's place, or what code of it came to: figures or a table, its chart, its pictures. */
function partsOfVersion(library: Library, { shown, reading }: ShownAnswer): PinnedPart[] {
  if (!shown) return [];
  const names = reading?.names ?? null;
  const charts = shown.result ? library.charts.ofResult(shown.result.id).slice(-1) : [];
  const drawn = charts.map((chart) => chartPart(library, chart, reading));
  const facts: PinnedPart[] = shown.query?.facts.length ? [{ type: 'facts', facts: shown.query.facts, names }] : [];
  const pictures = shown.outputs.flatMap((output): PinnedPart[] =>
    output.type === 'image' ? [{ type: 'image', fileId: output.fileId }] : [],
  );
  if (!shown.result) return pictures;
  const table = pinnedTable(library, shown.result.id, names);
  return isSentence(shown, names)
    ? [{ type: 'figures', table }, ...drawn, ...facts]
    : [...drawn, { type: 'table', table }, ...pictures, ...facts];
}

/** The window says a few figures as a sentence. */
function isSentence({ query, result }: Call, names: ReadingNames | null): boolean {
  if (!query || !names || result?.rowCount !== 1 || query.columns.length > 4) return false;
  return !query.query.by?.length && !query.query.rows;
}

/** The question above an answer: the one it follows, or the last one before it. */
function questionOf(library: Library, message: Message): string {
  const earlier = library.messages
    .page(message.threadId, { before: message.id, limit: 50 })
    .filter(({ role }) => role === 'user');
  const asked = earlier.find(({ id }) => id === message.follows) ?? earlier.at(-1);
  return asked?.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n') ?? '';
}
