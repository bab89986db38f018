// Files that are sent without a command: uploads for the library, or files that do not concern the bot.
import type { Command } from './command.ts';
import { libraryAdd } from './commands/library-add.ts';
import type { DecodedRequest } from './decoded-request.ts';
import type { Place, Request } from './incoming.ts';

/**
 * Turns a file into the command to add it: an owner's bare file anywhere, an owner's file with any words in a
 * private chat, and anybody's bare file in a private chat (admission refuses those of others). Otherwise the
 * words are a question, and the file is left alone.
 */
export function asLibraryUpload(request: DecodedRequest, place: Place, isOwner: boolean): DecodedRequest {
  if (request.type !== 'question' || !request.attachment) return request;
  const isPrivate = place.kind === 'private';
  const isForLibrary = hasNoWords(request) ? isOwner || isPrivate : isOwner && isPrivate;
  if (!isForLibrary) return request;
  const { attachment } = request;
  return { type: 'command', name: libraryAdd.name, values: {}, private: true, attachment };
}

/** A file without words or command, as people in a group share it with each other: ignored. */
export const isBareFile = (request: Request): boolean =>
  request.type === 'question' && request.attachment !== undefined && hasNoWords(request);

/** Whether a file comes for the library; who may send one is decided at admission. */
export const isLibraryUpload = (request: Request, command: Command | undefined): boolean =>
  command === libraryAdd && request.type === 'command' && request.attachment !== undefined;

const hasNoWords = ({ text }: { text: string }): boolean => text.trim() === '';
