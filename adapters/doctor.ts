// npm run doctor: checks a set-up before it goes live, and prints what is wrong and how to fix it. Registers
// no commands, takes no messages, creates no state file; the index is built, as at any start.
import fs from 'node:fs';
import path from 'node:path';
import {
  type Clock,
  type Config,
  type ConfigResult,
  createCore,
  createLog,
  IN_MEMORY,
  machineClock,
  openStore,
  readConfig,
} from '#core';
import { type Adapter, isConfigured, type Values } from './adapter.ts';
import { checkClock } from './clock-check.ts';
import { advice, type Finding, good, wrong } from './finding.ts';
import { ADAPTERS } from './index.ts';
import { readFlags } from './terminal/command-line.ts';
import { isProgram } from './toolchain.mjs';

const MIN_NODE = 24;
/** No copy of this program is older: an earlier clock is wrong. */
const EARLIEST = Date.UTC(2026, 10, 1);

function checkMachine(clock: Clock): Finding[] {
  const node = Number.parseInt(process.versions.node, 10);
  const offsetIn = (zone: string, at: string) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(new Date(at))
      .find(({ type }) => type === 'timeZoneName')?.value;
  const zones =
    offsetIn('Asia/Shanghai', '2026-07-01') === 'GMT+08:00' &&
    offsetIn('America/New_York', '2026-07-01') === 'GMT-04:00' &&
    offsetIn('America/New_York', '2026-01-01') === 'GMT-05:00';
  const now = clock.now();
  return [
    node >= MIN_NODE
      ? good(`Node ${process.versions.node}.`)
      : wrong(`Node ${process.versions.node} is too old.`, 'Start with npm run, which brings the right one.'),
    now > EARLIEST
      ? good(`The clock says ${new Date(now).toISOString()}.`)
      : wrong(
          `The clock says ${new Date(now).toISOString()}, which is past.`,
          'Set the clock of this machine.',
        ),
    zones
      ? good(`Time-zone data${process.versions.tz ? ` ${process.versions.tz}` : ''} are there.`)
      : wrong(
          'Time-zone data are missing or wrong.',
          'Use a Node with full ICU data; npm install brings one.',
        ),
  ];
}

async function checkReports(config: Config, clock: Clock): Promise<Finding[]> {
  const result = await createCore(config, createLog('silent'), clock);
  if (!result.ok)
    return [
      refused(result.reason, 'Correct REPORTS_DIR, or put reports (.docx, .pdf, .txt, …) into that folder.'),
    ];
  const { core } = result;
  const reports = core.reports().length;
  return [
    good(`${reports} reports in ${core.fileCount} files of ${config.REPORTS_DIR}.`),
    ...core.notes.map((note) => advice(`${note[0].toUpperCase()}${note.slice(1)}.`)),
    ...(core.fromSnapshot ? [good('The index was read from its snapshot.')] : []),
    ...(!core.fromSnapshot && core.notes.length === 0
      ? [good(`The index was built and kept in ${config.INDEX_DIR}.`)]
      : []),
    ...(core.warnings.length > 0
      ? [good(`${core.warnings.length} remarks on the files: npm run --silent reports shows them.`)]
      : []),
  ];
}

async function checkState({ STATE_PATH, OWNER_IDS }: Config, clock: Clock): Promise<Finding[]> {
  const owners = OWNER_IDS.length;
  if (STATE_PATH === IN_MEMORY)
    return [
      advice('Settings and permissions are forgotten when the bot ends.', 'Name a file as STATE_PATH.'),
      ownerFinding(owners),
    ];
  if (!fs.existsSync(STATE_PATH)) return [newFileFinding(STATE_PATH), ownerFinding(owners)];
  const opened = await openStore(STATE_PATH);
  if (!opened.ok) return [refused(opened.reason, 'Correct STATE_PATH.')];
  const known = await opened.store.owners.count();
  const clockFindings = await checkClock(opened.store, clock.now());
  await opened.store.close();
  return [good(`The state file ${STATE_PATH} is in order.`), ...clockFindings, ownerFinding(owners + known)];
}

