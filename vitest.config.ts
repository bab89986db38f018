import { defineConfig } from 'vitest/config';

/** Programs and servers are started by many tests: on a busy machine of two cores they need patience, not another result. */
const PATIENCE_MS = 30_000;

export default defineConfig({
  test: {
    testTimeout: PATIENCE_MS,
    hookTimeout: 2 * PATIENCE_MS,
    isolate: false, // no test changes a module; loading the dictionaries anew for every file takes as long as the tests
    maxWorkers: '100%',
  },
});
