import type { Call, ChartId, FileId, Message, QueryReading, ReadingNames, RunWithSteps } from '#contract';
import { asStanding, isReplaced, segmentsOf, unsourcedFigures } from '#contract/stretches';
import { absentWords, dateText, endingWords, type Locale, numberText, readingLine, type Words } from '#words';
import { type Publication, type PublicationBlock, type PublicationChart, publicationColumns } from '../../publishing';
import { citationMark, factBlocks, markdownBlocks, quoteBlock, unsourcedMark, withMarks } from '../answer-blocks';
import { answerOf, type ComputedAnswer } from './answer-of-run';
import { codeBlocks } from './code-of-thread';
import { withoutTables } from './markdown-tables';
import { headed, textOf } from './question-heading';
import { type KeptThread, newestPath } from './thread-record';

/** A thread, with what stands beside its rows. */
export interface ThreadMaterial {
  record: KeptThread;
  /** By the call that computed it. */
  readings: ReadonlyMap<Call['id'], QueryReading>;
  /** What is no longer there is left out. */
  pictures: ReadonlyMap<ChartId | FileId, PublicationChart>;
  /** The first rows of a result. */
  rowsOf(call: Call): Parameters<typeof publicationColumns>[0] | null;
  locale: Locale;
  words: Words;
  now: number;
}

/** A thread as a document: questions, how they were read, answers with tables, charts and quotes; the code behind them, if wanted. */
export function publicationOfThread(material: ThreadMaterial, { code }: { code: boolean }): Publication {
  const { record, words, locale, now } = material;
  const { exports: own } = words.ui;
  const shown = newestPath(record);
  const files = [
    ...new Set([...record.tables.map(({ dataset }) => dataset.name), ...record.documents.map(({ name }) => name)]),
  ].join(', ');
  const blocks: PublicationBlock[] = [];
  if (shown.others > 0) blocks.push({ type: 'notice', tone: 'info', text: own.otherVersions(shown.others) });
  for (const item of inOrder(shown)) {
    if ('message' in item) blocks.push(...questionBlocks(item.message, words));
    else blocks.push(...runBlocks(item.run, shown.messages, material));
  }
  if (code) blocks.push(...codeBlocks(shown.runs, record, words));
  return {
    title: record.thread.title,
    subtitle: files === '' ? null : own.about(files),
    locale,
    createdAt: now,
    blocks,
  };
}

type Item = { at: number; message: Message } | { at: number; run: RunWithSteps };

/** Each run behind the question it answers, also when it has no answer. */
function inOrder({ messages, runs }: { messages: readonly Message[]; runs: readonly RunWithSteps[] }): Item[] {
  const questions = messages
    .filter(({ role }) => role === 'user')
    .map((message): Item => ({ at: message.createdAt, message }));
  return [...questions, ...runs.map((run): Item => ({ at: run.createdAt, run }))].toSorted((a, b) => a.at - b.at);
}

function questionBlocks(message: Message, words: Words): PublicationBlock[] {
  const text = textOf(message);
  const { heading, rest } = headed(text);
  const files = message.attachments.map(({ name }) => name).join(', ');
  return [
    { type: 'heading', level: 1, text: heading },
    ...(files === '' ? [] : [{ type: 'source' as const, text: words.ui.exports.about(files) }]),
    ...markdownBlocks(rest),
  ];
}

function runBlocks(run: RunWithSteps, messages: readonly Message[], material: ThreadMaterial): PublicationBlock[] {
  const { words } = material;
  const own = messages.filter(
    (message) => message.role === 'assistant' && message.runId === run.id && !isReplaced(message, messages),
  );
  const answer = answerOf(run, material.readings);
  const closing = own.at(-1)?.id;
  const blocks = own.flatMap((message) =>
    messageBlocks(asStanding(message), message.id === closing ? answer : null, material),
  );
  const ended = run.ending && endingWords(words, run.ending);
  return [
    ...blocks,
    ...(ended ? [{ type: 'notice' as const, tone: 'warning' as const, text: ended }] : []),
    ...(blocks.length === 0 && !ended
      ? [{ type: 'notice' as const, tone: 'info' as const, text: words.ui.exports.notStarted }]
      : []),
    ...(blocks.length > 0 ? [{ type: 'source' as const, text: sourceOf(run, material) }] : []),
  ];
}

