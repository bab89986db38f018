// Asking a platform something before the bot goes live: with patience, without telling the token, and with a look at its clock.
import type { Clock } from '#core';
import { type Finding, wrong } from './finding.ts';

const TIMEOUT_MS = 10_000;
const MAX_CLOCK_ERROR_MS = 60_000;
const MINUTE_MS = 60_000;

/** What a platform answered, or why there is no answer. */
export type Answered =
  | { ok: true; status: number; body: unknown; clock: Finding[] }
  | { ok: false; reason: string };

/** What is asked of whom. */
export interface Inquiry {
  platform: string;
  address: string;
  token: string;
  headers?: Record<string, string>;
}

/** Asks for something. The answer's time is held against this machine's. */
export async function inquire(
  { platform, address, token, headers = {} }: Inquiry,
  time: Clock,
): Promise<Answered> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { headers: { ...headers, connection: 'close' }, signal });
    const clock = clockError(platform, response.headers.get('date'), time.now());
    return { ok: true, status: response.status, body: await jsonOf(response), clock };
  } catch (error) {
    return { ok: false, reason: causeOf(error).replaceAll(token, '…') };
  }
}

/** Something else than JSON tells nothing: there is no such body. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function clockError(platform: string, date: string | null, now: number): Finding[] {
  const error = now - Date.parse(date ?? '');
  if (Number.isNaN(error) || Math.abs(error) <= MAX_CLOCK_ERROR_MS) return [];
  const minutes = Math.round(Math.abs(error) / MINUTE_MS);
  const much = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return [
    wrong(
      `The clock of this machine is ${much} ${error > 0 ? 'ahead of' : 'behind'} ${platform}'s.`,
      'Set it, and have it kept right (NTP; for example: timedatectl set-ntp true).',
    ),
  ];
}

/** fetch itself says only that it failed; the reason is the cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
