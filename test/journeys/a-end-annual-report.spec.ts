import { chaozhouCounty2023 } from '@srd/domain/organ';
import { draw, freeze } from './ceremony';
import { undescribed } from './described';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  fileCopy,
  lawyers,
  nothingFound,
  publish,
  record,
  visit,
} from './inspection';
import { countyPeople } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

// Fourteen months of daily jobs: some 26,000 questions, each of which a server on the network is asked.
if (process.env['TEST_ESDB_URL'] !== undefined) jest.setTimeout(600_000);

const raoping = {
  id: 'raoping',
  preset: chaozhouCounty2023('饶平县司法局', 'chaozhou'),
  people: countyPeople('raoping'),
};
const section = 'lawyer-administration';
const SERIES = task(4);
const [clean, risky] = [1, 2].map((number) => `${SERIES}-${number}`) as [string, string];
const { officer, head, supervision, leader } = lawyers;

interface FigureBody {
  readonly figure: string;
  readonly value: number | null;
  readonly of: { readonly counts: readonly [number, number] } | null;
}
interface FiguresBody {
  readonly knownBy: string;
  readonly figures: readonly FigureBody[];
  readonly groups: readonly { readonly key: string; readonly figures: readonly FigureBody[] }[];
}
interface Item {
  readonly id: string;
  readonly case: string | null;
}
interface YearBody {
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly sections: readonly {
    readonly section: string;
    readonly status: string;
    readonly label: string;
    readonly counties: readonly { readonly county: string; readonly name: string; readonly status: string }[];
  }[];
}
interface DueBody {
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly on: string;
  readonly basis: string;
  readonly recorded: boolean;
  readonly escalatedTo: string | null;
}

