// Conversations over the sample set: what a follow-up is answered with, what points at the last answer, and that a complete
// question is answered as if it were the first one.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer, compose } from '../../src/answer/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { readGold, SAMPLE } from '../bench/score.ts';
import { sampleIndex } from './sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const ask = (...questions: string[]): Answer =>
  answer(questions[questions.length - 1], questions.slice(0, -1), index);
const quotesOf = (given: Answer) => (given.answered ? given.quotes : []);
const filesOf = (given: Answer) => [...new Set(quotesOf(given).map(({ file }) => file))];
const wordsOf = (given: Answer) =>
  quotesOf(given)
    .map(({ text }) => text)
    .join('\n');
/** What is shown, or that nothing is. */
const shownBy = (given: Answer) => quotesOf(given).map(({ id }) => id);

const ZH = '林业局2023年上半年存在哪些问题';
const EN = 'What problems did the forestry bureau have in the first half of 2023?';

describe('a follow-up', () => {
  it.each<[kind: string, questions: string[], file: string, words: string]>([
    ['to another part', [ZH, '又有什么打算？'], 'forestry-2023-h1.txt', '对照任务补进度'],
    ['to another part', [EN, 'and what are the plans?'], 'forestry-2023-h1.txt', '对照任务补进度'],
    ['to another author', [ZH, '那卫健委呢？'], 'health-2023-h1.txt', '监管力量不足'],
    ['to another author', [EN, 'what about the health commission?'], 'health-2023-h1.txt', '监管力量不足'],
    ['to another town', [ZH, '栖鹭镇呢'], 'qilu-town-2023-h1.txt', '镇级财力薄弱'],
    ['to another period', [ZH, '2024年上半年呢'], 'forestry-2024-h1.txt', ''],
    ['to another period', [EN, 'and in the first half of 2024?'], 'forestry-2024-h1.txt', ''],
    ['by a pronoun', [ZH, '它有哪些打算'], 'forestry-2023-h1.txt', '对照任务补进度'],
    ['by a pronoun', [EN, 'which plans do they have?'], 'forestry-2023-h1.txt', '对照任务补进度'],
    ['after small talk', [ZH, '谢谢', '又有什么打算？'], 'forestry-2023-h1.txt', '对照任务补进度'],
    ['after small talk', [EN, 'thanks a lot', 'and the plans?'], 'forestry-2023-h1.txt', '对照任务补进度'],
    ['of a follow-up', [ZH, '那卫健委呢？', '有什么打算'], 'health-2023-h1.txt', ''],
  ])('%s: %j', (_, questions, file, words) => {
    const given = ask(...questions);
    expect(filesOf(given)).toEqual([file]);
    expect(wordsOf(given)).toContain(words);
  });
});

describe('a question that leaves the subject', () => {
  it.each([
    ['栖鹭镇2023年做了哪些工作', `算了，不聊镇里了。${ZH}`, ZH],
    ['栖鹭镇2023年做了哪些工作', `换个问题：${ZH}`, ZH],
    ['What did Qilu do in 2023?', `ok, forget the town. ${EN}`, EN],
    ['What did Qilu do in 2023?', `Different subject: ${EN}`, EN],
  ])('after %j: %j', (earlier, question, alone) => {
    expect(shownBy(ask(earlier, question))).toEqual(shownBy(ask(alone)));
  });
});

