import type { Words } from '../words';
import { answer } from './answer';
import { code } from './code';
import { declined } from './declined';
import { run } from './endings';
import { profile } from './profile';

export const english: Words = { answer, declined, code, run, profile };
