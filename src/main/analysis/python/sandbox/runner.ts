/**
 * The entry of the sandbox, run by Deno: once as the process's main thread, which supervises, and once as its worker,
 * where Python is. It shares no module with the app, so that its bundle is the one file Deno needs to read.
 */
import { inWorker } from './deno';
import { startPython } from './python';
import { supervise } from './supervisor';

if (inWorker) startPython();
else void supervise();
