// /reports: the catalogue, narrowed by filters.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { pagedListView } from '../views/paged-list.ts';
import { AGENCY_OPTION, KIND_OPTION, narrowed, PERIOD_OPTION } from './options.ts';

export const reports = defineCommand({
  name: 'reports',
  options: { agency: AGENCY_OPTION, period: PERIOD_OPTION, kind: KIND_OPTION },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ agency, period, kind }, context) {
    const found = narrowed(
      { ...(agency ? { agency } : {}), ...(period ? { period } : {}), ...(kind ? { kind } : {}) },
      context,
    );
    if (!found.ok) return found.result;
    const { index, locale } = context;
    if (index.reports.length === 0)
      return { message: [{ type: 'paragraph', text: TEXTS[locale].nothingToRead() }], locale };
    const ids = found.reports.map((number) => index.reports[number].id);
    return { message: await pagedListView({ kind: 'reports', ids, words: [] }, 0, context), locale };
  },
});
