// A request whose button data is decoded: done once, where the request enters the chat.
import { decodePress, type Press } from './buttons/press.ts';
import type { Incoming, Request } from './incoming.ts';

/** `press` is undefined for data that the bot did not make. */
export type DecodedRequest =
  | Exclude<Request, { type: 'press' }>
  | (Extract<Request, { type: 'press' }> & { press: Press | undefined });

export interface DecodedIncoming extends Incoming {
  request: DecodedRequest;
}

export function decodeIncoming(incoming: Incoming): DecodedIncoming {
  const { request } = incoming;
  return {
    ...incoming,
    request: request.type === 'press' ? { ...request, press: decodePress(request.action) } : request,
  };
}
