// @ts-check
/** `npm run NAME`: a command without a window, out of what was built. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';
import { asTyped } from './from-npm.mjs';

const [name = ''] = process.argv.splice(2, 1);
asTyped(name);
await ensureBuilt();
// The questions of the tests, unless others are named; the sealed ones are never asked.
if (name === 'eval' && !process.argv.some((argument) => /^--questions(?:=|$)/.test(argument)))
  process.argv.push('--questions', join(root, 'test', 'support', 'bank', 'questions.json'));
await import(pathToFileURL(join(root, 'out', 'main', `${name.replace(':', '-')}.js`)).href);
