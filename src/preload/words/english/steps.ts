import type { StepWords } from '../words';
import { counted } from './grammar';

export const step: StepWords = {
  again: () => 'Run again',
  edited: () => 'Edited version',
  compacted: (count) =>
    `The model’s server read ${counted(count, 'earlier message or call', 'earlier messages and calls')} as a summary of its own, for want of room.`,
};
