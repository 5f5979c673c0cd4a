import type { Id } from '@srd/kernel';

/** Each organ with its superior; null at the top. */
export type Hierarchy = Readonly<Record<Id, Id | null>>;

/** Whether an organ sees another's data: its own and its subordinates', never its superior's or a sibling's (R5, R7, R100). */
export function seesOrgan(hierarchy: Hierarchy, viewer: Id, owner: Id): boolean {
  const passed = new Set<Id>();
  for (let organ: Id | null | undefined = owner; organ != null && !passed.has(organ);) {
    if (organ === viewer) return true;
    passed.add(organ);
    organ = Object.hasOwn(hierarchy, organ) ? hierarchy[organ] : null;
  }
  return false;
}

/** The organs whose data an organ sees, itself first and the others sorted. */
export function scopeOf(hierarchy: Hierarchy, viewer: Id): readonly Id[] {
  const below = Object.keys(hierarchy).filter((owner) => owner !== viewer && seesOrgan(hierarchy, viewer, owner));
  return [viewer, ...below.sort()];
}
