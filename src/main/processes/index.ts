/**
 * The one way to start anything beside the app.
 *
 * Code of our own that may hang, crash or take all memory runs in a *node process*. A room that needs one takes a
 * `ForkProcess` among its options and never starts Node by itself: an installed app is Electron's program, which does not
 * run as Node (see docs/electron.md), so each shell brings the way that works in it, and `compose` hands it on. Tests give
 * `forkProcess`.
 *
 *     // in the app
 *     const child = options.fork({ entry, name: 'Assay documents', tempFolder, onMessage, onStderr, onExit });
 *     child.send(request);
 *     // in the entry, which is listed in electron.vite.config.ts and in `appFiles`
 *     const send = connectParent((message) => send(answerTo(message)));
 *
 * A program of somebody else's, as Deno, is started with `startProgram`.
 *
 * Whatever is started here gets a bare environment (no keys, no tokens), a folder of its own for temporary files, and is
 * ended by `kill` or `endProcess`, at once. It ends by itself when the app is gone.
 */
export { leaveMemoryOutOfDumps } from './dumps';
export { endProcess } from './end-process';
export { bareEnvironment } from './environment';
export { forkProcess } from './fork-process';
export { residentBytes, type WatchMemory, watchMemory } from './memory';
export { outsideArchive } from './outside-archive';
export { ownFonts } from './own-fonts';
export { connectParent } from './parent';
export { startProgram } from './program';
export { fontsOfSystem } from './system-fonts';
export type { ForkProcess, NodeProcess, NodeProcessOptions, ProcessExit } from './types';
