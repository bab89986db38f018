// Start-up: configuration, reports, store, then every platform that is configured; the terminal where none
// is.
import { IN_MEMORY, type Locale, machineClock, openStore, readScreen, TEXTS, watchState } from '#core';
import { isConfigured } from './adapter.ts';
import { ADAPTERS } from './index.ts';
import { fail, openAll, readFlags } from './terminal/command-line.ts';
import { runTerminal, TERMINAL_PERSON } from './terminal/index.ts';
import { localeFrom } from './terminal/locale.ts';

const { values } = readFlags({ reports: { type: 'string' } }, 'Usage: npm start [-- --reports DIR]');
const { core, config, log } = await openAll(values.reports, machineClock, true);
if (ADAPTERS.some((adapter) => isConfigured(adapter, config))) {
  const { serve } = await import('./serve.ts');
  const opened = await openStore(config.STATE_PATH);
  if (!opened.ok) fail(opened.reason);
  printFolderHints('en');
  const untilExit = new AbortController().signal;
  void watchState(opened, { log, wait: (ms) => machineClock.wait(ms), stop: untilExit });
  await serve({ core, store: opened.store, config, log, time: machineClock });
  process.exit(0); // a platform that is still being retried must not keep the process alive
} else {
  const locale = localeFrom(Intl.DateTimeFormat().resolvedOptions().locale);
  const opened = await openStore(IN_MEMORY);
  if (!opened.ok) fail(opened.reason);
  const chat = core.chat(opened.store, {
    access: { open: true, ownerIds: [TERMINAL_PERSON], alwaysOpen: true }, // has access to the files anyway
    isVolatile: true,
    perPersonPerMinute: Number.POSITIVE_INFINITY,
    perChannelPerMinute: Number.POSITIVE_INFINITY,
  });
  printFolderHints(locale);
  core.watch();
  const { colour = process.stdout.isTTY === true, isDumb } = readScreen();
  await runTerminal(core, chat, { input: process.stdin, output: process.stdout, colour, isDumb }, locale);
  await chat.close();
  await core.close();
}

/** What to do where there is no report yet, or some could not be read. */
function printFolderHints(locale: Locale): void {
  const texts = TEXTS[locale];
  const print = (text: string) => process.stdout.write(`${text}\n`);
  if (core.reports().length === 0) print(texts.emptyFolder(config.REPORTS_DIR));
  if (core.unreadCount > 0) print(texts.unreadFiles(core.unreadCount));
}
