// A file that somebody sends without saying what for.
import { libraryAdd } from './commands/library-add.ts';
import type { Place, Request } from './incoming.ts';

/**
 * A file that comes with nothing but itself is to be added to the library. In a private chat so is any file of an owner, whatever is
 * written beside it; of anybody else the words are a question, and the file is left alone.
 */
export function handedIn(request: Request, place: Place, isOwner: boolean): Request {
  if (request.type !== 'question' || !request.attachment) return request;
  const isMeant = request.text.trim() === '' || (isOwner && place.kind === 'private');
  if (!isMeant) return request;
  const { attachment } = request;
  return { type: 'command', name: libraryAdd.name, values: {}, private: true, attachment };
}
