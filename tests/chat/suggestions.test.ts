// Suggestions for an option: a place's topics are offered in that place only.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import { promptForOption } from '../../src/chat/option-prompt.ts';
import { suggestionsFor } from '../../src/chat/suggestions.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressables } from './message-content.ts';
import { words } from './words.ts';
import { GROUP, MEI, NEXT_DOOR, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

async function follow(...texts: string[]): Promise<void> {
  for (const [i, text] of texts.entries())
    await world.store.digests.topics.add(
      { place: GROUP.id, id: `t${i}`, text, earlier: [], atOnce: false, since: i },
      99,
    );
}

const offered = async (partial: string, limit = 25, place = GROUP) =>
  (
    await suggestionsFor(
      { source: 'topic', partial, place, limit },
      { index, store: world.store, collections: [] },
    )
  ).map(({ value }) => value);

describe('a topic of a place', () => {
  it('is suggested there, oldest first, up to the limit', async () => {
    await follow('路灯', '老年食堂', '防溺水');
    expect(await offered('')).toEqual(['路灯', '老年食堂', '防溺水']);
    expect(await offered('', 2)).toEqual(['路灯', '老年食堂']);
    expect(await offered('', 25, NEXT_DOOR)).toEqual([]);
  });

  it('is found by any part of it, in either script and case', async () => {
    await follow('老年食堂怎么收费', 'street lights');
    expect(await offered('收費')).toEqual(['老年食堂怎么收费']);
    expect(await offered(' STREET ')).toEqual(['street lights']);
    expect(await offered('高铁')).toEqual([]);
  });

  it('is suggested by its beginning where it is long, each beginning once, with no character cut in half', async () => {
    const long = '灯'.repeat(99);
    await follow(`${long}💡一`, `${long}💡二`, `${'甲'.repeat(100)}乙`);
    const values = await offered('');
    expect(values).toEqual([long, '甲'.repeat(100)]);
  });

  it('can be pressed where a command lacks it', async () => {
    await follow('路灯', '老年食堂');
    const names = words('topic', '话题', '話題');
    const command: Command = {
      name: 'drop',
      names,
      summary: names,
      options: { topic: { names, summary: names, required: true, suggests: 'topic' } },
      right: 'everyone',
      anywhere: false,
      audience: 'asker',
      run: () => Promise.reject(new Error('is not run')),
    };
    const context = {
      locale: 'zh' as const,
      index,
      store: world.store,
      collections: [],
      mark: await world.markOf(MEI),
      place: GROUP,
    };
    const { message, pending } = await promptForOption(
      { command, option: 'topic', given: {}, private: true },
      context,
    );
    expect(pressables(message).map(({ label }) => label)).toEqual(['路灯', '老年食堂']);
    expect(pending.offers).toEqual(['路灯', '老年食堂']);
  });
});
