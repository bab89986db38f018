// What was asked: who, when, which part of a report, what about, and what kind of answer.

export { type Resolved, resolve } from './follow-up.ts';
export { type Language, type Question, referentsOf, understand } from './understand.ts';
export { plansAreLater, timeFit, timeIn, withoutTime } from './when.ts';
export { agencyMatch, isOffice, isOfType, type NamedAgency, namesUnknownOffice } from './who.ts';
