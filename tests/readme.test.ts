// What the README shows of the code is made from the code.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/chat/index.ts';

const README = fs.readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8');

/** The commands as a table: required options plain, others in brackets. */
function commandTable(): string {
  const rows = COMMANDS.map(({ name, options, summary }) => {
    const words = Object.entries(options).map(([option, { required }]) =>
      required ? option : `[${option}]`,
    );
    return `| \`${[`/${name}`, ...words].join(' ')}\` | ${summary.en} | ${summary.zh} |`;
  });
  return ['| command | what it does | 作用 |', '| --- | --- | --- |', ...rows].join('\n');
}

describe('the README', () => {
  it('lists the commands as they are declared', () => {
    const [, shown] = /<!-- commands -->\n([\s\S]*?)\n?<!-- \/commands -->/.exec(README) ?? [];
    expect(shown).toBe(commandTable());
  });
});
