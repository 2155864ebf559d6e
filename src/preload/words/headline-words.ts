import type { Headline, HeadlineFigure } from '#contract/headline';
import type { CalendarPart, Grain } from '#contract/query';

/** How what stands in a headline is written: plain, in markdown, or so that it can be pressed. */
export interface HeadlineWriter {
  /** What an output of the query is called. */
  output(name: string): string;
  value(figure: HeadlineFigure): string;
  /** With its sign, whichever it is. */
  change(figure: HeadlineFigure): string;
  /** What a group is called. */
  group(figures: readonly HeadlineFigure[]): string;
}

export type HeadlineSentence = (headline: Headline, write: HeadlineWriter) => string;

/** What figures need words for. */
export interface FigureWords {
  yes: string;
  no: string;
  empty: string;
  /** Behind a difference of two shares. */
  points: string;
  period: (start: string, grain: Grain) => string;
  part: (part: CalendarPart, value: number) => string;
  range: (low: string, high: string) => string;
}
