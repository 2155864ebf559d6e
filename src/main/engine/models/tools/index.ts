export { BOUNDARY_KEY, type Boundary, boundaryOf } from './boundary';
export { cannotCall, fitted } from './fitted';
export {
  INSTRUCTIONS_VERSION,
  instructionParts,
  instructionsVersion,
  NONE,
  REWORDING,
  WORDING,
} from './instructions';
export { joinedDeltas } from './joined-deltas';
export { type AskAgain, modelEvents, type TurnProgress } from './model-events';
export { runMsOf } from './patience';
export { plainTurn } from './plain-turn';
