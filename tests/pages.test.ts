// What the pages for people say of the project is there: files that they link to, scripts that they name.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const PAGES = ['.', 'docs', 'stubs', '.github']
  .flatMap((folder) => fs.readdirSync(path.join(ROOT, folder)).map((name) => path.posix.join(folder, name)))
  .filter((file) => file.endsWith('.md'));
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('the pages', () => {
  it.each(PAGES)('of %s link to files that are there', (page) => {
    const files = [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^https?:/.test(target))
      .map((target) => path.posix.join(path.posix.dirname(page), target));
    const missing = files.filter((file) => !fs.existsSync(path.join(ROOT, file)));
    expect(missing).toEqual([]);
  });

  it.each(PAGES)('of %s name scripts that exist', (page) => {
    const named = [...read(page).matchAll(/npm run (?:--silent )?([a-z][\w:]*)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
