import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { FailureMessage } from './Failure';

/** Says that a deed without a place of its own for it has failed, and why. */
export function tellFailure(title: ReactNode, error: unknown): void {
  notifications.show({ color: 'red', title, message: <FailureMessage error={error} /> });
}

/** Carries a deed to its end: whether it was done. A failure is told. */
export async function isDone(work: Promise<unknown>, title: string): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    tellFailure(title, error);
    return false;
  }
}
