// The program: what Node has compiled once is kept for the next start, which saves a tenth of it. Then everything starts.
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled')); // where it cannot be written, nothing is kept
await import('./start.ts');
