// Traditional Chinese: everything that the bot shows in it, and what tells it from other languages.
import { isTraditional } from '../../../language/index.ts';
import { EVIDENCE, HAN, type Language } from '../language.ts';
import { zhHantAnswers } from './answers.ts';
import { zhHantChat } from './chat.ts';
import { zhHantCollections } from './collections.ts';
import { zhHantCommands } from './commands.ts';
import { zhHantConversation } from './conversation.ts';
import { zhHantDigests } from './digests.ts';
import { zhHantForms } from './forms.ts';
import { zhHantLibrary } from './library.ts';
import { zhHantLookup } from './lookup.ts';
import { zhHantQuestions } from './questions.ts';
import { zhHantTerminal } from './terminal.ts';
import { zhHantWarnings } from './warnings.ts';

export const zhHant: Language = {
  name: '繁體中文',
  tags: ['zh-Hant'],
  dateFormat: 'zh-TW',
  evidenceIn: (text) => {
    if (!HAN.test(text)) return EVIDENCE.none;
    return isTraditional(text) ? EVIDENCE.typical : EVIDENCE.possible;
  },
  commands: zhHantCommands,
  texts: {
    ...zhHantAnswers,
    ...zhHantChat,
    ...zhHantCollections,
    ...zhHantConversation,
    ...zhHantDigests,
    ...zhHantForms,
    ...zhHantLibrary,
    ...zhHantLookup,
    ...zhHantQuestions,
    ...zhHantTerminal,
    ...zhHantWarnings,
  },
};
