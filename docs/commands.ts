// The README's table of commands: npm run commands writes it anew from the declarations.
import fs from 'node:fs';
import path from 'node:path';
import { COMMANDS, type Command } from '#core';

export const README: string = path.join(import.meta.dirname, '..', 'README.md');

const PLACE = /(?<=<!-- commands -->\n)[\s\S]*?(?=\n?<!-- \/commands -->)/;

/** The table that stands in a README, or undefined where it has none. */
export const tableIn = (readme: string): string | undefined => PLACE.exec(readme)?.[0];

/** The commands on each platform as a table. */
export function commandTable(): string {
  const rows = COMMANDS.map((command) => {
    const { name, summary } = command;
    return `| \`/${name}\` | ${summary.en}<br>${summary.zh} | ${onDiscord(command)} | ${inOneLine(command)} |`;
  });
  return ['| | | Discord | Telegram, terminal |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

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

/** Writes the table into the README anew. */
export function writeTable(): void {
  const readme = fs.readFileSync(README, 'utf8');
  try {
    fs.writeFileSync(README, readme.replace(PLACE, commandTable));
  } catch (error) {
    process.stderr.write(`${README} cannot be written: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
