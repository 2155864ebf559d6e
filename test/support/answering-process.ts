import { tmpdir } from 'node:os';
import { Worker } from 'node:worker_threads';
import { connectParent } from '../../src/main/processes';

/** The entry of a process for tests: does what it is told, or goes wrong in the way it is told. */
const deeds: Record<string, (value: unknown) => unknown> = {
  echo: (value) => value,
  arguments: () => process.argv.slice(2),
  environment: () => ({ names: Object.keys(process.env).sort(), temp: tmpdir() }),
  throw: () => {
    setImmediate(() => {
      throw new Error('thrown on purpose');
    });
  },
  reject: () => void Promise.reject(new Error('rejected on purpose')),
  thread: () => {
    const says = `require('node:worker_threads').parentPort.postMessage(typeof process.parentPort)`;
    new Worker(says, { eval: true }).on('message', (answer) => send({ value: answer }));
  },
  spin: () => {
    for (;;);
  },
  fill: () => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  },
};

const send = connectParent((message) => {
  const { deed, value } = message as { deed: string; value?: unknown };
  if (deed === 'spin') send({ value: 'spinning' });
  const answer = deeds[deed]?.(value);
  if (answer !== undefined) send({ value: answer });
});
