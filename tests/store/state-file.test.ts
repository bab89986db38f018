// Which files are opened, which are refused, and with what sentence.
import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/index.ts';
import { versionOf } from '../../src/store/sqlite/migrate.ts';
import { MIGRATIONS } from '../../src/store/sqlite/migrations.ts';
import { contentOf, FULL, fill } from './full.ts';
import { stateFolder } from './state-folder.ts';

const state = stateFolder();
const KNOWS_MODES = process.platform !== 'win32';
const modeOf = (file: string) => fs.statSync(file).mode & 0o777;

/** The sentence that a file is refused with. */
async function refusal(file = state.file(), busyTimeoutMs?: number): Promise<string> {
  const opened = await openSqliteStore(file, busyTimeoutMs);
  if (opened.ok) throw new Error(`${file} was opened`);
  return opened.reason;
}

function expectSentence(reason: string, file: string, cause: RegExp): void {
  expect(reason.startsWith(`The state file ${file} `)).toBe(true);
  expect(reason).toMatch(cause);
  expect(reason).toMatch(/; (?:\w+ )+.+\.$/); // what to do
  expect(reason).not.toMatch(/\n|Error|undefined|\s{2}/);
}

/** A filled state file, closed. */
async function filled(): Promise<Buffer> {
  const store = await state.open();
  await fill(store);
  await store.close();
  return fs.readFileSync(state.file());
}

/** Does something to a database as another program would. */
function withDatabase(work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(state.file());
  work(database);
  database.close();
}

