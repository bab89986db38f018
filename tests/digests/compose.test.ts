// A digest of one chat, day after day.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  composeDaily,
  composeHits,
  type DailyRequest,
  type DigestContent,
  isEmpty,
  Selection,
  type Shown,
  shownBy,
  type TopicQuery,
} from '../../src/digests/index.ts';
import { citedById } from '../../src/lookup/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { indexOver } from '../fixtures/read-reports.ts';
import { leastMs } from '../speed.ts';

let selection: Selection;
beforeAll(async () => {
  selection = new Selection(await sampleIndex());
});
const topic = (text: string): TopicQuery => ({ text, earlier: [] });
const NOTHING: Shown = { sentences: [], reports: [] };
const FIRST_SEEN = 100;

const compose = (more: Partial<DailyRequest> = {}, over = selection) =>
  composeDaily(
    {
      subscription: { newsSince: FIRST_SEEN },
      topics: [],
      shown: NOTHING,
      known: over.known(FIRST_SEEN),
      day: '2026-11-22',
      locale: 'zh',
      ...more,
    },
    over,
  );
const textsOf = (ids: string[]) => citedById(ids, [], selection.index).map(({ text }) => text);
const quotesIn = ({ news, topics, today }: DigestContent) => [
  ...news.flatMap(({ points }) => points),
  ...topics.flatMap(({ quotes }) => quotes),
  ...(today?.quotes ?? []),
];

/** What the digests of some days say, each with what the ones before showed. */
function days(count: number, topics: TopicQuery[]): { content: DigestContent; roundOver: boolean }[] {
  let shown = NOTHING;
  return Array.from({ length: count }, (_, i) => {
    const made = compose({ topics, shown, day: `2026-${String(i).padStart(3, '0')}` });
    const { sentences, reports } = shownBy(made.content, selection);
    shown = {
      sentences: [...shown.sentences, ...sentences],
      reports: made.roundOver ? reports : [...shown.reports, ...reports],
    };
    return made;
  });
}

describe('a daily digest', () => {
  it('says what is new with its main points, and questions about it', () => {
    const [known, ...others] = selection.known(FIRST_SEEN);
    const { content } = compose({ known: [{ ...known, firstSeen: FIRST_SEEN + 1 }, ...others] });
    const report = selection.reports.get(known.fingerprint);
    expect(content.news).toEqual([
      { report: report?.id, change: 'added', points: selection.points(report as never) },
    ]);
    expect(content.today).toBeUndefined();
    expect(content.questions).toHaveLength(2);
    expect(isEmpty(content)).toBe(false);
  });

  it('has at most three quotes on a topic, and leaves out a topic that has none', () => {
    const { content } = compose({ topics: [topic('路灯'), topic('大熊猫'), topic('防火')] });
    expect(content.topics.map(({ text, quotes }) => [text, quotes.length])).toEqual([
      ['路灯', 3],
      ['防火', 3],
    ]);
    expect(content.topics[0].words).toContain('路灯');
    expect(content.today).toBeUndefined();
  });

  it('shows no quote twice, neither under two topics nor on two days', () => {
    const quotes = days(12, [topic('路灯'), topic('安装路灯'), topic('老年食堂')]).flatMap(({ content }) =>
      content.topics.flatMap((item) => textsOf(item.quotes)),
    );
    expect(quotes.length).toBeGreaterThan(20);
    expect(new Set(quotes).size).toBe(quotes.length);
  });

  it('shows no quote again after the files were renamed', async () => {
    const { content } = compose({ topics: [topic('路灯')] });
    const renamed = new Selection(
      indexOver(
        selection.index.files.map((file) => ({
          ...file,
          name: `new/${file.name}`,
          reports: file.reports.map((report) => ({
            ...report,
            id: report.id
              .split('')
              .reverse()
              .join('')
              .replace(/^(.)-(.*)$/, '$2-$1'),
            file: `new/${file.name}`,
          })),
        })),
      ),
    );
    const next = compose({ topics: [topic('路灯')], shown: shownBy(content, selection) }, renamed).content;
    const now = citedById(quotesIn(next), [], renamed.index).map(({ text }) => text);
    expect(now.length).toBeGreaterThan(0);
    for (const text of textsOf(quotesIn(content))) expect(now).not.toContain(text);
  });

  it('has a report of the day only where there is nothing else', () => {
    const { content, roundOver } = compose();
    expect(content.today?.quotes).toHaveLength(3);
    expect(roundOver).toBe(false);
    expect(isEmpty(content)).toBe(true);
  });

  it('takes every report in turn before it starts again, the same one for all', () => {
    const count = selection.reports.size;
    const made = days(count + 2, []);
    const reports = made.map(({ content }) => content.today?.report);
    expect(new Set(reports.slice(0, count)).size).toBe(count);
    expect(reports.slice(count)).toEqual(reports.slice(0, 2));
    expect(made.map(({ roundOver }) => roundOver).indexOf(true)).toBe(count);
    expect(made[count + 1].roundOver).toBe(false);
    const inFiles = selection.index.reports.map(({ id }) => id);
    expect(reports.slice(0, count)).not.toEqual(inFiles);
  });

  it('is the same for the same chat and day', () => {
    const request = { topics: [topic('路灯'), topic('林业局有什么打算？')] };
    expect(compose(request, new Selection(selection.index))).toEqual(compose(request));
  });

  it('has nothing to say over an empty library', () => {
    const empty = new Selection(indexOver([]));
    const { content, roundOver } = compose({ topics: [topic('路灯')] }, empty);
    expect(content).toMatchObject({ news: [], topics: [], questions: [] });
    expect(content.today).toBeUndefined();
    expect(roundOver).toBe(false);
  });
});

