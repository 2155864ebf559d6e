import type { LoggedRequest } from '#contract';
import type { Exchange } from './traffic';

const LONGEST_PATH = 300;
const LONGEST_CLIENT = 60;
const CUT = '…';
/** The parameters of the protocol's lists; the values of all others are nobody's business. */
const SHOWN = new Set(['limit', 'order', 'after', 'before', 'run_id', 'filter', 'purpose', 'include[]']);
const KEY_LIKE = /\b(?:sk|pk|key|token|secret|bearer|assay)[-_ ][\w-]*|[\w+=-]{40,}/gi;

/** What the log keeps of a request: nothing that could be a key, and nothing that is not printable. */
export function loggedRequest(exchange: Exchange): LoggedRequest {
  const { id, at, method, status, ms } = exchange;
  return {
    id,
    at,
    method: method.slice(0, 20),
    path: cleanPath(exchange.url),
    status,
    ms: ms === null ? null : Math.round(ms * 10) / 10,
    client: clean(exchange.userAgent).slice(0, LONGEST_CLIENT),
  };
}

function cleanPath(url: string): string {
  // Some clients write the whole address.
  const local = url.replace(/^https?:\/\/[^/?]*/i, '');
  const cut = local.indexOf('?');
  const path = cut === -1 ? local : local.slice(0, cut);
  const query = cut === -1 ? '' : cleanQuery(local.slice(cut + 1));
  return `${clean(decoded(path))}${query}`.slice(0, LONGEST_PATH);
}

function cleanQuery(query: string): string {
  const parts = [...new URLSearchParams(query)].slice(0, 12);
  const shown = parts.map(([name, value]) => (SHOWN.has(name) ? `${name}=${clean(value).slice(0, 60)}` : CUT));
  return shown.length > 0 ? `?${[...new Set(shown)].join('&')}` : '';
}

function clean(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').replace(KEY_LIKE, CUT);
}

/** So that a key cannot hide behind percent signs. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replaceAll(/%[0-9a-f]{0,2}/gi, CUT);
  }
}
