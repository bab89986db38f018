// The terminal chat: numbers of actions stay valid, access is never closed, nothing is stored.
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core, Locale } from '#core';
import { runTerminal, TERMINAL_PERSON } from '../../adapters/terminal/index.ts';
import { localeFrom } from '../../adapters/terminal/locale.ts';
import { NumberedActions } from '../../adapters/terminal/numbered-actions.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { World } from '../chat/world.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const { zh } = TEXTS;
const QUESTION = '林业局2023年上半年存在哪些问题';
const ANSWER = '一是造林用地越来越难找。';
const CONTEXT = zh.contextHeading('林业局2023年上半年工作总结');

/** All that is printed while these lines are typed. */
async function talk(lines: string[], locale: Locale = 'zh'): Promise<string> {
  const access = { open: true, ownerIds: [TERMINAL_PERSON], alwaysOpen: true as const };
  const { chat } = new World(index, { access, isVolatile: true });
  const core = {
    reports: () => index.reports,
    fileCount: 13,
    exampleQuestions: () => [],
    warmUp: async () => {},
  } as unknown as Core;
  const [input, output] = [new PassThrough(), new PassThrough()];
  const printed: string[] = [];
  output.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  input.end(lines.join('\n'));
  const screen = { input, output: output as unknown as NodeJS.WriteStream, colour: false, isDumb: false };
  await runTerminal(core, chat, screen, locale);
  return printed.join('');
}

describe('the numbers of an answer', () => {
  it('stay valid after one of them was chosen, and what comes of it counts on', async () => {
    const said = await talk([QUESTION, '/1', '/2', '/3']);
    expect(said.split(CONTEXT)).toHaveLength(4);
    expect(said.match(/ \/1 /g)).toHaveLength(1);
    expect(said).not.toContain(zh.oldButton());
  });

  it('begin anew with the next answer, and stay where that has none', async () => {
    expect((await talk([QUESTION, '栖鹭镇2023年存在哪些问题', '/1'])).match(/ \/1 /g)).toHaveLength(2);
    expect(await talk([QUESTION, '/privacy', '/1'])).toContain(CONTEXT);
  });

  it('that name nothing are answered so', async () => {
    const said = await talk(['/1', QUESTION, '/0', '/77', '／77', '/1']);
    expect(said).toContain(zh.noSuchNumber('1', 0));
    expect(said).toMatch(/没有编号 \/0，现在可选 \/1 至 \/\d+。/);
    expect(said.match(/没有编号 \/77，现在可选 \/1 至 \/\d+。/g)).toHaveLength(2);
    expect(said).toContain(CONTEXT);
    expect(said).not.toContain(zh.oldButton());
  });

  it('have three digits at most: then they begin anew', () => {
    const numbers = new NumberedActions();
    const actions = Array.from({ length: 40 }, (_, i) => `a${i}`);
    for (let message = 0; message < 100; message++) {
      numbers.begin('choice');
      const shown = numbers.add(actions, `m${message}`);
      expect(shown.indexOf('a39')).toBe(numbers.last - 1);
      expect(numbers.at(numbers.last)).toEqual({ action: 'a39', message: `m${message}` });
      expect(numbers.last).toBeLessThan(1000);
    }
  });
});

describe('the person at the terminal', () => {
  it.each(['/deny', '/deny 只限本频道', '/deny everywhere', '/禁止', '/deny terminal:0', '/deny every-chat'])(
    'cannot be shut out: %s',
    async (deny) => {
      const said = await talk([deny, '/help', QUESTION]);
      for (const text of [zh.alwaysOpen(), zh.helpHeading(), ANSWER]) expect(said).toContain(text);
      expect(said).not.toContain(zh.notKept());
    },
  );

  it.each([
    ['/settings', '/设置 简短'],
    ['/follow 古树', '/unfollow 古树'],
    ['/digest on 8:30', '/digest off'],
    ['/settings', '/2'],
  ])('is told once that nothing of what is set is kept: %s, %s', async (...lines) => {
    expect((await talk(lines)).split(zh.notKept())).toHaveLength(2);
  });

  it('is not answered so where nothing is set', async () => {
    expect(await talk([QUESTION, '/1', '/help', '/digest status'])).not.toContain(zh.notKept());
  });

  it('is greeted in the language of the greeting', async () => {
    const said = await talk(['你好', '谢谢'], 'en');
    expect(said).toContain(zh.helpHeading());
    expect(said).toContain(zh.welcome());
    expect(said.endsWith(`${TEXTS.en.goodbye()}\n`)).toBe(true);
  });

  it('may type a slash in full width, Windows line ends, or a text in another encoding, which is reported', async () => {
    const said = await talk(['\ufeff／help\r', '\ufffd\ufffd\r', '／ＱＵＩＴ\r', '/reports']);
    expect(said).toContain(zh.helpHeading());
    expect(said).toContain(zh.notUtf8());
    expect(said).not.toContain(zh.catalogueIntro(16));
  });
});

describe('the language of the system', () => {
  it.each([
    ['en-GB', 'en'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['de-DE', 'zh'],
  ])('%s is spoken as %s', (tag, locale) => {
    expect(localeFrom(tag)).toBe(locale);
  });
});
