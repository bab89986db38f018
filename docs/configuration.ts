// docs/configuration.md, made from the table of settings: the core's, then a chapter for each platform.
import path from 'node:path';
import { type Settings, settingsOf } from '#core';
import { ADAPTERS } from '../adapters/index.ts';

export const CONFIGURATION: string = path.join(import.meta.dirname, 'configuration.md');

const INTRODUCTION = `# Configuration

Settings are environment variables, or lines \`NAME=value\` in a file \`.env\` in the folder where the program is
started; the environment wins. Every setting is optional, an empty one counts as not given, and all that is wrong is
reported together at the start. \`.env.example\` is a file to copy. \`npm run doctor\` checks a set-up.

This page is generated from the program (\`npm run docs\`).
`;

/** The whole page. */
export function configurationPage(): string {
  const platforms = ADAPTERS.map(
    ({ name, settings, requires }) =>
      `## ${name}\n\n${name} is served where \`${requires}\` is set.\n\n${tableOf(settings)}`,
  );
  const ofPlatforms = new Set(ADAPTERS.flatMap(({ settings }) => Object.keys(settings)));
  const all = Object.entries(settingsOf(ADAPTERS));
  const core = Object.fromEntries(all.filter(([name]) => !ofPlatforms.has(name)));
  return [INTRODUCTION, `## All platforms\n\n${tableOf(core)}`, ...platforms].join('\n');
}

function tableOf(settings: Settings): string {
  const rows = Object.entries(settings).map(([name, { meaning, form, default: fallback, isSecret }]) => {
    const secret = isSecret ? ' (secret: not printed)' : '';
    return `| \`${name}\` | ${cell(fallback)} | ${cell(form)}${secret} | ${cell(meaning)} |`;
  });
  return `${['| name | default | form | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
