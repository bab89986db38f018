// What every platform owes its readers: each block is shown, quotes stand as in the source, nothing in a source does anything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/chat/index.ts';
import {
  type Block,
  type Button,
  type ChoiceOption,
  LOCALES,
  type Locale,
  type Medium,
  type Message,
  momentText,
  type ShownQuote,
  showsQuoteEnd,
  splitMessage,
  TEXTS,
  wordsOf,
} from '../../src/message/index.ts';
import { form as anyForm, message as anyMessage, BLOCKS, EMPTY } from './adapter-messages.ts';

/** A quote, or the stretch of one that a message shows. */
export interface SeenQuote {
  /** Undefined where it goes on in the next message. */
  id: string | undefined;
  text: string;
  /** The emphasised words, one after another. */
  strong: string;
}

/** Something to press or to choose. */
export interface Pressable {
  label: string;
  /** What comes back with the press. */
  data: string;
  /** What a reader sees beside the label that tells it from others. */
  beside: string;
  /** Which choice it is part of, if of any. */
  choice?: number;
}

/** A platform's adapter as its readers see it. `Rendered` is what the platform takes. */
export interface AdapterSubject<Rendered> {
  medium(locale: Locale): Medium;
  render(message: Message, locale: Locale): Rendered;
  /** Everything that is read, from top to bottom, as plain text. */
  shownText(rendered: Rendered): string;
  quotesIn(rendered: Rendered): SeenQuote[];
  pressables(rendered: Rendered): Pressable[];
  /** What the platform would refuse, one sentence each. */
  violations(rendered: Rendered): string[];
  /** What a text does besides being read: pings, links, emoji, spoilers, formatting that is not ours; one sentence each. */
  effects(rendered: Rendered): string[];
  /** How a text of a source is shown where that differs: other line ends, marks made visible. */
  shown(text: string): string;
  /** The points of time that are shown, as seconds since 1970 or in words. */
  momentsIn(rendered: Rendered): (number | string)[];
  /** A form, on platforms where one goes on by forms instead of by replying. */
  form?(form: Form): SeenForm;
}

/** A form as its readers see it. */
interface SeenForm {
  /** What comes back with what was written. */
  data: string;
  title: string;
  label: string;
  hint: string;
  /** The longest text that can be written. */
  maxLength: number;
  /** What the platform would refuse, one sentence each. */
  violations: string[];
}

const RUNS = { seed: 24, numRuns: 100 };
/** Random messages take their time on a busy machine. */
const LIMITS = { timeout: 30_000 };
const locale = fc.constantFrom(...LOCALES);

const withoutSpace = (text: string) => text.replace(/[\s\ufeff]+/g, '');

/** What is said in a block, in order. Quotes are looked at by themselves. */
function textsIn(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'prompt':
    case 'copyable':
      return [block.text];
    case 'list':
      return block.items;
    case 'difference':
      return block.runs.map(({ text }) => text);
    case 'commands':
      return block.commands.flatMap(({ name, summary }) => [name, summary]);
    case 'moment':
      return [block.label];
    case 'choice':
      return [block.prompt];
    case 'quote':
    case 'quote-list':
    case 'buttons':
      return [];
    default:
      return block satisfies never;
  }
}

const quotesOf = (message: Message): ShownQuote[] =>
  message.flatMap((block) => {
    if (block.type === 'quote') return [block.quote];
    return block.type === 'quote-list' ? block.quotes : [];
  });

const buttonsOf = (message: Message): (Button | ChoiceOption)[] =>
  message.flatMap((block) => {
    if (block.type === 'quote') return block.actions ?? [];
    if (block.type === 'buttons') return block.buttons;
    return block.type === 'choice' ? block.options : [];
  });

/** The first of the texts that does not follow on those before it, or undefined. */
function firstMissing(shown: string, texts: string[]): string | undefined {
  let at = 0;
  for (const text of texts) {
    const found = shown.indexOf(text, at);
    if (found < 0) return text;
    at = found + text.length;
  }
  return undefined;
}

function deepFreeze<Thing>(thing: Thing): Thing {
  if (typeof thing === 'object' && thing !== null) Object.values(Object.freeze(thing)).forEach(deepFreeze);
  return thing;
}