/** Whether the first start can create the state file. */
function newFileFinding(file: string): Finding {
  let folder = path.dirname(file);
  while (!fs.existsSync(folder)) folder = path.dirname(folder);
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    if (!fs.statSync(folder).isDirectory()) throw new Error('not a folder');
    return good(`The first start makes the state file ${file}.`);
  } catch {
    return wrong(
      `The state file ${file} cannot be made: ${folder} is not a folder that can be written.`,
      'Correct STATE_PATH, or make that folder writable.',
    );
  }
}

const ownerFinding = (owners: number): Finding =>
  owners > 0
    ? good(`The bot has ${owners} ${owners === 1 ? 'owner' : 'owners'}.`)
    : advice('Nobody owns the bot yet.', 'Start it and send it /pair with the code that it prints.');

async function checkPlatforms(
  config: Config & Values,
  clock: Clock,
  adapters: readonly Adapter[],
): Promise<Finding[]> {
  const configured = adapters.filter((adapter) => isConfigured(adapter, config));
  if (configured.length === 0)
    return [
      advice(
        'No platform is set up, so the bot answers in the terminal only.',
        `Set ${settingsWanted(adapters)}.`,
      ),
    ];
  const found = await Promise.all(configured.map((adapter) => adapter.check(config, clock)));
  const access =
    config.ACCESS === 'open'
      ? 'Everybody may use the bot (ACCESS=open).'
      : 'Only people and places that were allowed are answered (ACCESS=closed).';
  return [...found.flat(), good(access)];
}

/** Names of settings of which at least one is needed. */
function settingsWanted(adapters: readonly Adapter[]): string {
  const names = adapters.map(({ requires }) => requires);
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}, or ${names.length > 2 ? 'several' : 'both'}`;
}

/**
 * Sentences of the core name the fault, and after a semicolon what to do; `mendOtherwise` is for those that
 * do not.
 */
function refused(sentence: string, mendOtherwise: string): Finding {
  const [, fault, mend] = /^(.+); ([^;]+)$/s.exec(sentence) ?? [];
  return mend
    ? wrong(`${fault}.`, `${mend[0].toUpperCase()}${mend.slice(1)}`)
    : wrong(sentence, mendOtherwise);
}

/** The findings of one check after the other; a check that throws does not stop the next. */
export async function* doctor(
  read: ConfigResult<Config & Values>,
  clock: Clock,
  adapters: readonly Adapter[] = ADAPTERS,
): AsyncGenerator<Finding> {
  yield* checkMachine(clock);
  if (!read.ok) {
    for (const problem of read.problems) yield wrong(problem, 'Correct it in .env or in the environment.');
    return;
  }
  for (const check of [checkReports, checkState, checkPlatforms]) {
    try {
      yield* await check(read.config, clock, adapters);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      yield wrong(`A check broke off: ${reason}.`, 'Report this to whoever maintains the program.');
    }
  }
}

const SIGNS = { good: '✔', advice: '!', wrong: '✖' };

/** Prints findings as they come, then a summary; resolves with the exit code. */
export async function printFindings(
  findings: AsyncIterable<Finding>,
  write: (text: string) => unknown,
): Promise<0 | 1> {
  let wrongs = 0;
  for await (const finding of findings) {
    write(`${SIGNS[finding.kind]} ${finding.text}\n`);
    if ('remedy' in finding) write(`  → ${finding.remedy}\n`);
    if (finding.kind === 'wrong') wrongs++;
  }
  write(
    wrongs === 0
      ? 'All is well.\n'
      : `${wrongs} ${wrongs === 1 ? 'thing has' : 'things have'} to be mended.\n`,
  );
  return wrongs === 0 ? 0 : 1;
}

async function main(): Promise<void> {
  readFlags({}, 'Usage: npm run --silent doctor');
  process.exitCode = await printFindings(doctor(readConfig(ADAPTERS), machineClock), (text) =>
    process.stdout.write(text),
  );
}

if (isProgram(import.meta.filename)) await main();
