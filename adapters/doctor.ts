// Checks a set-up before it goes live and says in plain words what is wrong and how to mend it: npm run doctor
import { type Config, createCore, createLog, openStore, readConfig } from '#core';
import { checkDiscord } from './discord/check.ts';
import type { Finding } from './finding.ts';
import { checkTelegram } from './telegram/check.ts';
import { readFlags } from './terminal/command-line.ts';

const good = (text: string): Finding => ({ ok: true, text });
const bad = (text: string, mend: string): Finding => ({ ok: false, text, mend });

const MIN_NODE = 24;
/** This program is not older than this: a clock that says so is wrong. */
const EARLIEST = Date.UTC(2026, 10, 1);

function checkMachine(): Finding[] {
  const node = Number.parseInt(process.versions.node, 10);
  const offsetIn = (zone: string, at: string) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(new Date(at))
      .find(({ type }) => type === 'timeZoneName')?.value;
  const zones =
    offsetIn('Asia/Shanghai', '2026-07-01') === 'GMT+08:00' &&
    offsetIn('America/New_York', '2026-07-01') === 'GMT-04:00' &&
    offsetIn('America/New_York', '2026-01-01') === 'GMT-05:00';
  return [
    node >= MIN_NODE
      ? good(`Node ${process.versions.node}.`)
      : bad(`Node ${process.versions.node} is too old.`, 'Start with npm run, which brings the right one.'),
    Date.now() > EARLIEST
      ? good(`The clock says ${new Date().toISOString()}.`)
      : bad(`The clock says ${new Date().toISOString()}, which is past.`, 'Set the clock of this machine.'),
    zones
      ? good(`Time-zone data ${process.versions.tz ?? ''} are there.`)
      : bad('Time-zone data are missing or wrong.', 'Use a Node with full ICU data; npm install brings one.'),
  ];
}

async function checkReports(config: Config): Promise<Finding[]> {
  const result = await createCore(config, createLog('silent'));
  if (!result.ok)
    return [bad(result.reason, 'Correct REPORTS_DIR, or put reports (.txt, .md) into that folder.')];
  const { core } = result;
  return [
    good(`${core.reports().length} reports in ${core.fileCount} files of ${config.REPORTS_DIR}.`),
    good(
      core.fromSnapshot
        ? 'The index was read from its snapshot.'
        : core.notes.length > 0
          ? core.notes.join(' ')
          : `The index was built and kept in ${config.INDEX_DIR}.`,
    ),
    ...(core.warnings.length > 0
      ? [good(`${core.warnings.length} remarks on the files: npm run --silent reports shows them.`)]
      : []),
  ];
}

async function checkState({ STATE_PATH, OWNER_IDS, ACCESS }: Config): Promise<Finding[]> {
  const opened = await openStore(STATE_PATH);
  if (!opened.ok) return [bad(opened.reason, 'Correct STATE_PATH, or mend the file from a copy.')];
  const owners = OWNER_IDS.length + (await opened.store.owners.count());
  await opened.store.close();
  return [
    good(`The state file ${STATE_PATH} is in order.`),
    good(
      owners > 0
        ? `The bot has ${owners} ${owners === 1 ? 'owner' : 'owners'}.`
        : 'Nobody owns the bot yet: start it and send it /pair with the code that it prints.',
    ),
    good(
      ACCESS === 'open'
        ? 'Everybody may use the bot (ACCESS=open).'
        : 'Only places that were allowed are answered.',
    ),
  ];
}

async function checkPlatforms(config: Config): Promise<Finding[]> {
  const { DISCORD_TOKEN, DISCORD_API_URL, TELEGRAM_TOKEN, TELEGRAM_API_URL, TELEGRAM_WEBHOOK_URL } = config;
  if (!DISCORD_TOKEN && !TELEGRAM_TOKEN)
    return [
      good('Neither DISCORD_TOKEN nor TELEGRAM_TOKEN is set: the bot would answer in the terminal only.'),
    ];
  const [discord, telegram] = await Promise.all([
    DISCORD_TOKEN ? checkDiscord(DISCORD_TOKEN, DISCORD_API_URL) : [],
    TELEGRAM_TOKEN ? checkTelegram(TELEGRAM_TOKEN, TELEGRAM_API_URL, TELEGRAM_WEBHOOK_URL) : [],
  ]);
  return [...discord, ...telegram];
}

async function findings(): Promise<Finding[]> {
  const machine = checkMachine();
  const read = readConfig();
  if (!read.ok)
    return [
      ...machine,
      ...read.problems.map((problem) => bad(problem, 'Correct it in .env or the environment.')),
    ];
  const { config } = read;
  return [
    ...machine,
    ...(await checkReports(config)),
    ...(await checkState(config)),
    ...(await checkPlatforms(config)),
  ];
}

readFlags({}, 'Usage: npm run --silent doctor');
const found = await findings();
for (const finding of found) {
  process.stdout.write(`${finding.ok ? '✔' : '✖'} ${finding.text}\n`);
  if (!finding.ok) process.stdout.write(`  → ${finding.mend}\n`);
}
const wrong = found.filter(({ ok }) => !ok).length;
process.stdout.write(
  wrong === 0 ? 'All is well.\n' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} to be mended.\n`,
);
process.exitCode = wrong === 0 ? 0 : 1;
