// An owner who deals with the files of the library from a chat.
import type { Attachment, Person } from '../../src/chat/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { Archive } from '../library/archive.ts';
import { FakeOutlet } from './fake-responder.ts';
import { pressable } from './said.ts';
import { type By, GROUP, OWNER, privateChatOf, World } from './world.ts';

export const SECOND_OWNER: Person = { id: 'fake:7', manager: false, locale: 'en' };

/** A file that somebody sends. */
export const file = (name: string, bytes: Uint8Array, more: Partial<Attachment> = {}): Attachment => ({
  name,
  size: bytes.length,
  load: async () => bytes,
  ...more,
});

export class LibraryScene {
  readonly archive: Archive;
  readonly world: World;

  private constructor(archive: Archive, index: PassageIndex) {
    this.archive = archive;
    this.world = new World(index);
    this.restart();
  }

  static async open(index: PassageIndex, ...files: string[]): Promise<LibraryScene> {
    return new LibraryScene(await Archive.open(...files), index);
  }

  /** The bot is started anew. */
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
    by: By & { attachment?: Attachment } = {},
  ): Promise<FakeOutlet> {
    const { attachment, ...rest } = by;
    return this.world.receive(
      {
        type: 'command',
        name: `library ${word}`,
        values,
        private: false,
        ...(attachment ? { attachment } : {}),
      },
      { person: OWNER, place: GROUP, outlet: fileOutlet(), ...rest },
    );
  }

  /** A file with nothing or some words beside it. */
  send(attachment: Attachment, text = '', by: By = {}): Promise<FakeOutlet> {
    const { person = OWNER, replyTo } = by;
    return this.world.receive(
      { type: 'question', text, attachment, ...(replyTo ? { replyTo } : {}) },
      { person, place: privateChatOf(person), outlet: fileOutlet(), ...by },
    );
  }

  /** Presses the button with a label under an answer. */
  press(responder: FakeOutlet, label: string, by: By = {}): Promise<FakeOutlet> {
    return this.world.press(
      pressable(responder.message, label).action,
      { person: OWNER, place: GROUP, ...by },
      responder.key,
    );
  }
}

/** The way back to a platform that carries files. */
export const fileOutlet = (): FakeOutlet => Object.assign(new FakeOutlet(), { takesFiles: true as const });
