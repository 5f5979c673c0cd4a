import { dayOf, isDay, isInstant, type Context, type Day, type Hash, type Id } from '@srd/kernel';
import { requestHash, type ObjectRequest, type Team, type TeamRequest } from '@srd/proof/draw';
import type { Asked, DrawnElsewhere } from './commands';
import type { SelectionEvent } from './events';
import { pooled, requireObjectPool, requireSoundPool, requireTeamPool, requireTurn } from './freeze-rules';
import { requirePractitionerPool } from './practitioner-rules';
import { lotMethods, recordHash, unprovenBy, type DrawRecord, type EvidenceHash } from './record';
import { refuse } from './refusals';
import type { SelectionState } from './state';

/** The result must be one that the pool and the plan's sizes allow: so many of each stratum, none twice, nobody who was left out (R64). */
function requireSelection(
  { candidates, quotas }: ObjectRequest,
  selected: readonly Id[],
  reserve: readonly Id[],
): void {
  const all = [...selected, ...reserve];
  const strata = new Map(candidates.map(({ id, stratum }) => [id, stratum]));
  const stranger = all.find((id) => !strata.has(id));
  if (stranger !== undefined) refuse('RESULT_NOT_THE_POOLS', `「${stranger}」不在可抽名单内`, { object: stranger });
  if (new Set(all).size !== all.length) refuse('RESULT_NOT_THE_POOLS', '同一对象出现两次');
  for (const { stratum, size } of quotas) {
    const got = selected.filter((id) => strata.get(id) === stratum).length;
    if (got !== size) {
      refuse('SIZE_NOT_THE_PLANS', `「${stratum}」按计划应抽${size}家，结果为${got}家`, { stratum, size, got });
    }
  }
}

/** The teams must be such that the bars and seats of the request allow: nobody barred, nobody twice, nobody above their capacity (R56, R59–R61). */
function requireTeams({ cases, inspectors, barred }: TeamRequest, assigned: readonly Team[]): void {
  if (assigned.length !== cases.length || cases.some(({ id }, index) => assigned[index]?.case !== id)) {
    refuse('RESULT_NOT_THE_POOLS', '检查组须与待派案件一一对应，次序相同');
  }
  const load = new Map<Id, number>();
  const known = new Map(inspectors.map((inspector) => [inspector.id, inspector]));
  cases.forEach(({ id, seats }, index) => {
    const team = assigned[index]?.inspectors ?? [];
    const positions = seats.flatMap(({ organs, count }) => Array.from({ length: count }, () => organs));
    if (team.length !== positions.length || new Set(team).size !== team.length) {
      refuse('RESULT_NOT_THE_POOLS', `案件「${id}」须有${positions.length}名不同的检查人员`, { case: id });
    }
    team.forEach((inspector, position) => {
      const fact = known.get(inspector);
      const organs = positions[position] ?? [];
      if (!fact || (organs.length > 0 && !organs.includes(fact.organ))) {
        return refuse('RESULT_NOT_THE_POOLS', `「${inspector}」不能担任案件「${id}」的这一席位`, {
          case: id,
          inspector,
        });
      }
      const bar = barred.find((each) => each.inspector === inspector && (each.case === id || each.case === '*'));
      if (bar) {
        refuse('TEAM_MEMBER_BARRED', `「${fact.name}」不得检查案件「${id}」`, {
          case: id,
          inspector,
          reason: bar.reason,
        });
      }
      const taken = (load.get(inspector) ?? 0) + 1;
      load.set(inspector, taken);
      if (taken > fact.capacity) {
        refuse('RESULT_NOT_THE_POOLS', `「${fact.name}」超过其可承担的${fact.capacity}家`, { inspector });
      }
    });
  });
}

function requireEvidence(files: readonly EvidenceHash[]): void {
  if (files.length === 0) refuse('EVIDENCE_MISSING');
  const bad = files.find(({ label, sha256 }) => label.trim() === '' || !/^[0-9a-f]{64}$/.test(sha256));
  if (bad) refuse('EVIDENCE_MISSING', '每份证据须有名称和64位小写十六进制的SHA-256');
  if (new Set(files.map(({ sha256 }) => sha256)).size !== files.length)
    refuse('EVIDENCE_MISSING', '同一份证据重复登记');
}

function requireHappened(occurredOn: Day, { today }: Context): void {
  if (!isDay(occurredOn) || occurredOn > today) refuse('DRAWN_IN_FUTURE');
}

