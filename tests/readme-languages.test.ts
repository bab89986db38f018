// The README in English and in Chinese says the same: chapters, commands, links and pictures correspond.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

const MAX_CHARACTERS = 12_000;
const TWINS = ['README.md', 'README.zh.md'];
const [english, chinese] = TWINS.map(read);

/** The fenced blocks, without the comments behind a command. */
const commandLines = (text: string) =>
  [...text.matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, block]) => block.replace(/ +# .*$/gm, ''));
const withoutBlocks = (text: string) => text.replace(/^```\n[\s\S]*?^```/gm, '');
const codeSpans = (text: string) =>
  [...withoutBlocks(text).matchAll(/`([^`]+)`/g)].map(([, code]) => code).sort();
const targets = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)|<(https?:[^>]+)>/g)].map(([, target, address]) => target ?? address);
/** The level of each heading, and the shape of each list and table below it. */
const shape = (text: string) =>
  withoutBlocks(text)
    .split('\n')
    .flatMap((line) => /^(#+ |- |\d+\. |\| )/.exec(line)?.[1] ?? []);
/** As GitHub makes anchors of headings. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => `#${heading.toLowerCase().replaceAll(' ', '-')}`);

describe('the README in both languages', () => {
  it('has a first line that links to the other one', () => {
    expect(english.split('\n')[0]).toContain('](README.zh.md)');
    expect(chinese.split('\n')[0]).toContain('](README.md)');
  });

  it('has the same chapters, lists and tables', () => {
    expect(shape(chinese)).toEqual(shape(english));
  });

  it('names the same commands, settings and files', () => {
    expect(commandLines(chinese)).toEqual(commandLines(english));
    expect(codeSpans(chinese)).toEqual(codeSpans(english));
  });

  it('has the same links and pictures, to a page in its own language where there is one', () => {
    const others = (text: string) =>
      targets(text)
        .filter((target) => !/^(?:README|#)/.test(target))
        .map((target) => target.replace(/\.zh\.md$/, '.md'));
    expect(others(chinese)).toEqual(others(english));
  });

  it.each(TWINS)('%s is short', (file) => {
    expect(read(file).length).toBeLessThanOrEqual(MAX_CHARACTERS);
  });

  it.each(TWINS)('%s has the headings that it links to', (file) => {
    const text = read(file);
    const linked = targets(text).filter((target) => target.startsWith('#'));
    expect(linked.filter((target) => !anchors(text).includes(target))).toEqual([]);
  });

  it.each(TWINS)('%s gives the test command of continuous integration', (file) => {
    expect(commandLines(read(file)).join('\n')).toMatch(/&& npm test\b/);
    expect(read('.ci/run')).toMatch(/^npm test$/m);
  });
});
