// How a message looks on Discord: source, words and location; controls under a line.
import { describe, expect, it } from 'vitest';
import { render } from '../../adapters/discord/render.ts';
import { COMPONENT, label } from '../../adapters/discord/rendering/component.ts';
import { type Block, type Message, type ShownQuote, TEXTS } from '../../src/message/index.ts';

const REPORT = '林业局2023年工作总结';
const SENTENCE = '河岸两侧补种枫香三千余株。';
const LINE = '────';

function quote(text: string, more: Partial<ShownQuote> = {}): ShownQuote {
  const end = text.length;
  const id = 'abcd1234-0-a-b';
  return {
    id,
    reportId: 'abcd1234-0',
    start: 0,
    end,
    text,
    report: REPORT,
    path: ['一、造林'],
    emphasis: [],
    ...more,
  };
}

const quoteList = (path: string[], texts: string[], first = 0): Block => ({
  type: 'quote-list',
  report: REPORT,
  path,
  quotes: texts.map((text, i) => quote(text, { id: `abcd1234-0-a-${i}`, path })),
  first,
});

const press = (words: string) => ({ label: words, action: `c+${words.length}.1~abc1234` });
const componentsOf = (message: Message) =>
  render(message, { texts: TEXTS.zh, commandIds: new Map([['ask', '11']]) }).components;

/** Texts as they are sent, buttons in brackets, a choice by its prompt. */
const look = (message: Message): string[] =>
  componentsOf(message).map((child) => {
    if (child.type === COMPONENT.textDisplay) return child.content;
    if (child.type === COMPONENT.separator) return LINE;
    return child.components
      .map((each) => (each.type === COMPONENT.button ? `[${each.label}]` : `(${each.placeholder})`))
      .join(' ');
  });

describe('a quote on Discord', () => {
  it('is shown between its report and its location', () => {
    const emphasised = quote(SENTENCE, { emphasis: [{ start: 6, end: 8 }] });
    expect(look([{ type: 'quote', quote: emphasised, number: 2 }])).toEqual([
      [`**2.** 《${REPORT}》`, '> 河岸两侧补种**枫香**三千余株。', '-# 一、造林 › `abcd1234-0-a-b`'].join(
        '\n',
      ),
    ]);
  });

  it('keeps the lines of its source', () => {
    expect(look([{ type: 'quote', quote: quote('甲\n\n乙') }])[0]).toContain('\n> 甲\n> \n> 乙\n');
  });

  it('that is continued says so instead of its location', () => {
    const part = { start: 0, end: 5 };
    expect(look([{ type: 'quote', quote: quote(SENTENCE, { excerpt: part }), number: 1 }])).toEqual([
      `**1.** 《${REPORT}》\n> 河岸两侧补\n-# ${TEXTS.zh.continued()}`,
    ]);
  });
});

describe('quotes of one source', () => {
  it('stand under it, each under its number and id', () => {
    expect(look([quoteList(['二、问题'], ['甲。', '乙。'], 3)])).toEqual([
      [
        `**《${REPORT}》 › 二、问题**`,
        '-# **3.** `abcd1234-0-a-0`',
        '> 甲。',
        '-# **4.** `abcd1234-0-a-1`',
        '> 乙。',
      ].join('\n'),
    ]);
  });

  it('do not repeat a report that is named above them', () => {
    const intro: Block = { type: 'paragraph', text: `《${REPORT}》中共 1 条：` };
    expect(look([intro, quoteList(['二、问题'], ['甲。'])])[1]).toMatch(/^\*\*二、问题\*\*\n/);
    const other: Block = { type: 'paragraph', text: '《水利局2023年工作总结》中共 1 条：' };
    expect(look([other, quoteList(['二、问题'], ['甲。'])])[1]).toMatch(/^\*\*《.+》 › 二、问题\*\*\n/);
  });

  it('read on under the headings that are new', () => {
    const places = [['一', '（一）'], ['一', '（二）'], ['一'], ['二'], ['二', '（一）', '1'], []];
    const lines = look([
      { type: 'heading', text: `《${REPORT}》` },
      ...places.map((path) => quoteList(path, ['甲。'])),
    ]);
    expect(lines.slice(1).map((content) => content.split('\n')[0])).toEqual([
      '**一 › （一）**',
      '**（二）**',
      '**一**',
      '**二**',
      '**（一） › 1**',
      '-# `abcd1234-0-a-0`',
    ]);
  });
});

