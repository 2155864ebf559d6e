import { Modal } from '@mantine/core';
import { Maximize2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ChartSpec, Table } from '#contract';
import { Button, useWidth, useWords } from '../../ui';
import { ChartDrawing } from '../../ui/chart';
import styles from './Charts.module.css';

interface EnlargedChartProps {
  spec: ChartSpec;
  table: Table;
  theme: 'light' | 'dark';
}

/** The chart over the whole window. */
export function EnlargedChart(props: EnlargedChartProps) {
  const [open, setOpen] = useState(false);
  const { editor } = useWords().chart;
  return (
    <>
      <Button
        look="quiet"
        size="small"
        icon={<Maximize2 size={13} />}
        aria-label={editor.enlarge()}
        title={editor.enlarge()}
        onClick={() => setOpen(true)}
      />
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={props.spec.look?.title ?? props.spec.title}
        size="94vw"
        centered
      >
        <Large {...props} />
      </Modal>
    </>
  );
}

/** Of the window's height, for the drawing below the title. */
const SHARE = 0.72;

function Large({ spec, table, theme }: EnlargedChartProps) {
  const words = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const height = Math.max(260, Math.round(window.innerHeight * SHARE));
  return (
    <div ref={frame} className={styles.large} style={{ minHeight: height }}>
      {width > 0 && (
        <ChartDrawing spec={spec} table={table} theme={theme} width={width} height={height} interactive words={words} />
      )}
    </div>
  );
}
