// Loaded before a program whose memory a test looks at: at a signal it collects its garbage and tells what is left.
const { writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const tell = () => {
  gc();
  writeFileSync(process.env.HEAP_FILE, String(process.memoryUsage().heapUsed));
};
process.on('SIGUSR2', () => {
  gc();
  setTimeout(tell, 100);
});
