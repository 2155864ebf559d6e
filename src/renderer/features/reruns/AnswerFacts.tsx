import type { AnswerDifferences, ComparedAnswer } from '#contract';
import { endingWords, type Words } from '#words';
import { formatDuration, formatMoney, useWords } from '../../ui';
import own from './Comparisons.module.css';
import styles from './Reruns.module.css';
import { useReadings } from './use-comparison';

type FactName = keyof Words['ui']['comparisons']['fact'];
/** What is said only where it differs. */
const TOLD_APART: ReadonlySet<FactName> = new Set(['thread', 'outcome']);
/** What is never the same twice says nothing by that. */
const UNMARKED: ReadonlySet<FactName> = new Set(['time']);

/** What both answers rest on and what they took; what differs is marked. */
export function AnswerFacts({ differences }: { differences: AnswerDifferences }) {
  const words = useWords();
  const { comparisons } = words.ui;
  const readings = useReadings(differences);
  const { before, after } = differences;
  const rows = factsOf(words, before, readings.before).map(([name, was], at) => {
    const is = factsOf(words, after, readings.after)[at]?.[1] ?? '';
    return { name, was, is, differs: was !== is && !UNMARKED.has(name) };
  });
  return (
    <section className={own.frame} aria-label={comparisons.facts}>
      <table className={own.facts}>
        <thead>
          <tr>
            <td />
            <th scope="col">{comparisons.first}</th>
            <th scope="col">{comparisons.second}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ name, was, is }) => (was !== '' || is !== '') && (was !== is || !TOLD_APART.has(name)))
            .map(({ name, was, is, differs }) => (
              <tr key={name}>
                <th scope="row">
                  {comparisons.fact[name]}{' '}
                  {differs && <span className={`${styles.mark} ${styles.changed}`}>{comparisons.differing}</span>}
                </th>
                <td>{was}</td>
                <td>{is}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function factsOf(words: Words, answer: ComparedAnswer, reading: string): [FactName, string][] {
  const { comparisons, models } = words.ui;
  const { question, model, thread, usage, cost, ms } = answer;
  // What the built-in analyst would have sent, nobody has paid for.
  const tokens = usage && cost ? usage.promptTokens + usage.completionTokens : 0;
  const whose = model === 'explore' ? comparisons.byHand : model === 'built-in' ? models.builtIn : model;
  return [
    ['question', question],
    ['reading', reading],
    ['model', whose],
    ['thread', thread],
    ['outcome', outcomeOf(words, answer)],
    ['tokens', tokens === 0 ? '' : words.ui.count.tokens(tokens)],
    ['money', moneyOf(words, answer)],
    ['time', ms === null ? '' : formatDuration(ms)],
  ];
}

function outcomeOf(words: Words, { status, ending }: ComparedAnswer): string {
  if (status === 'completed') return words.ui.comparisons.answered;
  return ending ? endingWords(words, ending) : words.ui.comparisons.notAnswered;
}

function moneyOf({ ui }: Words, { cost }: ComparedAnswer): string {
  if (!cost) return ui.comparisons.nothingSent;
  return cost.money === null ? ui.common.notKnown : formatMoney(cost.money);
}
