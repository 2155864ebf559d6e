import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ThreadFormat } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, formatCount, Progress, Section, tellSaved, useWords } from '../../ui';
import styles from './Exports.module.css';
import { FORMATS, ON_PAPER } from './formats';
import { PaperField, type PaperSize } from './PaperField';
import { useExportProgress } from './use-export-progress';

/** Everything at once, as one archive: what is in it, how far it is, and the way to stop. */
export function ExportEverything() {
  const client = useClient();
  const { exports: words } = useWords().ui;
  const [formats, setFormats] = useState<readonly ThreadFormat[]>(FORMATS);
  const [files, setFiles] = useState(true);
  const [reports, setReports] = useState(true);
  const [archived, setArchived] = useState(true);
  const [paper, setPaper] = useState<PaperSize>('A4');
  const [making, setMaking] = useState(false);
  const { progress, forget } = useExportProgress(keys.exportProgress);
  const isEmpty = formats.length === 0 && !files && !reports;
  const make = async () => {
    forget();
    setMaking(true);
    await tellSaved(client.exports.everything({ formats: [...formats], files, reports, archived, paper }));
    setMaking(false);
  };
  return (
    <Section title={words.everythingTitle}>
      <p>{words.everythingLead}</p>
      <div className={styles.form}>
        <Checkbox.Group
          label={words.everythingFormats}
          value={[...formats]}
          onChange={(chosen) => setFormats(FORMATS.filter((known) => chosen.includes(known)))}
        >
          {FORMATS.map((known) => (
            <Checkbox
              key={known}
              disabled={making}
              value={known}
              label={words.formats[known]}
              description={words.meanings[known]}
            />
          ))}
        </Checkbox.Group>
        <Checkbox
          label={words.withArchived}
          checked={archived}
          disabled={making}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
        <Checkbox
          label={words.withReports}
          checked={reports}
          disabled={making}
          onChange={(event) => setReports(event.currentTarget.checked)}
        />
        <Checkbox
          label={words.withFiles}
          checked={files}
          disabled={making}
          onChange={(event) => setFiles(event.currentTarget.checked)}
        />
        {formats.some((format) => ON_PAPER.has(format)) && <PaperField paper={paper} onChange={setPaper} />}
        {isEmpty && <p className={styles.hint}>{words.noFormat}</p>}
        {making && progress && (
          <div role="status">
            <Progress share={progress.of === 0 ? 0 : progress.done / progress.of} label={words.making} />
            <p className={styles.hint}>{words.progress(formatCount(progress.done), formatCount(progress.of))}</p>
          </div>
        )}
        <div className={styles.begin}>
          <Button disabled={making || isEmpty} onClick={() => void make()}>
            {making ? words.making : words.everythingAction}
          </Button>
          {making && <Button onClick={() => void client.exports.cancel({})}>{words.cancel}</Button>}
        </div>
      </div>
    </Section>
  );
}
