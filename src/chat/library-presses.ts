// What the buttons under files of the library do. Who presses is an owner: that was checked.
import { type Librarian, type Manner, RESTORABLE_DAYS, sameTextAs, useOf } from '../library/index.ts';
import { type Message, shownName, TEXTS } from '../message/index.ts';
import type { LibraryDeed } from './action.ts';
import type { Said, Scene } from './command.ts';
import { askableTexts } from './views/collections.ts';
import { restoreButton, sameTextStays, uploadView } from './views/library.ts';

/** Does what a button says; undefined where it says nothing that can be done. */
export async function doInLibrary(deed: LibraryDeed, id: string, scene: Scene): Promise<Said | undefined> {
  const { librarian, locale } = scene;
  if (!librarian) return undefined;
  const message = await messageAfter(deed, id, librarian, scene);
  return message && { message, locale };
}

async function messageAfter(
  deed: LibraryDeed,
  id: string,
  librarian: Librarian,
  scene: Scene,
): Promise<Message | undefined> {
  const texts = TEXTS[scene.locale];
  switch (deed) {
    case 'add':
    case 'replace':
    case 'both':
      return add(id, deed, librarian, scene);
    case 'dismiss':
      return say((await librarian.dismiss(id)) ? texts.uploadDismissed() : texts.uploadGone());
    case 'remove':
      return remove(id, librarian, scene);
    case 'keep': {
      const file = (await librarian.files()).find(({ key }) => key === id);
      return say(file ? texts.fileStays(shownName(file.name)) : texts.fileChanged());
    }
    case 'restore':
      return restore(id, librarian, scene);
    default:
      deed satisfies never; // a button may hold anything
      return undefined;
  }
}

const say = (...sentences: string[]): Message => sentences.map((text) => ({ type: 'paragraph', text }));

async function add(id: string, manner: Manner, librarian: Librarian, scene: Scene): Promise<Message> {
  const texts = TEXTS[scene.locale];
  const added = await librarian.accept(id, manner);
  switch (added.outcome) {
    case 'added':
      return say(
        texts.fileAdded(shownName(added.name), added.replaced),
        ...(added.reread ? await useTexts(added.name, librarian, scene) : [texts.notReread()]),
      );
    case 'taken':
      return uploadView(added.upload, scene);
    case 'gone':
      return say(texts.uploadGone());
    case 'trouble':
      return [...say(texts.notWritten(added.trouble)), ...(await stillWaiting(id, librarian, scene))];
    default:
      return added satisfies never;
  }
}

/** Whether answers know a file now, and whose. */
async function useTexts(name: string, librarian: Librarian, scene: Scene): Promise<string[]> {
  const texts = TEXTS[scene.locale];
  const use = useOf(name, librarian.holdings());
  return use.served ? askableTexts(name, scene) : [texts.notAskable(use.why.map(texts.warning))];
}

/** A file that could not be written waits on, with its buttons. */
async function stillWaiting(id: string, librarian: Librarian, scene: Scene): Promise<Message> {
  const upload = await librarian.upload(id);
  return upload ? uploadView(upload, scene) : [];
}

async function remove(key: string, librarian: Librarian, scene: Scene): Promise<Message> {
  const texts = TEXTS[scene.locale];
  const name = (await librarian.files()).find((file) => file.key === key)?.name;
  const same = name === undefined ? [] : sameTextAs(name, librarian.holdings());
  const removed = await librarian.remove(key);
  switch (removed.outcome) {
    case 'removed':
      return [
        ...say(
          texts.fileRemoved(shownName(removed.file.name), RESTORABLE_DAYS),
          ...(removed.reread ? [] : [texts.notReread()]),
        ),
        ...(removed.reread ? sameTextStays(stillHeld(same, librarian), scene) : []),
        restoreButton(removed.file.id, scene),
      ];
    case 'gone':
      return say(texts.fileChanged());
    case 'trouble':
      return say(texts.notWritten(removed.trouble));
    default:
      return removed satisfies never;
  }
}

/** Of files with the same text those that answers are made from, now that another one of them is gone. */
function stillHeld(same: readonly string[], librarian: Librarian): string[] {
  const { files } = librarian.holdings();
  return files.map(({ name }) => name).filter((name) => same.includes(name));
}

/** Brings a removed file back and says so. */
export async function restore(id: string, librarian: Librarian, scene: Scene): Promise<Message> {
  const texts = TEXTS[scene.locale];
  const before = (await librarian.removedFiles()).find((file) => file.id === id);
  const restored = await librarian.restore(id);
  switch (restored.outcome) {
    case 'restored':
      return say(
        texts.fileRestored(
          shownName(restored.name),
          restored.renamed && before ? shownName(before.name) : undefined,
        ),
        ...(restored.reread ? [] : [texts.notReread()]),
      );
    case 'gone':
      return say(texts.removedGone(RESTORABLE_DAYS));
    case 'trouble':
      return say(texts.notWritten(restored.trouble));
    default:
      return restored satisfies never;
  }
}
