// Rules for addresses of links and buttons, and for `?start=`.
import { START_PARAMETER } from '../limits.ts';
import type { Inspection } from './inspection.ts';

const START = /^https?:\/\/(?:t|telegram)\.me\/\w+\?(?:.*&)?start(?:group)?=([^&]*)/i;

export const isDeepLink = (address: string): boolean => START.test(address) || address.startsWith('tg://');

/** Telegram opens http(s) addresses of named hosts, and its own. */
function opens(address: unknown): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'tg:' || protocol === 'ton:' || protocol === 'tonsite:') return true;
  return (protocol === 'http:' || protocol === 'https:') && hostname.includes('.');
}

/** Telegram silently drops a link that it does not open; a button it refuses, with `description`. */
export function inspectAddress(
  inspection: Inspection,
  path: string,
  address: unknown,
  description?: string,
): void {
  const parameter = START.exec(String(address))?.[1];
  if (parameter !== undefined && !START_PARAMETER.test(parameter))
    inspection.remark(path, `The start parameter "${parameter}" must be 1 to 64 of A-Z, a-z, 0-9, _ and -.`);
  if (opens(address)) return;
  const message = `Telegram does not open "${address}".`;
  if (description) inspection.refuse(path, message, description);
  else inspection.remark(path, message);
}