function sourceOf(run: RunWithSteps, { words, record }: ThreadMaterial): string {
  const { exports: own } = words.ui;
  const answered = own.answeredBy(run.model, dateText(run.createdAt, { dateStyle: 'medium', timeStyle: 'short' }));
  const computed = run.steps.some(({ calls }) => calls.some(({ code }) => code !== null));
  const files = [...new Set(record.tables.map(({ dataset }) => dataset.name))].join(', ');
  return computed && files !== '' ? `${answered} · ${own.computedFrom(files)}` : answered;
}

/** An answer; `computed` is what stands in the place of its table, and of all of it where another version was chosen. */
function messageBlocks(
  message: Message,
  computed: ComputedAnswer | null,
  material: ThreadMaterial,
): PublicationBlock[] {
  const { words } = material;
  const reading: PublicationBlock[] = computed?.reading
    ? [{ type: 'source', text: words.ui.exports.readAs(readingLine(words, computed.reading)) }]
    : [];
  if (computed && computed.shows !== 'answer') return [...reading, ...versionBlocks(computed, material)];
  const table = computed?.builtIn ? tableOf(computed, material) : null;
  const names = computed?.reading?.names ?? null;
  const parts = message.parts.flatMap((part, index): PublicationBlock[] => {
    if (part.type === 'text') return textBlocks(message, index, part.text, { table, names, words });
    if (part.type === 'chart') return pictureOf(part.chartId, material);
    if (part.type === 'image') return pictureOf(part.fileId, material);
    if (part.type === 'file') return [{ type: 'notice', tone: 'info', text: words.ui.exports.madeFile(part.name) }];
    return [{ type: 'notice', tone: 'warning', text: absentWords(words, part) }];
  });
  return [...reading, ...parts, ...quoteBlocks(message, words)];
}

function versionBlocks(computed: ComputedAnswer, material: ThreadMaterial): PublicationBlock[] {
  const table = tableOf(computed, material);
  const { ownVersion } = material.words.ui.exports;
  return [
    ...(computed.shows === 'version' ? [{ type: 'notice' as const, tone: 'info' as const, text: ownVersion }] : []),
    ...(table === null ? [] : [table]),
    ...(computed.call.chartId === null ? [] : pictureOf(computed.call.chartId, material)),
  ];
}

function tableOf({ call, reading }: ComputedAnswer, material: ThreadMaterial): PublicationBlock | null {
  const { words } = material;
  const rows = material.rowsOf(call);
  if (!rows || !call.result) return null;
  const about = call.query?.columns ?? null;
  const titles = reading && about ? about.map((column) => words.chips.column(column, reading.names)) : undefined;
  const { rowCount } = call.result;
  const shown = rows.rows.length;
  return {
    type: 'table',
    title: null,
    columns: publicationColumns(rows, about, titles),
    rows: rows.rows,
    rowCount,
    note: shown < rowCount ? words.ui.exports.firstRows(numberText(shown), numberText(rowCount)) : null,
  };
}

function textBlocks(
  message: Message,
  part: number,
  text: string,
  { table, names, words }: { table: PublicationBlock | null; names: ReadingNames | null; words: Words },
): PublicationBlock[] {
  const facts = message.facts.filter((fact) => fact.part === part);
  const marks = [
    ...message.citations.filter((citation) => citation.part === part).map(citationMark),
    ...unsourcedFigures(message)
      .filter((figure) => figure.part === part)
      .map(unsourcedMark),
  ];
  let isPlaced = false;
  return segmentsOf(text, facts).flatMap((segment): PublicationBlock[] => {
    if (segment.type === 'fact') return factBlocks(segment.fact, { words, names, hasTable: table !== null });
    const markdown = withMarks(segment.text, segment.start, marks);
    if (table === null) return markdownBlocks(markdown);
    const pieces = withoutTables(markdown);
    return pieces.flatMap((piece, at): PublicationBlock[] => {
      const first = at > 0 && !isPlaced;
      isPlaced ||= at > 0;
      return [...(first ? [table] : []), ...markdownBlocks(piece)];
    });
  });
}

const pictureOf = (id: ChartId | FileId, { pictures }: ThreadMaterial): PublicationBlock[] => {
  const picture = pictures.get(id);
  return picture ? [picture] : [];
};

/** The words that an answer rests on, each once. */
function quoteBlocks(message: Message, words: Words): PublicationBlock[] {
  const byNumber = new Map(message.citations.map((citation) => [citation.number, citation]));
  // What the answer says in the same words need not be said twice.
  const isSaid = (quote: string) => textOf(message).includes(quote);
  const unsaid = [...byNumber.values()].filter(({ quote }) => !isSaid(quote));
  return unsaid.map((citation) => quoteBlock(citation, words));
}
