/** Every failure the window may have to act on. The window branches on these, never on message text. */
export const ERROR_CODES = [
  'invalid_input',
  'unknown_request',
  'forbidden',
  'not_found',
  'unsupported_file',
  'unreadable_file',
  'too_large',
  'no_space',
  'read_only',
  'busy',
  'query_refused',
  'query_failed',
  'timeout',
  'cancelled',
  'unauthorized',
  'unavailable',
  'keychain_unavailable',
  'port_taken',
  'data_in_use',
  'data_newer',
  'data_damaged',
  'data_missing',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
