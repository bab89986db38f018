// The languages that the bot speaks, and which of them serves a tag or a text.
import type { Texts } from './keys/index.ts';
import { EVIDENCE, type Language } from './language.ts';
import { FALLBACK_LOCALE, LANGUAGES, type Locale } from './languages.ts';

/** In the order in which they are offered. */
export const LOCALES: readonly Locale[] = Object.keys(LANGUAGES) as Locale[];

/** Words in each language. */
export type Localised = Readonly<Record<Locale, string>>;

/** What is picked for each language. */
export const inEachLanguage = <Value>(pick: (language: Language, locale: Locale) => Value) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, pick(LANGUAGES[locale], locale)])) as Record<
    Locale,
    Value
  >;

export const TEXTS: Record<Locale, Texts> = inEachLanguage(({ texts }) => texts);

/** The language in which a text is written, or the likeliest one that the bot speaks. */
export function localeOf(text: string): Locale {
  let best = { locale: FALLBACK_LOCALE, evidence: EVIDENCE.none as number };
  for (const locale of LOCALES) {
    const evidence = evidenceOf(locale, text);
    if (evidence > best.evidence) best = { locale, evidence };
  }
  return best.locale;
}

/** Whether a text may be written in a language. */
export const mayBeIn = (locale: Locale, text: string): boolean => evidenceOf(locale, text) > EVIDENCE.none;

function evidenceOf(locale: Locale, text: string): number {
  const language: Language = LANGUAGES[locale];
  return language.evidenceIn?.(text) ?? EVIDENCE.none;
}

/** The language that serves a BCP 47 tag, or undefined where the bot speaks none. */
export function localeServing(tag: string): Locale | undefined {
  const wanted = localeIn(tag)?.maximize();
  if (!wanted) return undefined;
  const serving = LOCALES.flatMap((locale) =>
    LANGUAGES[locale].tags.filter((each) => serves(each, wanted)).map((each) => ({ locale, tag: each })),
  );
  return serving.sort((a, b) => b.tag.length - a.tag.length)[0]?.locale;
}

/** Undefined for what is no tag. */
function localeIn(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

function serves(tag: string, wanted: Intl.Locale): boolean {
  const { language, script, region } = new Intl.Locale(tag);
  return (
    language === wanted.language &&
    (script === undefined || script === wanted.script) &&
    (region === undefined || region === wanted.region)
  );
}

export type { CommandTexts, NameAndSummary } from './keys/commands.ts';
export type { AskedKind } from './keys/questions.ts';
export { FALLBACK_LOCALE, LANGUAGES, type Language, type Locale, type Texts };
