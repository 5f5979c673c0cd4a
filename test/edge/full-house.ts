import { chaozhouCounty2023 } from '@srd/domain/organ';
import { readSqliteEventLog } from '@srd/adapters/sqlite';
import { eventsFile } from '@srd/adapters/stores';
import { draw, freeze } from '../journeys/ceremony';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  file,
  lawyers,
  record,
  recorderOf,
  visit,
} from '../journeys/inspection';
import { countyPeople, type Account } from '../journeys/people';
import { PLAN, planAndAllot, prepare, task } from '../journeys/preparation';
import { chaozhou, fagaiju } from '../journeys/seeds';
import { House } from '../journeys/server';

export const SERIES = task(4);
export const CASE = `${SERIES}-1`;

/** Two counties under the city, which see nothing of each other. */
export const counties = ['raoping', 'fengxi'] as const;

/** An account with a role that nobody else of the city holds: a joint department’s, in the city’s own organ. */
const partnerOfficer: Account = {
  login: 'chaozhou-partner',
  organ: 'chaozhou',
  section: null,
  roles: ['partner-officer'],
};

/** One account of the city for each role. */
export const holders = {
  'section-officer': lawyers.officer,
  'section-head': lawyers.head,
  'supervision-officer': 'chaozhou-supervision',
  leader: 'chaozhou-leader',
  inspector: 'chaozhou-inspector-8',
  'rectification-officer': 'chaozhou-rectification',
  auditor: 'chaozhou-auditor',
  'account-admin': 'chaozhou-admin-1',
  'partner-officer': 'chaozhou-partner',
} as const;

/** A house in which every aggregate holds something: rosters, plan, draws, cases, and a proposal for a list. */
export async function openFullHouse(settings: Readonly<Record<string, string>> = {}): Promise<House> {
  const house = await House.open({
    organs: [
      { ...chaozhou, people: [...chaozhou.people, partnerOfficer] },
      fagaiju,
      ...counties.map((id) => ({
        id,
        preset: chaozhouCounty2023(`${id}司法局`, 'chaozhou'),
        people: countyPeople(id),
      })),
    ],
    clock: '2023-05-08T01:00:00.000Z',
    settings: { SRD_LOG_LEVEL: 'info', ...settings },
  });
  await prepare(house, '2023-05-08', 12);
  await house.on('2023-06-05');
  // Twelve law firms don’t make the 48 of the table: the difference is decided for the library.
  await planAndAllot(house, [3, 4], '2023-06-05', [4]);
  await house.on('2023-07-10');
  await draw(house, { officer: lawyers.officer, plan: PLAN, series: SERIES });
  await caseAt(house, `${SERIES}-2`, 'awaiting-team');
  await draw(house, { officer: lawyers.officer, plan: PLAN, series: `${SERIES}:team` });
  await caseAt(house, CASE, 'awaiting-notice');
  await caseAt(house, `${SERIES}-2`, 'awaiting-notice');
  await freeze(house, { officer: lawyers.officer, plan: PLAN, series: task(3) });
  return house;
}

/** The first case comes to nothing found at the place, and is proposed for the list. @returns id of the standing */
export async function proposeListing(house: House): Promise<string> {
  await approveAndNotify(house, lawyers, CASE, '2023-07-10');
  await house.on('2023-07-20');
  await visit(house, lawyers, CASE, '2023-07-20');
  const login = await recorderOf(house, lawyers, CASE);
  const contacts = [];
  for (const on of ['2023-07-19', '2023-07-20']) {
    contacts.push({ on, how: '上门', evidence: await file(house, CASE, login, `联系${on}.pdf`) });
  }
  const result = { text: '无人办公', resultClass: 'unreachable', severity: 'ordinary', contacts };
  await record(house, lawyers, CASE, '2023-07-20', result, { kind: 'nobody-there', reason: '现场无人' });
  await approve(house, lawyers, CASE);
  const { object } = await caseOf(house, CASE);
  const standing = `${object?.id ?? ''}.abnormal`;
  await house.as(lawyers.officer).give('standings', standing, 'ProposeListing', {
    case: CASE,
    ground: 'unreachable',
    legalBasis: [{ law: '名单管理办法', article: '第五条', version: '测试文本' }],
    reason: '两次联系未果',
    contactAttempts: contacts.map(({ on, evidence }) => ({ attemptedOn: on, evidence: [evidence] })),
  });
  return standing;
}

export const CIRCULAR = 'chaozhou-2023-c1';

/** A circular that nobody has issued yet. */
export async function draftCircular(house: House): Promise<void> {
  await house.as(lawyers.officer).give('circulars', CIRCULAR, 'DraftCircular', {
    section: 'lawyer-administration',
    title: '抽查情况通报',
    number: '测试通〔2023〕1号',
    period: { from: '2023-07-01', to: '2023-07-31' },
    audience: 'organs',
    text: '情况如下。',
  });
}

/** How many events stand in the log of a server that runs, read beside it. */
export async function countEvents({ place }: House): Promise<number> {
  const reader = readSqliteEventLog(eventsFile(place.dataDir));
  try {
    return (await reader.readAll()).length;
  } finally {
    await reader.close();
  }
}
