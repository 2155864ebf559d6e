import { Fragment } from 'react';
import type { PinnedPart, QueryFact, ReadingNames, ReportBlock } from '#contract';
import { citedText, queryFactWords } from '#words';
import { useBridge } from '../../bridge';
import { useWords } from '../../ui';
import { PinnedChartView } from './PinnedChartView';
import { PinnedFigure, PinnedFigures } from './PinnedFigures';
import { PinnedTableView } from './PinnedTableView';
import type { ReportText } from './pinned-text';
import styles from './Reports.module.css';

interface BlockViewProps {
  block: ReportBlock;
  Text: ReportText;
}

/** What was pinned, as it was then. Own text is drawn where it is edited. */
export function BlockView({ block, Text }: BlockViewProps) {
  const words = useWords();
  const { ui } = words;
  const { content } = block;
  switch (content.kind) {
    case 'answer':
      return (
        <>
          <h2>{content.question}</h2>
          {content.parts.map((part, at) => (
            <PartView key={at} part={part} block={block} names={content.reading?.names ?? null} Text={Text} />
          ))}
        </>
      );
    case 'table':
      return <PinnedTableView table={content.table} label={ui.reports.table} />;
    case 'chart':
      return <PinnedChartView chart={content.chart} />;
    case 'figure':
      return <PinnedFigure table={content.table} column={content.column} />;
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <p>{content.quote}</p>
          <footer>{citedText(words, content)}</footer>
        </blockquote>
      );
    case 'text':
      return null;
  }
}

function PartView({ part, block, names, Text }: BlockViewProps & { part: PinnedPart; names: ReadingNames | null }) {
  const bridge = useBridge();
  const { ui } = useWords();
  switch (part.type) {
    case 'text':
      return (
        <Text text={part.text} facts={part.facts} citations={part.citations} names={names} source={block.source} />
      );
    case 'table':
      return <PinnedTableView table={part.table} label={ui.reports.table} />;
    case 'figures':
      return <PinnedFigures table={part.table} />;
    case 'chart':
      return <PinnedChartView chart={part.chart} />;
    case 'image':
      return (
        <img
          className={styles.image}
          src={bridge.pictureUrl({ kind: 'file', id: part.fileId })}
          alt={ui.reports.picture}
        />
      );
    case 'facts':
      return part.names && <Facts facts={part.facts} names={part.names} />;
  }
}

function Facts({ facts, names }: { facts: readonly QueryFact[]; names: ReadingNames }) {
  const words = useWords();
  // That all rows count goes without saying.
  const worthTelling = facts.filter((fact) => fact.code !== 'rows_used' || fact.used < fact.of);
  if (worthTelling.length === 0) return null;
  return (
    <p className={styles.note}>
      {worthTelling.map((fact, at) => (
        <Fragment key={at}>{queryFactWords(words, fact, names)} </Fragment>
      ))}
    </p>
  );
}
