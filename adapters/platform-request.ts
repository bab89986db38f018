// One request to a platform for the doctor: with a timeout, without the token in errors, and with a
// comparison of the clocks.
import type { Clock } from '#core';
import { type Finding, wrong } from './finding.ts';

const TIMEOUT_MS = 10_000;
const MAX_CLOCK_ERROR_MS = 60_000;
const MINUTE_MS = 60_000;

/** The response of a platform, or why there is none. */
export type PlatformResponse =
  | { ok: true; status: number; body: unknown; clock: Finding[] }
  | { ok: false; reason: string };

/** What is requested. */
interface PlatformRequest {
  platform: string;
  address: string;
  token: string;
  headers?: Record<string, string>;
}

/** `clock` has a finding where the platform's clock and this machine's differ. */
export async function requestOnce(
  { platform, address, token, headers = {} }: PlatformRequest,
  time: Clock,
): Promise<PlatformResponse> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { headers: { ...headers, connection: 'close' }, signal });
    const clock = clockFindings(platform, response.headers.get('date'), time.now());
    return { ok: true, status: response.status, body: await jsonIn(response), clock };
  } catch (error) {
    return { ok: false, reason: causeOf(error).replaceAll(token, '…') };
  }
}

/** Undefined where the body is no JSON. */
async function jsonIn(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function clockFindings(platform: string, date: string | null, now: number): Finding[] {
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

/** The message of fetch only says that it failed; its cause says why. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
