import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Words } from '../../src/preload/words';
import { App } from '../../src/renderer/app/App';
import type { FakeBridge } from '../support/fake-bridge';

/** happy-dom lays nothing out: what asks for sizes gets those of a usual window. */
export function prepareWindow(): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_200);
  });
  afterEach(() => {
    cleanup();
    // They are kept beside the window, and would open with the next one: of the next file as well.
    notifications.clean();
    modals.closeAll();
    vi.restoreAllMocks();
  });
}

/** `at` is the address within the window, such as `#/t/thread_a`; `words` are its own, if none are given. */
export function openWindow(bridge: FakeBridge, at = '#/', words?: Words) {
  window.location.hash = at;
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  const view = render(<App bridge={bridge} {...(words ? { words } : {})} />);
  return { user, ...view };
}
