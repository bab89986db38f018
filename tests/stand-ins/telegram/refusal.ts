// An error response of Telegram: status, description in its own words, sometimes parameters.
import type { Json } from './shapes.ts';

export class Refusal extends Error {
  readonly status: number;
  readonly parameters?: Json | undefined;
  /** Whether the bot should have known better. A person who blocked it is no fault of the bot. */
  readonly avoidable: boolean;

  constructor(status: number, description: string, extra: { parameters?: Json; avoidable?: boolean } = {}) {
    super(description);
    this.status = status;
    this.parameters = extra.parameters;
    this.avoidable = extra.avoidable ?? false;
  }

  get body(): Json {
    return failure(this.status, this.message, this.parameters);
  }
}

/** The body of an error response. */
export function failure(status: number, description: string, parameters?: Json): Json {
  return { ok: false, error_code: status, description, ...(parameters && { parameters }) };
}

/** A request that the bot should not have made. */
export const badRequest = (text: string) => new Refusal(400, `Bad Request: ${text}`, { avoidable: true });
export const forbidden = (text: string) => new Refusal(403, `Forbidden: ${text}`);
export const conflict = (text: string) => new Refusal(409, `Conflict: ${text}`);
export const unauthorized = () => new Refusal(401, 'Unauthorized', { avoidable: true });
export const notFound = () => new Refusal(404, 'Not Found', { avoidable: true });
export const tooLarge = () => new Refusal(413, 'Request Entity Too Large', { avoidable: true });

export const chatNotFound = () => badRequest('chat not found');
export const notModified = () =>
  badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
export const queryTooOld = () =>
  badRequest('query is too old and response timeout expired or query ID is invalid');
export const migrated = (to: number) =>
  new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    parameters: { migrate_to_chat_id: to },
  });
export const tooMany = (retryAfter: number) =>
  new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, {
    parameters: { retry_after: retryAfter },
  });
