// Time is handed in: the clocks of the machine are read in one file, which the programs hand on, so that no outcome hangs on the day.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockReadings } from './fixtures/clock-readings.ts';

const ROOT = path.join(import.meta.dirname, '..');
const CLOCK = 'src/clock.ts';
/** The programs, which hand the machine's clock in. */
const PROGRAMS = [
  'adapters/doctor.ts',
  'adapters/start.ts',
  'adapters/terminal/ask.ts',
  'adapters/terminal/catalogue.ts',
  'docs/picture.ts',
];
/** The door passes it on. */
const DOOR = 'src/index.ts';
/** Tests may ask for the date here: only what has passed since counts, or a library reads the machine's clock, too. */
const DATED_TESTS = [
  'tests/discord/connection.test.ts',
  'tests/discord/rate-limit-wait.test.ts',
  'tests/stand-ins/discord/create-state.ts',
  'tests/stand-ins/discord/network.test.ts',
  'tests/stand-ins/telegram/create-state.ts',
];

const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

function filesUnder(...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
    )
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith('.d.ts'))
    .filter((name) => fs.statSync(path.join(ROOT, name)).isFile())
    .sort();
}

describe('the clocks of the machine', () => {
  it('are read in one file', () => {
    const elsewhere = filesUnder('src', 'adapters', 'docs')
      .filter((file) => file !== CLOCK)
      .flatMap((file) => clockReadings(read(file)).map(({ line, code }) => `${file}:${line}: ${code}`));
    expect(elsewhere).toEqual([]);
    expect(clockReadings(read(CLOCK)).map(({ kind }) => kind)).toEqual(['date', 'span']);
  });

  it('are handed in by the programs and by nobody else', () => {
    const users = filesUnder('src', 'adapters', 'docs').filter((file) => /\bmachineClock\b/.test(read(file)));
    expect(users).toEqual([...PROGRAMS, CLOCK, DOOR].sort());
  });

  it('tell no test the date, but where only what passes counts', () => {
    const dated = filesUnder('tests').filter(
      (file) =>
        !file.startsWith('tests/bench/') &&
        file !== 'tests/clock.test.ts' &&
        clockReadings(read(file)).some(({ kind }) => kind === 'date'),
    );
    expect(dated).toEqual(DATED_TESTS);
  });
});

describe('a clock is found', () => {
  it.each([
    'const at = Date.now();',
    'const at = Date . now ( );',
    'const clock = Date.now;',
    'function f(now = Date.now) {}',
    'const f = ({ now = Date.now } = {}) => now();',
    'const { now } = Date;',
    'const { now: clock } = Date;',
    'const at = new Date();',
    'const at = new Date;',
    'const at = +new Date(/* now */);',
    'const at = new Date(...given);',
    'const at = Date();',
    'const at = String(Date());',
    'const Clock = Date;',
    'const at = new (Date)();',
    "const at = Date['now']();",
    'const at = Date[`now`]();',
    'const at = Date?.now();',
    'const at = (Date as { now(): number }).now();',
    'const at = (Date as never)!;',
    'const at = globalThis.Date.now();',
    "const at = globalThis['Date'].now();",
    'const at = globalThis[name].now();',
    'const { Date: D } = globalThis;',
    'const { Date } = globalThis;',
    'class Later extends Date {}',
    'const at = Reflect.construct(Date, []);',
    'const clocks = { Date };',
    'const clocks = { read: Date.now };',
    'export default Date;',
    `const text = \`\${Date.now()} now\`;`,
    'const ms = performance.now();',
    'const { now } = performance;',
    'const ms = globalThis.performance.now();',
    "const ms = globalThis['performance'].now();",
    "import { performance as p } from 'node:perf_hooks';",
    "const { performance: p } = await import('perf_hooks');",
    'const ns = process.hrtime.bigint();',
    'const { hrtime } = process;',
    "import { hrtime } from 'node:process';",
    "const ns = process['hrtime']();",
    'const s = process.uptime();',
    "import { uptime } from 'node:os';",
    'const at = Temporal.Now.instant();',
    'const { Now } = Temporal;',
    "const at = Temporal['Now'].instant();",
    'const T = Temporal;',
    "const text = new Intl.DateTimeFormat('en').format();",
    "console.time('reading');",
    "database.exec(`INSERT INTO notice VALUES (datetime('now'))`);",
    "database.exec('SELECT unixepoch()');",
    "database.exec('CREATE TABLE t (at TEXT DEFAULT CURRENT_TIMESTAMP)');",
    'enum Time { At = Date.now() }',
  ])('in %s', (source) => {
    expect(clockReadings(source)).not.toEqual([]);
  });

  it('with its line', () => {
    expect(clockReadings('const a = 1;\n\nconst b = Date.now();')).toEqual([
      { line: 3, kind: 'date', code: 'Date.now' },
    ]);
  });
});

describe('no clock is found', () => {
  it.each([
    '// Date.now() and new Date()',
    '/* performance.now() */ const a = 1;',
    "const text = 'Date.now() is not called';",
    `const text = \`new Date() \${1} performance.now()\`;`,
    'const pattern = /Date.now\\(\\)/;',
    'const day = new Date(at).toISOString();',
    'const day = new Date(Date.UTC(2026, 10, 1));',
    "const at = Date.parse('2026-11-01');",
    'const isDate = at instanceof Date;',
    'function f(at: Date, clock: typeof Date.now): Date | undefined { return at; }',
    'interface Clock { now(): number; performance: number; at: Date }',
    'type When = Date;',
    "import type { Date as D } from './date.ts';",
    "import { Temporal } from 'temporal-polyfill';",
    'const day = Temporal.PlainDate.from(text);',
    'const at = clock.now();',
    'const { now, elapsed } = clock;',
    'const shown = formatter.format(at);',
    'await wait(1000); setTimeout(done, 5);',
    'const kept = { uptime: 1, Date: 2 };',
    'const cpu = process.threadCpuUsage();',
    "database.exec('SELECT at FROM notice WHERE at < ?');",
  ])('in %s', (source) => {
    expect(clockReadings(source)).toEqual([]);
  });
});
