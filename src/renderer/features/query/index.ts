export { AnswerReading } from './AnswerReading';
export { ConditionChips } from './ConditionChips';
export { Explore } from './Explore';
export { WhichReading } from './WhichReading';
