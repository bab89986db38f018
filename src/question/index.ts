// What was asked: who, when, which part of a report, what about, and what kind of answer.

export { isOffice, namesUnknownOffice } from './agencies.ts';
export { agencyMatch } from './agency-match.ts';
export { isOfType } from './author-type.ts';
export { type Resolved, resolve } from './follow-up.ts';
export { periodFit, periodIn, plansAreLater, withoutPeriod } from './period.ts';
export { type Language, type Question, referentsOf, understand } from './understand.ts';
