// Start-up: configuration, reports, store, then every adapter that has a token; the terminal where none has.
import { type Locale, machineClock, openStore, readScreen, TEXTS, watchState } from '#core';
import { fail, openAll, readFlags } from './terminal/command-line.ts';
import { runTerminal, TERMINAL_PERSON } from './terminal/index.ts';
import { localeFrom } from './terminal/locale.ts';

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
  const locale = localeFrom(Intl.DateTimeFormat().resolvedOptions().locale);
  const opened = await openStore(':memory:'); // a conversation with oneself need not be kept
  if (!opened.ok) fail(opened.reason);
  const chat = core.chat(opened.store, {
    access: { open: true, ownerIds: [TERMINAL_PERSON], alwaysOpen: true }, // whoever sits there has the files at hand too
    forgets: true,
    perPersonPerMinute: Number.POSITIVE_INFINITY,
    perChannelPerMinute: Number.POSITIVE_INFINITY,
  });
  sayOfFolder(locale);
  core.watch();
  const { colour = process.stdout.isTTY === true, isDumb } = readScreen();
  await runTerminal(core, chat, { input: process.stdin, output: process.stdout, colour, isDumb }, locale);
  await chat.close();
  await core.close();
}

/** What to do where there is no report yet, or some could not be read. */
function sayOfFolder(language: Locale): void {
  const texts = TEXTS[language];
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (core.reports().length === 0) say(texts.emptyFolder(config.REPORTS_DIR));
  if (core.unreadCount > 0) say(texts.unreadFiles(core.unreadCount));
}
