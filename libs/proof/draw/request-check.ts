import type { DrawRequest, ObjectRequest, TeamRequest } from './document';
import {
  ascending,
  distinct,
  firstFlaw,
  flawed,
  hex,
  id,
  instantOfUtc,
  list,
  nullOr,
  oneOf,
  record,
  saying,
  text,
  whole,
  type Check,
  type Flaw,
} from './shape';

export const witness = { by: text, role: text };

const head = {
  draw: text,
  series: id,
  attempt: whole(1),
  organ: id,
  plan: text,
  frozenAt: instantOfUtc,
  revealBy: instantOfUtc,
  contributors: list(record(witness)),
  beacon: nullOr(record({ source: text, expectedAt: instantOfUtc })),
};

const objectShape = record({
  ...head,
  protocol: oneOf('srd-draw/1'),
  candidates: list(record({ id, name: text, stratum: id, weight: whole(1, 100) })),
  excluded: list(record({ id, name: text, reason: saying })),
  quotas: list(
    record({
      stratum: id,
      basisPoints: whole(0, 10_000),
      rounding: oneOf('ceil', 'half-up', 'floor'),
      atLeast: whole(0),
      of: whole(0),
      size: whole(0),
    }),
  ),
});

const caseOrAll: Check = (value, pointer) => {
  if (value !== '*') id(value, pointer);
};

const teamShape = record({
  ...head,
  protocol: oneOf('srd-assign/1'),
  from: nullOr(hex(32)),
  inspectors: list(record({ id, name: text, organ: id, capacity: whole(0) })),
  cases: list(record({ id, object: id, seats: list(record({ organs: list(id), count: whole(1) })) })),
  barred: list(
    record({ case: caseOrAll, inspector: id, reason: oneOf('recusal', 'rotation', 'certificate', 'unavailable') }),
  ),
  cap: whole(1),
});

function checkHead(request: DrawRequest, pointer: string): void {
  distinct(
    request.contributors.map(({ by }) => by),
    `${pointer}/contributors`,
  );
  // Whoever draws again knows what the first draw gave: only a value from outside keeps that from being a choice.
  if (request.attempt > 1 && request.contributors.length === 0 && request.beacon === null) {
    flawed(`${pointer}/contributors`, '第二次及以后的抽取须有见证人或者信标');
  }
}

function checkObjects(request: ObjectRequest, pointer: string): void {
  const idsOf = (pool: readonly { readonly id: string }[]): string[] => pool.map((each) => each.id);
  ascending(idsOf(request.candidates), `${pointer}/candidates`);
  ascending(idsOf(request.excluded), `${pointer}/excluded`);
  const candidates = new Set(idsOf(request.candidates));
  request.excluded.forEach((each, index) => {
    if (candidates.has(each.id)) flawed(`${pointer}/excluded/${index}`, `${each.id} 同时在候选名单中`);
  });
  const quotas = request.quotas.map(({ stratum }) => stratum);
  ascending(quotas, `${pointer}/quotas`);
  const strata = new Set(request.candidates.map(({ stratum }) => stratum));
  quotas.forEach((stratum, index) => {
    if (!strata.has(stratum)) flawed(`${pointer}/quotas/${index}`, `候选名单中没有类别 ${stratum}`);
  });
  const ruled = new Set(quotas);
  for (const stratum of strata) if (!ruled.has(stratum)) flawed(`${pointer}/quotas`, `类别 ${stratum} 没有抽取比例`);
}

function checkTeams(request: TeamRequest, pointer: string): void {
  ascending(
    request.inspectors.map((each) => each.id),
    `${pointer}/inspectors`,
  );
  distinct(
    request.cases.map((each) => each.id),
    `${pointer}/cases`,
  );
  request.cases.forEach(({ seats }, index) => {
    const at = `${pointer}/cases/${index}/seats`;
    seats.forEach(({ organs }, seat) => ascending(organs, `${at}/${seat}/organs`));
    if (seats.reduce((sum, { count }) => sum + count, 0) < 2) flawed(at, '每个对象至少派 2 名检查人员');
  });
  // A space sorts before whatever an id or `*` may hold, so that joined keys sort like (case, inspector, reason).
  ascending(
    request.barred.map((each) => `${each.case} ${each.inspector} ${each.reason}`),
    `${pointer}/barred`,
  );
}

/** Throws where the value is no request of either protocol. */
export const drawRequest: Check = (value, pointer) => {
  const { protocol } = value as DrawRequest;
  (protocol === 'srd-assign/1' ? teamShape : objectShape)(value, pointer);
  const request = value as DrawRequest;
  checkHead(request, pointer);
  if (request.protocol === 'srd-assign/1') checkTeams(request, pointer);
  else checkObjects(request, pointer);
};

/**
 * What keeps a value from being a request of `srd-draw/1` or `srd-assign/1`, or `null`. Whether its quotas and its cap are what
 * they must be is a question of its own (`requestFinding`).
 */
export function flawOfRequest(value: unknown): Flaw | null {
  return firstFlaw(() => {
    if (typeof value !== 'object' || value === null) flawed('', '应为对象');
    drawRequest(value, '');
  });
}
