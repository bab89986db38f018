// node docs/command-table.ts, which is a link to this file: a Node that cannot read TypeScript reads it, and is told.
import { launch } from '../adapters/launch.mjs';

await launch(async () => {
  const { writeTable } = await import('./commands.ts');
  writeTable();
});
