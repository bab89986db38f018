// Telegram's adapter passes the contract suite of all adapters. The stand-in checks what is sent.
import type { Content } from '../../adapters/telegram/api.ts';
import { mediumFor } from '../../adapters/telegram/limits.ts';
import { render } from '../../adapters/telegram/render.ts';
import { type Message, TEXTS } from '../../src/message/index.ts';
import {
  type AdapterSubject,
  describeAdapter,
  type Pressable,
  type SeenQuote,
} from '../contracts/adapter.ts';
import { Inspection } from '../stand-ins/telegram/rules/inspection.ts';
import { inspectMarkup } from '../stand-ins/telegram/rules/keyboard.ts';
import { inspectText, MESSAGE } from '../stand-ins/telegram/rules/text.ts';
import { inspectMethod } from '../stand-ins/telegram/schema.ts';
import { kept } from './reading.ts';

/** What is sent, with what it was made of: labels stand in one text with what tells them apart. */
interface Rendered {
  content: Content;
  message: Message;
}

const GOES_ON = Object.values(TEXTS).map((texts) => texts.continued());

/** The quotes of a text. Two texts beside each other, word by word, are no quote: nothing above them is an id. */
function quotesIn({ content: { text, entities } }: Rendered): SeenQuote[] {
  const words = ({ offset, length }: { offset: number; length: number }) =>
    text.slice(offset, offset + length);
  return entities
    .filter(({ type }) => /blockquote$/.test(type))
    .flatMap((quote) => {
      const end = quote.offset + quote.length;
      const id = entities.find(
        ({ type, offset, length }) => type === 'code' && offset + length === quote.offset - 1,
      );
      if (!id) return [];
      const strong = entities.filter(
        ({ type, offset, length }) => type === 'bold' && offset >= quote.offset && offset + length <= end,
      );
      const goesOn = GOES_ON.some((words) => text.startsWith(`\n${words}`, end));
      return [{ id: goesOn ? undefined : words(id), text: words(quote), strong: strong.map(words).join('') }];
    });
}

function pressables({ content, message }: Rendered): Pressable[] {
  const markup = content.reply_markup;
  const buttons = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
  const options = message.flatMap((block, choice) =>
    block.type === 'choice' ? block.options.map((option) => ({ ...option, choice })) : [],
  );
  return buttons.flatMap(({ text, callback_data: data }): Pressable[] => {
    if (data === undefined) return [];
    const option = options.find(({ action }) => action === data);
    const beside = kept(option?.description ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    const tail = beside ? ` · ${beside}` : '';
    const isTold = tail !== '' && text.endsWith(tail);
    return [
      {
        label: isTold ? text.slice(0, -tail.length) : text,
        data,
        beside: isTold ? tail : '',
        ...(option ? { choice: option.choice } : {}),
      },
    ];
  });
}

function violations({ content }: Rendered): string[] {
  const body = { chat_id: 1, ...content };
  const inspection = new Inspection();
  inspectText(inspection, '', body, MESSAGE);
  inspectMarkup(inspection, 'reply_markup', body.reply_markup as never);
  return [...inspection.findings, ...inspectMethod('sendMessage', body)].map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

const telegram: AdapterSubject<Rendered> = {
  medium: mediumFor,
  render: (message, locale) => ({ content: render(message, TEXTS[locale]), message }),
  shownText: ({ content }) => content.text,
  quotesIn,
  pressables,
  violations,
  effects: () => [], // entities are ours, nothing is parsed
  momentsIn: ({ content }) =>
    content.entities.flatMap((entity) => (entity.type === 'date_time' ? [entity.unix_time] : [])),
  shown: kept,
};

describeAdapter('Telegram', telegram);
