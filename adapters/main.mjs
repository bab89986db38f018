// The program: what Node has compiled once is kept for the next start, which saves a tenth of it. Then everything starts.
// `main.ts` is a link to this file: a Node that cannot read TypeScript reads it, and is told.
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';

await launch(() => {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  module.enableCompileCache(path.join(root, 'node_modules', '.cache', 'compiled')); // where it cannot be written, nothing is kept
  return import('./start.ts');
});
