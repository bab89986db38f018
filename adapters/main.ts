// The program. Node's compile cache saves a tenth of the next start. `main.ts` is a link to this file, so
// that a Node that cannot read TypeScript still prints the sentence that says so.
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';

await launch(() => {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  // does nothing where it cannot be written
  module.enableCompileCache(path.join(root, 'node_modules', '.cache', 'compiled'));
  return import('./start.ts');
});