describe('A三末段 汇总、分析、总结，收集县区材料，于11月前送法治督察科', () => {
  let house: House;
  const statistics = (query: string, reader = supervision) =>
    house.as(reader).read<FiguresBody>(`/api/v1/statistics?organ=chaozhou&year=2023&${query}`);
  const valuesOf = ({ figures }: { figures: readonly FigureBody[] }) =>
    Object.fromEntries(figures.map(({ figure, value }) => [figure, value]));
  const items = (figure: string, query: string) =>
    house.as(supervision).list<Item>(`/api/v1/statistics/${figure}?organ=chaozhou&year=2023&${query}`);
  const page = (id = PLAN, reader = officer) => house.as(reader).read<YearBody>(`/api/v1/reports/${id}`);
  const words = { analysis: '共检查2家。', conclusions: '继续推进。' };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju, raoping], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 12);
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on('2023-07-10');
    const ceremony = { officer, plan: PLAN, series: SERIES };
    await freeze(house, ceremony);
    await house
      .as(officer)
      .give('selections', SERIES, 'ProposeVoid', { code: 'contributor-missing', reason: '见证人未到' });
    await house.as(head).give('selections', SERIES, 'ApproveVoid');
    await draw(house, ceremony, 2);
    await caseAt(house, risky, 'awaiting-team');
    await draw(house, { ...ceremony, series: `${SERIES}:team` });
    for (const id of [clean, risky]) {
      await caseAt(house, id, 'awaiting-notice');
      await approveAndNotify(house, lawyers, id, '2023-07-10');
    }
    await house.on('2023-07-18');
    for (const id of [clean, risky]) await visit(house, lawyers, id, '2023-07-18');
    await record(house, lawyers, clean, '2023-07-18', nothingFound);
    await record(house, lawyers, risky, '2023-07-18', { text: '收费公示牌字迹不清。', resultClass: 'risk' });
    for (const id of [clean, risky]) await approve(house, lawyers, id);
    await publish(house, lawyers, clean);
    await fileCopy(house, lawyers, clean, '2023-07-18');
    // The second result is published two days after its last day, 07-23.
    await house.on('2023-07-25');
    await publish(house, lawyers, risky);
    await fileCopy(house, lawyers, risky, '2023-07-25');
    const finding = (await caseOf(house, risky)).findings[0]?.finding;
    const reminder = { finding, occurredOn: '2023-07-25', text: '请更换收费公示牌' };
    await house.as(officer).give('cases', risky, 'IssueReminder', reminder);
  });
  afterAll(() => house.close());

  it('R15 R16 C22 the county that had no rosters on 31 May stands before the leader, with the article; recorded once', async () => {
    const path = '/api/v1/due?organ=raoping&escalatedTo=leader';
    const lists = await house.as('raoping-leader').list<DueBody>(path);
    expect(lists.map(({ kind, on, recorded }) => [kind, on, recorded])).toEqual([
      ['items', '2023-05-31', true],
      ['rosters', '2023-05-31', true],
    ]);
    expect(lists[0]?.basis).toContain('A一');
    // The city sees its county's, the county not the city's, and 潮州 had its own in time.
    expect(await house.as(leader).list<DueBody>(path)).toEqual(lists);
    expect(await house.as('raoping-leader').list('/api/v1/due?organ=chaozhou')).toEqual([]);
    expect(await house.as(leader).list('/api/v1/due?organ=chaozhou&overdue=true')).toEqual([]);
  });

  it('C22 counts down to 31 October, and shows which county has sent and which hasn’t', async () => {
    await house.on('2023-10-20');
    const { dueOn, daysLeft, sections } = await page();
    expect([dueOn, daysLeft]).toEqual(['2023-10-31', 11]);
    expect(sections.find((one) => one.section === section)).toMatchObject({
      status: 'none',
      counties: [{ county: 'raoping', name: '饶平县司法局', status: 'awaited' }],
    });
    const reminder = { section, county: 'raoping', kind: 'reminder', text: '请于25日前报送', occurredOn: '2023-10-20' };
    await house.as(officer).give('reports', PLAN, 'GuideCounty', reminder);
  });

  it('R5 R100 the county hands its material up, and the city’s sections sign for it', async () => {
    await house.on('2023-10-25');
    const material = { section: 'legal-services', asOf: '2023-10-24', text: '本年度开展情况。' };
    expect(await house.as('raoping-officer').refused('reports', 'raoping-2023', 'HandUpMaterial', material)).toBe(
      '403 ROLE_MISSING',
    );
    await house.as('raoping-head').give('reports', 'raoping-2023', 'HandUpMaterial', material);
    const receipt = { section, county: 'raoping', receipt: '收文〔2023〕8号' };
    await until(async () => {
      const { sections } = await page();
      return sections.every(({ counties }) => counties[0]?.status === 'arrived');
    }, 'the material');
    await house.as(officer).give('reports', PLAN, 'ReceiveMaterial', receipt);
    const { sections } = await page();
    expect(new Set(sections.map(({ counties }) => counties[0]?.status))).toEqual(new Set(['arrived', 'received']));
  });

  it('R98 the section sums up; the figures are the system’s own and no form takes them', async () => {
    await house.on('2023-10-27');
    const given = { section, asOf: '2023-10-26', ...words };
    expect(await house.as(officer).refused('reports', PLAN, 'SumUp', { ...given, figures: [] })).toMatch(/^422/);
    expect(await house.as(officer).refused('reports', PLAN, 'SumUp', { ...given, asOf: '2023-10-27' })).toBe(
      '422 REPORT_DAY_OPEN',
    );
    expect(await house.as('chaozhou-service-officer').refused('reports', PLAN, 'SumUp', given)).toBe(
      '403 OTHER_SECTION',
    );
    await house.as(officer).give('reports', PLAN, 'SumUp', given);
    const again = await house
      .as(officer)
      .read<{ items: readonly { same: boolean }[] }>(`/api/v1/reports/${PLAN}/recount`);
    expect(again.items).toMatchObject([{ section, issue: 1, asOf: '2023-10-26', same: true, differences: [] }]);
  });

  it('R99 the head sends it before November; 法治督察科 signs for it, and nobody for what they sent', async () => {
    expect(await house.as(supervision).refused('reports', PLAN, 'ReceiveYearReport', { section, receipt: '1号' })).toBe(
      '409 REPORT_NOT_SENT',
    );
    expect(await house.as(officer).refused('reports', PLAN, 'SendYearReport', { section })).toBe('403 ROLE_MISSING');
    await house.as(head).give('reports', PLAN, 'SendYearReport', { section });
    await house.on('2023-10-30');
    await house.as(supervision).give('reports', PLAN, 'ReceiveYearReport', { section, receipt: '收文〔2023〕21号' });
    expect((await page()).sections.find((one) => one.section === section)?.label).toBe('已签收');
  });

  it('R26 R98 C25 the figures: completion, close, random share, voided draws, reminders, coverage and burden', async () => {
    await house.on('2023-11-01');
    const figures = await statistics('asOf=2023-10-31');
    expect(valuesOf(figures)).toMatchObject({
      cases: 2,
      published: 2,
      completion: 10000,
      ended: 1,
      closure: 5000,
      'in-time': 1,
      'random-share': 10000,
      'joint-share': 0,
      draws: 3,
      'voided-draws': 1,
      reminders: 1,
      'in-force': 0,
      roster: 22,
      covered: 2,
      borne: 2,
      burden: 10000,
    });
    expect(figures.figures.find(({ figure }) => figure === 'closure')?.of?.counts).toEqual([1, 2]);
  });

  it('R98 every number opens what it counts, by section, county, month and stage too', async () => {
    const lists: Readonly<Record<string, readonly string[]>> = {
      published: [clean, risky],
      ended: [clean],
      'voided-draws': [`${SERIES}.1`],
    };
    for (const [figure, ids] of Object.entries(lists)) {
      expect((await items(figure, 'asOf=2023-10-31')).map(({ id }) => id).sort()).toEqual(ids);
    }
    for (const by of ['section', 'organ', 'month', 'stage', 'sector', 'task']) {
      const { figures, groups } = await statistics(`asOf=2023-10-31&below=true&by=${by}`);
      const whole = valuesOf({ figures });
      for (const figure of ['cases', 'published', 'draws', 'roster', 'deadlines-passed']) {
        expect(groups.reduce((sum, group) => sum + (valuesOf(group)[figure] ?? 0), 0)).toBe(whole[figure]);
        for (const { key, figures: own } of groups) {
          const member = by === 'organ' ? 'county' : by;
          const opened = await items(figure, `asOf=2023-10-31&below=true&${member}=${key}`);
          expect([by, key, figure, opened.length]).toEqual([by, key, figure, valuesOf({ figures: own })[figure]]);
        }
      }
    }
    expect((await house.as(supervision).get('/api/v1/statistics/closure?organ=chaozhou&year=2023')).status).toBe(404);
  });

  it('R98 is for those who watch: no public, no inspector, no administrator, no other county', async () => {
    const path = '/api/v1/statistics?organ=chaozhou&year=2023';
    expect((await house.anybody.get(path)).status).toBe(401);
    for (const login of ['chaozhou-inspector-1', 'chaozhou-admin-1']) {
      expect((await house.as(login).get(path)).status).toBe(403);
    }
    expect((await house.as('raoping-leader').get(path)).status).toBe(404);
    expect((await house.as('raoping-leader').get(`/api/v1/reports/${PLAN}`)).status).toBe(404);
  });

  it('R99 trap 9 the other section let the day pass: one event, however often the job runs', async () => {
    const late = () => house.as(leader).list<DueBody>('/api/v1/due?organ=chaozhou&escalatedTo=leader');
    expect(await late()).toContainEqual(
      expect.objectContaining({ kind: 'report', on: '2023-10-31', recorded: true, section: 'public-legal-services' }),
    );
    await house.restart('kill');
    await house.on('2023-11-05');
    expect((await late()).filter(({ kind }) => kind === 'report')).toHaveLength(1);
    const given = { section: 'public-legal-services', asOf: '2023-11-04', ...words };
    await house.as('chaozhou-service-officer').give('reports', PLAN, 'SumUp', given);
    const service = house.as('chaozhou-service-head');
    const send = (more: object) => ({ section: 'public-legal-services', ...more });
    expect(await service.refused('reports', PLAN, 'SendYearReport', send({}))).toBe('422 LATE_REASON_MISSING');
    const lateReason = '本科室人员变动';
    expect(await service.refused('reports', PLAN, 'SendYearReport', send({ lateReason }))).toBe(
      '422 COUNTY_MATERIAL_MISSING',
    );
    await service.give('reports', PLAN, 'SendYearReport', send({ lateReason, withoutReason: '县区无公证机构' }));
    expect((await late()).filter(({ kind }) => kind === 'report')).toEqual([]);
  });

  it('trap 15 run in 2025 for 31 October 2023 it is the same; what was entered later stands beside it', async () => {
    const then = await statistics('asOf=2023-10-31&by=month');
    // Told in November of 20 October.
    const { dispositions, findings } = await caseOf(house, risky);
    await house.as(lawyers.rectification).give('cases', risky, 'RecordFollowUp', {
      disposition: dispositions[0]?.disposition,
      finding: findings[0]?.finding,
      occurredOn: '2023-10-20',
      method: 'documentary',
      passed: true,
      text: '已更换',
      evidence: [],
    });
    await house.on('2025-01-06');
    expect(await statistics('asOf=2023-10-31&by=month')).toEqual(then);
    const { items: changes } = await house
      .as(supervision)
      .read<{ items: readonly { figure: string; before: number; after: number; added: readonly Item[] }[] }>(
        `/api/v1/reports/${PLAN}/later-changes?asOf=2023-10-31`,
      );
    expect(changes.map(({ figure, before, after }) => [figure, before, after])).toEqual([
      ['ended', 1, 2],
      ['closure', 5000, 10000],
      ['revisits', 0, 1],
    ]);
    expect(changes[0]?.added).toMatchObject([{ case: risky }]);
    const again = await house
      .as(officer)
      .read<{ items: readonly { same: boolean }[] }>(`/api/v1/reports/${PLAN}/recount`);
    expect(again.items.map(({ same }) => same)).toEqual([true, true]);
  });

  it('trap 15 rosters, plans and cases as they were known, and as they were true', async () => {
    const at = <T>(path: string) => house.as(officer).read<{ state: T; leftOut: readonly object[] }>(`/api/v1/${path}`);
    type Roster = { readonly institutions: Readonly<Record<string, object>> };
    const sizeOf = async (when: string) =>
      Object.keys((await at<Roster>(`rosters/chaozhou.law-firm/${when}`)).state.institutions).length;
    expect(await sizeOf('as-known?at=2023-05-07T00:00:00.000Z')).toBe(0);
    expect(await sizeOf('as-known?at=2023-05-09T00:00:00.000Z')).toBe(12);
    expect([await sizeOf('as-true?on=2023-05-07'), await sizeOf('as-true?on=2023-05-08')]).toEqual([0, 12]);
    const phase = async (when: string) => (await at<{ phase: string }>(`plans/${PLAN}/${when}`)).state.phase;
    expect(await phase('as-known?at=2023-06-04T00:00:00.000Z')).toBe('undrafted');
    expect(await phase('as-known?at=2023-06-06T00:00:00.000Z')).toBe('released');
    const stageOf = async (when: string) =>
      (await at<{ stage: { code: string } }>(`cases/${risky}/${when}`)).state.stage.code;
    expect(await stageOf('as-known?at=2023-10-31T15:59:59.999Z')).toBe('awaiting-revisit');
    expect(await stageOf('as-true?on=2023-10-31')).toBe('closed');
    expect((await house.as('raoping-leader').get(`/api/v1/plans/${PLAN}/as-true?on=2023-10-31`)).status).toBe(404);
    expect((await house.as(officer).get('/api/v1/accounts/chaozhou-leader/as-true?on=2023-10-31')).status).toBe(404);
  });

  it('C22 C27 R5 has the year’s calendar, and the plans of city and counties side by side', async () => {
    const { items: days } = await house
      .as(officer)
      .read<{ items: readonly { on: string; what: string }[] }>(`/api/v1/reports/${PLAN}/calendar`);
    expect(days.map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2023-05-31 rosters-due',
      '2023-07-01 task-begins',
      '2023-08-31 task-ends',
      '2023-10-31 report-due',
    ]);
    const { items: plans } = await house
      .as(supervision)
      .read<{ items: readonly object[] }>(`/api/v1/reports/${PLAN}/plans`);
    expect(plans).toMatchObject([{ organ: 'chaozhou', sector: 'law-firm', secondHalf: 1, cases: 2 }]);
  });

  it('R48 C10 C25 shows how often each institution was inspected, by whom', async () => {
    const rows = await house
      .as(supervision)
      .list<{ visits: number; cases: readonly string[] }>('/api/v1/statistics/burden?organ=chaozhou&year=2023');
    expect(rows).toHaveLength(22);
    expect(rows.slice(0, 3).map(({ visits }) => visits)).toEqual([1, 1, 0]);
    expect(new Set(rows.slice(0, 2).flatMap(({ cases }) => cases))).toEqual(new Set([clean, risky]));
  });

  it.each([
    ['/api/v1/statistics', '?organ=chaozhou&year=2023&by=section'],
    ['/api/v1/statistics/burden', '?organ=chaozhou&year=2023'],
    ['/api/v1/statistics/{figure}', '/inspected?organ=chaozhou&year=2023'],
    ['/api/v1/due', ''],
    ['/api/v1/reports/{id}', `/${PLAN}`],
    ['/api/v1/reports/{id}/calendar', `/${PLAN}/calendar`],
    ['/api/v1/reports/{id}/plans', `/${PLAN}/plans`],
    ['/api/v1/reports/{id}/later-changes', `/${PLAN}/later-changes?asOf=2023-10-31`],
    ['/api/v1/reports/{id}/recount', `/${PLAN}/recount`],
    ['/api/v1/reports/{id}/export', `/${PLAN}/export?asOf=2023-10-31`],
    ['/api/v1/standings/in-force', '?on=2023-10-31'],
    ['/api/v1/{kind}/{id}/as-true', '/plans/chaozhou-2023/as-true?on=2023-10-31'],
    ['/api/v1/{kind}/{id}/as-known', '/plans/chaozhou-2023/as-known?at=2023-06-06T00:00:00.000Z'],
  ])('R98 R99 %s answers in the form that the interface describes', async (route, asked) => {
    const path = asked.startsWith('?') || asked === '' ? `${route}${asked}` : `${route.replace(/\/\{.*/, '')}${asked}`;
    expect(await undescribed(house, leader, route, path)).toEqual([]);
  });

  it('R98 exports the figures as JSON and as CSV', async () => {
    const path = `/api/v1/reports/${PLAN}/export?asOf=2023-10-31`;
    const json = await house.as(supervision).read<FiguresBody>(path);
    expect(valuesOf(json)).toMatchObject({ cases: 2, completion: 10000 });
    const { body, headers } = await house.as(supervision).get<string>(`${path}&format=csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [first, ...lines] = body.trim().split('\r\n');
    expect(first).toContain('分列,项目,指标,名称');
    expect(lines).toContain('合计,,completion,完成率,A二(五),100.00,%,2,2');
    expect(lines.some((line) => line.startsWith('科室,lawyer-administration,cases,案件,A二(二),2,件'))).toBe(true);
  });
});
