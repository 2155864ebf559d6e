import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sample } from '#contract';
import { currentLocale } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, formatBytes, Skeleton, useWords } from '../../ui';
import styles from './Datasets.module.css';

interface SampleCardsProps {
  /** Attaches the sample, and puts the question into the composer when there is one. */
  onTake(name: string, question: string | null): Promise<void>;
}

const textsOf = ({ texts }: Sample) => texts[currentLocale().language];

/** The data that comes with Assay, each with questions it is good for. */
export function SampleCards({ onTake }: SampleCardsProps) {
  const { ui } = useWords();
  const client = useClient();
  const [taking, setTaking] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: keys.samples, queryFn: () => client.datasets.samples({}) });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.datasets.loadingSamples} widths={[100, 100]} height={90} />;
  const take = async (name: string, question: string | null) => {
    setTaking(true);
    await onTake(name, question).finally(() => setTaking(false));
  };
  return (
    <div className={styles.samples}>
      {data.map((sample) => (
        <section key={sample.name} className={styles.sample} aria-label={ui.datasets.sample(sample.name)}>
          <div className={styles.sampleHead}>
            <b>{sample.name}</b>
            <Button size="small" disabled={taking} onClick={() => void take(sample.name, null)}>
              {ui.datasets.useIt}
            </Button>
          </div>
          <p>
            {textsOf(sample).about} {formatBytes(sample.bytes)}.
          </p>
          {textsOf(sample).questions.map((question) => (
            <button
              key={question}
              type="button"
              className={styles.question}
              disabled={taking}
              onClick={() => void take(sample.name, question)}
            >
              {question}
            </button>
          ))}
        </section>
      ))}
    </div>
  );
}
