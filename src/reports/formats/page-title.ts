// The title of a page as its reader sees it: without the site's name, and the element that shows it.
import { bare, type PageElement, type PageSurvey } from './page-survey.ts';

export interface PageTitle {
  title?: string;
  /** Shows the title, above the text or as its first line. */
  element?: PageElement;
  /** Number of the heading in the page's header that shows it, where nothing else does. */
  inHeader?: number;
}

/** What `meta` elements call the title; the first is that of Chinese government pages. */
const META = ['articletitle', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title'];
/** Between the title and the site's name, in collapsed white space. */
const SEPARATOR = /( ?[_|｜»] ?| [-–—·:]+ |(?<=\p{Script=Han}) ?[-–—]+ ?(?=\p{Script=Han}))/u;
const HEADING = /^h[1-3]$/;
const SHOWS_TITLE = new Set('h1 h2 h3 h4 div p span td center strong b font'.split(' '));
const MIN_LENGTH = 4;
const MAX_LENGTH = 80;
/** Sentences, lines of occasion, labels with values. */
const NO_TITLE = /^[—–\-（(【[]|[。！？；:：|]/;
/** A title with more parts is taken as a whole. */
const MAX_PARTS = 8;

/** @param isLeftOut elements that are not of the text */
export function pageTitleOf(survey: PageSurvey, isLeftOut: (element: PageElement) => boolean): PageTitle {
  const shown = shownTexts(survey, isLeftOut);
  const metas = META.flatMap((name) => survey.meta.get(name) ?? []);
  const title = survey.title.replace(/\s+/g, ' ').trim();
  const highest = survey.elements.filter((each) => each.name === 'h1' && each.text && !isLeftOut(each));
  const heading = highest.length === 1 ? highest[0] : undefined;
  for (const stated of [...metas, title]) {
    const runs = runsOf(stated).map((run) => ({ title: run, element: shown.get(bare(run)) }));
    const found = runs.find(({ element }) => element !== undefined);
    if (!found?.element) continue;
    // what another element shows may be the name of a part of the site
    const isLess = found !== runs[0] || (heading?.text ?? '').length > found.title.length;
    const isOther = heading && isLess && !HEADING.test(found.element.name);
    const isStated = runs.some(({ element }) => element === heading);
    if (!isOther || isStated) return { title: found.title, element: found.element };
  }
  if (heading?.text) return { title: heading.text, element: heading };
  for (const { element, text } of survey.headerTitles) {
    const isStated = [...metas, title].some((stated) => bare(runsOf(stated)[0] ?? '').startsWith(bare(text)));
    if (isStated && bare(text).length >= MIN_LENGTH) return { title: text.trim(), inHeader: element };
  }
  const said = metas[0] ?? title;
  return said === '' ? {} : { title: withoutSite(said, survey.meta) };
}

/**
 * The title of a page that shows another one than it states: what stands right above the line of source and
 * date.
 */
export function titleAbove(
  { elements }: PageSurvey,
  line: PageElement,
  isLeftOut: (element: PageElement) => boolean,
): PageElement | undefined {
  let above: PageElement | undefined;
  for (const each of elements) {
    if (each.element >= line.element) break;
    if (each.last < line.element && each.text && SHOWS_TITLE.has(each.name) && !isLeftOut(each)) above = each;
  }
  const text = above?.text ?? '';
  return text.length >= MIN_LENGTH && text.length <= MAX_LENGTH && !NO_TITLE.test(text) ? above : undefined;
}

/** Elements by their words; headings before others, the first of each. */
function shownTexts(
  { elements }: PageSurvey,
  isLeftOut: (element: PageElement) => boolean,
): Map<string, PageElement> {
  const shown = new Map<string, PageElement>();
  const add = (isWanted: (name: string) => boolean) => {
    for (const each of elements) {
      if (!each.text || !isWanted(each.name) || isLeftOut(each)) continue;
      const words = bare(each.text);
      if (words.length >= MIN_LENGTH && !shown.has(words)) shown.set(words, each);
    }
  };
  add((name) => HEADING.test(name));
  add((name) => SHOWS_TITLE.has(name));
  return shown;
}

/** The whole, then ever fewer of its parts: 标题_栏目_网站 is 标题_栏目, then 栏目_网站, then 标题. */
function runsOf(said: string): string[] {
  const parts = said.split(SEPARATOR); // separators at the odd places
  const count = (parts.length + 1) / 2;
  if (count > MAX_PARTS) return [said];
  const runs: string[] = [];
  for (let length = count; length > 0; length--)
    for (let first = 0; first + length <= count; first++)
      runs.push(
        parts
          .slice(2 * first, 2 * (first + length) - 1)
          .join('')
          .trim(),
      );
  return runs.filter((run) => run !== '');
}

/** The name of the site: as the page gives it, or the last part of its title that is not of the text's title. */
export function siteOf(survey: PageSurvey, title: string | undefined): string | undefined {
  const given = survey.meta.get('og:site_name') ?? survey.meta.get('sitename');
  if (given) return given;
  const parts = survey.title.replace(/\s+/g, ' ').trim().split(SEPARATOR);
  const ends = [parts.at(-1)?.trim() ?? '', parts[0].trim()];
  return parts.length > 1
    ? ends.find((end) => end !== '' && !bare(title ?? '').includes(bare(end)))
    : undefined;
}

/** The site's name is the one that the page gives, or else the last part. */
function withoutSite(said: string, meta: Map<string, string>): string {
  const site = meta.get('og:site_name') ?? meta.get('sitename');
  const parts = said.split(SEPARATOR);
  const names = parts.filter((_, i) => i % 2 === 0).map((part) => part.trim());
  if (site !== undefined && names.length > 1 && bare(names[0]) === bare(site))
    return names.slice(1).join(' ');
  const isLong = names[0].length >= MIN_LENGTH;
  return isLong && names.length > 1 ? names[0] : said;
}
