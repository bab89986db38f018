// An owner who manages files in a chat that may not read all of them: every library command and button.
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

/** The probes of each library command, by its second word. A command that is missing here fails the tests. */
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
 * Uses a command as an owner in a place, then presses every button, and every button after that.
 * @returns the responders, each with what was done
 */
export async function everythingSent(
  context: LibraryWorld,
  word: string,
  place: Place,
): Promise<[string, FakeResponder][]> {
  const { manager: reportFiles } = context.archive;
  const [first] = await reportFiles.files();
  if (word === 'restore' && first) await reportFiles.remove(first.key); // so that there is a file to restore
  const sent: [string, FakeResponder][] = [];
  for (const { values, attachment } of ATTEMPTS[word]) {
    const responder = await context.use(word, values, { place, ...(attachment ? { attachment } : {}) });
    const done = `/library ${word} ${JSON.stringify(values)}`;
    sent.push([done, responder], ...(await pressedUnder(responder, done, context, place)));
  }
  return sent;
}

/** Levels of presses: a preview, its result, what can be done then. */
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
