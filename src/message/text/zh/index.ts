// Simplified Chinese: everything that the bot shows in it, and what tells it from other languages.
import { EVIDENCE, HAN, type Language } from '../language.ts';
import { zhAnswers } from './answers.ts';
import { zhChat } from './chat.ts';
import { zhCollections } from './collections.ts';
import { zhCommands } from './commands.ts';
import { zhConversation } from './conversation.ts';
import { zhDigests } from './digests.ts';
import { zhForms } from './forms.ts';
import { zhLibrary } from './library.ts';
import { zhLookup } from './lookup.ts';
import { zhQuestions } from './questions.ts';
import { zhTerminal } from './terminal.ts';
import { zhWarnings } from './warnings.ts';

export const zh: Language = {
  name: '简体中文',
  tags: ['zh'],
  dateFormat: 'zh-CN',
  evidenceIn: (text) => (HAN.test(text) ? EVIDENCE.likely : EVIDENCE.none),
  commands: zhCommands,
  texts: {
    ...zhAnswers,
    ...zhChat,
    ...zhCollections,
    ...zhConversation,
    ...zhDigests,
    ...zhForms,
    ...zhLibrary,
    ...zhLookup,
    ...zhQuestions,
    ...zhTerminal,
    ...zhWarnings,
  },
};
