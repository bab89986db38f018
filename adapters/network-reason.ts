// Why something could not be reached, in a few words, without addresses and stacks. Pure.

/** By the codes of Node, of its HTTP client and of TLS. https://nodejs.org/api/errors.html */
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
const OTHER_TLS_CODE = /^(?:CERT_|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO$)/;

const MAX_DEPTH = 8;
/** Length of what is shown of an error without a known code. */
const MAX_LENGTH = 120;

/** The reason of the innermost error that has one: outer ones only say what was attempted. */
export function reasonOf(error: unknown): string {
  let words: string | undefined;
  let innermost = error;
  for (
    let cause = error, depth = 0;
    cause instanceof Error && depth < MAX_DEPTH;
    cause = causeOf(cause), depth++
  ) {
    words = wordsFor(cause) ?? words;
    innermost = cause;
  }
  return words ?? firstLine(innermost instanceof Error ? innermost.message : String(innermost));
}

/** Of several attempts at once, which usually fail for one reason, the first. */
const causeOf = (error: Error): unknown => (error instanceof AggregateError ? error.errors[0] : error.cause);

function wordsFor(error: Error): string | undefined {
  const { code, name, message } = error as Error & { code?: unknown };
  const known = typeof code === 'string' ? code : (/\b[A-Z][A-Z_]{4,}\b/.exec(message)?.[0] ?? '');
  if (WORDS[known]) return WORDS[known];
  if (OTHER_TLS_CODE.test(known)) return 'no secure connection can be made';
  if (name === 'AbortError' || name === 'TimeoutError') return WORDS.ABORT_ERR;
  const status = httpStatusIn(error);
  return status === undefined ? undefined : `it answered with status ${status}`;
}

/** From libraries that keep it as `status` or `code`, and from `ws`, which has it in its message. */
function httpStatusIn({ status, code, message }: Error & { status?: unknown; code?: unknown }) {
  const [, inMessage] = /^Unexpected server response: (\d{3})$/.exec(message) ?? [];
  return [status, code, Number(inMessage)].find(
    (each) => typeof each === 'number' && each >= 400 && each < 600,
  );
}

const firstLine = (text: string): string => {
  const line = text.split('\n', 1)[0].trim().replace(/\.$/, '');
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line || 'no reason was given';
};
