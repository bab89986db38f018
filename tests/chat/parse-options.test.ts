// Options in one line of plain words, in any order.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import { commandOf, withFullName } from '../../src/chat/find-command.ts';
import { COMMANDS } from '../../src/chat/index.ts';
import { parseOptions } from '../../src/chat/parse-options.ts';
import { SETTINGS } from '../../src/chat/settings.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { leastMs } from '../speed.ts';
import { quotesIn } from './message-content.ts';
import { words } from './words.ts';
import { MANAGER, World } from './world.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

function valuesOf(line: string): Record<string, string> {
  const [, name, words] = /^\/(\S+) ?(.*)$/s.exec(line) ?? [];
  const request = withFullName({ type: 'command', name, values: words, private: false });
  const command = commandOf(request);
  if (!command || typeof request.values !== 'string') throw new Error(`there is no command ${name}`);
  return parseOptions(command, request.values, index);
}

describe('a line of words', () => {
  it.each<[line: string, values: Record<string, string>]>([
    // each word to the option that it can only mean, in any order
    ['/search 高标准农田 林业局 2023', { words: '高标准农田', agency: '林业局', period: '2023' }],
    ['/search 2023 林业局 高标准农田', { words: '高标准农田', agency: '林业局', period: '2023' }],
    ['/search 老年食堂 收费 2024年上半年', { words: '老年食堂 收费', period: '2024年上半年' }],
    ['/search 路灯 卫健委', { words: '路灯', agency: '卫健委' }],
    ['/search 路灯 2023年', { words: '路灯', period: '2023年' }],
    ['/search  路灯\t栖鹭镇\n', { words: '路灯', agency: '栖鹭镇' }],
    // choices by their words in each language, and by their values
    ['/search 资金 存在的问题', { words: '资金', part: 'problems' }],
    ['/search 资金 存在的問題', { words: '资金', part: 'problems' }],
    ['/search 资金 problems', { words: '资金', part: 'problems' }],
    ['/search 资金 Problems', { words: '资金', part: 'problems' }],
    ['/search 资金 下一步打算', { words: '资金', part: 'plans' }],
    ['/reports 栖鹭镇 政府工作报告', { agency: '栖鹭镇', kind: 'government-work-report' }],
    ['/settings 简短', { length: 'short' }],
    ['/settings English', { language: 'en' }],
    ['/settings 仅管理员', { audience: 'managers' }],
    ['/settings 人人可设', { digests: 'everyone' }],
    // a time zone is written as one likes
    ['/settings 上海 简短', { zone: '上海', length: 'short' }],
    ['/settings New York English', { zone: 'New York', language: 'en' }],
    ['/report 林业局2023年上半年 亮点', { name: '林业局2023年上半年', part: 'highlights' }],
    // a question names agencies and times itself: none of its words is taken out
    [
      '/ask what grew in all of 2023 and in Q1 2024 林业局',
      { question: 'what grew in all of 2023 and in Q1 2024 林业局' },
    ],
    ['/ask 2023', { question: '2023' }],
    // a comparison of two and three
    ['/compare 路灯 栖鹭镇 柳汀街道', { topic: '路灯', first: '栖鹭镇', second: '柳汀街道' }],
    [
      '/compare 老年食堂 收费 栖鹭镇 柳汀街道 石磨岭乡',
      { topic: '老年食堂 收费', first: '栖鹭镇', second: '柳汀街道', third: '石磨岭乡' },
    ],
    // words that only look like a name, a time or an office
    ['/search 镇', { words: '镇' }],
    ['/search 审计局 路灯', { words: '审计局 路灯' }],
    ['/search 2023万元', { words: '2023万元' }],
    ['/search 怎么办', { words: '怎么办' }],
    // nothing is given away that is needed
    ['/search 建议', { words: '建议' }],
    ['/search 2023', { words: '2023' }],
    ['/search problems 2023', { words: 'problems 2023' }],
    // the whole line for an option of free text alone
    ['/verify 2023年 林业局 存在的问题', { text: '2023年 林业局 存在的问题' }],
    ['/quote [n2725slz-0-x8-c]', { id: '[n2725slz-0-x8-c]' }],
    ['/pair AAAA BBBB CCCC', { code: 'AAAA BBBB CCCC' }],
    // a place by its id beside a choice
    ['/allow discord:guild:123', { place: 'discord:guild:123' }],
    ['/allow channel', { scope: 'channel' }],
    ['/deny 只限本频道', { scope: 'channel' }],
    // nothing
    ['/allow', {}],
    ['/reports ', {}],
    ['/help what can you do', {}],
    ['/privacy', {}],
  ])('%j', (line, values) => {
    expect(valuesOf(line)).toEqual(values);
  });

  it('without words gives no values, for any command', () => {
    for (const { name } of COMMANDS)
      for (const value of Object.values(valuesOf(`/${name} `))) expect(value).toBe('');
  });

  it('keeps every word, whichever option it goes to', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '路灯',
        '林业局',
        '2023',
        '问题',
        'problems',
        '栖鹭镇',
        '简短',
        '__proto__',
        '2024年上半年',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => !/\s/.test(text)),
    );
    const names = COMMANDS.filter(({ options }) => Object.values(options).some(({ choices }) => !choices));
    fc.assert(
      fc.property(
        fc.constantFrom(...names.map(({ name }) => name)),
        fc.array(word, { minLength: 1, maxLength: 6 }),
        (name, words) => {
          const given = Object.values(valuesOf(`/${name} ${words.join(' ')}`))
            .join(' ')
            .split(' ');
          expect(given).toHaveLength(words.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a time zone beside other text', () => {
  const NAMES = words('x', '甲');
  const alarm: Command = {
    name: 'alarm',
    names: NAMES,
    summary: NAMES,
    options: {
      time: { names: NAMES, summary: NAMES },
      zone: SETTINGS.zone,
      days: {
        names: NAMES,
        summary: NAMES,
        choices: [
          { value: 'thu', labels: words('Thursday', '周四', '週四') },
          { value: 'fri', labels: words('Friday', '周五', '週五') },
        ],
      },
    },
    right: 'everyone',
    anywhere: false,
    audience: 'everyone',
    run: () => Promise.reject(new Error('is not run')),
  };

  it.each<[line: string, values: Record<string, string>]>([
    ['08:30 北京', { time: '08:30', zone: '北京' }],
    ['Asia/Shanghai 8:30', { time: '8:30', zone: 'Asia/Shanghai' }],
    ['UTC+8 早上8点 周四', { time: '早上8点', zone: 'UTC+8', days: 'thu' }],
    // America/Thule begins with it, too
    ['8:30 thu', { time: '8:30', days: 'thu' }],
    ['8:30 Thu Tokyo', { time: '8:30', zone: 'Tokyo', days: 'thu' }],
    ['8:30 Nowhere', { time: '8:30 Nowhere' }],
  ])('is found by its name: %j', (line, values) => {
    expect(parseOptions(alarm, line, index)).toEqual(values);
  });
});

describe('a command in one line', () => {
  it('is the same as with its options', async () => {
    const world = new World(index);
    const line = await world.command('search', '老年食堂 栖鹭镇 2023年上半年');
    const options = await world.command('search', {
      words: '老年食堂',
      agency: '栖鹭镇',
      period: '2023年上半年',
    });
    expect(line.message).toEqual(options.message);
    expect(quotesIn(line.message).length).toBeGreaterThan(0);
  });

  it('changes a setting by the words of its value', async () => {
    const world = new World(index);
    await world.command('settings', '简短', { person: MANAGER });
    expect(await world.store.settings.get('fake:guild:1')).toEqual({ length: 'short' });
  });

  it('is parsed fast at the length of the longest message', () => {
    const MAX_MS = 2000;
    const read = () => valuesOf(`/search ${'甲局 '.repeat(1300)}`);
    expect(leastMs(read, MAX_MS)).toBeLessThan(MAX_MS);
  });
});
