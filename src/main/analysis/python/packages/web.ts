import { type LookupAddress, lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '#contract/result';
import { isLoopback, mayBeSource } from './addresses';

/** Hops from one address to the next, as mirrors and CDNs make one or two. */
const REDIRECTS_AT_MOST = 5;
/** A connection on which nothing moves for this long is given up. */
const SILENT_MS = 30_000;

const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** All addresses of a name. */
export type ResolveName = (name: string) => Promise<LookupAddress[]>;

const lookupAll = promisify(lookup);
export const resolveName: ResolveName = (name) => lookupAll(name, { all: true });

export interface AskOptions {
  method: 'GET' | 'HEAD';
  signal?: AbortSignal | undefined;
  resolve?: ResolveName | undefined;
}

export interface WebAnswer {
  /** Bytes of the file, where the answer says so. */
  size: number | null;
  body: Readable;
}

/**
 * Asks for a file of a package. Where it goes is looked at on every hop, after names have become addresses, and the
 * connection is made to the very address that was looked at.
 * @throws AppError `invalid_input` where packages may not come from; anything else as the network has it
 */
export async function askWeb(url: string, options: AskOptions): Promise<WebAnswer> {
  const fromHere = isHere(new URL(url));
  let next = new URL(url);
  for (let hop = 0; hop <= REDIRECTS_AT_MOST; hop += 1) {
    checkAddress(next, fromHere);
    const answer = await send(next, fromHere, options);
    const { statusCode: status = 0, headers } = answer;
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      answer.destroy();
      next = new URL(headers.location, next);
      continue;
    }
    if (status !== 200) {
      answer.destroy();
      throw new Error(`${status} for ${next.origin}${next.pathname}`);
    }
    return { size: sizeOf(headers), body: decoded(answer) };
  }
  throw new Error(`${url} leads on and on`);
}

/** @throws AppError `invalid_input` for what is no place of packages whatever answers there */
export function checkAddress(url: URL, loopbackToo: boolean): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refusal(url);
  // It would be kept and shown in the clear.
  if (url.username !== '' || url.password !== '')
    throw new AppError('invalid_input', 'An address with a name or a password in it cannot be used.');
  if (url.protocol === 'http:' && !(loopbackToo && isHere(url))) throw refusal(url);
  const host = hostOf(url);
  if (isIP(host) !== 0 && !mayBeSource(host, loopbackToo)) throw refusal(url);
}

/** Named as this computer; what the name leads to is looked at when it is connected to. */
export function isHere(url: URL): boolean {
  const host = hostOf(url);
  return isIP(host) === 0 ? /(^|\.)localhost\.?$/.test(host) : isLoopback(host);
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const refusal = (url: URL): AppError =>
  new AppError(
    'invalid_input',
    `Packages cannot be fetched from ${url.protocol}//${url.host}: only over https from a public or your own network, or from this computer. Set another mirror, or a folder of package files, in Settings.`,
  );

function send(url: URL, loopbackToo: boolean, options: AskOptions): Promise<http.IncomingMessage> {
  const { method, signal, resolve: resolveWith = resolveName } = options;
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method,
      agent: false,
      headers: { 'user-agent': 'Assay', 'accept-encoding': 'identity' },
      lookup: checkedLookup(url, loopbackToo, resolveWith),
      ...(signal ? { signal } : {}),
    });
    asked.setTimeout(SILENT_MS, () => asked.destroy(new Error('nothing came for too long')));
    asked.once('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
}

/** A name is looked up as always, and not connected to unless all it leads to may be. */
function checkedLookup(url: URL, loopbackToo: boolean, resolveWith: ResolveName): LookupFunction {
  const plain = url.protocol === 'http:';
  const fits = ({ address }: LookupAddress) => (plain ? isLoopback(address) : mayBeSource(address, loopbackToo));
  return (name, options, answer) => {
    resolveWith(name).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(fits)) answer(refusal(url), '');
        else if (options.all) answer(null, addresses);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, ''),
    );
  };
}

/** A compressed answer's length is not the file's. */
function sizeOf(headers: http.IncomingHttpHeaders): number | null {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return Number.isFinite(length) && !isEncoded(headers) ? length : null;
}

const isEncoded = ({ 'content-encoding': encoding = 'identity' }: http.IncomingHttpHeaders): boolean =>
  encoding.trim().toLowerCase() !== 'identity';

/** Plain bytes were asked for; a server that compresses all the same is understood. */
function decoded(answer: http.IncomingMessage): Readable {
  if (!isEncoded(answer.headers)) return answer;
  const encoding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (!decoder) {
    answer.destroy();
    throw new Error('an answer in an encoding that is not known');
  }
  // An error of either ends both, and is met by whoever reads.
  return pipeline(answer, decoder(), () => undefined) as unknown as Readable;
}
