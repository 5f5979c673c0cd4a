import { rosterId } from '@srd/application';
import type { Sourced } from '@srd/domain/organ';
import { interests, ROTATING } from '../cast/inspectors';
import { institutions } from '../cast/institutions';
import { chaozhou2024 as table } from '../cast/plans';
import type { Stage } from './stage';

const PLAN = 'chaozhou-2024';
const task = (number: number): string => `${PLAN}-${number}`;
const officer = 'chaozhou-lawyer-officer';
const supervision = 'chaozhou-supervision';

const own = <T>(note: string, value: T): Sourced<T> => ({ value, source: { kind: 'own', note } });

/** January: the newest procedure, for cases from now on; those of 2023 keep theirs (trap 15). */
export async function adoptNewestProcedure(stage: Stage): Promise<void> {
  await stage.on('2024-01-15');
  const unreachable = [{ law: '执业异常对象名单管理办法（演示虚构）', article: '第五条', version: '演示文本' }];
  await stage.as('chaozhou-leader').give('organ', 'chaozhou', 'ReviseRules', {
    changes: {
      caseProcedure: own('演示：2024年起新立案件采用的办案程序版本（虚构）', 'case/4'),
      channels: own('演示：2024年起同时在信用信息公示平台公示（虚构）', ['portal', 'credit-platform']),
      listingBasis: own('演示：列入执业异常对象名单的依据（虚构）', { unreachable }),
    },
    reason: '采用新的办案程序，旧案仍按立案时的程序办理（演示虚构）',
  });
}

/** Spring: a special inspection of the firms of 湘桥区 on the province's platform; rotation counts it (R59). */
export async function importInspections(stage: Stage): Promise<void> {
  await stage.on('2024-03-29');
  const firms = institutions.filter(
    ({ sector, particulars }) => sector === 'law-firm' && particulars.divisionCode === '445102',
  );
  for (const { id } of firms) {
    await stage.as(officer).give('roster', rosterId('chaozhou', 'law-firm'), 'ImportPriorInspection', {
      institution: id,
      inspectedOn: '2024-03-20',
      inspectingBody: 'chaozhou',
      method: 'documentary',
      random: false,
      inspectors: [ROTATING],
      result: '专项核查，未发现问题（演示虚构）',
      dataSource: '省级平台导入（演示虚构）',
    });
  }
}

/** Inspectors declare their interests (R61). */
export async function declareInterests(stage: Stage): Promise<void> {
  await stage.on('2024-06-20');
  for (const [index, declared] of interests.entries()) {
    await stage.as(declared.person.slice('p-'.length)).give('inspectors', 'chaozhou', 'DeclareInterest', {
      ...declared,
      interest: `chaozhou-interest-${index + 1}`,
      weight: 'hard',
      source: 'self',
      from: '2023-01-01',
    });
  }
}

/** June: a plan with a law-firm task and a joint one. */
export async function plan(stage: Stage): Promise<void> {
  await stage.on('2024-06-24');
  await stage.as(officer).give('plan', PLAN, 'DraftPlan', {
    title: '2024年潮州市司法局“双随机、一公开”抽查工作计划（演示虚构）',
    documents: [{ name: '部门联合双随机抽查工作计划（演示虚构）', number: '演示文号〔2024〕1号（虚构）' }],
    source: { kind: 'own', note: '演示计划（虚构）' },
  });
  for (const content of table) {
    const by = content.joint ? 'chaozhou-public-officer' : officer;
    await stage.as(by).give('plan', PLAN, 'DraftTask', { task: task(content.number), content });
  }
  await stage.on('2024-06-26');
  await stage.as('chaozhou-lawyer-head').give('plan', PLAN, 'SubmitPlan');
  await stage.on('2024-06-28');
  await stage.as('fagaiju-officer').give('plan', PLAN, 'RecordPartnerConsent', {
    task: task(2),
    document: '演示复函〔2024〕1号（虚构）',
    occurredOn: stage.today,
  });
  await stage.on('2024-07-02');
  await stage.as(supervision).give('plan', PLAN, 'ReleasePlan');
}

/** July: both allotted, neither drawn. */
export async function allot(stage: Stage): Promise<void> {
  await stage.on('2024-07-05');
  for (const number of [1, 2]) await stage.as(supervision).give('plan', PLAN, 'AllotTask', { task: task(number) });
  stage.report('潮州 2024：律师事务所（48 家）、公证机构联合任务已分配，待抽取');
}