/** Pool, result and record of a draw held elsewhere: the same pool rules as for our own (R11, R32, R55, R56, R64, C23). */
function recorded(
  state: SelectionState,
  pool: DrawnElsewhere,
  way: DrawRecord['way'],
  found: Pick<DrawRecord, 'held' | 'receipt'>,
  context: Context,
  hash: Hash,
) {
  const { request, people } = pool;
  requireTurn(state, request);
  if (request.beacon) refuse('REQUEST_INVALID', '系统外举行的抽取没有公共信标');
  const outcome = (selected: readonly Id[], reserve: readonly Id[], assigned: readonly Team[]) => {
    const record: DrawRecord = {
      way,
      draw: request.draw,
      series: request.series,
      attempt: request.attempt,
      requestHash: requestHash(request, hash),
      selected,
      reserve,
      assigned,
      witnesses: request.contributors,
      ...found,
      unproven: unprovenBy[way],
    };
    const teams = assigned.map(({ case: id, inspectors }): Team => ({
      case: id,
      inspectors: inspectors.map((inspector) => people[inspector] ?? inspector),
    }));
    return { record, transcriptHash: recordHash(record, hash), selected, assigned, teams };
  };
  // The platform draws without witnesses; the lot on the spot lives by them.
  const contributorsPerDraw = way === 'platform' ? 0 : pool.contributorsPerDraw;
  if (pool.kind === 'objects') {
    const lot = requireObjectPool(pool);
    requireSoundPool({ ...pool, contributorsPerDraw }, lot, context);
    requireSelection(pool.request, pool.selected, pool.reserve);
    return { ...pooled(state, 'objects', pool, lot, pool, hash), ...outcome(pool.selected, pool.reserve, []) };
  }
  if (pool.kind === 'practitioners') {
    const { lot, from } = requirePractitionerPool(pool);
    requireSoundPool({ ...pool, contributorsPerDraw }, lot, context);
    requireSelection(pool.request, pool.selected, pool.reserve);
    const kept = pooled(state, 'objects', pool, lot, { afterCessation: null, task: pool.task }, hash);
    return { ...kept, practitioners: from, ...outcome(pool.selected, pool.reserve, []) };
  }
  requireTeamPool(pool);
  requireSoundPool({ ...pool, contributorsPerDraw }, 'drawn', context);
  requireTeams(pool.request, pool.assigned);
  return { ...pooled(state, 'team', pool, 'drawn', { afterCessation: null }, hash), ...outcome([], [], pool.assigned) };
}

/** 摇号、抽签 that was held on the spot, recorded with its evidence; a next attempt of the series like any other (B二(九), R57, C23). */
export function recordPhysicalLot(
  state: SelectionState,
  { pool, held }: Asked<'RecordPhysicalLot'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { heldBy, ...shown } = held;
  const { method, place, occurredOn, evidence } = shown;
  if (!Object.hasOwn(lotMethods, method) || place.trim() === '') {
    refuse('LOT_INCOMPLETE', `须写明地点和方式（${Object.values(lotMethods).join('、')}）`);
  }
  requireHappened(occurredOn, context);
  if (new Set(heldBy).size < 2) refuse('LOT_BY_ONE');
  requireEvidence(evidence);
  const data = recorded(state, pool, 'lot', { held: shown, receipt: null }, context, hash);
  return [{ type: 'LotRecorded', data: { ...data, occurredOn, heldBy } }];
}

const isAddress = /:\/\/|\d+\.\d+\.\d+\.\d+/;

/** A draw that the provincial platform held, imported by its receipt (A二(二), R62, R63, C23). */
export function importPlatformDraw(
  state: SelectionState,
  { pool, receipt }: Asked<'ImportPlatformDraw'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { platform, number, drawnAt, file } = receipt;
  if (platform.trim() === '' || number.trim() === '') refuse('RECEIPT_INCOMPLETE');
  // The address that A prints is one of an internal network, and the record is for everybody (C26).
  if ([platform, file.label].some((text) => isAddress.test(text))) refuse('RECEIPT_WITH_ADDRESS');
  if (!isInstant(drawnAt) || drawnAt > context.at) refuse('DRAWN_IN_FUTURE');
  requireEvidence([file]);
  const data = recorded(state, pool, 'platform', { held: null, receipt }, context, hash);
  return [{ type: 'PlatformDrawImported', data: { ...data, occurredOn: dayOf(drawnAt) } }];
}
