// A file that somebody sends without saying what for.
import { libraryAdd } from './commands/library-add.ts';
import type { Place, Request } from './incoming.ts';
import type { ResolvedRequest } from './resolved-request.ts';

/**
 * A file of an owner that comes with nothing but itself is to be added to the library; in a private chat so is any file of an owner,
 * whatever is written beside it. There anybody else who sends nothing but a file learns that only owners can. Otherwise the words are
 * a question, and the file is left alone.
 */
export function asLibraryUpload(request: Request, place: Place, isOwner: boolean): Request {
  if (request.type !== 'question' || !request.attachment) return request;
  const isPrivate = place.kind === 'private';
  const isMeant = hasNoWords(request) ? isOwner || isPrivate : isOwner && isPrivate;
  if (!isMeant) return request;
  const { attachment } = request;
  return { type: 'command', name: libraryAdd.name, values: {}, private: true, attachment };
}

/** A file without words that asks nothing of the bot: people in a group share it with each other. */
export const isBareFile = (request: Request): boolean =>
  request.type === 'question' && request.attachment !== undefined && hasNoWords(request);

/** Whether a file comes for the library. Who sends it is an owner, else the command is refused. */
export const isLibraryUpload = ({
  command,
  incoming: { request },
}: Pick<ResolvedRequest, 'command' | 'incoming'>): boolean =>
  command === libraryAdd && request.type === 'command' && request.attachment !== undefined;

const hasNoWords = ({ text }: { text: string }): boolean => text.trim() === '';
