import { notifications } from '@mantine/notifications';
import { Button } from './Button';
import styles from './Undo.module.css';
import { useWords } from './words';

const SHOWN_MS = 10_000;

function UndoWord() {
  return useWords().ui.common.undo;
}

/** Tells that something is gone, with the way back; the focus goes back to where it came from. */
export function undoNotification(text: string, undo: () => void): void {
  let from: EventTarget | null = null;
  const id = notifications.show({
    autoClose: SHOWN_MS,
    withCloseButton: true,
    message: (
      <div className={styles.undo}>
        <span>{text}</span>
        <Button
          size="small"
          onFocus={(event) => {
            from = event.relatedTarget;
          }}
          onClick={() => {
            undo();
            notifications.hide(id);
            if (from instanceof HTMLElement) from.focus();
          }}
        >
          <UndoWord />
        </Button>
      </div>
    ),
  });
}
