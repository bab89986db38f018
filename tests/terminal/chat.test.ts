// The terminal chat as a program in a pipe.
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { type Ended, Programs } from './program.ts';

const { zh, en } = TEXTS;
const QUESTION = '林业局2023年上半年存在哪些问题';
const INPUT = [
  QUESTION,
  '又有什么打算？',
  '',
  '/reports',
  '/11',
  '/help',
  '/帮助',
  '/nope at all',
  '/简报 状态',
  '/digest off',
  '磁悬浮列车什么时候通车',
  '/quit',
  '柳汀街道2023年存在哪些问题',
];

let programs: Programs;
let chat: Ended;
let examples: string[];
beforeAll(async () => {
  programs = await Programs.create();
  chat = await programs.run('main.ts', [], { input: `${INPUT.join('\n')}\n` });
  const [, after] = chat.stdout.split(zh.examples());
  examples = after
    .split(zh.help()[0])[0]
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
});
afterAll(() => programs.remove());

describe('the chat', () => {
  it('ends well and has nothing to complain of', () => {
    expect({ code: chat.code, stderr: chat.stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('greets with how much it has read', () => {
    expect(chat.stdout.startsWith(zh.greeting(16, 13))).toBe(true);
  });

  it('answers a question', () => {
    expect(chat.stdout).toContain('一是造林用地越来越难找。');
    expect(chat.stdout).toContain('《林业局2023年上半年工作总结》');
  });

  it('takes a follow-up to be about the same', () => {
    expect(chat.stdout).toContain('1、对照任务补进度。');
  });

  it('lists all reports', () => {
    const pages = [...chat.stdout.matchAll(/^ {2}\d+\. 《(.+?)》/gm)].map(([, title]) => title);
    expect(new Set(pages).size).toBe(16);
    expect(pages).toContain('柳汀街道2023年工作总结');
  });

  it('says how it is used, at the start and when asked', () => {
    expect(chat.stdout.split(zh.help().join('\n'))).toHaveLength(4);
  });

  it('says of an unknown command that there is none', () => {
    expect(chat.stdout).toContain(zh.unknownCommand('/nope'));
  });

  it('takes commands of two words in one line, and lists them so in help', () => {
    for (const name of ['/简报', '/digest', '/digest off'])
      expect(chat.stdout).not.toContain(zh.unknownCommand(name));
    expect(chat.stdout).toMatch(/^ {2}\/digest off {2}/m);
  });

  it('says honestly that nothing was found', () => {
    expect(chat.stdout).toContain(zh.notFound());
    expect(chat.stdout).toContain(zh.unknownWords(['磁悬浮列车']));
  });

  it('says goodbye and answers nothing after that', () => {
    expect(chat.stdout.endsWith(`${zh.goodbye()}\n`)).toBe(true);
    expect(chat.stdout).not.toContain('执法力量不足。街道');
    expect(chat.stdout).not.toContain('1、执法力量不足。');
  });

  it('shows no prompt and no colour in a pipe', () => {
    expect(chat.stdout).not.toContain('\u001b');
    expect(chat.stdout).not.toContain(zh.prompt());
  });
});

describe('the examples of the greeting', () => {
  it('are three, about three different authors', () => {
    expect(examples).toHaveLength(3);
    expect(new Set(examples.map((each) => each.slice(0, 4))).size).toBe(3);
  });

  it('are answered by the reports, and the end of the input ends the chat', async () => {
    const { code, stdout, stderr } = await programs.run('main.ts', [], { input: examples.join('\n') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^《.+》列有 \d+ 条：$/gm)).toHaveLength(3);
    expect(stdout).not.toContain(zh.notFound());
    expect(stdout.endsWith(`${zh.goodbye()}\n`)).toBe(true);
  });
});

describe('the chat in an English environment', () => {
  it('speaks English, and answers each question in its own language', async () => {
    const input =
      'What did the health commission do in the first half of 2024?\n磁悬浮列车什么时候通车\n/quit\n';
    const { stdout } = await programs.run('main.ts', [], { input, environment: { LC_ALL: 'en_GB.UTF-8' } });
    expect(stdout.startsWith(en.greeting(16, 13))).toBe(true);
    expect(stdout).toContain(en.overviewIntro('卫生健康委员会2024年上半年工作总结', 6, 6));
    expect(stdout).toContain(zh.notFound());
    expect(stdout.endsWith(`${en.goodbye()}\n`)).toBe(true);
  });
});

describe('the chat over a folder without reports', () => {
  it('says where they go, and that there is nothing to read yet', async () => {
    const folder = path.join(programs.folder, 'no-reports');
    await fs.mkdir(folder);
    await fs.writeFile(path.join(folder, 'broken.pdf'), 'no PDF');
    const { code, stdout } = await programs.run('main.ts', ['--reports', folder], {
      input: '下半年有什么打算',
    });
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      zh.emptyFolder(folder),
      zh.unreadFiles(1),
      zh.greeting(0, 0),
    ]);
    expect(stdout).not.toContain(zh.examples());
    expect(stdout).toContain(zh.nothingToRead());
  });
});
