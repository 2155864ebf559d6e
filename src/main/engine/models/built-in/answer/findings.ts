import type { Checks, DescribedDataset, Distribution, Frequency, Outliers, Relation } from '../question/plan';
import { numberOf, safe } from './format';
import type { Results } from './result';

export function distributionText(question: Distribution, { statistics }: Results): string {
  if (!statistics || statistics.cell(0, 3) === null) return 'No row has a value for this.';
  const cell = (column: number) => statistics.text(0, column);
  return `Half of the values of ${safe(question.column.name)} lie between ${cell(2)} and ${cell(4)}, with a median of ${cell(3)} and an average of ${cell(6)}. They run from ${statistics.text(0, 1)} to ${statistics.text(0, 5)} over ${statistics.text(0, 0)} rows.`;
}

export function frequencyText(question: Frequency, { statistics, main }: Results): string {
  if (!statistics) return '';
  const cell = (column: number) => statistics.text(0, column);
  const per = safe(question.per.name);
  return `There are ${cell(0)} values of ${per}, each with between ${cell(1)} and ${cell(4)} ${safe(main.column(0).name)}: ${cell(3)} on average, with a median of ${cell(2)}.`;
}

export function relationText(question: Relation, { statistics }: Results): string {
  const value = numberOf(statistics?.cell(0, 1) ?? null);
  const [x, y] = [safe(question.x.name), safe(question.y.name)];
  if (!statistics || value === null) return `There are too few rows with both ${x} and ${y} to compare them.`;
  const found = `The correlation of ${x} and ${y} is ${statistics.text(0, 1)} over ${statistics.text(0, 0)} rows`;
  const size = Math.abs(value);
  if (size < 0.1) return `${found}: no linear relation to speak of.`;
  const strength = size >= 0.7 ? 'strong' : size >= 0.4 ? 'moderate' : 'weak';
  return `${found}: a ${strength} relation, where more ${x} goes with ${value > 0 ? 'more' : 'less'} ${y}. It does not say that one causes the other.`;
}

export function outliersText(question: Outliers, { statistics }: Results): string {
  if (!statistics) return '';
  const range = `${statistics.text(0, 2)} to ${statistics.text(0, 3)}`;
  const name = safe(question.column.name);
  if (numberOf(statistics.cell(0, 0)) === 0)
    return `No row is out of the ordinary: all values of ${name} lie within ${range}.`;
  return `${statistics.text(0, 0)} of ${statistics.text(0, 1)} rows have ${name} outside ${range}; those furthest out come first.`;
}

/** Empty cells, repetitions, and what there is. */
export function checksText(question: Checks, results: Results, dataset: DescribedDataset): string {
  const { main, count } = results;
  const all = count?.text(0, 0) ?? '';
  if (question.kind === 'describe')
    return `${safe(dataset.name)} has ${all} rows and ${dataset.columns.length} columns.`;
  if (question.kind === 'missing') {
    const empty = numberOf(main.cell(0, 2)) ?? 0;
    const rows = `${all} rows`;
    if (question.column) {
      const name = safe(question.column.name);
      return empty === 0
        ? `No cell of ${name} is empty in ${rows}.`
        : `${main.text(0, 2)} of ${rows} have no ${name} (${main.text(0, 3)}).`;
    }
    if (empty === 0) return `No cell is empty in ${rows}.`;
    return `**${main.name(0, 0)}** has the most empty cells: ${main.text(0, 2)} of ${rows} (${main.text(0, 3)}).`;
  }
  const what = question.column ? `values of ${safe(question.column.name)}` : 'rows';
  if (numberOf(count?.cell(0, 0) ?? null) === 0) return `No ${what} occur more than once.`;
  const one = numberOf(count?.cell(0, 0) ?? null) === 1;
  const extra = numberOf(count?.cell(0, 1) ?? null) === 1 ? 'row' : 'rows';
  const said = one ? what.replace(/s\b/, '') : what;
  return `${all} ${said} ${one ? 'occurs' : 'occur'} more than once, which makes ${count?.text(0, 1) ?? ''} ${extra} too many.`;
}
