import { file, lawyers } from './inspection';
import { followed, found, numbered, openFourth, publishAll, type FollowedCase } from './fourth';
import { until, type House } from './server';

const [ordered, risky, late] = [1, 2, 3].map(numbered) as [string, string, string];
const { officer, leader, rectification } = lawyers;
const VISIT = '2023-07-18';
const REMEDIES = '不服本决定的，可以自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。';

interface RevisitBody {
  readonly finding: string;
  readonly first: { readonly text: string };
  readonly now: { readonly text: string };
  readonly measures: readonly {
    readonly disposition: string;
    readonly stateLabel: string;
    readonly awaitsRevisit: boolean;
    readonly urgings: readonly { readonly occurredOn: string }[];
    readonly rounds: readonly {
      readonly round: number;
      readonly asked: string;
      readonly report: { readonly text: string } | null;
      readonly followUp: { readonly text: string } | null;
      readonly served: { readonly on: string } | null;
    }[];
  }[];
}

describe('B三(二)(三) 整改回访、督促整改、行政指导与处罚结合', () => {
  let house: House;
  const on = (id: string): Promise<FollowedCase> => followed(house, id);
  const revisitOf = (id: string) => house.as(rectification).list<RevisitBody>(`/api/v1/cases/${id}/revisit`);
  const told = { disposition: 'd1', finding: 'f1' };

  beforeAll(async () => {
    house = await openFourth([1, 2, 3], VISIT);
    for (const id of [ordered, late]) {
      await found(house, id, VISIT, {
        text: '卷宗1、5、9号手续不全。',
        resultClass: 'correction-ordered',
        severity: 'ordinary',
      });
      await publishAll(house, id);
    }
    await found(house, risky, VISIT, { text: '培训记录不连续。', resultClass: 'risk', severity: 'none' });
    await publishAll(house, risky);
  });
  afterAll(() => house.close());

  it('R77 gives guidance at any stage, and it is on record', async () => {
    const guidance = { kind: 'advice', text: '建议建立收案登记制度', occurredOn: VISIT };
    await house.as(rectification).give('cases', ordered, 'GiveGuidance', { ...guidance, finding: 'f1' });
    await house.as(officer).give('cases', risky, 'GiveGuidance', { ...guidance, kind: 'publicity' });
    expect((await on(risky)).guidance).toMatchObject([{ kind: 'publicity' }]);
    const counted = `/api/v1/statistics/guidance?organ=chaozhou&year=2023&asOf=${VISIT}`;
    await until(async () => {
      const { status, body } = await house.as(leader).get<{ items: readonly { case: string }[] }>(counted);
      return (
        status === 200 &&
        body.items
          .map((one) => one.case)
          .sort()
          .join() === [ordered, risky].sort().join()
      );
    }, 'guidance among the year’s figures');
    expect((await house.as(leader).get('/api/v1/statistics?organ=chaozhou&year=2023&asOf=2023-12-31')).status).toBe(
      422,
    );
  });

  it('R78 R84 orders a correction with its remedies; it binds from its service', async () => {
    const order = { finding: 'f1', occurredOn: VISIT, text: '责令于2023年8月11日前补齐委托手续', dueOn: '2023-08-11' };
    expect(await house.as(officer).refused('cases', ordered, 'OrderCorrection', order)).toBe('422 REMEDIES_MISSING');
    for (const id of [ordered, late]) {
      await house.as(officer).give('cases', id, 'OrderCorrection', { ...order, remedies: REMEDIES });
      const proof = [await file(house, id, officer, '送达回证.pdf', 'd1')];
      const service = { ...told, paper: 'correction-order', how: 'in-person', evidence: proof, occurredOn: VISIT };
      expect(await house.as(officer).refused('cases', id, 'ServeDocument', { ...service, evidence: [] })).toBe(
        '422 SERVICE_UNPROVEN',
      );
      await house.as(officer).give('cases', id, 'ServeDocument', service);
    }
    expect((await on(ordered)).deadlines.some(({ kind }) => kind === 'correction')).toBe(true);
  });

  it('R84 urges, case by case and everything overdue at once, each on record in its case', async () => {
    await house.on('2023-08-04');
    const urging = { ...told, text: '整改期限将至', occurredOn: '2023-08-04' };
    await house.as(rectification).give('cases', ordered, 'UrgeRectification', urging);
    const report = { ...told, occurredOn: '2023-08-04', text: '已补齐两件', evidence: [] };
    await house.as(rectification).give('cases', ordered, 'ReportRectification', report);
    await house.on('2023-08-30');
    const batch = await house
      .as(rectification)
      .send<{ urged: readonly { case: string }[]; refused: readonly object[] }>(
        'POST',
        '/api/v1/follow-ups/urge-overdue',
        { text: '请立即办理' },
      );
    expect(batch.status).toBe(200);
    expect(batch.body.urged.map((each) => each.case).sort()).toEqual([late, ordered].sort());
    expect(batch.body.refused).toEqual([]);
    // Sent again the same day, or for some of them alone, it urges nobody twice.
    const measures = [{ case: late, disposition: 'd1' }];
    const again = await house
      .as(rectification)
      .send<{ urged: readonly object[]; already: readonly object[] }>('POST', '/api/v1/follow-ups/urge-overdue', {
        text: '请立即办理',
        measures,
      });
    expect(again.body).toMatchObject({ urged: [], already: [{ ...measures[0], finding: 'f1' }], refused: [] });
    const refused = await house.as(leader).send('POST', '/api/v1/follow-ups/urge-overdue', { text: '请立即办理' });
    expect(refused.status).toBe(403);
    const events = await house.as(officer).list<{ type: string }>(`/api/v1/cases/${ordered}/events`);
    expect(events.filter(({ type }) => type === 'RectificationUrged')).toHaveLength(2);
  });

  it('R84 has a calendar of what falls due, and says which days are worked on', async () => {
    const from = '2023-08-01';
    type Due = { readonly case: string; readonly kind: string; readonly on: string };
    const { items: days } = await house
      .as(rectification)
      .read<{ items: readonly Due[] }>(`/api/v1/due-days?from=${from}&to=2023-08-31`);
    // Reported on the 4th, so that one waits for its revisit; what lapsed unreported does so too.
    expect(days.map(({ case: id, kind, on }) => [id, kind, on])).toEqual(
      [ordered, late].sort().map((id) => [id, 'revisit', '2023-08-25']),
    );
    const reversed = await house.as(rectification).send('GET', `/api/v1/due-days?from=${from}&to=2023-07-31`);
    expect(reversed.status).toBe(400);
    const years = await house.as(rectification).list<{ year: string; workdays: string[] }>('/api/v1/calendar');
    expect(years.find(({ year }) => year === '2023')?.workdays).toContain('2023-10-07');
  });

  it('R84 trap 9 tells the leader of a rectification that nobody reported, then of the revisit that nobody made', async () => {
    const { escalations } = await on(late);
    expect(escalations.map(({ kind, proposal }) => [kind, proposal])).toEqual([
      ['copy', 'hasten'],
      ['correction', 'revisit'],
      ['revisit', 'further-order'],
    ]);
    const flagged = await house.as(leader).list<{ case: string; flags: readonly { label: string }[] }>('/api/v1/flags');
    const labels = flagged.find((each) => each.case === late)?.flags.map(({ label }) => label);
    expect(labels).toContain('回访期满未办，建议再次责令改正或者立案');
  });

  it('R84 trap 14 shows whoever revisits the open findings with their old text, and every round', async () => {
    await house.as(officer).give('cases', ordered, 'ProposeAmendment', {
      amendment: 'a1',
      finding: 'f1',
      text: '卷宗1、5号手续不全。',
      reason: '9号卷宗手续完备',
    });
    await house.as(lawyers.head).give('cases', ordered, 'ApproveAmendment', { amendment: 'a1' });
    await publishAll(house, ordered);
    const failed = {
      ...told,
      occurredOn: '2023-08-30',
      passed: false,
      method: 'onSite',
      text: '5号卷宗仍未补齐',
      evidence: [],
    };
    await house.as(rectification).give('cases', ordered, 'RecordFollowUp', failed);
    const further = { ...told, occurredOn: '2023-08-30', reason: '5号卷宗须于9月15日前补齐', dueOn: '2023-09-15' };
    await house.as(officer).give('cases', ordered, 'OrderFurtherCorrection', further);
    const [open] = await revisitOf(ordered);
    expect(open).toMatchObject({
      finding: 'f1',
      first: { text: '卷宗1、5、9号手续不全。' },
      now: { text: '卷宗1、5号手续不全。' },
      measures: [
        {
          stateLabel: '整改中',
          urgings: [{ occurredOn: '2023-08-04' }, { occurredOn: '2023-08-30' }],
          rounds: [
            { round: 1, report: { text: '已补齐两件' }, followUp: { text: '5号卷宗仍未补齐' }, served: { on: VISIT } },
            { round: 2, asked: '5号卷宗须于9月15日前补齐', report: null, followUp: null, served: null },
          ],
        },
      ],
    });
  });

  it('R85 R86 reminds, revisits, and reminds again: the ladder of risks stays its own', async () => {
    const reminder = { finding: 'f1', occurredOn: '2023-08-30', text: '提醒补齐培训记录' };
    await house.as(rectification).give('cases', risky, 'IssueReminder', reminder);
    const unheeded = {
      ...told,
      occurredOn: '2023-08-30',
      passed: false,
      method: 'documentary',
      text: '未补',
      evidence: [],
    };
    await house.as(rectification).give('cases', risky, 'RecordFollowUp', unheeded);
    const order = { ...told, occurredOn: '2023-08-30', reason: '再次责令', dueOn: '2023-09-15' };
    expect(await house.as(officer).refused('cases', risky, 'OrderFurtherCorrection', order)).toBe('409 OUT_OF_TURN');
    const interview = { ...told, occurredOn: '2023-08-30', text: '约谈负责人' };
    await house.as(rectification).give('cases', risky, 'HoldInterview', interview);
    const heeded = {
      ...told,
      occurredOn: '2023-08-30',
      passed: true,
      method: 'documentary',
      text: '已补',
      evidence: [],
    };
    await house.as(rectification).give('cases', risky, 'RecordFollowUp', heeded);
    expect((await on(risky)).stage.label).toBe('已办结');
  });

  it('trap 15 tells what was known on a day from what was true on it', async () => {
    // The second order reached the institution on the 1st and is entered on the 12th.
    await house.on('2023-09-12');
    const proof = [await file(house, ordered, officer, '第二次送达回证.pdf', 'd1')];
    const service = { ...told, paper: 'correction-order', how: 'post', evidence: proof, occurredOn: '2023-09-01' };
    await house.as(officer).give('cases', ordered, 'ServeDocument', service);
    const purpose = encodeURIComponent('核查送达');
    interface Then {
      readonly state: {
        readonly dispositions: readonly { readonly rounds: readonly { readonly served: { on: string } | null }[] }[];
      };
    }
    const servedIn = async (query: string) => {
      const then = await house
        .as('chaozhou-auditor')
        .read<Then>(`/api/v1/cases/${ordered}/${query}&purpose=${purpose}`);
      return then.state.dispositions[0]?.rounds[1]?.served ?? null;
    };
    expect(await servedIn('as-known?at=2023-09-10T01:00:00.000Z')).toBeNull();
    expect(await servedIn('as-true?on=2023-09-05')).toMatchObject({ on: '2023-09-01' });
  });
});
