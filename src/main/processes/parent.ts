/** As much of Electron's `process.parentPort` as is used; only its processes have one. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: object): void;
}

/**
 * Called once by the entry of a node process: hears what the app sends, and returns what sends to the app. The process
 * ends with the app.
 */
export function connectParent(onMessage: (message: unknown) => void): (message: object) => void {
  // What it writes is this user's alone, as all that the app writes is.
  process.umask(0o077);
  const port = Reflect.get(process, 'parentPort') as ParentPort | undefined;
  if (port) {
    port.on('message', ({ data }) => onMessage(data));
    // Electron only warns, and whoever waits for an answer would wait for ever.
    process.on('unhandledRejection', (error) => {
      throw error;
    });
    return (message) => port.postMessage(message);
  }
  process.on('disconnect', () => process.exit(0));
  process.on('message', onMessage);
  // An app that goes while it is told something needs to hear nothing.
  return (message) => process.send?.(message, undefined, {}, () => undefined);
}
