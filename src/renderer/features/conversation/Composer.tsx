import { ArrowUp, Paperclip, Square } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import { Button, Failure, useWords } from '../../ui';
import styles from './Composer.module.css';

interface ComposerProps {
  text: string;
  onText(text: string): void;
  field: RefObject<HTMLTextAreaElement | null>;
  /** What asks for files to attach. */
  chooser: RefObject<HTMLInputElement | null>;
  /** What the question will be about, for the empty field. */
  placeholder: string;
  /** Cards of attached files, above the field. */
  tray: ReactNode;
  onFiles(files: Iterable<File>): void;
  /** Another way to ask, while nothing is written. */
  instead?: ReactNode;
  /** Who answers, beside the way to attach. */
  model: ReactNode;
  /** What of the data goes where. */
  boundary: ReactNode;
  /** What has to be known before asking. */
  notes: ReactNode;
  /** Why nothing can be sent now; null when it can. */
  waitingFor: string | null;
  running: boolean;
  error: unknown;
  onSend(): void;
  onStop(): void;
  /** Puts a question asked before into the field; false where there is none to go to. */
  onRecall(direction: 'earlier' | 'later'): boolean;
}

/** Where questions are written. Enter sends, Shift+Enter begins a line, Escape stops the run. */
export function Composer(props: ComposerProps) {
  const { ui } = useWords();
  const { text, onText, field, chooser, placeholder, tray, onFiles, waitingFor, running, error, onSend, onStop } =
    props;
  const { onRecall } = props;
  const { model, boundary, notes, instead } = props;
  const sendable = text.trim() !== '' && waitingFor === null && !running;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && running) onStop();
    if (recalls(event, field.current) && onRecall(event.key === 'ArrowUp' ? 'earlier' : 'later'))
      event.preventDefault();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (sendable) onSend();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  };
  return (
    <form
      className={styles.composer}
      data-composer=""
      aria-label={ui.conversation.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (sendable) onSend();
      }}
    >
      <div className={styles.inner}>
        {tray}
        {error !== null && error !== undefined && (
          <div className={styles.problem}>
            <Failure error={error} />
          </div>
        )}
        {notes && <div className={styles.notes}>{notes}</div>}
        <div className={styles.box}>
          <div className={styles.written}>
            <textarea
              ref={field}
              className={styles.text}
              data-code={text.includes('```') || undefined}
              aria-label={ui.conversation.yourQuestion}
              placeholder={placeholder}
              rows={1}
              maxLength={100_000}
              value={text}
              onChange={(event) => onText(event.target.value)}
              onKeyDown={onKey}
              onPaste={onPaste}
            />
            {text === '' && instead}
          </div>
          <div className={styles.controls}>
            <Button
              icon={<Paperclip size={14} />}
              aria-label={ui.conversation.attach}
              title={ui.conversation.attachFiles}
              onClick={() => chooser.current?.click()}
            >
              <span className={styles.attach}>{ui.conversation.attach}</span>
            </Button>
            {model}
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label={ui.conversation.chooseFiles}
              onChange={(event) => {
                onFiles(event.target.files ?? []);
                event.target.value = '';
              }}
            />
            <div className={styles.about}>{waitingFor ?? boundary}</div>
            {running ? (
              <Button icon={<Square size={12} />} onClick={onStop} title={ui.conversation.stopByKey}>
                {ui.conversation.stop}
              </Button>
            ) : (
              <Button
                type="submit"
                look="primary"
                icon={<ArrowUp size={14} />}
                disabled={!sendable}
                title={waitingFor ?? ui.conversation.sendByKey}
              >
                {ui.conversation.send}
              </Button>
            )}
          </div>
        </div>
      </div>
    </form>
  );
}

/** An arrow that would lead out of the text, of a field that holds one line more or less. */
function recalls(event: KeyboardEvent, field: HTMLTextAreaElement | null): boolean {
  if (!field || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  const { value, selectionStart, selectionEnd } = field;
  if (event.key === 'ArrowUp') return !value.slice(0, selectionStart).includes('\n');
  return event.key === 'ArrowDown' && !value.slice(selectionEnd).includes('\n');
}