describe('a state file', () => {
  it('is made with its folders', async () => {
    const file = state.file('a/b c/状态.sqlite');
    await state.open(file);
    expect(fs.existsSync(file)).toBe(true);
  });

  it.each(['file:state.sqlite', 'a?mode=memory', ' ', '%41#x'])('may be called %j', async (name) => {
    await (await state.open(state.file(name))).access.set('p1', 'denied');
    expect(fs.existsSync(state.file(name))).toBe(true);
    expect(await (await state.open(state.file(name))).access.get('p1')).toBe('denied');
  });

  it.runIf(KNOWS_MODES)('is for this account alone, as are the files beside it', async () => {
    await fill(await state.open());
    for (const end of ['', '-wal', '-shm']) expect(modeOf(`${state.file()}${end}`)).toBe(0o600);
  });

  it.runIf(KNOWS_MODES)('is made in folders that are for this account alone', async () => {
    await state.open(state.file('a/b/state.sqlite'));
    for (const folder of ['a', 'a/b']) expect(modeOf(state.file(folder))).toBe(0o700);
  });

  it.runIf(KNOWS_MODES)('is for this account alone again after it was copied', async () => {
    await filled();
    fs.chmodSync(state.file(), 0o644);
    await fill(await state.open());
    for (const end of ['', '-wal', '-shm']) expect(modeOf(`${state.file()}${end}`)).toBe(0o600);
  });

  it('may be empty', async () => {
    fs.writeFileSync(state.file(), '');
    await state.open();
  });

  it('is read although a writer was cut off in its log', async () => {
    await filled();
    fs.writeFileSync(`${state.file()}-wal`, Buffer.alloc(5000, 7));
    expect(await contentOf(await state.open())).toEqual(FULL);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['a text', 'Dear diary'],
    ['a longer text', 'Dear diary, '.repeat(1000)],
    ['zeros', '\0'.repeat(8192)],
    ['a picture', '\x89PNG\r\n\x1a\n'],
  ])('holds %s: it is told so and not touched', async (_, content) => {
    fs.writeFileSync(state.file(), content, 'latin1');
    expectSentence(await refusal(), state.file(), /is not a file of this program/);
    expect(fs.readFileSync(state.file(), 'latin1')).toBe(content);
  });

  it.each([
    ['with tables', 'CREATE TABLE bookmark (url TEXT)'],
    ['with a version', 'PRAGMA user_version = 3'],
    ['with a high version', 'PRAGMA user_version = 300; CREATE TABLE bookmark (url TEXT)'],
    ['with a mark of its own', 'PRAGMA application_id = 7; CREATE TABLE bookmark (url TEXT)'],
  ])("is another program's database %s", async (_, sql) => {
    withDatabase((database) => database.exec(sql));
    const before = fs.readFileSync(state.file());
    expectSentence(await refusal(), state.file(), /is not a file of this program/);
    expect(fs.readFileSync(state.file()).equals(before)).toBe(true);
  });

  it('was written by a newer version: it is told so and not touched', async () => {
    await filled();
    withDatabase((database) => database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`));
    fs.chmodSync(state.file(), 0o640);
    const before = fs.readFileSync(state.file());
    const { mode } = fs.statSync(state.file());
    const reason = await refusal();
    expectSentence(reason, state.file(), /newer version.*; update the program/);
    expect(reason).toContain(`file version ${MIGRATIONS.length + 1}, known up to ${MIGRATIONS.length}`);
    expect(fs.readFileSync(state.file()).equals(before)).toBe(true);
    expect(fs.statSync(state.file()).mode).toBe(mode);
    expect(fs.readdirSync(state.file('.'))).toEqual(['state.sqlite']);
  });

  it.each([0.03, 0.3, 0.5, 0.9])('was cut off after %d of its length', async (share) => {
    const whole = await filled();
    fs.writeFileSync(state.file(), whole.subarray(0, whole.length * share));
    expectSentence(await refusal(), state.file(), /is damaged; put a backup/);
  });

  it('has a page overwritten', async () => {
    const bytes = await filled();
    bytes.fill(0xa5, 4096 * 3, 4096 * 4);
    fs.writeFileSync(state.file(), bytes);
    expectSentence(await refusal(), state.file(), /is damaged; put a backup/);
  });

  it('is told of in a sentence wherever it is spoiled, if it cannot be opened', async () => {
    const whole = await filled();
    const spoiled = fc.record({
      at: fc.oneof(fc.nat(100), fc.nat(whole.length - 1)),
      length: fc.nat(64),
      byte: fc.nat(255),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(spoiled, async ({ at, length, byte, cut }) => {
        const bytes = Buffer.from(whole).fill(byte, at, Math.min(at + length, whole.length));
        fs.writeFileSync(state.file(), cut ? bytes.subarray(0, at + length) : bytes);
        const opened = await openSqliteStore(state.file());
        if (opened.ok) await opened.store.close();
        else expectSentence(opened.reason, state.file(), /./);
      }),
      { seed: 71, numRuns: 40 },
    );
  });

  it('is a folder', async () => {
    fs.mkdirSync(state.file());
    expectSentence(await refusal(), state.file(), /is a folder or a device; name a file/);
  });

  it('lies below a file', async () => {
    fs.writeFileSync(state.file('notes.txt'), '');
    const file = state.file('notes.txt/state.sqlite');
    expectSentence(await refusal(file), file, /a part of its path is a file/);
    const deeper = state.file('notes.txt/deeper/state.sqlite');
    expectSentence(await refusal(deeper), deeper, /a part of its path is a file/);
  });

  it.each(['a\0b', 'long'.repeat(100)])('cannot be called %j', async (name) => {
    expectSentence(await refusal(state.file(name)), state.file(name), /its name/);
  });

  it.runIf(KNOWS_MODES)('is a device', async () => {
    expectSentence(await refusal('/dev/null'), '/dev/null', /is a folder or a device/);
  });

  it('is a link to a folder that is gone', async () => {
    fs.symlinkSync(state.file('gone/state.sqlite'), state.file());
    expectSentence(await refusal(), state.file(), /cannot be used/);
  });

  const mayWriteEverywhere = !KNOWS_MODES || process.getuid?.() === 0;
  it.skipIf(mayWriteEverywhere).each([
    ['it is write-protected', 'state.sqlite', 0o400],
    ['its folder is write-protected', '.', 0o500],
  ])('cannot be written: %s', async (_, name, mode) => {
    await filled();
    fs.chmodSync(state.file(name), mode);
    const reason = await refusal();
    fs.chmodSync(state.file(name), 0o700);
    expectSentence(reason, state.file(), /cannot be written \(\w+\); make it and its folder writable/);
  });

  it('stays locked for too long', async () => {
    const other = new DatabaseSync(state.file());
    other.exec('BEGIN EXCLUSIVE');
    expectSentence(
      await refusal(state.file(), 40),
      state.file(),
      /stayed locked .* too long; end that program/,
    );
    other.exec('ROLLBACK');
    other.close();
    await state.open();
  });

  it('is opened once the lock is gone', async () => {
    const other = new DatabaseSync(state.file());
    other.exec('BEGIN EXCLUSIVE');
    const opening = state.open();
    setTimeout(() => other.close(), 50); // undoes and unlocks
    await opening;
  });
});

describe('the version of a state file', () => {
  it('counts its migrations', async () => {
    await state.open();
    withDatabase((database) => expect(versionOf(database)).toBe(MIGRATIONS.length));
  });
});
