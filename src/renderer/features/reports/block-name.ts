import type { ReportBlock } from '#contract';
import { readingTitle, titledReading, type Words, wordedSpec } from '#words';

const LONGEST = 60;

/** What a block is called where it is moved or removed. */
export function blockName({ content }: Pick<ReportBlock, 'content'>, words: Words): string {
  const { named, kind } = words.ui.reports;
  return named(kind[content.kind], shortened(nameOf(content, words)));
}

function nameOf(content: ReportBlock['content'], words: Words): string {
  switch (content.kind) {
    case 'answer':
      return content.question;
    case 'table':
      return content.reading ? readingTitle(words, content.reading) : '';
    case 'chart': {
      const { spec, reading } = content.chart;
      return spec.look?.title ?? wordedSpec(spec, titledReading(reading, words), words).title;
    }
    case 'figure':
      return '';
    case 'quote':
      return content.name;
    case 'text':
      return content.markdown.replaceAll(/[#*_`>\s]+/g, ' ').trim();
  }
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);
