// Small talk and answers that were lost on their way, in English.
import type { ConversationTexts } from '../keys/conversation.ts';

export const enConversation: ConversationTexts = {
  aboutBot: () => 'I am yinju: I answer questions with the own words of the reports, and cannot chat.',
  acknowledged: () => 'Noted. Ask whenever you like.',
  notDelivered: () => 'The answer could not be delivered; please ask again.',
  restNotDelivered: () => 'The rest of the answer could not be delivered; please ask again.',
  alwaysOpen: () => 'The terminal is always open: whoever sits here has the reports at hand anyway.',
  notKept: () => 'What is set in the terminal holds until you leave it; it is not kept.',
  noSuchNumber: (number, last) =>
    last === 0
      ? `/${number} stands for nothing: there is nothing to choose from yet.`
      : `/${number} stands for nothing; ${last === 1 ? '/1 is the only number' : `the numbers go from /1 to /${last}`} at present.`,
  notUtf8: () => 'What came in is not UTF-8 and cannot be read; please set your terminal to UTF-8.',
};
