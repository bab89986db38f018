import { defineConfig } from 'vitest/config';

/** Programs and servers are started by many tests: on a busy machine of two cores they need patience, not another result. */
const PATIENCE_MS = 30_000;

/** They hold how long something takes against a limit: no other test may run beside them. */
const TIMED = [
  'tests/chat/collections.test.ts',
  'tests/digests/load.test.ts',
  'tests/discord/load.test.ts',
  'tests/patterns/whole-path.test.ts',
  'tests/reports/formats/pool.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: PATIENCE_MS,
    hookTimeout: 2 * PATIENCE_MS,
    isolate: false, // no test changes a module; loading the dictionaries anew for every file takes as long as the tests
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: TIMED,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
