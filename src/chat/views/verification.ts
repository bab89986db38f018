// The result of checking a text against the reports.
import type { Verification } from '../../answer/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { contextChoice, quoteActions } from './buttons.ts';

export function verificationView(verification: Verification, { locale, mark }: CommandContext): Message {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  switch (verification.kind) {
    case 'verbatim':
    case 'as-recognised': {
      const { quotes, kind } = verification;
      const verdict = kind === 'verbatim' ? texts.verbatimIn : texts.asRecognisedIn;
      const numbered = quotes.map((quote, i) => ({ type: 'quote' as const, quote, number: i + 1 }));
      if (quotes.length > 1)
        return [
          { type: 'paragraph', text: verdict(quotes.length) },
          ...numbered,
          contextChoice(quotes, 1, maker, texts),
        ];
      const [quote] = quotes;
      return [
        { type: 'paragraph', text: verdict(1) },
        { type: 'quote', quote, actions: quoteActions(quote, maker, texts) },
      ];
    }
    case 'different': {
      const { nearest, differences, similarity } = verification;
      return [
        { type: 'paragraph', text: texts.differs(Math.floor(similarity * 100)) },
        { type: 'difference', runs: differences },
        { type: 'paragraph', text: texts.sourceReads() },
        { type: 'quote', quote: nearest, actions: quoteActions(nearest, maker, texts) },
      ];
    }
    case 'not-found':
      return [{ type: 'paragraph', text: texts.notInReports() }];
    default:
      return verification satisfies never;
  }
}
