import type { Id } from '@srd/kernel';
import type { DrawRequest, ObjectRequest, TeamRequest } from '@srd/proof/draw';

/** One difference between the pool of an attempt and that of the one before: shown on its page, so that a redraw hides nothing. */
export type PoolDifference = {
  readonly id: Id;
  readonly name: string;
  readonly change: 'joined' | 'left' | 'excluded' | 'readmitted' | 'altered';
  /** What it was and what it is: weight, stratum, reason; `null` where it wasn't or isn't. */
  readonly before: string | null;
  readonly after: string | null;
};

/** A request with its internal record of who is who: teams are compared by person, for each draw gives its own ids. */
export type PooledRequest = { readonly request: DrawRequest; readonly people: Readonly<Record<Id, Id>> };

type Member = { readonly id: Id; readonly name: string; readonly inside: boolean; readonly text: string };

function objectsOf({ candidates, excluded }: ObjectRequest, key: (id: Id) => Id): ReadonlyMap<Id, Member> {
  return new Map<Id, Member>([
    ...candidates.map(({ id, name, stratum, weight }): [Id, Member] => [
      key(id),
      { id, name, inside: true, text: `${stratum} ×${weight}` },
    ]),
    ...excluded.map(({ id, name, reason }): [Id, Member] => [key(id), { id, name, inside: false, text: reason }]),
  ]);
}

function inspectorsOf({ inspectors, barred }: TeamRequest, key: (id: Id) => Id): ReadonlyMap<Id, Member> {
  return new Map(
    inspectors.map(({ id, name, organ, capacity }): [Id, Member] => {
      const bars = barred.filter((bar) => bar.inspector === id).map((bar) => `${bar.case}:${bar.reason}`);
      return [key(id), { id, name, inside: true, text: [`${organ} ×${capacity}`, ...bars].join(' ') }];
    }),
  );
}

function casesOf({ cases }: TeamRequest): ReadonlyMap<Id, Member> {
  return new Map(
    cases.map(({ id, object, seats }): [Id, Member] => {
      const text = seats.map((seat) => `${seat.organs.join('/') || '*'}×${seat.count}`).join(' + ');
      return [id, { id, name: object, inside: true, text: `${object} ${text}` }];
    }),
  );
}

function compared(old: ReadonlyMap<Id, Member>, now: ReadonlyMap<Id, Member>): readonly PoolDifference[] {
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key): PoolDifference[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const member = is ?? was;
    if (!member || (was?.inside === is?.inside && was?.text === is?.text)) return [];
    const change = !was
      ? 'joined'
      : !is
        ? 'left'
        : was.inside === is.inside
          ? 'altered'
          : is.inside
            ? 'readmitted'
            : 'excluded';
    return [{ id: member.id, name: member.name, change, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

/** Every difference of the pool from the attempt before (draw protocol, "Attempts of a series"; trap 3). */
export function poolDifferences(before: PooledRequest, after: PooledRequest): readonly PoolDifference[] {
  const key =
    ({ people }: PooledRequest) =>
    (id: Id): Id =>
      people[id] ?? id;
  if (before.request.protocol === 'srd-assign/1' && after.request.protocol === 'srd-assign/1') {
    return [
      ...compared(casesOf(before.request), casesOf(after.request)),
      ...compared(inspectorsOf(before.request, key(before)), inspectorsOf(after.request, key(after))),
    ];
  }
  if (before.request.protocol === 'srd-draw/1' && after.request.protocol === 'srd-draw/1') {
    return compared(objectsOf(before.request, key(before)), objectsOf(after.request, key(after)));
  }
  return [];
}
