// docs/commands.md and its Chinese twin are made from the declarations.
import { describe, expect, it } from 'vitest';
import { COMMAND_DOCUMENTS } from '../docs/command-documents.ts';
import { documentText } from '../docs/commands.ts';
import { COMMANDS } from '../src/chat/index.ts';

describe('a document about the commands', () => {
  it.each(COMMAND_DOCUMENTS)('says what every command and option is for: docs/$file', (document) => {
    const text = documentText(document);
    for (const { name, summary, options } of COMMANDS) {
      expect(text).toContain(`\`/${name}\`\n\n${summary[document.locale]}\n`);
      for (const option of Object.values(options)) expect(text).toContain(option.summary[document.locale]);
    }
  });
});
