// /search: passages that contain words, best first.
import { searchPassages } from '../../lookup/index.ts';
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { pagedListView } from '../views/paged-list.ts';
import { AGENCY_OPTION, narrowed, PART_OPTION, PERIOD_OPTION } from './options.ts';

/** Passages kept for paging. */
const MAX_PASSAGES = 60;

export const search = defineCommand({
  name: 'search',
  options: {
    words: {
      required: true,
      fromReply: true,
      maxLength: 200,
    },
    agency: AGENCY_OPTION,
    period: PERIOD_OPTION,
    part: PART_OPTION,
  },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ words, part, agency, period }, context) {
    const { locale, index } = context;
    const within = narrowed({ ...(agency ? { agency } : {}), ...(period ? { period } : {}) }, context);
    if (!within.ok) return within.result;
    const found = searchPassages(
      { words, reports: within.reports, ...(part ? { sectionKind: part } : {}), limit: MAX_PASSAGES },
      index,
    );
    if (found.quotes.length === 0)
      return { message: [{ type: 'paragraph', text: TEXTS[locale].nothingFound(words) }], locale };
    const ids = found.quotes.map(({ id }) => id);
    return {
      message: await pagedListView({ kind: 'passages', ids, words: found.words }, 0, context),
      locale,
    };
  },
});
