import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFact } from '@srd/domain/case';
import type { DomainEvent, Instant } from '@srd/kernel';
import type { EventLog, Expected, NewEvent } from '@srd/runtime';
import { root } from './root';

/** The golden histories: whole cases, from the number to the last publication. */
export const histories: readonly (readonly CaseFact[])[] = ((): CaseFact[][] => {
  const folder = join(root, 'test', 'histories');
  return readdirSync(folder)
    .filter((name) => /^case-\d+\..*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseFact[]);
})();

/** A domain event as the runner would record it. */
export function recorded(event: DomainEvent<string, unknown>, at: Instant, actor = 'officer-1'): NewEvent {
  return {
    id: randomUUID(),
    type: event.type,
    version: 1,
    at,
    actor,
    meta: {
      correlation: randomUUID(),
      causation: null,
      basedOn: [{ stream: 'plan-chaozhou-2023', revision: 12 }],
      command: 'EndVisit',
      role: 'inspector',
    },
    salt: randomBytes(16).toString('hex'),
    data: event.data as NewEvent['data'],
  };
}

const AT = '2024-01-02T01:00:00.000Z' as Instant;
/** A task's cases run side by side: so many at a time. */
const ABREAST = 48;

/** Fills a log with cases that run side by side, until it has so many events more. @returns their ids */
export async function fillWithCases(log: EventLog, events: number): Promise<string[]> {
  const ids: string[] = [];
  for (let written = 0; written < events;) {
    const running = Array.from({ length: ABREAST }, (_, index) => {
      const id = `bench-${ids.length + index + 1}`;
      return { id, stream: `case-${id}`, facts: histories[(ids.length + index) % histories.length] ?? [] };
    });
    ids.push(...running.map(({ id }) => id));
    const longest = Math.max(...running.map(({ facts }) => facts.length));
    for (let step = 0; step < longest && written < events; step++) {
      const due = running.filter(({ facts }) => facts.length > step).slice(0, events - written);
      await Promise.all(
        due.map(({ stream, facts }) =>
          log.append(stream, before(step), [recorded(facts[step] as CaseFact, AT, facts[step]?.actor)]),
        ),
      );
      written += due.length;
    }
  }
  return ids;
}

/** Fills a log with rosters of two thousand institutions whose particulars change over the years. */
export async function fillWithInstitutions(log: EventLog, events: number): Promise<void> {
  const institutions = 2_000;
  const rosters = ['law-firm', 'grassroots-office', 'notary-office', 'forensic-institution', 'legal-aid-agency'];
  const heads = rosters.map(() => -1);
  const batch = 200;
  for (let written = 0; written < events; written += batch) {
    const roster = (written / batch) % rosters.length;
    const sector = rosters[roster] as string;
    const fresh = Array.from({ length: Math.min(batch, events - written) }, (_, index) => {
      const turn = Math.floor((written + index) / institutions);
      return recorded(rosterEvent(sector, (written + index) % institutions, turn), AT);
    });
    await log.append(`roster-chaozhou-${sector}`, before((heads[roster] ?? -1) + 1), fresh);
    heads[roster] = (heads[roster] ?? -1) + fresh.length;
  }
}

function rosterEvent(sector: string, number: number, turn: number): DomainEvent<string, unknown> {
  const institution = `${sector}-${number}`;
  const occurredOn = '2023-03-01';
  if (turn === 0) {
    const particulars = {
      name: `示例第${number}机构`,
      formerNames: [],
      branchOf: null,
      uscc: `31440000MD${String(number).padStart(7, '0')}X`,
      registrationNumber: `23144${String(number).padStart(12, '0')}`,
      licensingAuthority: '广东省司法厅',
      licensedOn: '2010-05-04',
      validUntil: null,
      registeredPremises: `潮州市示例路${number}号`,
      actualPremises: null,
      divisionCode: '445100',
      head: `person-${number}`,
      contact: null,
      practising: 5 + (number % 40),
      form: null,
      specialties: [],
      accreditation: null,
      assessment: null,
      creditGrade: null,
      complaints: 0,
      penalties: 0,
      dataSource: 'bench',
      fictional: true,
    };
    return {
      type: 'InstitutionRegistered',
      data: { institution, organ: 'chaozhou', sector, particulars, usccFault: null, occurredOn },
    };
  }
  if (turn % 3 === 0) {
    const status = turn % 2 === 0 ? 'active' : 'suspended';
    return { type: 'InstitutionStatusChanged', data: { institution, status, reason: '年度核查', occurredOn } };
  }
  const changes = { practising: 5 + ((number + turn) % 40) };
  return {
    type: 'InstitutionRevised',
    data: { institution, changes, usccFault: null, reason: '年度报告', occurredOn },
  };
}

/** What an append of the event with this revision expects. */
export function before(revision: number): Expected {
  return revision === 0 ? 'none' : revision - 1;
}
