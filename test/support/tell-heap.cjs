// Loaded before a program whose memory a test looks at: at a signal it collects its garbage and tells what is left.
const { writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const ROUNDS = 10;
/** What a first collection lets go may hold more, which goes in a turn of its own. */
const collect = (rounds) => {
  gc();
  if (rounds > 0) setImmediate(collect, rounds - 1);
  else writeFileSync(process.env.HEAP_FILE, String(process.memoryUsage().heapUsed));
};
process.on('SIGUSR2', () => collect(ROUNDS));
