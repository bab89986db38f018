// Tables and slides that others made: all of their words, in order.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageFaults } from '../reading.ts';
import { documentOf, reportsOf, withoutSpaces } from './read.ts';
import { shownTables } from './tables.ts';

const CORPORA = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpora');
const DOCUMENTS = path.join(CORPORA, 'documents');
const ABSENT = 'no documents lie in ../shared/corpora';

const named = (ending: string): [string] | [] => {
  const name = fs.existsSync(DOCUMENTS)
    ? fs.readdirSync(DOCUMENTS).find((each) => each.endsWith(ending))
    : undefined;
  return name === undefined ? [] : [name];
};
const bytesOf = (name: string) => fs.readFileSync(path.join(DOCUMENTS, name));
/** The lines of the plain text beside the documents, without the signs that it adds. */
const plainLines = (name: string) =>
  fs
    .readFileSync(path.join(CORPORA, 'documents-texts', `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => !/^--- slide \d+ ---$/.test(line))
    .map((line) => withoutSpaces(line.replace(/^\[(.*)\]$/, '$1').replaceAll(' | ', '')))
    .filter((line) => line !== '');
const linesOf = (text: string) =>
  text
    .split('\n')
    .map(withoutSpaces)
    .filter((line) => line !== '');

describe('a table of separated values', () => {
  it('has every cell in its order, and its first row as the head', async ({ skip }) => {
    const [name] = named('.csv');
    if (name === undefined) return skip(ABSENT);
    const source = bytesOf(name).toString('utf8').replace('\ufeff', '').trim();
    const document = await documentOf(name, bytesOf(name));
    expect(linesOf(document.text)).toEqual(
      source.split(/\r?\n/).map((line) => withoutSpaces(line.replaceAll(',', ''))),
    );
    const rows = source.split(/\r?\n/).map((line) => line.split(',').join('|').replace(/\|+$/, ''));
    expect(shownTables(document)).toEqual([rows]);
  });
});

describe.each(['.xlsx', '.pptx'])('a file %s', (ending) => {
  it('has every line, those of the sheets and slides in their order', async ({ skip }) => {
    const [name] = named(ending);
    if (name === undefined) return skip(ABSENT);
    const { text } = await documentOf(name, bytesOf(name));
    // the name of a sheet comes after the title of the file
    const order = (lines: string[]) =>
      ending === '.xlsx' ? [...lines.slice(0, 2).sort(), ...lines.slice(2)] : lines;
    expect(order(linesOf(text))).toEqual(order(plainLines(name)));
  });

  it('is one report, of which every character is accounted for', async ({ skip }) => {
    const [name] = named(ending);
    if (name === undefined) return skip(ABSENT);
    const file = await reportsOf(name, bytesOf(name));
    expect(file.reports).toHaveLength(1);
    expect(file.reports[0].titled).toBe(true);
    expect(coverageFaults(file)).toEqual([]);
  });
});
