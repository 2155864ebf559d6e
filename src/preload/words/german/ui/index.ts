import type { UiWords } from '../../english/ui';
import { app } from './app';
import { keys } from './keys';
import { threads } from './threads';

export const ui: UiWords = {
  app,
  keys,
  threads,
};
