// Responses that go wrong on purpose: the next matching requests are refused, cut off, or lose their response.
import { failure } from './refusal.ts';
import type { Json } from './shapes.ts';

/** How a connection breaks: closed silently, reset, or in the middle of the true answer to a request that took effect. */
export type Cut = 'close' | 'reset' | 'midway';

export interface Fault {
  /** A method's name, `file` for fetching a file; every method but `getUpdates` where not given. */
  method?: string;
  /** 429, 500, 502, 403, 400 …; 500 where not given. */
  status?: number;
  /** Telegram's words; the usual ones of the status where not given. */
  description?: string;
  /** For 429: seconds; fractions are for tests that have no time. */
  retryAfter?: number;
  /** How often; once where not given. */
  times?: number;
  /** The request is carried out, only its answer is lost. */
  takesEffect?: boolean;
  /** No answer, but a broken connection; `true` is `close`. */
  cut?: boolean | Cut;
  /** What is answered instead of JSON, as a proxy in between might. */
  body?: string;
}

export interface Answer {
  status: number;
  /** JSON, or a raw text. */
  body: Json | string;
}

const DESCRIPTIONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  500: 'Internal Server Error',
};
/** The response of a proxy. */
const BAD_GATEWAY =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>';
const DEFAULT_RETRY_SECONDS = 1;
const PATIENT = 'getUpdates';
const FILE = 'file';

export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The fault that this request meets, if any; it is used up by it. */
  take(method: string): Fault | undefined {
    const found = this.#waiting.find(
      ({ fault, left }) => left > 0 && (fault.method ? fault.method === method : method !== PATIENT),
    );
    if (found) found.left -= 1;
    return found?.fault;
  }

  /** The fault that fetching a file meets: only one that is meant for that. */
  takeFile(): Fault | undefined {
    const found = this.#waiting.find(({ fault, left }) => left > 0 && fault.method === FILE);
    if (found) found.left -= 1;
    return found?.fault;
  }
}

export const cutOf = ({ cut }: Fault): Cut | undefined => (cut === true ? 'close' : cut || undefined);

/** What a fault answers. */
export function answerOf({ status = 500, description, retryAfter, body }: Fault): Answer {
  if (body !== undefined) return { status, body };
  if (status === 502) return { status, body: BAD_GATEWAY };
  if (status !== 429)
    return { status, body: failure(status, description ?? DESCRIPTIONS[status] ?? String(status)) };
  const seconds = retryAfter ?? DEFAULT_RETRY_SECONDS;
  const words = description ?? `Too Many Requests: retry after ${seconds}`;
  return { status, body: failure(status, words, { retry_after: seconds }) };
}