describe('what a digest has shown', () => {
  it('are the sentences of all its quotes, and the report of the day', () => {
    const daily = compose().content;
    expect(selection.reports.get(shownBy(daily, selection).reports[0])?.id).toBe(daily.today?.report);
    const onTopics = compose({ topics: [topic('路灯')] }).content;
    expect(shownBy(onTopics, selection).reports).toEqual([]);
    expect(shownBy(onTopics, selection).sentences.length).toBeGreaterThanOrEqual(3);
  });
});

describe('hits', () => {
  const hitsIn = (agency: string, shown = NOTHING) => {
    const fingerprints = [...selection.reports].flatMap(([fingerprint, report]) =>
      report.agency === agency ? [fingerprint] : [],
    );
    return composeHits(
      { topics: [topic('老年食堂'), topic('大熊猫')], fingerprints, shown, day: '2026-11-22' },
      selection,
    );
  };

  it('are quotes of the added reports alone', () => {
    const content = hitsIn('栖鹭镇');
    expect(content).toMatchObject({ kind: 'hits', news: [], questions: [] });
    expect(content?.topics.map(({ text, quotes }) => [text, quotes.length])).toEqual([['老年食堂', 3]]);
  });

  it('are none where the added reports say nothing new on what is followed', () => {
    expect(hitsIn('林业局')).toBeUndefined();
    let shown = NOTHING;
    for (let i = 0; i < 10; i++) {
      const content = hitsIn('栖鹭镇', shown);
      if (!content) break;
      shown = { ...shown, sentences: [...shown.sentences, ...shownBy(content, selection).sentences] };
    }
    expect(hitsIn('栖鹭镇', shown)).toBeUndefined();
  });
});

describe('the digests of many chats', () => {
  it('cost little where they follow the same topics', () => {
    const topics = ['路灯', '老年食堂', '高标准农田', '松材线虫病', '医共体'].map(topic);
    const shared = new Selection(selection.index);
    compose({ topics }, shared);
    const many = () => {
      for (let i = 0; i < 1000; i++) compose({ topics: [topics[i % 5], topics[(i + 1) % 5]] }, shared);
    };
    expect(leastMs(many, 500)).toBeLessThan(500); // 100 ms on the author's machine; each anew would take 20 s
  });
});
