// A request without words of its own that replies to a message is about that message.
import type { Command } from './command.ts';
import type { DecodedRequest } from './decoded-request.ts';

/** Puts in the words of the message replied to, where the request has none and its command takes them. */
export function withRepliedWords(request: DecodedRequest, command: Command | undefined): DecodedRequest {
  if (request.type === 'press' || request.about === undefined) return request;
  const { about, attachment } = request;
  if (request.type === 'question')
    return request.text.trim() === '' && !attachment ? { ...request, text: about } : request;
  const option = Object.entries(command?.options ?? {}).find(([, { fromReply }]) => fromReply)?.[0];
  const isEmpty = typeof request.values === 'string' && request.values.trim() === '';
  return option !== undefined && isEmpty ? { ...request, values: { [option]: about } } : request;
}
