import { PythonRunner } from '../../src/main/analysis/python';
import { silentLog } from '../../src/main/log';

/** A process of its own that keeps Python busy, to be killed by a test: says `busy` when it is. */
const options = JSON.parse(process.argv[2] ?? '{}');
const runner = new PythonRunner({ ...options, log: silentLog });
await runner.warm();
void runner.run('busy', {
  code: 'print("busy")\nwhile True:\n  try:\n    while True: pass\n  except BaseException: pass',
  files: [],
  onLogs: (text) => process.stdout.write(text),
});
