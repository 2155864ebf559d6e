import type { StepWords } from '../words';
import { counted } from './grammar';

export const step: StepWords = {
  compacted: (count) =>
    `The model’s server read ${counted(count, 'earlier message or call', 'earlier messages and calls')} as a summary of its own, for want of room.`,
};
