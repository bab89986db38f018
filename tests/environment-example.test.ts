// The file that a user copies names every setting, and nothing else.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../adapters/index.ts';
import { settingsOf } from '../src/config.ts';
import { READABLE_EXTENSIONS } from '../src/reports/formats/index.ts';

const LINES = fs.readFileSync(path.join(import.meta.dirname, '..', '.env.example'), 'utf8').split('\n');
const SETTING = /^([A-Z][A-Z0-9_]*)=(.*)$/;
const settings = LINES.flatMap((line, i) => {
  const match = SETTING.exec(line);
  return match ? [{ name: match[1], value: match[2], before: LINES[i - 1] ?? '' }] : [];
});

describe('.env.example', () => {
  it('names exactly the settings that exist, each once', () => {
    expect(settings.map(({ name }) => name).sort()).toEqual(Object.keys(settingsOf(ADAPTERS)).sort());
  });

  it('names the endings of the files that are read, and no others', () => {
    const { before } = settings.find(({ name }) => name === 'REPORTS_DIR') ?? { before: '' };
    expect(before.match(/\B\.[a-z]+/g)).toEqual(READABLE_EXTENSIONS);
  });

  it('holds nothing but settings, comments and empty lines', () => {
    expect(LINES.filter((line) => line !== '' && !line.startsWith('#') && !SETTING.test(line))).toEqual([]);
  });

  it.each(settings)('says what $name is for in the line above it', ({ before }) => {
    expect(before).toMatch(/^# .{20,}/);
  });

  it.each(settings)('gives $name no value, so that a copy changes nothing', ({ value }) => {
    expect(value).toBe('');
  });
});
