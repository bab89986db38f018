import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, versionOf } from '../../src/store/sqlite/migrate.ts';
import { MIGRATIONS, type Migration } from '../../src/store/sqlite/migrations.ts';
import { contentOf, FULL, fill } from './full.ts';
import { stateFolder } from './state-folder.ts';

const state = stateFolder();

/** A file as a program with the first migrations only has left it. */
function fileOfVersion(version: number): DatabaseSync {
  const database = new DatabaseSync(state.file());
  migrate(database, MIGRATIONS.slice(0, version));
  return database;
}

const sql = (name: string, text: string): Migration => ({ name, up: (database) => database.exec(text) });
const NAMES = [sql('names', 'CREATE TABLE name (value TEXT)'), sql('one', "INSERT INTO name VALUES ('a')")];
const namesIn = (database: DatabaseSync) =>
  database
    .prepare('SELECT value FROM name')
    .all()
    .map(({ value }) => value);

describe('a file of every earlier version', () => {
  it.each(MIGRATIONS.map((_, version) => [version]))(
    '%d is brought up to date and works',
    async (version) => {
      fileOfVersion(version).close();
      const store = await state.open();
      await fill(store);
      expect(await contentOf(store)).toEqual(FULL);
    },
  );

  it.each(MIGRATIONS.map((_, version) => [version + 1]))('%d keeps its secret', async (version) => {
    const database = fileOfVersion(version);
    const secret = database.prepare('SELECT value FROM secret').get()!.value;
    database.close();
    expect(await (await state.open()).secret()).toBe(secret);
  });
});

it('a group that an earlier version made an owner is none any more, and people stay what they are', async () => {
  const before = MIGRATIONS.findIndex(({ name }) => name === 'chats are no owners');
  const database = fileOfVersion(before);
  for (const person of ['telegram:-1001234567890', 'telegram:-5', 'telegram:5', 'discord:7'])
    database.prepare('INSERT INTO owner VALUES (?)').run(person);
  database.close();
  const { owners } = await state.open();
  expect(await owners.count()).toBe(2);
  for (const person of ['telegram:5', 'discord:7']) expect(await owners.has(person)).toBe(true);
});

describe('migrations', () => {
  const database = () => new DatabaseSync(':memory:');

  it('have names of their own', () => {
    expect(new Set(MIGRATIONS.map(({ name }) => name)).size).toBe(MIGRATIONS.length);
  });

  it('run once each and in order', () => {
    const file = database();
    migrate(file, NAMES);
    migrate(file, NAMES);
    expect(namesIn(file)).toEqual(['a']);
    migrate(file, [...NAMES, sql('two', "INSERT INTO name VALUES ('b')")]);
    expect(namesIn(file)).toEqual(['a', 'b']);
    expect(versionOf(file)).toBe(3);
  });

  it('leave the file at the last good version when one fails halfway, and go on from there', () => {
    const file = database();
    const bad = sql('bad', "INSERT INTO name VALUES ('half'); INSERT INTO nowhere VALUES (1)");
    expect(() => migrate(file, [...NAMES, bad])).toThrow('no such table: nowhere');
    expect(versionOf(file)).toBe(2);
    expect(namesIn(file)).toEqual(['a']);
    migrate(file, [...NAMES, sql('good', "INSERT INTO name VALUES ('b')")]);
    expect(namesIn(file)).toEqual(['a', 'b']);
  });

  it('do nothing to a file that is ahead of them', () => {
    const file = database();
    migrate(file, NAMES);
    migrate(file, NAMES.slice(0, 1));
    expect(versionOf(file)).toBe(2);
  });
});
