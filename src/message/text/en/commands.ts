// Names and summaries of commands, options and choices, in English.
import type { CommandTexts } from '../keys/commands.ts';
import { enReportKinds } from './report-kinds.ts';
import { AGENCY, COLLECTION, PART, PERIOD, PLACE, SCOPE } from './shared-options.ts';

export const enCommands: CommandTexts = {
  groups: {
    digest: { name: 'digest', summary: 'The daily digest here: what is new, and what is followed' },
    library: {
      name: 'library',
      summary: 'The files behind the reports: add, remove, bring back (owners only)',
    },
  },
  commands: {
    ask: {
      name: 'ask',
      summary: 'Ask the reports; the answer is quoted word for word',
      options: {
        question: { name: 'question', summary: 'In Chinese or English, as you would ask a colleague' },
        report: { name: 'report', summary: 'Only this report (title or part of it)' },
        agency: AGENCY,
        period: PERIOD,
      },
    },
    search: {
      name: 'search',
      summary: 'Find passages by words',
      options: {
        words: { name: 'words', summary: 'Words to look for, in Chinese or English' },
        agency: AGENCY,
        period: PERIOD,
        part: PART,
      },
    },
    report: {
      name: 'report',
      summary: 'Show a report: author, time, headings; or read a part of it',
      options: {
        name: { name: 'name', summary: 'Its title, or a part of it' },
        part: {
          name: 'part',
          summary: 'Read this part',
          choices: {
            achievements: 'what was done',
            problems: 'problems',
            plans: 'plans',
            highlights: 'highlights',
            suggestions: 'suggestions',
          },
        },
      },
    },
    reports: {
      name: 'reports',
      summary: 'List the reports',
      options: {
        agency: AGENCY,
        period: PERIOD,
        kind: {
          name: 'kind',
          summary: 'Only reports of this kind',
          choices: enReportKinds,
        },
      },
    },
    compare: {
      name: 'compare',
      summary: 'Put what agencies say on a topic side by side',
      options: {
        topic: { name: 'topic', summary: 'What to compare' },
        first: { name: 'first', summary: 'The first agency' },
        second: { name: 'second', summary: 'The second agency' },
        third: { name: 'third', summary: 'A third agency' },
      },
    },
    quote: {
      name: 'quote',
      summary: 'Show the quote behind an id, with its context and citation',
      options: { id: { name: 'id', summary: 'The id that stands with each quote' } },
    },
    verify: {
      name: 'verify',
      summary: 'Check whether a text stands in a report word for word',
      options: { text: { name: 'text', summary: 'The text to check' } },
    },
    'digest on': {
      name: 'digest on',
      summary: 'Send a digest here: new reports, and what is followed',
      options: {
        time: { name: 'time', summary: 'Time of day, such as 08:30 or 8 pm (08:30 if left out)' },
        zone: { name: 'zone', summary: 'Time zone, such as Asia/Shanghai, London or UTC+8' },
        days: {
          name: 'days',
          summary: 'Every day, Monday to Friday, or one weekday',
          choices: {
            daily: 'every day',
            weekdays: 'weekdays',
            mon: 'Mondays',
            tue: 'Tuesdays',
            wed: 'Wednesdays',
            thu: 'Thursdays',
            fri: 'Fridays',
            sat: 'Saturdays',
            sun: 'Sundays',
          },
        },
        silent: {
          name: 'silent',
          summary: 'Deliver without a sound',
          choices: { yes: 'silent', no: 'with sound' },
        },
        skip: {
          name: 'skip',
          summary: 'When nothing is new: send nothing, or a report worth reading',
          choices: { yes: 'skip', no: 'send anyway' },
        },
      },
    },
    'digest off': { name: 'digest off', summary: 'Send no more digests here', options: {} },
    'digest now': {
      name: 'digest now',
      summary: 'See now what a digest here would say; only you see it',
      options: {},
    },
    'digest status': {
      name: 'digest status',
      summary: 'When the next digest comes, and what became of the last one',
      options: {},
    },
    'digest pause': {
      name: 'digest pause',
      summary: 'Send nothing here until a date',
      options: {
        until: { name: 'until', summary: 'The day on which it comes again: 2026-12-01, 3 days, next Monday' },
      },
    },
    follow: {
      name: 'follow',
      summary: 'Follow a topic or a question: what is new on it comes with the digest',
      options: {
        topic: { name: 'topic', summary: 'Words or a whole question' },
        agency: AGENCY,
        part: PART,
        when: {
          name: 'when',
          summary: 'With the digest, or at once when a report is added',
          choices: { digest: 'with the digest', 'at-once': 'at once' },
        },
      },
    },
    unfollow: {
      name: 'unfollow',
      summary: 'Stop following a topic',
      options: {
        topic: { name: 'topic', summary: 'What is followed: its words or its number in /following' },
      },
    },
    following: { name: 'following', summary: 'What is followed here', options: {} },
    settings: {
      name: 'settings',
      summary: 'Language, who is answered, length of answers, digests, time zone (managers only)',
      options: {
        language: {
          name: 'language',
          summary: 'Language of menus where the platform gives none',
          choices: { auto: 'as each person has it' },
        },
        audience: {
          name: 'audience',
          summary: 'Who is answered here',
          choices: { everyone: 'everyone', managers: 'managers only' },
        },
        length: {
          name: 'length',
          summary: 'How much an answer shows before its buttons',
          choices: { normal: 'normal', short: 'short' },
        },
        digests: {
          name: 'digests',
          summary: 'Who sets up digests and what is followed',
          choices: { managers: 'only managers do', everyone: 'everyone may' },
        },
        zone: { name: 'zone', summary: 'Time zone (a city, Asia/Shanghai, UTC+8)' },
      },
    },
    help: { name: 'help', summary: 'How to ask, and all commands', options: {} },
    privacy: { name: 'privacy', summary: 'What is stored, and for how long', options: {} },
    forget: { name: 'forget', summary: 'Delete what is stored about you', options: {} },
    pair: {
      name: 'pair',
      summary: 'Become an owner of this bot with the code from its terminal',
      options: { code: { name: 'code', summary: 'Printed in the terminal when the bot started' } },
    },
    allow: {
      name: 'allow',
      summary: 'Let this place use the bot, or read a collection (managers and owners)',
      options: { scope: SCOPE, place: PLACE, collection: COLLECTION },
    },
    deny: {
      name: 'deny',
      summary: 'Stop this place from using the bot, or from reading a collection (managers and owners)',
      options: { scope: SCOPE, place: PLACE, collection: COLLECTION },
    },
    'library add': {
      name: 'library add',
      summary: 'Add a file with reports; you see first what is understood (owners only)',
      options: {
        file: { name: 'file', summary: 'The file itself' },
        folder: { name: 'folder', summary: 'The collection to put it into (a folder of the library)' },
      },
    },
    'library remove': {
      name: 'library remove',
      summary: 'Remove a file; you are asked before, and can bring it back (owners only)',
      options: { name: { name: 'name', summary: 'The name of the file, or a part of it' } },
    },
    'library restore': {
      name: 'library restore',
      summary: 'Bring back a file that was removed in the last 30 days (owners only)',
      options: {
        name: { name: 'name', summary: 'The name that the file had; left out: all that can be brought back' },
      },
    },
    'library status': {
      name: 'library status',
      summary: 'Files, reports, who reads what, warnings, last change, size of the index (owners only)',
      options: {},
    },
    'library reload': {
      name: 'library reload',
      summary: 'Read the folder again and see what has changed (owners only)',
      options: {},
    },
  },
  onlyForMe: { name: 'private', summary: 'Only you see the answer' },
  messageMenu: { ask: 'Ask the reports', verify: 'Verify quotation' },
};
