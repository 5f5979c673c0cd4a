import { verify } from '@srd/proof/draw';
import { sha256 } from '@srd/kernel';
import { draw, type Ceremony } from './ceremony';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  fileCopy,
  nothingFound,
  publish,
  record,
  services,
  visit,
} from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju, partnerInspectors } from './seeds';
import { House } from './server';

const CASE = `${task(2)}-1`;
const ceremony: Ceremony = { officer: services.officer, plan: PLAN, series: task(2) };

describe('A二(一) 抽查对象及事项：公证机构的部门联合抽查', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 2);
    await house.on('2023-06-05');
    await planAndAllot(house, [2], '2023-06-05');
    await house.on('2023-09-04');
  });
  afterAll(() => house.close());

  it('R40 R52 R53 draws one notary office of three, on the higher document', async () => {
    const { transcript } = await draw(house, ceremony);
    expect(verify(transcript, sha256)).toMatchObject({ verdict: 'yes' });
    const { object, opened } = await caseAt(house, CASE, 'awaiting-team', services.officer);
    expect(object?.id).toMatch(/^no-/);
    expect(opened.departments).toEqual([
      { organ: 'chaozhou', seats: 2 },
      { organ: 'fagaiju', seats: 1 },
    ]);
  });

  it('R4 trap 12 stands on the partner’s consent, recorded by itself with its document', async () => {
    const { tasks } = await house
      .as(services.officer)
      .read<{ tasks: readonly { id: string; consents: readonly object[] }[] }>(`/api/v1/plans/${PLAN}`);
    expect(tasks.find(({ id }) => id === task(2))?.consents).toMatchObject([
      { partner: 'fagaiju', document: '复函〔2023〕2号', occurredOn: '2023-06-05' },
    ]);
  });

  it('R4 R60 R68 trap 12 draws two of the bureau and one of its partner, from its own library and with its certificate', async () => {
    await draw(house, { ...ceremony, series: `${task(2)}:team` });
    const { team } = await caseAt(house, CASE, 'awaiting-notice', services.officer);
    expect(team.map(({ organ }) => organ).sort()).toEqual(['chaozhou', 'chaozhou', 'fagaiju']);
    const theirs = team.find(({ organ }) => organ === 'fagaiju');
    expect(theirs).toMatchObject({ certificateValidUntil: partnerInspectors[0]?.certificate.validUntil });
    expect(partnerInspectors.map(({ person }) => person)).toContain(theirs?.inspector);
  });

  it('trap 12 lets each department write and approve its own part, and none another’s', async () => {
    await approveAndNotify(house, services, CASE, '2023-09-04');
    await house.on('2023-09-13');
    await visit(house, services, CASE, '2023-09-13');
    const { opened } = await caseOf(house, CASE, services.officer);
    const findings = [{ ...nothingFound, item: opened.items[0]?.id }];
    const forOther = { department: 'chaozhou', findings, signature: { kind: 'signed' }, occurredOn: '2023-09-13' };
    expect(await house.as('fagaiju-officer').refused('cases', CASE, 'RecordFindings', forOther)).toBe(
      '403 OTHER_ORGAN',
    );
    await record(house, services, CASE, '2023-09-13', nothingFound);
    const own = { department: 'chaozhou' };
    expect(await house.as('fagaiju-officer').refused('cases', CASE, 'ApproveFindings', own)).toBe('403 OTHER_ORGAN');
    await approve(house, services, CASE);
  });

  it('R73 publishes and files once for all departments', async () => {
    await publish(house, services, CASE);
    await fileCopy(house, services, CASE, '2023-09-13');
    expect((await caseOf(house, CASE, services.officer)).stage.label).toBe('已办结');
    expect(await house.anybody.list('/api/v1/public/results')).toHaveLength(1);
  });

  it('A三 completes the task when its cases have come to an end', async () => {
    await house.on('2023-10-27');
    const done = { task: task(2), occurredOn: '2023-10-27' };
    const { recorded } = await house.as(services.officer).give('plans', PLAN, 'CompleteTask', done);
    expect(recorded).toEqual(['TaskCompleted']);
  });
});
