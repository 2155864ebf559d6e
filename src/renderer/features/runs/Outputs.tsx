import { Download, Package } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Call, CallOutput, CodeEnding } from '#contract';
import { absentWords, codeEndedWords } from '#words';
import { useBridge, useClient } from '../../bridge';
import { Button, Code, DataTable, Note, tellSaved, useThreadActions, useWords } from '../../ui';
import styles from './Runs.module.css';
import { tableInText } from './table-in-text';

/** Text beyond this is folded away; the eye does not read it line by line. */
const SHOWN_AT_FIRST = 4_000;

/** What code printed, drew and wrote, in the order it came. */
export function Outputs({ call }: { call: Call }) {
  const words = useWords();
  const { outputs, ending, status } = call;
  const raised = outputs.findLastIndex((output) => output.type === 'logs');
  const cutShort = ending && codeEndedWords(words, ending.ended);
  return (
    <div className={styles.outputs}>
      {ending?.fresh && <Note tone="info">{words.code.startedAnew()}</Note>}
      {outputs.map((output, index) => (
        <Output key={index} output={output} ending={ending?.error && index === raised ? ending : null} />
      ))}
      {ending?.missingGlyphs && <Note tone="info">{words.code.missingGlyphs(ending.missingGlyphs)}</Note>}
      {cutShort && status === 'failed' && <p className={styles.error}>{cutShort}</p>}
      {outputs.length === 0 && status === 'completed' && (
        <p className={styles.purpose}>{words.code.printedNothing()}</p>
      )}
    </div>
  );
}

interface OutputProps {
  output: CallOutput;
  /** Set where the output is the traceback of what was raised. */
  ending: CodeEnding | null;
}

function Output({ output, ending }: OutputProps) {
  const words = useWords();
  const { File } = useThreadActions();
  switch (output.type) {
    case 'logs':
      if (ending) return <Raised ending={ending} traceback={output.text} />;
      return output.text.trim() === '' ? null : <Printed text={output.text} />;
    case 'image':
      return <MadePicture output={output} />;
    case 'file':
      return (
        <div>
          <File file={output} />
        </div>
      );
    case 'note':
      return <Note tone="info">{output.text}</Note>;
    case 'missing':
    case 'gone':
      return <Note tone="info">{absentWords(words, output)}</Note>;
  }
}

/** Printed text as it is; a table in it can be looked at as one. */
function Printed({ text }: { text: string }) {
  const { ui } = useWords();
  const table = useMemo(() => tableInText(text), [text]);
  const [asTable, setAsTable] = useState(false);
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > SHOWN_AT_FIRST;
  return (
    <div>
      {asTable && table ? (
        <DataTable table={table} label={ui.runs.printedTable} maxHeight={280} />
      ) : (
        <div className={styles.printed}>
          <Code text={(cut ? text.slice(0, SHOWN_AT_FIRST) : text).trimEnd()} language="text" />
        </div>
      )}
      {table && (
        <Button look="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? ui.runs.showAsText : ui.runs.showAsTable}
        </Button>
      )}
      {cut && !asTable && (
        <Button look="quiet" size="small" onClick={() => setWhole(true)}>
          {ui.runs.showAllOfIt}
        </Button>
      )}
    </div>
  );
}

/** An error: what it was, what to do about it where that is known, and the way there below. */
function Raised({ ending: { error, missing }, traceback }: { ending: CodeEnding; traceback: string }) {
  const words = useWords();
  const { openPackages } = useThreadActions();
  const [message] = error?.message.split('\n') ?? [];
  const raised = [error?.type, message].filter(Boolean).join(': ');
  return (
    <div className={styles.raised}>
      <p className={styles.error}>{missing ? words.code.missing(missing) : raised}</p>
      {missing && !missing.standard && (
        <Button size="small" icon={<Package size={13} />} onClick={openPackages}>
          {words.ui.runs.openPackages}
        </Button>
      )}
      <details className={styles.raw} open={missing === null}>
        <summary>{missing ? words.ui.common.details : words.ui.runs.traceback}</summary>
        <Code text={traceback.trimEnd()} language={null} />
      </details>
    </div>
  );
}

function MadePicture({ output }: { output: Extract<CallOutput, { type: 'image' }> }) {
  const { ui } = useWords();
  const bridge = useBridge();
  const client = useClient();
  return (
    <figure className={styles.made}>
      <img
        className={styles.picture}
        src={bridge.pictureUrl({ kind: 'file', id: output.fileId })}
        alt={ui.runs.drawnByStep}
        loading="lazy"
      />
      <Button
        look="quiet"
        size="small"
        icon={<Download size={12} />}
        onClick={() => void tellSaved(client.files.save({ fileId: output.fileId }))}
      >
        {ui.runs.savePicture}
      </Button>
    </figure>
  );
}
