// English: everything that the bot shows in it, and what tells it from other languages.
import { EVIDENCE, HAN, type Language } from '../language.ts';
import { enAnswers } from './answers.ts';
import { enChat } from './chat.ts';
import { enCollections } from './collections.ts';
import { enCommands } from './commands.ts';
import { enConversation } from './conversation.ts';
import { enDigests } from './digests.ts';
import { enForms } from './forms.ts';
import { enLibrary } from './library.ts';
import { enLookup } from './lookup.ts';
import { enQuestions } from './questions.ts';
import { enTerminal } from './terminal.ts';
import { enWarnings } from './warnings.ts';

/** Words without which there is hardly an English question; a Chinese name in it does not make it Chinese. */
const TYPICAL_WORDS =
  /\b(?:what|which|who|whose|when|where|why|how|did|does|do|is|are|was|were|has|have|the|of|list|tell|show)\b/i;

export const en: Language = {
  name: 'English',
  tags: ['en'],
  dateFormat: 'en-GB', // with a clock of 24 hours
  evidenceIn: (text) => {
    if (TYPICAL_WORDS.test(text)) return EVIDENCE.certain;
    return HAN.test(text) ? EVIDENCE.none : EVIDENCE.possible;
  },
  commands: enCommands,
  texts: {
    ...enAnswers,
    ...enChat,
    ...enCollections,
    ...enConversation,
    ...enDigests,
    ...enForms,
    ...enLibrary,
    ...enLookup,
    ...enQuestions,
    ...enTerminal,
    ...enWarnings,
  },
};
