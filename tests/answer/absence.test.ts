// Which words of a question are said to be in none of the reports: whole words that name a thing, and only
// where no text holds them in any form.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/index.ts';
import { occursAnywhere, type PassageIndex } from '../../src/search/index.ts';
import { indexOver, readFolder } from '../fixtures/read-reports.ts';
import { indexOf } from '../search/corpus.ts';

const LIBRARY = `河鹭市图书馆2024年工作总结

一、借阅服务
全年接待读者12万人次，外借图书8.6万册。

二、盲人阅览室
新购书刊600种，修复古
籍41册。
`;
const ZOO = `河鷺市動物園2024年工作總結

一、動物飼養
園內現有大熊貓兩隻，今年繁殖狐猴七隻。

二、遊客服務
票款收入一千二百萬元。
`;
const FERRY = `Harbour Ferry Company: Annual Report 2022

Apprenticeships

Six learners joined the engine room. Two vessels were rebuilt, and a pier was built in the winter.

Outlook

The company will buy a boat. State-owned quays are leased until 2030. Labour costs fell. Ｄｉｅｓｅｌ was dear.
`;

const chinese = indexOf({ 'a.txt': LIBRARY, 'b.txt': ZOO });
const english = indexOf({ 'c.txt': FERRY });
const mixed = indexOf({ 'a.txt': LIBRARY, 'b.txt': ZOO, 'c.txt': FERRY });

/** The words that are said to be absent; none where there is an answer. */
function absentFor(question: string, index: PassageIndex): string[] {
  const given = answer(question, [], index);
  return given.answered ? [] : given.unknownWords;
}

describe('a word that no report holds', () => {
  it.each<[string, PassageIndex, string]>([
    ['動物園有沒有企鵝', chinese, '企鵝'],
    ['图书馆有没有飞机', chinese, '飞机'],
    ['who feeds the penguins', chinese, 'penguins'],
    ['is there a helicopter', english, 'helicopter'],
    ['有没有直升机', english, '直升机'],
    ['Did they buy a Helicopter?', mixed, 'Helicopter'],
  ])('is named as it was asked: %s', (question, index, word) => {
    expect(absentFor(question, index)).toEqual([word]);
  });
});

describe('nothing is said', () => {
  it.each<[string, PassageIndex]>([
    ['动物园的票多少钱', chinese], // in a title, in the other script
    ['盲人去哪里看病', chinese], // in a heading
    ['古籍有多少本', chinese], // across a line end
    ['who builds the piers', english],
    ['who is an apprentice', english], // in a heading, another word of the family
    ['a state owned quay', english],
    ['the price of labor', english],
    ['was diesel dear', english], // in full width
    ['船只有几艘', english], // by its meaning
    ['vessel', mixed],
  ])('of a word that occurs in another form: %s', (question, index) => {
    expect(absentFor(question, index)).toEqual([]);
  });

  it.each<[string, PassageIndex]>([
    ['讲个笑话', chinese],
    ['你好，请问一下', chinese],
    ['罚多少钱一天', chinese],
    ['有沒有呀', chinese],
    ["I've been told what's better", english],
    ['sorry, anybody here?', english],
    ['the heliocpter', english], // misspelled
  ])('of words that only ask, nor of scraps: %s', (question, index) => {
    expect(absentFor(question, index)).toEqual([]);
  });

  it('of other files than those that may be read', () => {
    expect(absentFor('有没有狐猴', chinese)).toEqual([]);
    expect(absentFor('有没有狐猴', indexOf({ 'a.txt': LIBRARY }))).toEqual(['狐猴']);
  });
});

describe('the look at the texts', () => {
  it('takes linear time', () => {
    const near = indexOf({ 'a.txt': `${LIBRARY}\n${'企 '.repeat(50_000)}\n${'heli-'.repeat(50_000)}` });
    expect(occursAnywhere(['企鹅', 'helicopter'], near)).toBe(false);
  });
});

const CASES = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));

describe('the cases', () => {
  const caseIndex = async (name: string) => indexOver((await readFolder(path.join(CASES, name))).files);
  const firstQuote = (question: string, index: PassageIndex) => {
    const given = answer(question, [], index);
    return given.answered ? given.quotes[0].text : '';
  };

  it.skipIf(!fs.existsSync(CASES))('of words of English texts: quoted, and never absent', async () => {
    const index = await caseIndex('retail-sales');
    expect(firstQuote('retail sales', index)).toMatch(/^Retail sales/);
    for (const question of ['sale of cars', 'duty on motor vehicle', 'retail'])
      expect(absentFor(question, index)).toEqual([]);
  });

  it.skipIf(!fs.existsSync(CASES))('of words of headings: quoted, and never absent', async () => {
    const index = await caseIndex('words-of-headings');
    expect(firstQuote('部分公开的有多少件', index)).toContain('40件');
    expect(absentFor('信息公開報告有沒有部分公開', index)).toEqual([]);
  });
});
