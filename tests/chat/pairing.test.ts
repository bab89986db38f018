// How somebody becomes an owner: with a one-time code that only the terminal shows.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { quotesIn } from './message-content.ts';
import { BEN, GROUP, MEI, OWNER, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index, { access: { open: false, ownerIds: [] } });
});

const { zh, en } = TEXTS;
/** An administrator who writes in the name of the group. */
const GROUP_ITSELF: Person = { id: 'fake:-100', manager: true, forChat: true, locale: 'zh' };
const pair = (code: string, person = MEI) =>
  world.command('pair', { code }, { person, place: privateChatOf(person) });

async function offered(): Promise<string> {
  const code = await world.chat.pairingCode();
  if (code === undefined) throw new Error('no code was offered');
  return code;
}

describe('the pairing code', () => {
  it('is easy to read and type: three groups of letters and digits that are not mistaken for one another', async () => {
    expect(await offered()).toMatch(/^[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}$/);
  });

  it('makes its sender an owner, who is answered in private from then on', async () => {
    const { text, audiences } = await pair(await offered());
    expect(text).toBe(zh.paired());
    expect(audiences).toEqual(['asker']);
    const { message } = await world.say('林业局2023年上半年存在哪些问题', { place: privateChatOf(MEI) });
    expect(quotesIn(message)).not.toEqual([]);
    expect((await pair('whatever')).text).toBe(zh.alreadyOwner());
  });

  it('works once', async () => {
    const code = await offered();
    await pair(code);
    expect((await pair(code, BEN)).text).toBe(en.wrongCode());
    expect(await world.store.owners.has(BEN.id)).toBe(false);
  });

  it('works for one of two who send it at once', async () => {
    const code = await offered();
    const said = await Promise.all([pair(code), pair(code, BEN)]);
    expect(said.filter(({ text }) => [zh.paired(), en.paired()].includes(text))).toHaveLength(1);
    expect(said.filter(({ text }) => [zh.wrongCode(), en.wrongCode()].includes(text))).toHaveLength(1);
    expect(await world.store.owners.count()).toBe(1);
  });

  it('may be typed in small letters, with blanks or without hyphens', async () => {
    for (const typed of [
      (code: string) => code.toLowerCase(),
      (code: string) => ` ${code.replaceAll('-', ' ')} `,
      (code: string) => code.replaceAll('-', ''),
    ]) {
      const fresh = new World(index);
      const code = (await fresh.chat.pairingCode()) ?? '';
      expect((await fresh.command('pair', { code: typed(code) })).text).toBe(zh.paired());
    }
  });

  it.each(['', 'AAAA-AAAA-AAAA', '0', '----', 'null'])('is refused where it differs: %j', async (code) => {
    await offered();
    const { text } = await pair(code);
    expect([zh.wrongCode(), zh.optionMissing('配对码', '机器人启动时显示在终端里')]).toContain(text);
    expect(await world.store.owners.count()).toBe(0);
  });

  it('of an earlier start is invalid', async () => {
    const old = await offered();
    world.restart();
    const code = await offered();
    expect((await pair(old)).text).toBe(zh.wrongCode());
    expect((await pair(code)).text).toBe(zh.paired());
  });

  it('is not shown where there is an owner, and an earlier one becomes invalid', async () => {
    const old = await offered();
    world.restart({ access: { open: false, ownerIds: [OWNER.id] } });
    expect(await world.chat.pairingCode()).toBeUndefined();
    expect((await pair(old)).text).toBe(zh.wrongCode());
    world.restart();
    await pair(await offered());
    expect(await world.chat.pairingCode()).toBeUndefined();
  });

  it('sent in the name of a group makes no owner; it is replaced, as others could see it', async () => {
    const shown: string[] = [];
    world.restart({ showCode: (code) => shown.push(code) });
    const code = await offered();
    const by = { person: GROUP_ITSELF };
    expect((await world.command('pair', 'AAAA-AAAA-AAAA', by)).text).toBe(zh.peopleOnly());
    expect(shown).toEqual([]);
    expect((await world.command('pair', code.toLowerCase(), by)).text).toBe(zh.codeWasSeen());
    expect(await world.store.owners.count()).toBe(0);
    expect(shown).toHaveLength(1);
    expect(JSON.stringify(world.logged)).not.toContain(shown[0]);
    expect((await pair(code)).text).toBe(zh.wrongCode());
    expect((await pair(shown[0])).text).toBe(zh.paired());
  });

  it('is not asked for where somebody speaks for a group', async () => {
    await offered();
    for (const values of ['', { code: '' }, { code: 'A'.repeat(50) }]) {
      const { text, message } = await world.command('pair', values, { person: GROUP_ITSELF });
      expect([text, message.map(({ type }) => type)]).toEqual([zh.peopleOnly(), ['paragraph']]);
    }
    const help = await world.command('help', {}, { person: GROUP_ITSELF, place: GROUP });
    expect(help.text).not.toContain('/pair');
  });

  it('cannot be used where none was offered', async () => {
    expect((await pair('AAAA-AAAA-AAAA')).text).toBe(zh.wrongCode());
    expect(await world.store.owners.count()).toBe(0);
  });
});
