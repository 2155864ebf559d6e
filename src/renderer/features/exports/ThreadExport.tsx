import { Checkbox, Radio } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useEffect, useRef, useState } from 'react';
import type { ThreadFormat, ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Note, Progress, tellSaved, useWords } from '../../ui';
import styles from './Exports.module.css';
import { FORMATS, ON_PAPER, WITH_CODE } from './formats';
import { PaperField, type PaperSize } from './PaperField';
import { useExportProgress } from './use-export-progress';

const MODAL = 'thread-export';

/** Asks what a thread is to become, and writes it. */
export function showThreadExport(threadId: ThreadId, title: string): void {
  modals.open({ modalId: MODAL, title, children: <ThreadExport threadId={threadId} /> });
}

function ThreadExport({ threadId }: { threadId: ThreadId }) {
  const client = useClient();
  const { exports: words } = useWords().ui;
  const [format, setFormat] = useState<ThreadFormat>(FORMATS[0] ?? 'json');
  const [data, setData] = useState(true);
  const [code, setCode] = useState(true);
  const [paper, setPaper] = useState<PaperSize>('A4');
  const [making, setMaking] = useState(false);
  const isMaking = useRef(false);
  const { progress, forget } = useExportProgress(keys.threadExport(threadId));
  const make = async () => {
    isMaking.current = true;
    forget();
    setMaking(true);
    await tellSaved(client.exports.thread({ threadId, format, data, code, paper }));
    isMaking.current = false;
    modals.close(MODAL);
  };
  // However the dialog is closed: what is written for nobody is stopped.
  useEffect(
    () => () => {
      if (isMaking.current) void client.exports.cancel({ threadId });
    },
    [client, threadId],
  );
  return (
    <div className={styles.form}>
      <Radio.Group
        label={words.format}
        value={format}
        onChange={(value) => setFormat(FORMATS.find((known) => known === value) ?? format)}
      >
        {FORMATS.map((known, at) => (
          <Radio
            key={known}
            {...(at === 0 ? { 'data-autofocus': true } : {})}
            value={known}
            label={words.formats[known]}
            description={words.meanings[known]}
          />
        ))}
      </Radio.Group>
      {WITH_CODE.has(format) && (
        <Checkbox label={words.withCode} checked={code} onChange={(event) => setCode(event.currentTarget.checked)} />
      )}
      {ON_PAPER.has(format) && <PaperField paper={paper} onChange={setPaper} />}
      {format === 'evidence' && (
        <>
          <Checkbox label={words.withData} checked={data} onChange={(event) => setData(event.currentTarget.checked)} />
          {!data && <Note tone="warn">{words.withoutData}</Note>}
        </>
      )}
      {making && progress && (
        <div role="status">
          <Progress share={progress.done / Math.max(1, progress.of)} label={words.making} />
        </div>
      )}
      <div className={styles.actions}>
        <Button onClick={() => (making ? void client.exports.cancel({ threadId }) : modals.close(MODAL))}>
          {words.cancel}
        </Button>
        <Button look="primary" disabled={making} onClick={() => void make()}>
          {making ? words.making : words.make}
        </Button>
      </div>
    </div>
  );
}
