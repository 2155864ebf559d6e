import { notifications } from '@mantine/notifications';
import { Button } from '../../ui';
import styles from './Threads.module.css';

const SHOWN_MS = 10_000;

/** Tells that something is gone, with the way back. */
export function undoNotification(text: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: SHOWN_MS,
    withCloseButton: true,
    message: (
      <div className={styles.undo}>
        <span>{text}</span>
        <Button
          size="small"
          onClick={() => {
            undo();
            notifications.hide(id);
          }}
        >
          Undo
        </Button>
      </div>
    ),
  });
}
