import { app } from './app';
import { keys } from './keys';
import { threads } from './threads';

/** Every word of the window that says no fact of the contract: a file for each feature. */
export const ui = {
  app,
  keys,
  threads,
};

/** What every language has to say. Nothing may depend on the words themselves. */
export type UiWords = typeof ui;
