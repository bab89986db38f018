// Topics: followed by a command or the button under an answer, unfollowed, sent.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_TOPICS } from '../../src/digests/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { report } from '../digests/digest-fixture.ts';
import { indexOf } from '../search/corpus.ts';
import { DigestWorld, NEXT_MORNING, NOON } from './digest-world.ts';
import { pressable, pressables, quotesIn, textIn } from './message-content.ts';
import { BEN, DAY_MS, GROUP, MANAGER, MEI, MINUTE_MS, NEXT_DOOR, privateChatOf, THREAD } from './world.ts';

const { zh, en } = TEXTS;
const BY = { person: MANAGER };
const PROBLEMS = '林业局2023年上半年存在哪些问题';

let index: PassageIndex;
let world: DigestWorld;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(async () => {
  world = new DigestWorld(index);
  await world.at(NOON);
});
afterEach(() => {
  expect(world.faults).toEqual([]);
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

const follow = (topic: string, more: Record<string, string> = {}, by = {}) =>
  world.command('follow', { topic, ...more }, { ...BY, ...by });
const unfollow = async (topic: string) => (await world.command('unfollow', { topic }, BY)).text;
const followed = async (place = GROUP) => (await world.topics(place)).map(({ text }) => text);

describe('a topic', () => {
  it('is followed by words, and shows the closest passage now', async () => {
    const { text, message, audiences } = await follow('高标准农田');
    expect(text).toContain(zh.followed({ text: '高标准农田' }, 1, MAX_TOPICS));
    expect(text).toContain(zh.foundNow());
    expect(quotesIn(message)[0].text).toContain('高标准农田');
    expect(audiences).toEqual(['everyone']);
    expect(await followed()).toEqual(['高标准农田']);
  });

  it('is followed as a whole question', async () => {
    const { message } = await follow('What are the problems of the forestry bureau?', {}, {});
    expect(quotesIn(message)[0].report).toContain('林业局');
  });

  it('is followed within an agency and a part', async () => {
    const { text, message } = await follow('资金', { agency: '林业局', part: 'problems' });
    expect(text).toContain('“资金”（林业局，问题）');
    for (const { report: title } of quotesIn(message)) expect(title).toContain('林业局');
  });

  it('by an unknown agency is not followed, and others are named', async () => {
    const { text } = await follow('资金', { agency: '气象局' });
    expect(text).toContain('气象局');
    expect(text).toContain('林业局');
    expect(await followed()).toEqual([]);
  });

  it('that no report holds yet is followed, and no near miss is shown', async () => {
    const { text, message } = await follow('大熊猫');
    expect(text).toContain(zh.nothingYet());
    expect(quotesIn(message)).toEqual([]);
    expect(await followed()).toEqual(['大熊猫']);
  });

  it('comes with no message while no digest is on, and says so', async () => {
    expect((await follow('高标准农田')).text).toContain(zh.followNeedsDigest());
    expect((await follow('油茶', { when: 'at-once' })).text).not.toContain(zh.followNeedsDigest());
    await world.command('digest on', { zone: 'UTC' }, BY);
    expect((await follow('校园安全')).text).not.toContain(zh.followNeedsDigest());
  });

  it('is followed once, however it is written', async () => {
    for (const text of ['高标准农田', ' 高标准农田 ', '高標準農田', 'OK 高标准农田', 'ｏｋ  高标准农田'])
      await follow(text);
    expect(await followed()).toEqual(['高标准农田', 'OK 高标准农田']);
    expect((await follow('高標準農田')).text).toContain(
      zh.followedAlready({ text: '高标准农田', atOnce: false }),
    );
  });

  it('that is followed again keeps its position and its other options', async () => {
    await follow('高标准农田', { when: 'at-once' });
    world.now += MINUTE_MS;
    await follow('油茶');
    world.now += MINUTE_MS;
    await follow('高标准农田');
    expect((await world.topics()).map(({ text, atOnce }) => [text, atOnce])).toEqual([
      ['高标准农田', true],
      ['油茶', false],
    ]);
    await follow('高标准农田', { when: 'digest' });
    expect((await world.topics())[0].atOnce).toBe(false);
  });

  it('is one of twenty at most; one that is followed already may still be changed', async () => {
    for (let i = 0; i < MAX_TOPICS; i++) await follow(`第${i}号工程`);
    expect((await follow('油茶')).text).toBe(zh.tooManyTopics(MAX_TOPICS));
    expect((await follow('第3号工程', { when: 'at-once' })).text).toContain(
      zh.followedAlready({ text: '第3号工程', atOnce: true }),
    );
    expect(await followed()).toHaveLength(MAX_TOPICS);
    await unfollow('第3号工程');
    expect((await follow('油茶')).text).toContain(zh.followed({ text: '油茶' }, MAX_TOPICS, MAX_TOPICS));
  });

  it('is followed in its place alone', async () => {
    await follow('油茶');
    await follow('路灯', {}, { place: NEXT_DOOR });
    await follow('资金', {}, { place: THREAD });
    expect(await Promise.all([GROUP, NEXT_DOOR, THREAD].map(followed))).toEqual([
      ['油茶'],
      ['路灯'],
      ['资金'],
    ]);
  });

  it.each([
    '🌾'.repeat(100),
    `${'高标准农田'.repeat(38)}👨‍👩‍👧`,
    '**粗体** _x_ `代码` ||剧透|| [链接](https://example.org) <@1> @everyone # 标题',
    '<script>alert(1)</script>&amp;&lt;',
    '第一行\n第二行\r\n- 三',
    "'; DROP TABLE topic; --",
    '\u202E反过来',
  ])('may be called %j, and is still listed and unfollowed', async (text) => {
    await world.command('digest on', { zone: 'UTC' }, BY);
    await follow(text);
    expect((await followed())[0]).toMatch(/^[^\r\n]+$/);
    const listed = await world.command('following', {}, BY);
    expect(pressables(listed.message)).toHaveLength(1);
    await world.at(NEXT_MORNING);
    await world.press(pressables(listed.message)[0].action, BY);
    expect(await followed()).toEqual([]);
  });

  it('of more than 200 characters is refused, one of none is asked for', async () => {
    await follow('长'.repeat(201));
    const asked = await world.command('follow', {}, BY);
    expect(asked.message[0]).toMatchObject({ type: 'prompt' });
    expect(await followed()).toEqual([]);
    await world.say('油茶', { ...BY, replyTo: asked.key });
    expect(await followed()).toEqual(['油茶']);
  });
});

describe('a topic that is followed at once', () => {
  const LIBRARY = { 'a.txt': report('甲县测绘局', 0), 'b.txt': report('乙县档案局', 3) };
  const LATER = `丁县林业局2023年工作总结\n\n一、主要工作\n全县新造油茶林3.2万亩，油茶加工厂投产2家。\n二、下一步打算\n继续扩大油茶种植面积。\n`;

  let before: PassageIndex;
  let after: PassageIndex;

  beforeAll(() => {
    before = indexOf(LIBRARY);
    after = indexOf({ ...LIBRARY, 'd.txt': LATER });
  });
  beforeEach(async () => {
    world = new DigestWorld(before);
    await world.at(NOON);
  });

  it('comes when a report is added, without any digest', async () => {
    await follow('油茶', { when: 'at-once' });
    world.index = after;
    await world.at(NOON + MINUTE_MS);
    const { message } = world.lastIn();
    expect(textIn(message)).toContain(zh.hitsHeading());
    expect(quotesIn(message)[0].text).toContain('油茶');
    const { text } = await world.command('digest status', {}, BY);
    expect(text).toContain(zh.lastDigest('sent'));
  });

  it('is not sent for a report without it, and the status still shows the digest', async () => {
    await world.command('digest on', { zone: 'Asia/Shanghai' }, BY);
    await follow('大熊猫', { when: 'at-once' });
    await world.at(NEXT_MORNING);
    world.index = after;
    await world.at(NEXT_MORNING + MINUTE_MS);
    expect(world.posted).toHaveLength(1);
    const { text } = await world.command('digest status', {}, BY);
    expect(text).toContain(zh.lastDigest('sent'));
    expect(text).not.toContain(zh.lastDigest('nothing-new'));
  });

  it('comes no more when it is no longer followed', async () => {
    await follow('油茶', { when: 'at-once' });
    await unfollow('油茶');
    world.index = after;
    await world.at(NOON + MINUTE_MS);
    expect(world.posted).toEqual([]);
  });
});

describe('the button under an answer', () => {
  const press = (message: Parameters<typeof pressable>[0], key: string, by = {}) =>
    world.press(pressable(message, zh.followThis()).action, { ...BY, ...by }, key);

  it('follows its question', async () => {
    const { message, key } = await world.say(PROBLEMS, BY);
    const pressed = await press(message, key);
    expect(pressed.text).toContain(zh.followed({ text: PROBLEMS }, 1, MAX_TOPICS));
    expect(await followed()).toEqual([PROBLEMS]);
  });

  it('follows a follow-up together with the questions before it, and names them', async () => {
    const first = await world.say(PROBLEMS, BY);
    const { message, key } = await world.say('那2024年上半年呢', { ...BY, replyTo: first.key });
    const { text } = await press(message, key);
    expect(text).toContain(`${PROBLEMS} → 那2024年上半年呢`);
    const [topic] = await world.topics();
    expect(topic).toMatchObject({ text: '那2024年上半年呢', earlier: [PROBLEMS] });
    expect((await world.command('following', {}, BY)).text).toContain(`${PROBLEMS} → 那2024年上半年呢`);
    await follow('那2024年上半年呢');
    expect(await world.topics()).toHaveLength(2); // without the earlier question it is another topic
  });

  it('keeps a topic that is followed at once as it is', async () => {
    await follow(PROBLEMS, { when: 'at-once' });
    const { message, key } = await world.say(PROBLEMS, BY);
    await press(message, key);
    expect((await world.topics()).map(({ atOnce }) => atOnce)).toEqual([true]);
  });

  it('works for digest managers only', async () => {
    const { message, key } = await world.say(PROBLEMS, BY);
    const refused = await press(message, key, { person: BEN });
    expect(refused.text).toBe(en.digestManagersOnly());
    expect(refused.audiences).toEqual(['asker']);
    expect(await followed()).toEqual([]);
    await press(message, key, { person: { ...BEN, manager: true } });
    expect(await followed()).toEqual([PROBLEMS]);
  });

  it('says after half an hour that the question has expired', async () => {
    const { message, key } = await world.say(PROBLEMS, BY);
    world.now += 30 * MINUTE_MS + 1;
    expect((await press(message, key)).text).toBe(zh.questionGone());
    expect((await press(message, 'fake:message:of nobody')).text).toBe(zh.questionGone());
    expect(await followed()).toEqual([]);
  });

  it('is not shown to others, nor where nothing can be sent', async () => {
    const isShown = async (by: Parameters<DigestWorld['say']>[1]) =>
      pressables((await world.say(PROBLEMS, by)).message).some(({ label }) => label === zh.followThis());
    expect(await isShown({ person: MEI })).toBe(false);
    expect(await isShown({ person: MEI, place: privateChatOf(MEI) })).toBe(true);
    expect(await isShown(BY)).toBe(true);
    world.restart({ canPostTo: () => false });
    expect(await isShown(BY)).toBe(false);
  });
});

describe('unfollowing a topic', () => {
  beforeEach(async () => {
    for (const topic of ['高标准农田', '高中校园安全', '油茶产业', '2024']) {
      await follow(topic);
      world.now += 1;
    }
  });

  it.each([
    ['高标准农田', '高标准农田'],
    ['高標準農田', '高标准农田'],
    ['油茶', '油茶产业'],
    ['高中', '高中校园安全'],
    ['2', '高中校园安全'],
    ['3.', '油茶产业'],
    ['2024', '2024'],
    ['4', '2024'],
  ])('finds it by its words, its beginning or its number: %s', async (said, gone) => {
    expect(await unfollow(said)).toBe(zh.unfollowed({ text: gone }));
    expect(await followed()).not.toContain(gone);
    expect(await followed()).toHaveLength(3);
  });

  it.each(['高', '农田', '0', '5', '99', '-1', '*'])('does not take %s for a topic', async (said) => {
    await unfollow(said);
    expect(await followed()).toHaveLength(4);
  });

  it('offers a choice where several have that name', async () => {
    await follow('油茶产业', { agency: '林业局' });
    const { text, message } = await world.command('unfollow', { topic: '油茶产业' }, BY);
    expect(text).not.toContain(zh.notFollowed('油茶产业'));
    expect(await followed()).toHaveLength(5);
    const { action } = pressables(message).find(({ label }) => label.includes('林业局')) ?? { action: '' };
    await world.press(action, BY);
    expect((await world.topics()).filter(({ agency }) => agency)).toEqual([]);
  });

  it('works by a press, which shows what is left; a second press changes nothing', async () => {
    const { message, audiences, sent } = await world.command('following', {}, BY);
    expect(audiences).toEqual(['asker']);
    expect(sent[0].placeBound).toBe(true); // its buttons are about this place
    const [first] = pressables(message);
    const pressed = await world.press(first.action, BY);
    expect(pressed.sent[0].mode).toBe('replace');
    expect(pressed.text).toContain(zh.unfollowed({ text: '高标准农田' }));
    expect(pressed.text).toContain(zh.followingHeading(3, MAX_TOPICS));
    await world.press(first.action, BY);
    expect(await followed()).toHaveLength(3);
  });

  it('does not work by the press of somebody without the right', async () => {
    const { message } = await world.command('following', {}, BY);
    const [{ action }] = pressables(message);
    expect((await world.press(action, { person: BEN })).text).toBe(en.notYourButton());
    expect(pressables((await world.command('following', {}, { person: BEN })).message)).toEqual([]);
    expect(await followed()).toHaveLength(4);
  });

  it('works by the press of another digest manager, not of a former one', async () => {
    const [{ action }] = pressables((await world.command('following', {}, BY)).message);
    const refused = await world.press(action, { person: { ...MANAGER, manager: false } });
    expect(refused.text).toBe(zh.digestManagersOnly());
    expect(await followed()).toHaveLength(4);
    await world.press(action, { person: { ...BEN, manager: true } });
    expect(await followed()).toHaveLength(3);
  });

  it('suggests topics by their text while somebody types', async () => {
    const offers = await world.chat.complete({
      ...BY,
      place: GROUP,
      command: 'unfollow',
      option: 'topic',
      partial: '高',
    });
    expect(offers.map(({ value }) => value)).toEqual(['高标准农田', '高中校园安全']);
  });

  it('removes it from the next digest', async () => {
    await world.command('digest on', { zone: 'Asia/Shanghai' }, BY);
    await unfollow('高标准农田');
    await world.at(NEXT_MORNING);
    expect(textIn(world.lastIn().message)).not.toContain(zh.topicHeading({ text: '高标准农田' }));
  });
});

describe('a followed topic in a digest', () => {
  it.each(['discord', 'telegram'] as const)('fits one message on %s at its maximum', async (platform) => {
    world.medium = platform;
    await world.command('digest on', { zone: 'Asia/Shanghai' }, BY);
    const words = [
      '资金',
      '高标准农田',
      '老年食堂',
      '油茶',
      '路灯',
      '校园安全',
      '项目',
      '公路',
      '医院',
      '就业',
    ];
    for (const word of words)
      for (const filler of ['有什么进展？', '存在哪些问题？'])
        await follow(`${word}${filler}`.padEnd(200, `（请说说${word}）`).slice(0, 200));
    expect(await followed()).toHaveLength(MAX_TOPICS);
    await world.command('following', {}, BY);
    await world.at(NEXT_MORNING);
    expect(world.posted).toHaveLength(1); // and it passed the checks of `DigestWorld`
    expect(quotesIn(world.lastIn().message).length).toBeGreaterThan(0);
  });

  it('is shown once: the next day has other passages', async () => {
    await world.command('digest on', { zone: 'Asia/Shanghai' }, BY);
    await follow('老年食堂');
    await world.at(NEXT_MORNING);
    const first = quotesIn(world.lastIn().message).map(({ id }) => id);
    expect(textIn(world.lastIn().message)).toContain(zh.topicHeading({ text: '老年食堂' }));
    expect(first.length).toBeGreaterThan(0);
    await world.at(NEXT_MORNING + DAY_MS);
    const second = quotesIn(world.lastIn().message).map(({ id }) => id);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });
});
