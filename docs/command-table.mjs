// node docs/command-table.ts, which is a link to this file: a Node that cannot read TypeScript reads it, and says so in one sentence.
import { launch } from '../adapters/launch.mjs';

await launch(async () => {
  const { writeDocuments } = await import('./commands.ts');
  writeDocuments();
});
