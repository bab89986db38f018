// Expiry under a clock that is wrong for a while: young records stay, old ones are deleted later.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleIndex } from '../answer/sample.ts';
import { pressables } from './message-content.ts';
import { DAY_MS, MINUTE_MS, World } from './world.ts';

const QUESTION = '林业局2023年上半年存在哪些问题';
const YEARS_MS = 3653 * DAY_MS;
const index = await sampleIndex();
let world: World;
beforeEach(() => {
  world = new World(index, { questionLog: true });
});

/** Turns a page of a stored list. */
async function list() {
  const { message } = await world.command('search', { words: '资金' });
  const button = pressables(message).find(({ action }) => action.startsWith('l='));
  if (!button) throw new Error('the list has one page only');
  return async () => (await world.press(button.action)).message.length > 1;
}

describe.each([['ahead', YEARS_MS] as const, ['behind', -YEARS_MS] as const])(
  'a clock that is ten years %s',
  (_, ms) => {
    it.each([false, true])('for one request deletes nothing (restarts: %s)', async (restarts) => {
      const isThere = await list();
      await world.say(QUESTION);
      world.now += ms;
      if (restarts) world.restart();
      await world.command('help');
      world.now += MINUTE_MS - ms;
      if (restarts) world.restart();
      expect(await isThere()).toBe(true);
      expect(await world.store.questionLog.count()).toBe(1);
    });

    it('for one request keeps nothing longer, be it made or read meanwhile', async () => {
      const isThere = await list();
      await world.say(QUESTION);
      world.now += ms;
      await isThere();
      await world.say('路灯有多少盏');
      world.now += MINUTE_MS - ms;
      await world.command('help');
      world.now += 31 * DAY_MS;
      expect(await isThere()).toBe(false);
      world.now += 60 * DAY_MS;
      await world.command('help');
      expect(await world.store.questionLog.count()).toBe(0);
    });
  },
);
