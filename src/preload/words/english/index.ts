import type { Words } from '../words';
import { answer } from './answer';
import { code } from './code';
import { declined } from './declined';
import { run } from './endings';

export const english: Words = { answer, declined, code, run };
