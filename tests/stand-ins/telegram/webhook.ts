// Delivers updates to the bot's server: in order within a chat, in parallel between chats, repeated until 2xx.
import http from 'node:http';
import type { Waits } from '../discord/waits.ts';
import type { Json } from './shapes.ts';
import type { Pending, Updates } from './updates.ts';

export interface WebhookOptions {
  /** Where a public address is found on this machine; without it only addresses of this machine are delivered to. */
  webhookRoute?: (address: URL) => URL;
  /** How long to wait after the first failure; doubles with each further one. */
  webhookRetryMs?: number;
  /** How long the bot's server may take to answer. */
  webhookTimeoutMs?: number;
}

/** One attempt to deliver an update. */
export interface Delivery {
  update: number;
  /** What the server answered; undefined where it did not. */
  status?: number | undefined;
}

interface Answer {
  status: number;
  body: Buffer;
  type: string;
}

export interface Hook {
  /** As the bot gave it. */
  given: string;
  url: URL;
  secret?: string | undefined;
  connections: number;
}

const RETRY_MS = 50;
const MOST_RETRY_MS = 5000;
const TIMEOUT_MS = 10_000;

/** A method that the server's answer to a delivery asks for. */
export type Reply = (body: Buffer, type: string) => Promise<void>;

export class Webhook {
  /** Every attempt so far. */
  readonly deliveries: Delivery[] = [];
  #hook?: Hook | undefined;
  #lastError: { at: number; message: string } | undefined;
  #busy = new Set<number>();
  #timers = new Set<NodeJS.Timeout>();
  #failures = new Map<number, number>();
  #closing = new AbortController();
  readonly #updates: Updates;
  readonly #waits: Waits;
  readonly #options: WebhookOptions;
  readonly #now: () => number;
  #reply: Reply = async () => {};

  constructor(updates: Updates, waits: Waits, options: WebhookOptions, now: () => number) {
    this.#updates = updates;
    this.#waits = waits;
    this.#options = options;
    this.#now = now;
  }

  get active(): boolean {
    return this.#hook !== undefined;
  }

  /** Who carries out what the server's answers ask for. */
  answersGoTo(reply: Reply): void {
    this.#reply = reply;
  }

  /** Where deliveries for this address go; undefined where this machine does not know. */
  routed(address: URL): URL | undefined {
    if (isLoopback(address)) return address;
    return this.#options.webhookRoute?.(address);
  }

  set(hook: Hook | undefined): void {
    this.#hook = hook;
    this.#lastError = undefined;
    this.#failures.clear();
    this.pump();
  }

  info(): Json {
    const hook = this.#hook;
    return {
      url: hook?.given ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#updates.pending.length,
      ...(hook && { max_connections: hook.connections }),
      ...(this.#lastError && {
        last_error_date: Math.floor(this.#lastError.at / 1000),
        last_error_message: this.#lastError.message,
      }),
      ...(this.#updates.allowed.length > 0 && { allowed_updates: this.#updates.allowed }),
    };
  }

  /** Delivers what can be delivered now: of each chat the oldest. */
  pump(): void {
    const hook = this.#hook;
    if (!hook || this.#closing.signal.aborted) return;
    for (const pending of this.#updates.pending) {
      if (this.#busy.size >= hook.connections) return;
      if (!this.#busy.has(pending.queue)) void this.#deliver(hook, pending);
    }
  }

  /** Ends all deliveries and retries. */
  close(): void {
    this.#hook = undefined;
    this.#closing.abort();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #deliver(hook: Hook, pending: Pending): Promise<void> {
    const { queue, update } = pending;
    this.#busy.add(queue);
    const answer = await this.#post(hook, JSON.stringify(update)).catch((error: Error) => error);
    const failed = answer instanceof Error || answer.status < 200 || answer.status > 299;
    this.deliveries.push({
      update: update.update_id,
      status: answer instanceof Error ? undefined : answer.status,
    });
    if (this.#closing.signal.aborted) return;
    if (failed) this.#failed(pending, answer instanceof Error ? answer.message : wrongAnswer(answer));
    else {
      this.#failures.delete(update.update_id);
      this.#updates.done(pending);
      if (answer.body.length > 0) await this.#reply(answer.body, answer.type);
      this.#free(queue);
    }
    this.#waits.changed('requests');
  }

  #failed({ queue, update }: Pending, message: string): void {
    this.#lastError = { at: this.#now(), message };
    const failures = this.#failures.get(update.update_id) ?? 0;
    this.#failures.set(update.update_id, failures + 1);
    const delay = Math.min((this.#options.webhookRetryMs ?? RETRY_MS) * 2 ** failures, MOST_RETRY_MS);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#free(queue);
    }, delay);
    this.#timers.add(timer);
  }

  #free(queue: number): void {
    this.#busy.delete(queue);
    this.pump();
  }

  #post({ url, secret }: Hook, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = http.request(this.routed(url) ?? url, {
        method: 'POST',
        agent: false,
        signal: this.#closing.signal,
        timeout: this.#options.webhookTimeoutMs ?? TIMEOUT_MS,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          ...(secret && { 'X-Telegram-Bot-Api-Secret-Token': secret }),
        },
      });
      request.on('timeout', () => request.destroy(new Error('Read timeout expired')));
      request.on('error', reject);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
            type: response.headers['content-type'] ?? '',
          }),
        );
      });
      request.end(body);
    });
  }
}

const wrongAnswer = ({ status }: Answer): string =>
  `Wrong response from the webhook: ${status} ${http.STATUS_CODES[status] ?? ''}`.trim();

export const isLoopback = ({ hostname, protocol }: URL): boolean =>
  protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