describe('what points at the answer before', () => {
  it.each([
    [ZH, '第2条展开'],
    [ZH, '第二点详细说说'],
    [EN, 'tell me more about the second one'],
    [EN, 'expand on point 2'],
  ])('by number gets the whole point: %j, %j', (earlier, question) => {
    const given = ask(earlier, question);
    expect(quotesOf(given).length).toBeGreaterThan(0);
    for (const { path } of quotesOf(given)) expect(path.join()).toContain('二是资金紧张');
  });

  it.each(['最后一条', 'the last one'])('as the last gets that point: %s', (question) => {
    expect(quotesOf(ask(ZH, question))[0].path.join()).toContain('四是油茶加工是短板');
  });

  it.each(['还有吗', '更多', '继续', 'more', 'go on', 'anything else?'])(
    'by a wish for more gets what comes after it, and then the end of it: %s',
    (more) => {
      const question = '石磨岭乡争取供水改造资金多少';
      const first = ask(question);
      const second = ask(question, more);
      if (first.answered && first.further.length > 0)
        expect(shownBy(second)).toEqual(first.further.map(({ id }) => id).slice(0, shownBy(second).length));
      const end = ask(ZH, more);
      expect(compose(end, 'zh')).toEqual([{ type: 'paragraph', text: TEXTS.zh.noMore() }]);
    },
  );

  it('says so where there is no such point', () => {
    const given = ask(EN, 'the ninth one');
    expect(compose(given, 'en')).toEqual([{ type: 'paragraph', text: TEXTS.en.noMore() }]);
  });
});

describe('a complete question', () => {
  it('is answered after a no as it is alone', () => {
    for (const question of ['林业局2023年存在哪些问题？', EN, ZH])
      for (const earlier of ['大熊猫繁育基地建在哪里', 'who won the football world cup'])
        expect(shownBy(ask(earlier, question))).toEqual(shownBy(ask(question)));
  });

  it('is answered after any other as it is alone', async () => {
    const gold = await readGold(SAMPLE);
    const NAMED = /局|委|镇|bureau|commission|Qilu/;
    const complete = (gold?.questions ?? [])
      .filter(({ question, history }) => !history?.length && NAMED.test(question))
      .map(({ question }) => question);
    expect(complete.length).toBeGreaterThan(20);
    const any = fc.constantFrom(...complete);
    fc.assert(
      fc.property(any, any, (earlier, question) => {
        expect([question, shownBy(ask(earlier, question))]).toEqual([question, shownBy(ask(question))]);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('several questions in one message', () => {
  it.each([
    ['林业局2023年上半年存在哪些问题？又有什么打算？', ZH, ['又有什么打算？']],
    [`${EN} And what are the plans?`, EN, ['And what are the plans?']],
    ['1、林业局2023年上半年存在哪些问题\n2、有什么打算', ZH, ['有什么打算']],
  ])('answers the first and offers the others: %j', (message, first, others) => {
    const given = ask(message);
    expect(shownBy(given)).toEqual(shownBy(ask(first)));
    expect(given.alsoAsked).toEqual(others);
    expect(compose(given, 'zh').at(-1)).toEqual({ type: 'list', items: others });
  });

  it.each(['在吗？林业局2023年上半年存在哪些问题？', `Hello? Anyone there? ${EN}`])(
    'takes no greeting for a question: %s',
    (message) => {
      expect(ask(message).alsoAsked).toEqual([]);
      expect(filesOf(ask(message))).toEqual(['forestry-2023-h1.txt']);
    },
  );

  it('takes no story for a question', () => {
    expect(ask(`昨天开会领导问起林业局，我一下子答不上来。${ZH}？`).alsoAsked).toEqual([]);
  });
});

describe('small talk', () => {
  it.each([
    '你是谁',
    '你能做什么呀',
    'who are you?',
    'tell me a joke',
    '？？？',
    '👍',
    'asdfgh',
    '哈哈哈',
    '谢谢',
  ])('is no question: %s', (text) => {
    const given = ask(text);
    expect(given).toMatchObject({ answered: false, smallTalk: true, nearMisses: [], unknownWords: [] });
    expect(compose(given, 'en')).toEqual([{ type: 'paragraph', text: TEXTS.en.aboutBot() }]);
  });

  it.each(['古树名木', '路灯', 'street lights'])('is not what bare words of the reports are: %s', (text) => {
    expect(ask(text).answered).toBe(true);
  });
});
