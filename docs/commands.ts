// docs/commands.md and docs/commands.zh.md, made from the declarations of the commands.
import path from 'node:path';
import { COMMANDS, type Command, LANGUAGES, menuOf, type Option } from '#core';
import type { CommandDocument } from './command-documents.ts';

/** Where a document stands. */
export const pathOf = ({ file }: CommandDocument): string => path.join(import.meta.dirname, file);

/** The whole text of a document. */
export function documentText(document: CommandDocument): string {
  const { title, introduction, locale } = document;
  const sections = menuOf(COMMANDS).flatMap((item) =>
    item.type === 'command'
      ? [commandSection(item.command, document)]
      : [
          `## ${item.group.names[locale]}\n\n${item.group.summary[locale]}`,
          ...item.commands.map((command) => commandSection(command, document, '###')),
        ],
  );
  return `${[`# ${title}`, ...introduction, ...sections].join('\n\n')}\n`;
}

function commandSection(command: Command, document: CommandDocument, mark = '##'): string {
  const { locale, right, audience, anywhere, otherNames } = document;
  const others = Object.values(command.names).filter((name) => name !== command.name);
  const facts = [
    ...(others.length > 0 ? [otherNames([...new Set(others)].map((name) => `\`/${name}\``))] : []),
    right[command.right],
    audience[command.audience],
    ...(command.anywhere ? [anywhere] : []),
  ];
  return [
    `${mark} \`/${command.name}\``,
    command.summary[locale],
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...optionTable(command, document),
  ].join('\n\n');
}

function optionTable({ options, audience }: Command, document: CommandDocument): string[] {
  const { locale, columns, values } = document;
  const { onlyForMe } = LANGUAGES[locale].commands;
  const rows = Object.entries(options).map(([name, option]) => optionRow(name, option, document));
  if (audience === 'either')
    rows.push(`| ${shownName('private', onlyForMe.name)} | ${onlyForMe.summary} | ${values.onlyOnMenus} |`);
  return rows.length > 0 ? [[`| ${columns.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n')] : [];
}

function optionRow(name: string, option: Option, { locale, values }: CommandDocument): string {
  const { required, choices, suggests, file, wholeLine, fromReply, maxLength } = option;
  const facts = [
    ...(required ? [values.required] : []),
    ...(choices ? [choices.map(({ labels }) => labels[locale]).join(' / ')] : []),
    ...(file ? [values.file] : []),
    ...(suggests ? [values.completed] : []),
    ...(wholeLine ? [values.wholeLine] : []),
    ...(fromReply ? [values.fromReply] : []),
    ...(maxLength === undefined ? [] : [values.maxLength(maxLength)]),
  ];
  return `| ${shownName(name, option.names[locale])} | ${option.summary[locale]} | ${facts.join(values.separator)} |`;
}

/** A name as it is declared, and in the language of the document where that is another one. */
const shownName = (name: string, own: string): string =>
  own === name ? `\`${name}\`` : `\`${name}\` ${own}`;
