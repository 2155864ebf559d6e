import type { Headline } from '#contract/headline';
import type { Grain } from '#contract/query';
import type { FigureWords, HeadlineSentence, HeadlineWriter } from '../headline-words';
import { periodFrom } from '../periods';
import { momentText, number } from './grammar';
import { GRAINS, GRAINS_MANY, partValue, periodTitle } from './query-parts';

export const figure: FigureWords = {
  yes: 'ja',
  no: 'nein',
  empty: '(leer)',
  points: 'Prozentpunkte',
  period: (start, grain) =>
    periodFrom(start, grain, {
      week: (day) => `Woche ab ${day}`,
      month: (year, month) => periodTitle({ kind: 'month', year, month }),
    }) ?? momentText(start.replace('T', ' ').slice(0, 16)),
  part: (part, value) =>
    part === 'hour_of_day' ? `${value} Uhr` : part === 'day_of_month' ? `${value}.` : partValue(part, value),
  range: (low, high) => `${low} bis ${high}`,
};

/** Groups stand behind a colon, as nothing tells which preposition a name takes. */
export const headline: HeadlineSentence = (says, write) => {
  switch (says.kind) {
    case 'nothing_fits':
      return 'Keine Zeile der Daten passt, es gibt also nichts zu zeigen.';
    case 'no_value':
      return 'Keine Zeile hat hierfür einen Wert, es gibt also nichts zu berechnen.';
    case 'groups':
      return says.count === 1 ? 'Es gibt 1 Gruppe.' : `Es gibt ${number(says.count)} Gruppen.`;
    case 'together':
      return `Die ${says.ranked === 'top' ? 'ersten' : 'letzten'} ${number(says.count)} haben zusammen ${write.value(says.share)} ${says.of === null ? 'des Ganzen' : `von ${write.output(says.of)}`}.`;
    case 'single':
      return `${write.group(says.group)}: ${write.output(says.output)} ${write.value(says.value)}.`;
    case 'figures':
      return figuresText(says, write);
    case 'empty':
      return `${keptText(says.kept)}In keiner davon gibt es einen Wert für ${write.output(says.output)}.`;
    case 'equal': {
      const [first, second] = says.groups;
      return `${keptText(says.kept)}${write.group(first)} und ${write.group(second)} sind gleichauf bei ${write.output(says.output)}: ${write.value(says.value)}.`;
    }
    case 'ends':
      return `${keptText(says.kept)}${endsText(says, write)}`;
    case 'not_comparable':
      return 'Davon lassen sich keine zwei vergleichen.';
    case 'change': {
      const percent = says.percent ? ` (${write.change(says.percent)})` : '';
      const level = says.level ? `, Stand: ${write.value(says.level)}` : '';
      return `${write.output(says.output)}, Veränderung in ${write.group(says.group)}: ${write.change(says.by)}${percent}${level}${says.others ? '; die übrigen stehen darunter' : ''}.`;
    }
    case 'course': {
      const { first, last } = says;
      const moves = says.moves === 1 ? `1 ${GRAINS[says.grain]}` : `${number(says.moves)} ${MANY_DATIVE[says.grain]}`;
      return `${write.output(says.output)}: ${write.group(first.group)} ${write.value(first.value)}, ${write.group(last.group)} ${write.value(last.value)}. Von ${moves} lagen im Vergleich zum Zeitraum davor ${number(says.rose)} höher und ${number(says.fell)} niedriger.`;
    }
    case 'first_row':
      return `${write.group([says.label])} steht an erster Stelle, mit ${write.output(says.output)} ${write.value(says.value)}.`;
    case 'only':
      return `Es ist ${write.group([says.value])}.`;
    case 'different':
      return `Es gibt ${number(says.count)} davon.`;
    case 'rows':
      return says.count === 1 ? '1 Zeile passt.' : `${number(says.count)} Zeilen passen.`;
  }
};

const MANY_DATIVE: Record<Grain, string> = {
  ...GRAINS_MANY,
  year: 'Jahren',
  quarter: 'Quartalen',
  month: 'Monaten',
  day: 'Tagen',
};

function figuresText({ figures, parts }: Extract<Headline, { kind: 'figures' }>, write: HeadlineWriter): string {
  const texts = figures.map(({ output, value }) => `${write.output(output)}: ${write.value(value)}`);
  const of = parts ? ` (${write.value(parts.some)} von ${write.value(parts.all)})` : '';
  return `${texts.join(', ')}${of}.`;
}

const keptText = (kept: { count: number } | null): string =>
  kept ? (kept.count === 1 ? '1 Gruppe passt. ' : `${number(kept.count)} Gruppen passen. `) : '';

function endsText({ output, least, first, other }: Extract<Headline, { kind: 'ends' }>, write: HeadlineWriter): string {
  const [best, worst] = least ? ['am niedrigsten', 'am höchsten'] : ['am höchsten', 'am niedrigsten'];
  const rest = other ? `, ${worst}: ${write.group(other.group)} mit ${write.value(other.value)}` : '';
  return `${write.output(output)} ${best}: ${write.group(first.group)} mit ${write.value(first.value)}${rest}.`;
}
