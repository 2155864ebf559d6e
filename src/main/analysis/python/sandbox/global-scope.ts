/** The language itself, and the little that Pyodide needs while it runs. */
const KEPT = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer
  Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array BigUint64Array BigInt64Array
  Uint8ClampedArray Float16Array Float32Array Float64Array DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect
  FinalizationRegistry WeakRef decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN SuppressedError
  DisposableStack AsyncDisposableStack SharedArrayBuffer WebAssembly
  AbortController AbortSignal DOMException Event EventTarget TextDecoder TextEncoder MessageChannel MessagePort MessageEvent
  clearTimeout clearInterval setTimeout setInterval setImmediate clearImmediate queueMicrotask performance crypto
  structuredClone onmessage`.split(/\s+/),
);

/** Pyodide complains to the console about what Python cannot do here; nobody reads that, and it may quote the code. */
const MUTE = Object.fromEntries(
  ['log', 'info', 'warn', 'error', 'debug', 'trace', 'assert'].map((name) => [name, () => undefined]),
);

/**
 * Takes Deno, the network, workers and everything else out of this worker's global scope. The permissions Deno was
 * started with are the wall; this leaves nothing to try them with.
 */
export function emptyGlobalScope(): void {
  const scope: object = globalThis;
  // Keys that are symbols are how Deno knows the scope for its own.
  for (const key of Object.getOwnPropertyNames(scope)) {
    if (KEPT.has(key)) continue;
    if (!Reflect.deleteProperty(scope, key)) Reflect.set(scope, key, undefined);
  }
  Object.assign(scope, { console: MUTE });
}
