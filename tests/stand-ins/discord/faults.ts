// Responses that go wrong on purpose: the next matching requests are refused, cut off, or lose their response.
import type { Json } from './shapes.ts';

export interface Fault {
  method?: string;
  /** Tested on the path without `/api/v10` and without the query. */
  path: RegExp;
  /** What is answered. `cut` closes the connection instead, which discord.js gives up on; after a `reset` it tries again. */
  status: number | 'cut' | 'reset';
  /** JSON, or a text as a proxy in between might send it. */
  body?: Json | string;
  headers?: Record<string, string>;
  /** How often; once where not given. */
  times?: number;
  /** For 429: how long to wait. */
  retryAfterMs?: number;
  /** For 429: whether all requests are meant. */
  global?: boolean;
  /** The request is carried out, only its answer is lost. */
  takesEffect?: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const BODIES: Record<number, Json> = {
  401: { message: '401: Unauthorized', code: 0 },
  403: { message: 'Missing Permissions', code: 50013 },
  404: { message: '404: Not Found', code: 0 },
  500: { message: '500: Internal Server Error', code: 0 },
};
const DEFAULT_RETRY_MS = 100;

/** The answer to a request that came too often. */
export function tooOften(
  retryAfterMs: number,
  global: boolean,
  headers: Record<string, string> = {},
): Answer {
  const seconds = String(retryAfterMs / 1000);
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfterMs / 1000, global },
    headers: {
      'Retry-After': seconds,
      'X-RateLimit-Scope': global ? 'global' : 'user',
      ...(global && { 'X-RateLimit-Global': 'true' }),
      ...headers,
    },
  };
}

export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The fault that this request meets, if any; it is used up by it. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#waiting.find(
      ({ fault, left }) => left > 0 && (fault.method ?? method) === method && fault.path.test(path),
    );
    if (found) found.left -= 1;
    return found?.fault;
  }
}

/** What a fault answers; undefined where it breaks the connection. */
export function answerOf({
  status,
  body,
  headers,
  retryAfterMs = DEFAULT_RETRY_MS,
  global = false,
}: Fault): Answer | undefined {
  if (typeof status === 'string') return undefined;
  const usual = status === 429 ? tooOften(retryAfterMs, global) : { status, body: BODIES[status] };
  return {
    status,
    body: body ?? usual.body ?? { message: `${status}`, code: 0 },
    headers: { ...usual.headers, ...headers },
  };
}
