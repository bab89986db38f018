// npm run docs: writes the documents that are made from the program. `generate.ts` is a link to this file, so that a
// Node that cannot read TypeScript gets as far as the sentence that says so.
import { launch } from '../adapters/launch.mjs';

await launch(async () => {
  const { writeDocuments } = await import('./documents.ts');
  writeDocuments();
});
