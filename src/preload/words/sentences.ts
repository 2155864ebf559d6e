import type { ChartNote } from '#contract/charts';
import type { CodeEnding, CodeWait } from '#contract/code-endings';
import { entryOf } from '#contract/entries';
import type { AnswerFact } from '#contract/facts';
import type { FailureReason } from '#contract/failure-reasons';
import type { GoneFile, MissingFile } from '#contract/files';
import type { IntakeStage, ProfileNote, ReadAs, RejectReason } from '#contract/profile-facts';
import type { QueryProblem } from '#contract/query-results';
import type { QueryReading, ReadingPart } from '#contract/readings';
import type { NotRerun, ShapeFact } from '#contract/reruns';
import type { RunEnding } from '#contract/run-endings';
import type { Call } from '#contract/runs';
import type { Suggestion } from '#contract/suggestions';
import { wordOf } from './by-code';
import type { ChartWords } from './chart-words';
import type { FailureWords, Words } from './words';

/** The sentence for what a reader has to know of a drawing. */
export function chartNoteWords(words: { chart: ChartWords }, note: ChartNote): string {
  const word = words.chart.note[note.code] as (note: ChartNote) => string;
  return word(note);
}

/** The sentence for any fact of an answer. */
export function factWords(words: Words, fact: AnswerFact): string {
  // Each entry takes the facts of its own key, which is the one that is looked up.
  const word = (fact.code === 'declined' ? words.declined[fact.reason] : words.answer[fact.code]) as (
    fact: AnswerFact,
  ) => string;
  return word(fact);
}

/** The sentence for how a run ended. */
export function endingWords(words: Words, ending: RunEnding): string {
  const word = words.run[ending.code] as (ending: RunEnding) => string;
  return word(ending);
}

/** What is said in the place of a file or a picture that is not here. */
export const absentWords = (words: Pick<Words, 'file'>, absent: MissingFile | GoneFile): string =>
  absent.type === 'missing' ? words.file.missing(absent) : words.file.gone(absent);

/** A question to offer, as it is asked. */
export const suggestionText = (words: Pick<Words, 'suggestion'>, suggestion: Suggestion): string =>
  wordOf(words.suggestion, suggestion);

/** Questions that a fact offers; of earlier answers as they were written. */
export const offeredQuestions = (words: Pick<Words, 'suggestion'>, { questions, suggestions }: Offers): string[] =>
  suggestions?.map((suggestion) => suggestionText(words, suggestion)) ?? questions;
type Offers = Extract<AnswerFact, { code: 'offers' }>;

/** What a call has done; a function of others has nothing but its name. */
export function callTitle({ ui }: Pick<Words, 'ui'>, { name, subject }: Pick<Call, 'name' | 'subject'>): string {
  const done: ((subject: string | undefined) => string) | undefined = entryOf(ui.runs.done, name);
  return done === undefined ? ui.runs.called(name) : done(subject);
}

/** How code ended, in one sentence; null where it ran to its end, or raised an error, which says it itself. */
export function codeEndedWords(words: Words, ended: CodeEnding['ended']): string | null {
  return ended === 'done' || ended === 'error' ? null : words.code.ended[ended]();
}

/** What code waits for. */
export const waitWords = (words: Pick<Words, 'code'>, wait: CodeWait): string => wordOf(words.code.waits, wait);

/** The sentence for a note of a profile. */
export const noteWords = (words: Pick<Words, 'profile'>, note: ProfileNote): string => wordOf(words.profile.note, note);

/** The sentence for why a line is in no row. */
export const rejectWords = (words: Words, reason: RejectReason): string => wordOf(words.profile.reject, reason);

/** How a column was read, in a few words; empty where there was no choice. */
export const readAsWords = (words: Pick<Words, 'profile'>, readAs: readonly ReadAs[]): string =>
  readAs.map((note) => wordOf(words.profile.readAs, note)).join(', ');

/** The sentence for why a query cannot be computed. */
export const problemWords = (words: Pick<Words, 'query'>, problem: QueryProblem): string =>
  wordOf(words.query.problem, problem);

type Reading = Pick<QueryReading, 'parts' | 'names'>;

/** How a question was read, in one line: `Sales by month and region · 2025 · without returns`. */
export const readingLine = ({ chips }: Pick<Words, 'chips'>, { parts, names }: Reading): string =>
  chips.line(parts, names);

/** Characters; what charts take. */
const TITLE_AT_MOST = 200;
const NOT_IN_TITLES: readonly ReadingPart['kind'][] = ['order', 'table', 'chart'];

/** A title for a chart or a thread: what, by what, and of which rows. */
export const readingTitle = (words: Pick<Words, 'chips'>, { parts, names }: Reading): string =>
  readingLine(words, { parts: parts.filter(({ kind }) => !NOT_IN_TITLES.includes(kind)), names }).slice(
    0,
    TITLE_AT_MOST,
  );

/** The sentence for what another file has otherwise. */
export const rerunFactWords = (words: Pick<Words, 'rerun'>, fact: ShapeFact): string => wordOf(words.rerun.fact, fact);

/** The sentence for why something did not run again. */
export const rerunWhyWords = (words: Pick<Words, 'rerun'>, why: NotRerun): string => wordOf(words.rerun.why, why);

/** What a reason says. */
export const reasonWords = (words: FailureWords, reason: FailureReason): string => wordOf(words, reason);

/** What is being done with a file, in a few words. */
export const stageWords = (words: Words, stage: IntakeStage): string => wordOf(words.profile.stage, stage);