/** Runs the contract for an adapter. */
export function describeAdapter<Rendered>(name: string, subject: AdapterSubject<Rendered>): void {
  const { medium, render, shownText, quotesIn, pressables, violations, effects, shown, momentsIn } = subject;
  const partsOf = (message: Message, language: Locale) => splitMessage(message, medium(language));
  const anyParts = fc
    .tuple(anyMessage, locale)
    .map(([message, language]) => ({ message, language, parts: partsOf(message, language) }));
  const each = (promise: (parts: Message[], language: Locale, message: Message) => void) =>
    fc.assert(
      fc.property(anyParts, ({ parts, language, message }) => promise(parts, language, message)),
      RUNS,
    );

  /** What is missing of a part's texts in what is shown of it. */
  const missing = (part: Message, language: Locale) =>
    firstMissing(
      withoutSpace(shownText(render(part, language))),
      part.flatMap(textsIn).map((text) => withoutSpace(shown(text))),
    );

  describe(`a message on ${name}`, LIMITS, () => {
    it.each(Object.entries(BLOCKS))('shows all of a %s', (_, block) => {
      fc.assert(
        fc.property(block, locale, (given, language) => {
          for (const part of partsOf([given], language)) expect(missing(part, language)).toBeUndefined();
        }),
        { ...RUNS, numRuns: 40 },
      );
    });

    it('shows everything in its order', () => {
      each((parts, language) => {
        for (const part of parts) expect(missing(part, language)).toBeUndefined();
      });
    });

    it('is taken by the platform', () => {
      each((parts, language) => {
        for (const part of parts) expect(violations(render(part, language))).toEqual([]);
      });
    });

    it('is taken by the platform with nothing to read in it', () => {
      for (const language of LOCALES) {
        expect(violations(render(EMPTY, language))).toEqual([]);
        for (const block of EMPTY) {
          expect(violations(render([block], language))).toEqual([]);
          const rendered = render([block, { type: 'paragraph', text: '有字' }, block], language);
          expect(violations(rendered)).toEqual([]);
          expect(shownText(rendered)).toContain('有字');
        }
      }
    });

    it('shows a point of time as it is', () => {
      each((parts, language) => {
        for (const part of parts) {
          const given = part.flatMap((block) => (block.type === 'moment' ? [block] : []));
          const seen = momentsIn(render(part, language));
          expect(seen).toEqual(
            given.map((moment, i) =>
              typeof seen[i] === 'number' ? Math.floor(moment.at / 1000) : momentText(moment),
            ),
          );
        }
      });
    });

    it('does nothing but say what it says', () => {
      each((parts, language) => {
        for (const part of parts) expect(effects(render(part, language))).toEqual([]);
      });
    });

    it('is rendered the same each time, from a message that stays as it was', () => {
      each((parts, language) => {
        for (const part of parts) {
          const before = structuredClone(part);
          expect(render(deepFreeze(part), language)).toEqual(render(before, language));
        }
      });
    });
  });

  describe(`a quote on ${name}`, LIMITS, () => {
    it('stands character for character as in the source, in one message or several', () => {
      each((parts, language, message) => {
        const seen = parts.flatMap((part) => quotesIn(render(part, language)));
        for (const { id, text, heads = [] } of quotesOf(message)) {
          let read = '';
          let ids: (string | undefined)[] = [];
          const stretches = quotesOf(parts.flat()).filter((quote) => quote.id === id).length;
          for (const piece of seen.splice(0, stretches)) {
            read += piece.text;
            ids = [...ids, piece.id];
          }
          expect(withoutSpace(read)).toBe(
            withoutSpace(shown([...heads, { text }].map((each) => each.text).join('\n'))),
          );
          expect(ids.at(-1)).toBe(id);
          expect(new Set([id, ...ids.filter((each) => each !== undefined)]).size).toBe(1);
        }
        expect(seen).toEqual([]);
      });
    });

    it('has the words emphasised that matched, and no others', () => {
      each((parts, language) => {
        for (const part of parts) {
          const strong = quotesOf(part).map((quote) =>
            wordsOf(quote)
              .map((words) => (words.strong ? words.text : ''))
              .join(''),
          );
          expect(quotesIn(render(part, language)).map((quote) => withoutSpace(quote.strong))).toEqual(
            strong.map((words) => withoutSpace(shown(words))),
          );
        }
      });
    });

    it('stands with its report and its headings', () => {
      each((parts, language) => {
        for (const part of parts) {
          const text = withoutSpace(shownText(render(part, language)));
          for (const { report, path, excerpt: stretch, text: all } of quotesOf(part)) {
            expect(text).toContain(withoutSpace(shown(`《${report}》`)));
            if (stretch && stretch.end < all.length) continue;
            for (const heading of path) expect(text).toContain(withoutSpace(shown(heading)));
          }
        }
      });
    });

    it('names its pages where its file has pages', () => {
      each((parts, language) => {
        for (const part of parts) {
          const named = quotesOf(part).flatMap((quote) =>
            quote.pages && showsQuoteEnd(quote)
              ? [TEXTS[language].pages(quote.pages.first, quote.pages.last)]
              : [],
          );
          const text = withoutSpace(shownText(render(part, language)));
          expect(firstMissing(text, named.map(withoutSpace))).toBeUndefined();
        }
      });
    });

    it('is numbered as the message says', () => {
      each((parts, language) => {
        for (const part of parts) {
          const text = shownText(render(part, language));
          for (const block of part)
            if (block.type === 'quote' && block.number !== undefined)
              expect(text).toContain(`${block.number}.`);
            else if (block.type === 'quote-list' && block.first > 0)
              expect(
                firstMissing(
                  text,
                  block.quotes.map((_, i) => `${block.first + i}.`),
                ),
              ).toBeUndefined();
        }
      });
    });
  });

  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  /** The label itself or its beginning with an ellipsis, either of them with a number in front. */
  const isLabelFor = (label: string, whole: string) =>
    [label, label.replace(/^\d+\. /, '')].some(
      (own) => own === whole || (/.…$/su.test(own) && whole.startsWith(own.slice(0, -1))),
    );

  const { form: shownForm } = subject;
  const describeForms = () => {
    if (!shownForm) return; // one goes on by replying there
    describe(`a form on ${name}`, LIMITS, () => {
      it('is taken by the platform, says what it is, and comes back with the data of its button', () => {
        fc.assert(
          fc.property(anyForm, (form) => {
            const seen = shownForm(form);
            expect(seen.violations).toEqual([]);
            expect(seen.data).toBe(form.action);
            for (const part of ['title', 'label', 'hint'] as const) {
              expect(seen[part].isWellFormed()).toBe(true);
              expect(isLabelFor(seen[part], plain(form[part])), seen[part]).toBe(true);
            }
          }),
          RUNS,
        );
      });

      it('takes no longer a text than is wanted', () => {
        fc.assert(
          fc.property(anyForm, (form) => {
            expect(shownForm(form).maxLength).toBeLessThanOrEqual(form.maxLength);
          }),
          RUNS,
        );
      });
    });
  };
  describeForms();

  describe(`what can be pressed on ${name}`, LIMITS, () => {
    it('is there once, in its order, with its data unchanged', () => {
      each((parts, language, message) => {
        const found = parts.flatMap((part) => pressables(render(part, language))).map(({ data }) => data);
        expect(found).toEqual(buttonsOf(message).map(({ action }) => action));
      });
    });

    it('may be there twice in a message', () => {
      const twice: Button = { label: '前后文', action: 'c+x.1~abc1234' };
      const other: Button = { label: '上一页', action: 'l=x.0~abc1234' };
      const buttons: Block = { type: 'buttons', buttons: [twice, other, twice] };
      const choice: Block = { type: 'choice', prompt: '看哪一条？', options: [twice, other, twice] };
      for (const part of [[buttons, buttons], [choice]]) {
        const rendered = render(part, 'zh');
        expect(violations(rendered)).toEqual([]);
        expect(new Set(pressables(rendered).map(({ data }) => data))).toEqual(
          new Set([twice.action, other.action]),
        );
      }
    });

    it('says what it is: a label that is too long is visibly cut, between characters', () => {
      each((parts, language, message) => {
        const labels = new Map(buttonsOf(message).map(({ action, label }) => [action, plain(shown(label))]));
        for (const { label, data } of parts.flatMap((part) => pressables(render(part, language)))) {
          expect(label.isWellFormed()).toBe(true);
          expect(isLabelFor(label, labels.get(data) ?? ''), `${label} for ${labels.get(data)}`).toBe(true);
        }
      });
    });

    it('is not to be mistaken for another one of the same choice', () => {
      each((parts, language) => {
        for (const part of parts) {
          const looks = pressables(render(part, language))
            .filter(({ choice }) => choice !== undefined)
            .map(({ choice, label, beside }) => `${choice} ${label}\n${beside}`);
          expect(looks.filter((look, i) => looks.indexOf(look) !== i)).toEqual([]);
        }
      });
    });

    it.each([1, 24, 25, 26, 50, 51, 120])('is all there where there are %i options', (count) => {
      const options = Array.from({ length: count }, (_, i) => ({
        label: `第 ${i + 1} 条`,
        action: `c+x.${i}~abc1234`,
        description: '',
      }));
      const rendered = partsOf([{ type: 'choice', prompt: '看哪一条？', options }], 'zh').map((part) =>
        render(part, 'zh'),
      );
      expect(rendered.flatMap(violations)).toEqual([]);
      expect(rendered.flatMap(pressables).map(({ data }) => data)).toEqual(
        options.map(({ action }) => action),
      );
    });
  });
}
