// Access requests.
import type { DatabaseSync } from 'node:sqlite';
import type { AccessRequest, RequestStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { restored, stored, storedOrNull } from '../text.ts';
import { transaction } from '../transaction.ts';

interface Row {
  id: string;
  target: string;
  name: string;
  place: string;
  channel: string;
  community: string | null;
  person: string;
  locale: AccessRequest['locale'];
  at: number;
  verdict: 'allowed' | 'denied' | null;
}

export function requestTable(database: DatabaseSync): Synchronous<RequestStore> {
  const same = database.prepare('SELECT 1 FROM access_request WHERE at BETWEEN ? AND ? AND target = ?');
  const count = database.prepare(
    'SELECT count(*) AS total, coalesce(sum(person = ?), 0) AS own FROM access_request WHERE at BETWEEN ? AND ?',
  );
  const insert = database.prepare(
    `INSERT INTO access_request (id, target, name, place, channel, community, person, locale, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare('SELECT * FROM access_request WHERE id = ?');
  const settle = database.prepare('UPDATE access_request SET verdict = ? WHERE id = ? AND verdict IS NULL');
  const drop = database.prepare('DELETE FROM access_request WHERE id = ?');
  const expire = database.prepare('DELETE FROM access_request WHERE at < ?');
  return {
    add: (request, { since, ofPerson, ofAll }) =>
      transaction(database, () => {
        const until = 2 * request.at - since; // later ones were dated by a wrong clock
        if (same.get(since, until, stored(request.target))) return 'again';
        const counted = count.get(stored(request.person), since, until);
        const { total, own } = counted as { total: number; own: number };
        if (own >= ofPerson || total >= ofAll) return 'too-many';
        insert.run(...valuesOf(request));
        return 'added';
      }),
    get(id) {
      const row = select.get(stored(id)) as unknown as Row | undefined;
      return row && requestFrom(row);
    },
    settle: (id, verdict) => settle.run(verdict, stored(id)).changes === 1,
    drop(id) {
      drop.run(stored(id));
    },
    expire(before) {
      expire.run(before);
    },
  };
}

const valuesOf = ({ id, target, name, place, person, locale, at }: AccessRequest) => [
  ...[stored(id), stored(target), stored(name), stored(place.id), stored(place.within.channel)],
  ...[storedOrNull(place.within.community), stored(person), locale, at],
];

function requestFrom({ verdict, ...row }: Row): AccessRequest {
  const { locale, at } = row;
  const community = row.community === null ? {} : { community: restored(row.community) };
  return {
    id: restored(row.id),
    target: restored(row.target),
    name: restored(row.name),
    place: { id: restored(row.place), within: { channel: restored(row.channel), ...community } },
    person: restored(row.person),
    locale,
    at,
    ...(verdict === null ? {} : { verdict }),
  };
}
