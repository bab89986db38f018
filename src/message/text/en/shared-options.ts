// Options that several commands have, in English.

export const AGENCY = { name: 'agency', summary: 'Only reports by this agency' };
export const PERIOD = { name: 'period', summary: 'Only reports on this time, such as 2024 or H1 2024' };
export const PART = {
  name: 'part',
  summary: 'Only this part of the reports',
  choices: {
    achievements: 'what was done',
    problems: 'problems',
    plans: 'plans',
    highlights: 'highlights',
    suggestions: 'suggestions',
  },
};
export const SCOPE = {
  name: 'scope',
  summary: 'The whole server or group, this channel only, or (collections) every chat',
  choices: { everywhere: 'everywhere here', channel: 'this channel only', 'every-chat': 'every chat' },
};
export const PLACE = {
  name: 'place',
  summary: 'Owners only: the id that the bot gave when it was refused there',
};
export const COLLECTION = {
  name: 'collection',
  summary:
    'Owners only: the folder of reports that may be read here, and nowhere else unless it is bound there',
};
