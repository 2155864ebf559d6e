import { z } from 'zod';
import type { Step } from '#contract';
import { StepLeftOut } from '#contract/runs';
import { unpack } from '../metadata';

const LEFT_OUT = 'assay_left_out';
const REASONING = 'assay_reasoning';

const Pieces = z.array(z.string());

/** What the embedded engine tells of a step besides: what the model thought, and what it was not given. */
export function stepNotes(metadata: unknown): { reasoning: Step['reasoning']; leftOut: Step['leftOut'] } {
  const reasoning = Pieces.safeParse(unpack(metadata, REASONING)).data?.join('');
  return { reasoning: reasoning || undefined, leftOut: StepLeftOut.safeParse(unpack(metadata, LEFT_OUT)[0]).data };
}