describe('a list on Discord', () => {
  it('that counts itself is a numbered one', () => {
    expect(look([{ type: 'list', items: ['11. 《甲》', '12. 《乙》'] }])).toEqual(['11. 《甲》\n12. 《乙》']);
  });

  it('that counts otherwise keeps its own numbers', () => {
    expect(look([{ type: 'list', items: ['1. 甲', '3. 乙'] }])).toEqual(['- 1\\. 甲\n- 3\\. 乙']);
  });

  it('has levels', () => {
    const items = ['一、工作', '\u3000（一）造林', '\u3000\u30001.补种', '二、问题'];
    expect(look([{ type: 'list', items }])).toEqual(['- 一、工作\n  - （一）造林\n    - 1.补种\n- 二、问题']);
  });

  it('keeps an item of several lines together', () => {
    expect(look([{ type: 'list', items: ['甲\n\n- 乙', '丙'] }])).toEqual(['- 甲\n  \\- 乙\n- 丙']);
  });
});

describe('what can be pressed on Discord', () => {
  const paragraph: Block = { type: 'paragraph', text: '甲' };
  const buttons: Block = { type: 'buttons', buttons: [press('有用')] };
  const choice: Block = { type: 'choice', prompt: '哪一条？', options: [press('第 1 条')] };

  it('of a quote is shown under it, of the message under a line', () => {
    const asked: Block = { type: 'quote', quote: quote(SENTENCE), actions: [press('前后文')] };
    expect(look([asked, choice, buttons]).slice(1)).toEqual(['[前后文]', LINE, '(哪一条？)', '[有用]']);
  });

  it('has no line above it where nothing is said', () => {
    expect(look([choice, buttons])).toEqual(['(哪一条？)', '[有用]']);
    expect(look([{ type: 'paragraph', text: ' ' }, buttons])).toEqual(['[有用]']);
    expect(look([paragraph, buttons])).toEqual(['甲', LINE, '[有用]']);
  });

  it('stands in rows of five', () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ label: `${i}`, action: `c+${i}.1~abc1234` }));
    expect(look([{ type: 'buttons', buttons: many }]).map((row) => row.split(' ').length)).toEqual([5, 5, 1]);
  });

  it('can be told apart where labels are the same or cut alike', () => {
    const long = '工作'.repeat(60);
    const options = [`${long}甲`, `${long}乙`, '丙'].map((words, i) => ({
      label: words,
      action: `r+${i}~abc1234`,
    }));
    const [row] = componentsOf([{ type: 'choice', prompt: '?', options }]);
    const [select] = row.type === COMPONENT.actionRow ? row.components : [];
    const labels = select.type === COMPONENT.stringSelect ? select.options.map((each) => each.label) : [];
    expect(labels).toEqual([`1. ${long.slice(0, 96)}…`, `2. ${long.slice(0, 96)}…`, '3. 丙']);
  });

  it.each([
    ['甲\n 乙', '甲 乙'],
    ['a'.repeat(80), 'a'.repeat(80)],
    ['a'.repeat(81), `${'a'.repeat(79)}…`],
    ['👨‍👩‍👧'.repeat(11), `${'👨‍👩‍👧'.repeat(9)}…`],
    [' \u200b\n', '…'],
  ])('has a label that fits and can be read: %j', (words, fitting) => {
    expect(label(words, 80)).toBe(fitting);
  });
});

const AT = Date.UTC(2026, 10, 23, 0, 30);

describe('other blocks on Discord', () => {
  it.each<[block: Block, markdown: string]>([
    [{ type: 'heading', text: '前后文 · 《甲》' }, '### 前后文 · 《甲》'],
    [{ type: 'copyable', text: '> 甲 `a-0-b-c`' }, '```\n> 甲 `a-0-b-c`\n```'],
    [
      {
        type: 'commands',
        commands: [
          { name: 'ask', summary: '提问' },
          { name: 'nope', summary: '' },
        ],
      },
      '- </ask:11> 提问\n- /nope ',
    ],
    [
      {
        type: 'difference',
        runs: [
          { type: 'same', text: '补种' },
          { type: 'only-given', text: '5' },
          { type: 'only-source', text: '3' },
        ],
      },
      `> 补种~~5~~**3**\n-# **${TEXTS.zh.onlySource()}** · ~~${TEXTS.zh.onlyGiven()}~~`,
    ],
    [
      { type: 'moment', label: '下一次：', at: AT, zone: 'Asia/Shanghai', locale: 'zh' },
      '下一次：<t:1795393800:F> (<t:1795393800:R>)',
    ],
    [
      { type: 'moment', label: '1.', at: AT + 999, zone: 'UTC', locale: 'en' },
      '1\\. <t:1795393800:F> (<t:1795393800:R>)',
    ],
  ])('%j', (block, markdown) => {
    expect(look([block])).toEqual([markdown]);
  });

  it('that say nothing leave a message that Discord takes', () => {
    expect(look([{ type: 'paragraph', text: '' }])).toEqual(['…']);
  });
});
