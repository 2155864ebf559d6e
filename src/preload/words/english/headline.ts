import type { Headline } from '#contract/headline';
import { isDay } from '../figures';
import type { FigureWords, HeadlineSentence, HeadlineWriter } from '../headline-words';
import { periodFrom } from '../periods';
import { momentText, number } from './grammar';
import { capital, partValue, periodTitle } from './query-parts';

export const figure: FigureWords = {
  yes: 'yes',
  no: 'no',
  empty: '(empty)',
  points: 'percentage points',
  period: (start, grain) =>
    periodFrom(start, grain, {
      week: (day) => `week of ${day}`,
      month: (year, month) => periodTitle({ kind: 'month', year, month }),
    }) ?? momentText(start.replace('T', ' ').slice(0, 16)),
  part: (part, value) =>
    part === 'hour_of_day' ? `${value}:00` : part === 'day_of_month' ? String(value) : partValue(part, value),
  range: (low, high) => `${low} to ${high}`,
};

type Group = Parameters<HeadlineWriter['group']>[0];
const plural = (name: string): string =>
  /s$|people$|staff$|personen$|leute$/.test(name) || /[^a-z ]/i.test(name) ? name : `${name.replace(/y$/, 'ie')}s`;

export const headline: HeadlineSentence = (says, write) => {
  const place = (group: Group) => `${isDay(group) ? 'on' : 'in'} ${write.group(group)}`;
  switch (says.kind) {
    case 'nothing_fits':
      return 'No row of the data fits, so there is nothing to show.';
    case 'no_value':
      return 'No row has a value for this, so there is nothing to compute.';
    case 'groups':
      return `There are ${number(says.count)} groups.`;
    case 'together':
      return `The ${says.ranked} ${says.count} together have ${write.value(says.share)} of ${says.of === null ? 'all' : write.output(says.of)}.`;
    case 'single':
      return `${write.group(says.group)}: ${write.output(says.output)} ${write.value(says.value)}.`;
    case 'figures':
      return figuresText(says, write);
    case 'empty':
      return `${keptText(says.kept, write)}There is no ${write.output(says.output)} in any of them.`;
    case 'equal': {
      const [first, second] = says.groups;
      return `${keptText(says.kept, write)}${write.group(first)} and ${write.group(second)} are equal in ${write.output(says.output)}: ${write.value(says.value)}.`;
    }
    case 'ends':
      return `${keptText(says.kept, write)}${endsText(says, write, place)}`;
    case 'not_comparable':
      return 'No two of these can be compared.';
    case 'change': {
      const percent = says.percent ? ` (${write.change(says.percent)})` : '';
      const level = says.level ? `, at ${write.value(says.level)}` : '';
      return `${capital(write.output(says.output))} changed by ${write.change(says.by)}${percent} in ${write.group(says.group)}${level}${says.others ? '; the others are below' : ''}.`;
    }
    case 'course': {
      const { first, last } = says;
      const name = capital(write.output(says.output));
      return `${name}: ${write.value(first.value)} ${place(first.group)}, ${write.value(last.value)} ${place(last.group)}. Of ${says.moves} ${says.grain}s compared with the one before, ${says.rose} rose and ${says.fell} fell.`;
    }
    case 'first_row':
      return `${write.group([says.label])} comes first, with ${write.output(says.output)} ${write.value(says.value)}.`;
    case 'only':
      return `It is ${write.group([says.value])}.`;
    case 'different':
      return `There are ${number(says.count)} of them.`;
    case 'rows':
      return says.count === 1 ? '1 row fits.' : `${number(says.count)} rows fit.`;
  }
};

function figuresText({ figures, parts }: Extract<Headline, { kind: 'figures' }>, write: HeadlineWriter): string {
  const texts = figures.map(({ output, counts, value }) => {
    const text = write.value(value);
    if (!counts) return `${write.output(output)} is ${text}`;
    const name = write.output(output);
    return value.cell === 1 || value.cell === '1'
      ? `there is ${text} ${name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')}`
      : `there are ${text} ${plural(name)}`;
  });
  const of = parts ? ` (${write.value(parts.some)} of ${write.value(parts.all)})` : '';
  return `${capital(texts.join(', '))}${of}.`;
}

const keptText = (kept: { count: number; group: string } | null, write: HeadlineWriter): string =>
  kept ? `${number(kept.count)} ${plural(write.output(kept.group))} fit. ` : '';

function endsText(
  { output, counts, least, first, other }: Extract<Headline, { kind: 'ends' }>,
  write: HeadlineWriter,
  place: (group: Group) => string,
): string {
  const name = write.output(output);
  if (counts) {
    const rest = other
      ? `, ${write.group(other.group)} the ${least ? 'most' : 'fewest'}: ${write.value(other.value)}`
      : '';
    return `${write.group(first.group)} has the ${least ? 'fewest' : 'most'} ${plural(name)}: ${write.value(first.value)}${rest}.`;
  }
  const [most, fewest] = least ? ['lowest', 'highest'] : ['highest', 'lowest'];
  const rest = other ? `, ${fewest} ${place(other.group)}: ${write.value(other.value)}` : '';
  return `${capital(name)} is ${most} ${place(first.group)}: ${write.value(first.value)}${rest}.`;
}
