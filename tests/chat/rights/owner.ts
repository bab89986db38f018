// An owner who deals with the files from a chat that may not read all of them: every library command, and everything that can be pressed then.
import type { Attachment, Place } from '../../../src/chat/index.ts';
import { sample } from '../../library/archive.ts';
import type { FakeResponder } from '../fake-responder.ts';
import { file, type LibraryWorld } from '../library-world.ts';
import { pressables } from '../message-content.ts';
import { OWNER } from '../world.ts';

interface Attempt {
  values: Record<string, string> | string;
  attachment?: Attachment;
}

const FILE = 'forestry-2023-h1.txt';
const report = (name: string) => file(name, sample('health-2023-h1.txt'));

/** By the second word of a library command: what is tried. A command that is not here fails the tests. */
export const ATTEMPTS: Record<string, Attempt[]> = {
  add: [
    { values: {} }, // asks for the file
    { values: {}, attachment: report('a.txt') },
    { values: { folder: '新夹' }, attachment: report('a.txt') },
    { values: { folder: '..' }, attachment: report('a.txt') },
    { values: {}, attachment: report(FILE) },
    { values: {}, attachment: file('empty.txt', new Uint8Array()) },
    { values: {}, attachment: file('b.txt', Buffer.from([0, 1, 2])) },
    {
      values: {},
      attachment: file('c.txt', Buffer.from('x'), { load: () => Promise.reject(new Error('lost')) }),
    },
    { values: { folder: 'x'.repeat(101) }, attachment: report('a.txt') }, // too long
  ],
  remove: [{ values: {} }, { values: { name: FILE } }, { values: { name: 'txt' } }, { values: '没有的' }],
  restore: [{ values: {} }, { values: { name: FILE } }, { values: '没有的' }],
  status: [{ values: {} }],
  reload: [{ values: {} }],
};

/**
 * Everything that is sent when an owner uses a command in a place, and presses whatever can be pressed then, and so on.
 * @returns what was sent, each outlet with what was done
 */
export async function everythingSent(
  context: LibraryWorld,
  word: string,
  place: Place,
): Promise<[string, FakeResponder][]> {
  const { librarian: reportFiles } = context.archive;
  const [first] = await reportFiles.files();
  if (word === 'restore' && first) await reportFiles.remove(first.key); // there must be something to bring back
  const sent: [string, FakeResponder][] = [];
  for (const { values, attachment } of ATTEMPTS[word]) {
    const responder = await context.use(word, values, { place, ...(attachment ? { attachment } : {}) });
    const done = `/library ${word} ${JSON.stringify(values)}`;
    sent.push([done, responder], ...(await pressedUnder(responder, done, context, place)));
  }
  return sent;
}

/** How many presses deep: a preview, what became of it, what can be done then. */
const DEPTH = 3;

async function pressedUnder(
  responder: FakeResponder,
  done: string,
  context: LibraryWorld,
  place: Place,
  depth = DEPTH,
): Promise<[string, FakeResponder][]> {
  const sent: [string, FakeResponder][] = [];
  for (const { label, action } of depth > 0 ? pressables(responder.message) : []) {
    const next = await context.world.press(action, { person: OWNER, place }, responder.key);
    const deed = `${done}, ${label}`;
    sent.push([deed, next], ...(await pressedUnder(next, deed, context, place, depth - 1)));
  }
  return sent;
}
