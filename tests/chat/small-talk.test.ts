// Small talk is answered as such, and questions are not mistaken for it.
import { beforeAll, describe, expect, it } from 'vitest';
import { knownSmallTalkIn, smallTalkIn, smallTalkLocale } from '../../src/chat/detect-small-talk.ts';
import { normalise } from '../../src/language/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { quotesIn } from './message-content.ts';
import { BEN, GROUP, HUA, MEI, privateChatOf, THREAD, World } from './world.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

describe('small talk', () => {
  it.each(['你好', '您好！', 'Hello', 'hi', '在吗？', '早上好。'])('greets: %s', (text) => {
    expect(knownSmallTalkIn(normalise(text))).toBe('greeting');
  });

  it.each(['谢谢', '謝謝您！', '谢谢啦', 'Thanks!', 'thank you so much', '辛苦了'])('thanks: %s', (text) => {
    expect(knownSmallTalkIn(normalise(text))).toBe('thanks');
  });

  it.each(['你好好说说林业局', '感谢信收到几封', '谢谢 林业局下半年呢', 'hello world programme', '', '？'])(
    'is not recognised in a question: %j',
    (text) => {
      expect(knownSmallTalkIn(normalise(text))).toBeUndefined();
    },
  );

  it('is answered with help, or with a word', async () => {
    const world = new World(index);
    expect((await world.say('你好')).text).toContain(TEXTS.zh.helpHeading());
    expect((await world.say('謝謝', { person: HUA })).text).toBe(TEXTS['zh-Hant'].welcome());
  });
});

describe('a message without a letter', () => {
  it.each(['？？？', '!!!', '🌲🌲🌲', '123'])(
    'is answered in the language of the person: %s',
    async (text) => {
      const world = new World(index);
      expect((await world.command('ask', { question: text })).text).toMatch(/[一-鿿]/);
      const english = await world.command('ask', { question: text }, { person: BEN });
      expect(english.text).toMatch(/[a-z]{3}/);
    },
  );
});

/** Messages that ask nothing. */
const REACTIONS = [
  ...[
    '👍',
    '👍👍👍',
    '👌🏻',
    '❤️',
    '🇨🇳',
    '👨‍👩‍👧‍👦',
    '1️⃣',
    '🆗',
    '㊗️',
    ':+1:',
    ':thumbsup:',
    '☺',
    '…',
    '。。。',
    '!!!',
    '😂 😂',
  ],
  ...[':)', ';-)', '^_^', 'xD', 'T_T', '~', '/', '——'],
  ...[
    'ok',
    'OK!',
    'okkkk',
    'Okay 👍',
    'k',
    'lol',
    'LOLOLOL',
    'hahaha',
    'nice',
    'got it',
    'no, thanks',
    "you're welcome",
  ],
  ...[
    '好',
    '好的',
    '好的👌',
    '好好好',
    '嗯',
    '嗯嗯',
    '哦',
    '行吧',
    '收到！',
    '明白了',
    '哈哈哈哈',
    '666',
    '+1',
    '不對',
    '再见',
  ],
];

describe('a message without a question', () => {
  it.each(REACTIONS)('is distinguished from a question: %j', (text) => {
    expect(smallTalkIn(text)).toBe('reaction');
  });

  it.each(['？', '??', '？！', '❓', '帮助', '怎么用？', 'help', 'What can you do?', ''])(
    'asks how to ask: %j',
    (text) => {
      expect(smallTalkIn(text)).toBe('help');
    },
  );

  it.each<[text: string, kind: string]>([
    ['好的，谢谢', 'thanks'],
    ['ok thanks 👍', 'thanks'],
    ['hi，在吗', 'greeting'],
    ['妳好！', 'greeting'],
    ['哈囉', 'greeting'],
    ['👋 hello', 'greeting'],
    ['嗯嗯，辛苦啦', 'thanks'],
  ])('is of the kind that ranks highest: %j', (text, kind) => {
    expect(smallTalkIn(text)).toBe(kind);
  });

  it.each([
    ...[
      '2024',
      '2024年呢',
      '林业局呢',
      '还有吗',
      '然后呢',
      '为什么',
      '多少',
      'why',
      'what about 2024',
      'forestry',
      '灯',
      '好人好事有哪些',
    ],
    ...[
      '对口支援做了什么',
      '行政审批',
      '在建项目',
      '谢谢 林业局下半年呢',
      '👍 林业局做得怎么样',
      'OK镇有多少人',
      '感谢信收到几封',
      '10:30:45 的会',
    ],
  ])('is not recognised in what may ask something: %j', (text) => {
    expect(smallTalkIn(text)).toBeUndefined();
  });
});

const acknowledgedIn = (text: string) => TEXTS[/[對]/.test(text) ? 'zh-Hant' : 'zh'].acknowledged();

describe('the reply to small talk', () => {
  const QUESTION = '磁悬浮列车什么时候通车';
  let world: World;
  beforeAll(() => {
    world = new World(index);
  });

  it.each(REACTIONS)('to %j repeats no earlier answer', async (text) => {
    const place = privateChatOf(MEI);
    await world.say(QUESTION, { place });
    expect((await world.say(text, { place })).text).toBe(acknowledgedIn(text));
    expect((await world.command('ask', { question: text }, { place })).text).toBe(acknowledgedIn(text));
  });

  it('to a 👍 among several people is nothing', async () => {
    for (const place of [GROUP, THREAD]) {
      const { key } = await world.say(QUESTION, { place });
      const { sent, dismissed } = await world.say('👍', { place, replyTo: key });
      expect({ sent, dismissed }).toEqual({ sent: [], dismissed: 1 });
    }
  });

  it('is no part of the conversation', async () => {
    const place = privateChatOf(MEI);
    await world.say('林业局2023年上半年存在哪些问题', { place });
    await world.say('好的', { place });
    expect(quotesIn((await world.say('又有什么打算？', { place })).message)).not.toEqual([]);
  });

  it('without words leaves a pending command open', async () => {
    const place = privateChatOf(BEN);
    await world.command('search', '', { place, person: BEN });
    expect((await world.say('👍', { place, person: BEN })).text).toBe(TEXTS.en.acknowledged());
  });

  it.each([
    ['你好', 'greeting', 'en', 'zh'],
    ['妳好', 'greeting', 'zh-Hant', 'zh-Hant'],
    ['謝謝', 'thanks', 'en', 'zh-Hant'],
    ['謝謝', 'thanks', 'zh', 'zh-Hant'],
    ['谢谢', 'thanks', 'en', 'zh'],
    ['你好', 'greeting', 'zh-Hant', 'zh-Hant'],
    ['hello', 'greeting', 'zh', 'en'],
    ['thanks', 'thanks', 'zh-Hant', 'en'],
    ['ok', 'reaction', 'zh', 'zh'],
    ['👍', 'reaction', 'zh-Hant', 'zh-Hant'],
    ['？', 'help', 'en', 'en'],
  ] as const)(
    'is in the language of the words: %s, %s to a person of %s in %s',
    (text, kind, menu, locale) => {
      expect(smallTalkLocale(text, kind, menu)).toBe(locale);
    },
  );

  it('is in the language of the words even where the person has another', async () => {
    expect((await world.say('你好', { person: BEN })).text).toContain(TEXTS.zh.helpHeading());
    expect((await world.say('hello', { person: MEI })).text).toContain(TEXTS.en.helpHeading());
    expect((await world.say('谢谢', { person: BEN })).text).toBe(TEXTS.zh.welcome());
  });
});
