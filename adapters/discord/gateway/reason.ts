// Why a connection was not made, in words. Pure.

/** By what Node, its HTTP client and its TLS say. https://nodejs.org/api/errors.html */
const REASONS: [RegExp, string][] = [
  [/ENOTFOUND|EAI_AGAIN|EAI_/, 'its address cannot be looked up'],
  [/ECONNREFUSED/, 'the connection is refused'],
  [/ECONNRESET|EPIPE|UND_ERR_SOCKET|socket hang up/, 'the connection breaks off'],
  [/ETIMEDOUT|TIMEOUT|TimeoutError|AbortError/, 'it does not answer in time'],
  [/EHOSTUNREACH|ENETUNREACH|ENETDOWN/, 'no network leads to it'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|ERR_TLS|ERR_SSL|EPROTO/, 'no secure connection can be made'],
];

/** One clause on an error, with its code. */
export function reasonOf(error: unknown): string {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const status = statusIn(each);
    if (status !== undefined) return `it answers with status ${status}`;
    const code = 'code' in each && typeof each.code === 'string' ? each.code : each.name;
    const [, words] = REASONS.find(([pattern]) => pattern.test(code) || pattern.test(each.message)) ?? [];
    if (words) return code === 'Error' ? words : `${words}: ${code}`;
  }
  if (!(error instanceof Error)) return 'an unknown error';
  return `it gives no usable answer: ${error.name}`;
}

/** The status of an HTTP answer where there should have been another. */
function statusIn(error: Error): number | undefined {
  if ('status' in error && typeof error.status === 'number') return error.status;
  const [, status] = /^Unexpected server response: (\d{3})$/.exec(error.message) ?? [];
  return status === undefined ? undefined : Number(status);
}
