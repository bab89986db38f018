// An owner who manages the files of the library from a chat.
import type { Attachment, Person } from '../../src/chat/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { Archive } from '../library/archive.ts';
import { FakeResponder } from './fake-responder.ts';
import { pressable } from './message-content.ts';
import { GROUP, OWNER, privateChatOf, type RequestOptions, World } from './world.ts';

export const SECOND_OWNER: Person = { id: 'fake:7', manager: false, locale: 'en' };

/** A file that somebody sends. */
export const file = (name: string, bytes: Uint8Array, more: Partial<Attachment> = {}): Attachment => ({
  name,
  size: bytes.length,
  load: async () => bytes,
  ...more,
});

export class LibraryWorld {
  readonly archive: Archive;
  readonly world: World;

  private constructor(archive: Archive, index: PassageIndex) {
    this.archive = archive;
    this.world = new World(index);
    this.restart();
  }

  static async open(index: PassageIndex, ...files: string[]): Promise<LibraryWorld> {
    return new LibraryWorld(await Archive.open(...files), index);
  }

  /** Restarts the bot. */
  restart(): void {
    this.archive.restart();
    this.world.restart({
      reportFiles: this.archive.manager,
      access: { open: true, ownerIds: [OWNER.id, SECOND_OWNER.id] },
    });
  }

  /** `/library …` by an owner in a group, where files can be sent. */
  use(
    word: string,
    values: Record<string, unknown> | string = {},
    by: RequestOptions & { attachment?: Attachment } = {},
  ): Promise<FakeResponder> {
    const { attachment, ...rest } = by;
    return this.world.receive(
      {
        type: 'command',
        name: `library ${word}`,
        values,
        private: false,
        ...(attachment ? { attachment } : {}),
      },
      { person: OWNER, place: GROUP, responder: fileResponder(), ...rest },
    );
  }

  /** Sends a file, with or without words. */
  send(attachment: Attachment, text = '', by: RequestOptions = {}): Promise<FakeResponder> {
    const { person = OWNER, replyTo } = by;
    return this.world.receive(
      { type: 'question', text, attachment, ...(replyTo ? { replyTo } : {}) },
      { person, place: privateChatOf(person), responder: fileResponder(), ...by },
    );
  }

  /** Presses the button with a label under an answer. */
  press(responder: FakeResponder, label: string, by: RequestOptions = {}): Promise<FakeResponder> {
    return this.world.press(
      pressable(responder.message, label).action,
      { person: OWNER, place: GROUP, ...by },
      responder.key,
    );
  }
}

/** A responder of a platform that carries files. */
export const fileResponder = (): FakeResponder =>
  Object.assign(new FakeResponder(), { takesFiles: true as const });
