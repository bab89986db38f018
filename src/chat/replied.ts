// A request without words of its own that replies to a message is about that message.
import type { Command } from './command.ts';
import type { Request } from './incoming.ts';

/** The request with the words of the message that it is about, where it has none itself and they can stand for them. */
export function withRepliedWords(request: Request, command: Command | undefined): Request {
  if (request.type === 'press' || request.about === undefined) return request;
  const { about, attachment } = request;
  if (request.type === 'question')
    return request.text.trim() === '' && !attachment ? { ...request, text: about } : request;
  const option = Object.entries(command?.options ?? {}).find(([, { fromReply }]) => fromReply)?.[0];
  const isBare = typeof request.values === 'string' && request.values.trim() === '';
  return option !== undefined && isBare ? { ...request, values: { [option]: about } } : request;
}
