// What the README shows of the code is made from the code.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command } from '../src/chat/index.ts';

const README = fs.readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8');

/** Options as Discord shows them: … completes while one types, ▾ is a choice; those that may be left out stand in brackets. */
function onDiscord({ options, audience }: Command): string {
  const words = Object.entries(options).map(([name, { required, suggests, choices }]) => {
    const shown = `${name}${suggests ? '…' : choices ? '▾' : ''}`;
    return required ? shown : `[${shown}]`;
  });
  return [...words, ...(audience === 'either' ? ['[private]'] : [])].join(' ');
}

/** The words of one line; what lacks is asked for. */
function inOneLine({ options }: Command): string {
  return Object.values(options)
    .map(({ names, required }) => (required ? names.zh : `[${names.zh}]`))
    .join(' ');
}

/** The commands on each platform as a table. */
function commandTable(): string {
  const rows = COMMANDS.map((command) => {
    const { name, summary } = command;
    return `| \`/${name}\` | ${summary.en}<br>${summary.zh} | ${onDiscord(command)} | ${inOneLine(command)} |`;
  });
  return ['| | | Discord | Telegram, terminal |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

describe('the README', () => {
  it('lists the commands as they are declared', () => {
    const [, shown] = /<!-- commands -->\n([\s\S]*?)\n?<!-- \/commands -->/.exec(README) ?? [];
    expect(shown).toBe(commandTable());
  });
});
