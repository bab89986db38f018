// The README's table of commands, made from their declarations.
import path from 'node:path';
import { COMMANDS, type Command } from '#core';

export const README: string = path.join(import.meta.dirname, '..', 'README.md');

const TABLE = /(?<=<!-- commands -->\n)[\s\S]*?(?=\n?<!-- \/commands -->)/;

/** The table that stands in a README, or undefined where it has none. */
export const tableIn = (readme: string): string | undefined => TABLE.exec(readme)?.[0];

/** A README with the table of today's commands. */
export const withTable = (readme: string): string => readme.replace(TABLE, commandTable);

/** The commands on each platform as a table. */
export function commandTable(): string {
  const rows = COMMANDS.map((command) => {
    const { name, summary } = command;
    return `| \`/${name}\` | ${summary.en}<br>${summary.zh} | ${onDiscord(command)} | ${inOneLine(command)} |`;
  });
  return ['| | | Discord | Telegram, terminal |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Options as Discord shows them: … completes while typing, ▾ is a choice; optional ones are in brackets. */
function onDiscord({ options, audience }: Command): string {
  const words = Object.entries(options).map(([name, { required, suggests, choices }]) => {
    const shown = `${name}${suggests ? '…' : choices ? '▾' : ''}`;
    return required ? shown : `[${shown}]`;
  });
  return [...words, ...(audience === 'either' ? ['[private]'] : [])].join(' ');
}

/** Options as words of one line; the bot asks for a required one that is missing. */
function inOneLine({ options }: Command): string {
  return Object.values(options)
    .map(({ names, required }) => (required ? names.zh : `[${names.zh}]`))
    .join(' ');
}
