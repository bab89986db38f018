// Start-up: configuration, reports, store, then every adapter that has a token; the terminal where none has.
import { type Locale, machineClock, openStore, TEXTS, watchState } from '#core';
import { fail, openAll, readFlags } from './terminal/command-line.ts';
import { runTerminal, TERMINAL_PERSON } from './terminal/index.ts';

const { values } = readFlags({ reports: { type: 'string' } }, 'Usage: npm start [-- --reports DIR]');
const { core, config, log } = await openAll(values.reports, machineClock, true);
if (config.DISCORD_TOKEN || config.TELEGRAM_TOKEN) {
  const { serve } = await import('./serve.ts'); // the platforms' libraries take a while to load
  const opened = await openStore(config.STATE_PATH);
  if (!opened.ok) fail(opened.reason);
  sayOfFolder('en');
  const untilTheEnd = new AbortController().signal;
  void watchState(opened, { log, wait: (ms) => machineClock.wait(ms), stop: untilTheEnd });
  await serve(core, opened.store, config, { log, time: machineClock });
  process.exit(0); // a platform that is still being tried must not hold the process
} else {
  const locale = /^en/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'en' : 'zh';
  const opened = await openStore(':memory:'); // a conversation with oneself need not be kept
  if (!opened.ok) fail(opened.reason);
  const chat = core.chat(opened.store, {
    access: { open: true, ownerIds: [TERMINAL_PERSON] }, // whoever sits there has the files at hand too
    perPersonPerMinute: Number.POSITIVE_INFINITY,
    perChannelPerMinute: Number.POSITIVE_INFINITY,
  });
  sayOfFolder(locale);
  core.watch();
  await runTerminal(core, chat, process.stdin, process.stdout, locale);
  await core.close();
}

/** What to do where there is no report yet, or some could not be read. */
function sayOfFolder(language: Locale): void {
  const texts = TEXTS[language];
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (core.reports().length === 0) say(texts.emptyFolder(config.REPORTS_DIR));
  if (core.unreadCount > 0) say(texts.unreadFiles(core.unreadCount));
}
