// The documents that are made from the program are up to date.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../adapters/index.ts';
import { configurationPage } from '../docs/configuration.ts';
import { DOCUMENTS } from '../docs/documents.ts';
import { settingsOf } from '../src/config.ts';

describe('npm run docs', () => {
  it.each(DOCUMENTS.map(({ file, text }) => ({ name: path.basename(file), file, text })))(
    'would change nothing in $name',
    ({ file, text }) => {
      const now = fs.readFileSync(file, 'utf8');
      expect(text(now)).toBe(now);
    },
  );

  it.each(Object.keys(settingsOf(ADAPTERS)))('documents %s once', (name) => {
    const rows = configurationPage()
      .split('\n')
      .filter((line) => line.startsWith(`| \`${name}\` |`));
    expect(rows).toHaveLength(1);
  });
});
