// Settings of a place: shown to and changed by its managers, the same for all its channels.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodePress } from '../../src/chat/buttons/press.ts';
import { SETTINGS } from '../../src/chat/settings.ts';
import { zonesFor } from '../../src/digests/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressable, pressables, quotesIn } from './message-content.ts';
import { BEN, GROUP, MANAGER, MEI, NEXT_DOOR, OWNER, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const GUILD = GROUP.within.community ?? '';
const POINTS = '栖鹭镇2023年做了哪些工作';

describe('the settings', () => {
  it('are shown to managers only', async () => {
    const { text, audiences } = await world.command('settings', {}, { person: MANAGER });
    expect(text).toContain(zh.settingsHeading());
    for (const value of ['按各人的语言', '所有人', '正常']) expect(text).toContain(value);
    expect(audiences).toEqual(['asker']);
    const refused = await world.command('settings');
    expect(refused.text).toBe(zh.managersOnly());
    expect(refused.audiences).toEqual(['asker']);
  });

  it('are not changed by other people', async () => {
    await world.command('settings', { audience: 'managers' });
    expect(await world.store.settings.get(GUILD)).toEqual({});
  });

  it('are changed by an option, one without the others', async () => {
    const { text } = await world.command('settings', { length: 'short' }, { person: MANAGER });
    expect(text).toContain('简短');
    await world.command('settings', { audience: 'managers' }, { person: MANAGER });
    expect(await world.store.settings.get(GUILD)).toEqual({ length: 'short', audience: 'managers' });
  });

  it('are changed by a press, in the same message', async () => {
    const shown = await world.command('settings', {}, { person: MANAGER });
    const { action } = pressable(shown.message, '简短');
    const changed = await world.press(action, { person: MANAGER });
    expect(changed.text).toContain('简短');
    expect(changed.sent[0].mode).toBe('replace');
    expect(await world.store.settings.get(GUILD)).toEqual({ length: 'short' });
  });

  it('are not changed by a press of somebody who is no manager (any more)', async () => {
    const shown = await world.command('settings', {}, { person: MANAGER });
    const { action } = pressable(shown.message, '简短');
    const formerManager = { ...MANAGER, manager: false };
    expect((await world.press(action, { person: formerManager })).text).toBe(zh.managersOnly());
    expect((await world.press(action, { person: MEI })).text).toBe(zh.notYourButton());
    expect(await world.store.settings.get(GUILD)).toEqual({});
  });

  it('with impossible values are refused', async () => {
    const { text } = await world.command('settings', { length: 'endless' }, { person: MANAGER });
    expect(text).toBe(zh.notAChoice('长短', ['正常', '简短']));
    expect(await world.store.settings.get(GUILD)).toEqual({});
  });

  it('show the time zone as it is stored, however it was written', async () => {
    expect((await world.command('settings', {}, { person: MANAGER })).text).toContain(
      `UTC+8）：${zh.notSet()}`,
    );
    for (const [zone, kept] of [
      ['北京', 'Asia/Shanghai'],
      ['new york', 'America/New_York'],
      ['UTC+8', '+08:00'],
    ]) {
      const { text } = await world.command('settings', { zone }, { person: MANAGER });
      expect(text).toContain(`UTC+8）：${kept}`);
      expect(await world.store.settings.get(GUILD)).toEqual({ zone: kept });
    }
  });

  it('all stay unchanged where the time zone is not understood', async () => {
    for (const [zone, candidates] of [
      ['Nowhere', []],
      ['o', zonesFor('o').slice(0, 5)],
    ] as const) {
      const { text, audiences } = await world.command(
        'settings',
        { zone, length: 'short' },
        { person: MANAGER },
      );
      expect(text).toBe(zh.noZone(zone, [...candidates]));
      expect(audiences).toEqual(['asker']);
    }
    expect(await world.store.settings.get(GUILD)).toEqual({});
  });

  it('have a choice to press where there is one, and none for the time zone', async () => {
    const { message } = await world.command('settings', {}, { person: MANAGER });
    const prompts = message.flatMap((block) => (block.type === 'choice' ? [block.prompt] : []));
    expect(prompts).toEqual(
      [SETTINGS.language, SETTINGS.audience, SETTINGS.length, SETTINGS.digests].map(
        ({ summary }) => summary.zh,
      ),
    );
    const forged = encodePress({
      action: { verb: 'setting', args: ['zone', 'UTC'] },
      effect: 'turn',
      asker: await world.markOf(MANAGER),
    });
    expect((await world.press(forged, { person: MANAGER })).text).toBe(zh.oldButton());
    expect(await world.store.settings.get(GUILD)).toEqual({});
  });

  it('hold in all channels of the community, and in no other place', async () => {
    await world.command('settings', { audience: 'managers' }, { person: MANAGER });
    expect((await world.say(POINTS, { place: NEXT_DOOR })).text).toBe(zh.onlyManagersAnswered());
    expect(quotesIn((await world.say(POINTS, { place: privateChatOf(MEI) })).message)).not.toEqual([]);
  });

  it('of a private chat are for its person', async () => {
    const { text } = await world.command('settings', { length: 'short' }, { place: privateChatOf(MEI) });
    expect(text).toContain('简短');
  });

  it('may be changed by an owner of the bot everywhere', async () => {
    world.restart({ access: { open: true, ownerIds: [OWNER.id] } });
    const { text } = await world.command('settings', { length: 'short' }, { person: OWNER });
    expect(text).toContain('简短');
  });
});

describe('a place that answers managers only', () => {
  beforeEach(async () => {
    await world.command('settings', { audience: 'managers' }, { person: MANAGER });
  });

  it('tells that to the others, privately', async () => {
    const { text, audiences, message } = await world.say(POINTS, { person: BEN });
    expect(text).toBe(en.onlyManagersAnswered());
    expect(audiences).toEqual(['asker']);
    expect(quotesIn(message)).toEqual([]);
  });

  it('answers managers', async () => {
    expect(quotesIn((await world.say(POINTS, { person: MANAGER })).message)).not.toEqual([]);
  });

  it('lets nobody else use the buttons', async () => {
    const { message } = await world.say(POINTS, { person: MANAGER });
    for (const { action } of pressables(message))
      expect((await world.press(action)).text).toBe(zh.onlyManagersAnswered());
  });

  it('still answers /privacy and /forget for everybody', async () => {
    expect((await world.command('privacy')).text).toContain(zh.privacyHeading());
    expect((await world.command('forget')).text).toContain(zh.forgotten(0));
  });
});

describe('a short answer', () => {
  it('shows less, and the rest behind a button', async () => {
    const long = quotesIn((await world.say(POINTS)).message).map(({ id }) => id);
    await world.command('settings', { length: 'short' }, { person: MANAGER });
    const short = await world.say(POINTS);
    const shown = quotesIn(short.message).map(({ id }) => id);
    expect(shown).toEqual(long.slice(0, 5));
    const rest = await world.press(pressable(short.message, zh.remainingPoints(long.length - 5)).action);
    expect(quotesIn(rest.message).map(({ id }) => id)).toEqual(long.slice(5));
  });

  it('to a question for a fact is the one sentence that fits best', async () => {
    await world.command('settings', { length: 'short' }, { person: MANAGER });
    const { message } = await world.say('老年食堂收费');
    expect(quotesIn(message)).toHaveLength(1);
  });
});
