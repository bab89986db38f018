// The flags that `npm start` gives to Node, so that memory is measured as in production.
import fs from 'node:fs';
import path from 'node:path';

const MANIFEST = path.join(import.meta.dirname, '..', '..', '..', 'package.json');

/** The flags of the project's start script. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(fs.readFileSync(MANIFEST, 'utf8')) as { scripts: { start: string } };
  return scripts.start.match(/--[\w-]+(?:=\S+)?/g) ?? [];
}
