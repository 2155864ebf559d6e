// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';
import { asTyped } from './from-npm.mjs';

asTyped();
await ensureBuilt();
// The questions of the tests, unless others are named; the sealed ones are never asked.
if (!process.argv.some((argument) => argument === '--questions' || argument.startsWith('--questions=')))
  process.argv.push('--questions', join(root, 'test', 'support', 'bank', 'questions.json'));
await import(pathToFileURL(join(root, 'out', 'main', 'eval.js')).href);
