// Asking: an overview, a fact, no answer; and asking only some of the reports.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localeOf, TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressables, quotesIn } from './message-content.ts';
import { BEN, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const PROBLEMS = '林业局2023年上半年存在哪些问题';
const FACT = '栖鹭镇老年食堂80岁以上老人每餐多少钱';
const UNSAID = '磁悬浮列车什么时候通车';

const labels = (responder: Awaited<ReturnType<World['say']>>) =>
  pressables(responder.message).map(({ label }) => label);
const filesOf = (responder: Awaited<ReturnType<World['say']>>) => [
  ...new Set(
    quotesIn(responder.message).map(
      ({ reportId }) => index.reports.find(({ id }) => id === reportId)?.file ?? reportId,
    ),
  ),
];

describe('a question', () => {
  it('for a part of a report is answered with all of its points, each with its id', async () => {
    const { message, audiences } = await world.say(PROBLEMS);
    expect(quotesIn(message).map(({ text }) => text.slice(0, 2))).toEqual(['一是', '二是', '三是', '四是']);
    expect(new Set(quotesIn(message).map(({ id }) => id)).size).toBe(4);
    expect(audiences).toEqual(['everyone']);
  });

  it('for a fact is answered with the sentence that holds it', async () => {
    const { message } = await world.say(FACT);
    expect(quotesIn(message)[0].text).toContain('80岁以上4元');
  });

  it('without an answer in the reports says so, with the words that no report holds', async () => {
    const { text } = await world.say(UNSAID);
    expect(text).toContain(zh.notFound());
    expect(text).toContain(zh.unknownWords(['磁悬浮列车']));
  });

  it('of nothing but white space is answered with how to ask', async () => {
    for (const text of ['', '  ', '\n\t']) {
      const said = await world.say(text);
      expect(said.text).toContain(zh.helpAsking(index.reports.length));
    }
  });

  it('is the same in plain words and as a command', async () => {
    const plain = await world.say(FACT);
    const command = await world.command('ask', { question: FACT });
    expect(command.message).toEqual(plain.message);
    expect(command.audiences).toEqual(['everyone']);
  });

  it('asked privately as a command is answered to the asker alone', async () => {
    const { audiences } = await world.command('ask', { question: FACT }, { private: true });
    expect(audiences).toEqual(['asker']);
  });

  it('can be rated as helpful or not, whatever the answer', async () => {
    for (const question of [PROBLEMS, FACT, UNSAID])
      expect(labels(await world.say(question))).toEqual(
        expect.arrayContaining([zh.helpful(), zh.unhelpful()]),
      );
  });

  it('with few quotes has more context behind each, with many behind one choice', async () => {
    const few = await world.say(FACT);
    expect(labels(few).filter((label) => label === zh.moreContext())).toHaveLength(
      quotesIn(few.message).length,
    );
    const many = labels(await world.say(PROBLEMS));
    expect(many).not.toContain(zh.moreContext());
    expect(many).toEqual(expect.arrayContaining([1, 2, 3, 4].map((number) => zh.numberedQuote(number))));
  });
});

describe('a name and nothing else', () => {
  it.each(['柳汀街道', '发改委', '柳汀街道2023年工作总结', '林业局2023年上半年工作总结', 'transport bureau'])(
    'opens the only report that it names: %s',
    async (name) => {
      const { text, message } = await world.say(name);
      expect(text).toContain(localeOf(name) === 'zh' ? zh.outlineHeading() : en.outlineHeading());
      expect(quotesIn(message)).toEqual([]);
    },
  );

  it.each([
    ['林业局', 3],
    ['林業局', 3],
    ['the forestry bureau', 3],
    ['林业局2023年', 2],
    ['栖鹭镇', 3],
  ])('asks which of several reports is meant: %s', async (name, count) => {
    const said = await world.say(name);
    const choices = pressables(said.message);
    expect(choices).toHaveLength(count);
    const card = await world.press(choices[0].action);
    expect(card.text).toContain(choices[0].label);
  });

  it('is followed up with what is asked of it', async () => {
    const { key: replyTo } = await world.say('柳汀街道');
    const { message } = await world.say('有哪些问题', { replyTo });
    const reports = quotesIn(message).map(({ reportId }) => index.report(reportId)?.title);
    expect(new Set(reports)).toEqual(new Set(['柳汀街道2023年工作总结']));
  });

  it('of an author that no report is by is answered with that', async () => {
    expect((await world.say('财政局')).text).toContain(zh.unknownAuthors(['财政局']));
  });
});

describe('a question to some reports', () => {
  it('by name is answered from that report', async () => {
    const said = await world.command('ask', {
      question: '存在哪些问题',
      report: '林业局2023年上半年工作总结',
    });
    expect(filesOf(said)).toEqual(['forestry-2023-h1.txt']);
    expect(quotesIn(said.message)).toHaveLength(4);
  });

  it('by the id that a suggestion gives is answered from that report', async () => {
    const [{ id, file }] = index.reports;
    expect(filesOf(await world.command('ask', { question: '存在哪些问题', report: id }))).toEqual([file]);
  });

  it('of an agency is answered from its reports, however the agency is written', async () => {
    for (const agency of ['卫健委', '卫生健康委员会', '衛健委', 'weijianwei', 'health commission']) {
      const files = filesOf(await world.command('ask', { question: '执法人员有多少', agency }));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(file).toMatch(/^health-/);
    }
  });

  it('on a period is answered from the reports on that period', async () => {
    for (const period of ['2024年上半年', '2024 H1', 'first half of 2024']) {
      const files = filesOf(await world.command('ask', { question: '老年食堂', period }));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(file).toMatch(/-2024-h1\./);
    }
  });

  it('of an agency and a period is answered from the reports of both', async () => {
    const said = await world.command('ask', { question: '存在哪些问题', agency: '林业局', period: '2023年' });
    expect(filesOf(said).length).toBeGreaterThan(0);
    for (const file of filesOf(said)) expect(file).toMatch(/^forestry-2023/);
  });

  it.each<[filter: 'report' | 'agency' | 'period', given: string, there: string]>([
    ['report', '审计局2023年工作总结', '林业局2023年上半年工作总结'],
    ['agency', '审计局', '交通运输局'],
    ['period', '2019', '2023年上半年'],
  ])('with a filter that fits no report names others: %s %s', async (filter, given, there) => {
    const { text, message, audiences } = await world.command('ask', { question: FACT, [filter]: given });
    expect(text).toContain(zh.noSuchReports(zh.filterName(filter), given));
    expect(text).toContain(zh.thereAre());
    expect(text).toContain(there);
    expect(quotesIn(message)).toEqual([]);
    expect(audiences).toEqual(['everyone']);
  });

  it('with two filters that leave no report names the reports of the first one', async () => {
    const { text } = await world.command('ask', {
      question: FACT,
      agency: '柳汀街道',
      period: '2024年上半年',
    });
    expect(text).toContain(zh.noSuchReports(zh.filterName('period'), '2024年上半年'));
    expect(text).toContain('2023年');
    expect(text).not.toContain('林业局');
  });

  it('with a wrong filter is refused in the person’s language; it is answered in the question’s language', async () => {
    const wrong = await world.command('ask', { question: FACT, period: '2019' }, { person: BEN });
    expect(wrong.text).toContain(en.noSuchReports('period', '2019'));
    const right = await world.command('ask', { question: FACT }, { person: BEN });
    expect(right.text).toContain(zh.factsIntro(quotesIn(right.message).length));
  });
});
