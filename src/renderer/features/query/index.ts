export { AnswerReading } from './AnswerReading';
export { Explore } from './Explore';
