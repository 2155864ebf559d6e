import { Download, Package } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Call, CallOutput } from '#contract';
import { leadOf } from '#contract/conventions';
import { codeAdvice, codeFailure } from '#contract/printed';
import { useBridge, useClient } from '../../bridge';
import { Button, Code, DataTable, missingText, Note, tellSaved } from '../../ui';
import styles from './Runs.module.css';
import { tableInText } from './table-in-text';

export type MadeOutput = Extract<CallOutput, { type: 'file' }>;
export type RenderFile = (file: MadeOutput) => ReactNode;

export interface ShowOutputs {
  renderFile: RenderFile;
  /** Goes where packages for Python are installed. */
  onPackages(): void;
}

/** Text beyond this is folded away; the eye does not read it line by line. */
const SHOWN_AT_FIRST = 4_000;

/** What code printed, drew and wrote, in the order it came. */
export function Outputs({ call, ...shown }: { call: Call } & ShowOutputs) {
  const failure = call.status === 'failed' ? codeFailure(call.outputs) : null;
  return (
    <div className={styles.outputs}>
      {call.outputs.map((output, index) => (
        <Output key={index} output={output} failure={index === call.outputs.length - 1 ? failure : null} {...shown} />
      ))}
      {call.outputs.length === 0 && call.status === 'completed' && (
        <p className={styles.purpose}>It ran and printed nothing.</p>
      )}
    </div>
  );
}

interface OutputProps extends ShowOutputs {
  output: CallOutput;
  failure: string | null;
}

function Output({ output, failure, renderFile, onPackages }: OutputProps) {
  switch (output.type) {
    case 'logs':
      if (failure !== null) return <Raised failure={failure} text={output.text} onPackages={onPackages} />;
      return output.text.trim() === '' ? null : <Printed text={output.text} />;
    case 'image':
      return <MadePicture output={output} />;
    case 'file':
      return <div>{renderFile(output)}</div>;
    case 'note':
      return <Note tone="info">{output.text}</Note>;
    case 'missing':
      return <Note tone="info">{missingText(output)}</Note>;
  }
}

/** Printed text as it is; a table in it can be looked at as one. */
function Printed({ text }: { text: string }) {
  const table = useMemo(() => tableInText(text), [text]);
  const [asTable, setAsTable] = useState(false);
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > SHOWN_AT_FIRST;
  return (
    <div>
      {asTable && table ? (
        <DataTable table={table} label="Printed table" maxHeight={280} />
      ) : (
        <div className={styles.printed}>
          <Code text={(cut ? text.slice(0, SHOWN_AT_FIRST) : text).trimEnd()} language="text" />
        </div>
      )}
      {table && (
        <Button look="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as text' : 'Show as table'}
        </Button>
      )}
      {cut && !asTable && (
        <Button look="quiet" size="small" onClick={() => setWhole(true)}>
          Show all of it
        </Button>
      )}
    </div>
  );
}

/** An error: what it was, what to do about it where that is known, and the way there below. */
function Raised({ failure, text, onPackages }: { failure: string; text: string; onPackages(): void }) {
  const advice = codeAdvice([{ type: 'logs', text }]);
  return (
    <div className={styles.raised}>
      <p className={styles.error}>{advice ?? failure}</p>
      {leadOf(advice ?? '')?.to === 'packages' && (
        <Button size="small" icon={<Package size={13} />} onClick={onPackages}>
          Open Python packages
        </Button>
      )}
      {text.trim() !== failure && (
        <details className={styles.raw} open={advice === null}>
          <summary>{advice === null ? 'Traceback' : 'Details'}</summary>
          <Code text={text.trimEnd()} language={null} />
        </details>
      )}
    </div>
  );
}

function MadePicture({ output }: { output: Extract<CallOutput, { type: 'image' }> }) {
  const bridge = useBridge();
  const client = useClient();
  return (
    <figure className={styles.made}>
      <img
        className={styles.picture}
        src={bridge.pictureUrl({ kind: 'file', id: output.fileId })}
        alt="Drawn by this step"
        loading="lazy"
      />
      <Button
        look="quiet"
        size="small"
        icon={<Download size={12} />}
        onClick={() => void tellSaved(client.files.save({ fileId: output.fileId }))}
      >
        Save picture
      </Button>
    </figure>
  );
}
