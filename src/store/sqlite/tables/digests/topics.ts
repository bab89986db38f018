// Followed topics.
import type { DatabaseSync } from 'node:sqlite';
import type { Topic, TopicStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { present } from '../../present.ts';
import { restored, restoredOrNull, stored, storedOrNull } from '../../text.ts';
import { transaction } from '../../transaction.ts';

interface Row {
  place: string;
  id: string;
  text: string;
  /** JSON. */
  earlier: string;
  agency: string | null;
  part: string | null;
  at_once: number;
  since: number;
}

export function topicTable(database: DatabaseSync): Synchronous<TopicStore> {
  const list = database.prepare('SELECT * FROM topic WHERE place = ? ORDER BY since, number');
  const replace = database.prepare(
    `UPDATE topic SET text = :text, earlier = :earlier, agency = :agency, part = :part, at_once = :at_once, since = :since
     WHERE place = :place AND id = :id`,
  );
  const count = database.prepare('SELECT count(*) AS topics FROM topic WHERE place = ?');
  const insert = database.prepare(
    `INSERT INTO topic (place, id, text, earlier, agency, part, at_once, since)
     VALUES (:place, :id, :text, :earlier, :agency, :part, :at_once, :since)`,
  );
  const remove = database.prepare('DELETE FROM topic WHERE place = ? AND id = ?');
  const placesAtOnce = database.prepare(
    'SELECT DISTINCT place FROM topic WHERE at_once = 1 AND place > ? ORDER BY place LIMIT ?',
  );
  return {
    list: (place) => list.all(stored(place)).map(topicOf),
    add: (topic, max) =>
      transaction(database, () => {
        const row = rowOf(topic);
        if (replace.run(row).changes === 1) return 'known';
        if ((count.get(row.place)!.topics as number) >= max) return 'full';
        insert.run(row);
        return 'added';
      }),
    remove: (place, id) => remove.run(stored(place), stored(id)).changes === 1,
    placesAtOnce: (after, limit) =>
      placesAtOnce.all(stored(after), limit).map(({ place }) => restored(place as string)),
  };
}

function rowOf({
  place,
  id,
  text,
  earlier,
  agency,
  part,
  atOnce,
  since,
}: Topic): Row & Record<string, string | number | null> {
  return {
    place: stored(place),
    id: stored(id),
    text: stored(text),
    earlier: JSON.stringify(earlier),
    agency: storedOrNull(agency),
    part: storedOrNull(part),
    at_once: Number(atOnce),
    since,
  };
}

function topicOf(found: object): Topic {
  const { place, id, text, earlier, agency, part, at_once: atOnce, since } = found as Row;
  return {
    place: restored(place),
    id: restored(id),
    text: restored(text),
    earlier: JSON.parse(earlier) as string[],
    atOnce: atOnce === 1,
    since,
    ...present({ agency: restoredOrNull(agency), part: restoredOrNull(part) }),
  };
}
