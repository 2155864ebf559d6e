import { Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { Citation } from '#contract';
import { citedText } from '#words';
import { copiedText, useWords } from '../../ui';
import styles from './Citations.module.css';

const QUOTED = 180;

interface CitationChipProps {
  /** Undefined while the answer is still being written. */
  citation: Citation | undefined;
  onCitation(citation: Citation): void;
}

/** A number behind the words that rest on a document; it says where they are from, and leads there. */
export function CitationChip({ citation, onCitation }: CitationChipProps) {
  const words = useWords();
  const { ui } = words;
  const [pressed, setPressed] = useState(false);
  if (!citation)
    return (
      <span className={styles.held} aria-hidden="true">
        <span className={styles.chip} />
      </span>
    );
  const { number, quote } = citation;
  const from = citedText(words, citation);
  return (
    <span className={styles.held}>
      <Tooltip
        multiline
        disabled={pressed}
        position="bottom-start"
        events={{ hover: true, focus: true, touch: false }}
        maw={340}
        label={
          <>
            <b>{from}</b>
            {quote !== '' && <span className={styles.quote}>{short(quote)}</span>}
          </>
        }
      >
        <button
          type="button"
          className={styles.chip}
          {...copiedText(` [${number}]`)}
          aria-label={ui.conversation.sourceOf(number, from)}
          onClick={() => {
            // What it leads to is not to be covered by what it says.
            setPressed(true);
            onCitation(citation);
          }}
          onPointerLeave={() => setPressed(false)}
          onBlur={() => setPressed(false)}
        >
          {number}
        </button>
      </Tooltip>
    </span>
  );
}

const short = (quote: string): string => (quote.length > QUOTED ? `${quote.slice(0, QUOTED).trimEnd()}…` : quote);
