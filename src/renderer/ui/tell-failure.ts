import { notifications } from '@mantine/notifications';
import { messageOf } from './Failure';

/** Says that a deed without a place of its own for it has failed, and why. */
export function tellFailure(title: string, error: unknown): void {
  notifications.show({ color: 'red', title, message: messageOf(error) });
}
