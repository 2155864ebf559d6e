import { useId } from 'react';
import type { ExportRequest } from '#contract';
import { Select, useWords } from '../../ui';
import styles from './Exports.module.css';

export type PaperSize = ExportRequest['paper'];

/** Which paper pages are for. */
export function PaperField({ paper, onChange }: { paper: PaperSize; onChange(paper: PaperSize): void }) {
  const { exports: words } = useWords().ui;
  const papers = Object.keys(words.papers) as PaperSize[];
  const id = useId();
  return (
    <div className={styles.paper}>
      <label htmlFor={id}>{words.paper}</label>
      <Select
        id={id}
        value={paper}
        onChange={(event) => onChange(papers.find((known) => known === event.currentTarget.value) ?? paper)}
      >
        {papers.map((known) => (
          <option key={known} value={known}>
            {words.papers[known]}
          </option>
        ))}
      </Select>
    </div>
  );
}
