// Why something could not be reached, in a few words of a person's language: what the network says, without addresses and stacks.

/** Codes of Node, of its HTTP client and of TLS. */
const WORDS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  ENOTFOUND: 'its address was not found',
  EAI_AGAIN: 'no name server answers',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  ENETDOWN: 'there is no network',
  EADDRNOTAVAIL: 'there is no network',
  ETIMEDOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'no answer in time',
  ABORT_ERR: 'no answer in time',
  EADDRINUSE: 'the port is in use by another program',
  EACCES: 'permission denied',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be checked',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate cannot be checked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another address',
};

/** Errors within errors are followed so far. */
const MAX_DEPTH = 8;
/** Of an error that nobody foresaw so much is shown. */
const MAX_WORDS = 120;

/** The reason that stands deepest in an error: the others say what was being done. */
export function reasonOf(error: unknown): string {
  let words: string | undefined;
  let deepest = error;
  for (
    let cause = error, depth = 0;
    cause instanceof Error && depth < MAX_DEPTH;
    cause = withinOf(cause), depth++
  ) {
    words = wordsFor(cause) ?? words;
    deepest = cause;
  }
  return words ?? firstLine(deepest instanceof Error ? deepest.message : String(deepest));
}

/** What caused an error; several attempts at once failed for one reason as a rule. */
const withinOf = (error: Error): unknown => (error instanceof AggregateError ? error.errors[0] : error.cause);

function wordsFor(error: Error): string | undefined {
  const { code, status, name } = error as Error & { code?: unknown; status?: unknown };
  const named = typeof code === 'string' ? code : /\b[A-Z][A-Z_]{4,}\b/.exec(error.message)?.[0];
  const known = named === undefined ? undefined : WORDS[named];
  if (known) return known;
  if (name === 'AbortError' || name === 'TimeoutError') return WORDS.ABORT_ERR;
  const http = [status, code].find((each) => typeof each === 'number' && each >= 400 && each < 600);
  return http === undefined ? undefined : `it answered with status ${http}`;
}

const firstLine = (text: string): string => {
  const line = text.split('\n', 1)[0].trim().replace(/\.$/, '');
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)}…` : line || 'no reason was given';
};
