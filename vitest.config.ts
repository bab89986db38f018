import './adapters/toolchain.mjs'; // first: it tells a Node that is too old
import { defineConfig } from 'vitest/config';

/** What takes so long hangs. How much work a test may be is counted in processor time (tests/patience.ts): a busy machine gives no other result. */
const HANGS_MS = 300_000;

/** They hold wall time against a limit: no other test may run beside them. Processor time may be measured anywhere. */
const TIMED = [
  'tests/digests/crash.test.ts',
  'tests/digests/load.test.ts',
  'tests/discord/load.test.ts',
  'tests/discord/program.test.ts',
  'tests/telegram/load.test.ts',
];

/** They put a module in the place of another: they share no loaded modules with other tests. */
const MODULES_REPLACED = ['tests/message/pseudo-language.test.ts'];

export default defineConfig({
  test: {
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    expect: { poll: { timeout: HANGS_MS / 5 } },
    setupFiles: ['tests/patience.ts'],
    isolate: false, // loading the dictionaries anew for every file takes as long as the tests
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: [...TIMED, ...MODULES_REPLACED],
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'isolated', include: MODULES_REPLACED, isolate: true, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
