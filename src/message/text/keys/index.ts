// Every sentence that the bot says itself, as keys with parameters; a language fills them all.
import type { AnswerTexts } from './answers.ts';
import type { ChatTexts } from './chat.ts';
import type { CollectionTexts } from './collections.ts';
import type { ConversationTexts } from './conversation.ts';
import type { DigestTexts } from './digests.ts';
import type { FormTexts } from './forms.ts';
import type { LibraryTexts } from './library.ts';
import type { LookupTexts } from './lookup.ts';
import type { QuestionTexts } from './questions.ts';
import type { TerminalTexts } from './terminal.ts';
import type { WarningTexts } from './warnings.ts';

export interface Texts
  extends AnswerTexts,
    ChatTexts,
    CollectionTexts,
    ConversationTexts,
    DigestTexts,
    FormTexts,
    LibraryTexts,
    LookupTexts,
    QuestionTexts,
    TerminalTexts,
    WarningTexts {}
