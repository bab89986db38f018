// Start-up: configuration, core, then the adapters; the terminal where no other has a token.
import { openCore, readFlags } from './terminal/command-line.ts';
import { runTerminal } from './terminal/index.ts';

const { values } = readFlags({ reports: { type: 'string' } }, 'Usage: npm start [-- --reports DIR]');
const core = await openCore(values.reports);
await runTerminal(
  core,
  process.stdin,
  process.stdout,
  /^en/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'en' : 'zh',
);
