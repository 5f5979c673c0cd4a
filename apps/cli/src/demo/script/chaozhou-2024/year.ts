import { rosterId } from '@srd/application';
import type { Sourced } from '@srd/domain/organ';
import { interests, ROTATING } from '../../cast/inspectors';
import { appraisers, institutions } from '../../cast/institutions';
import { madeUpBasis } from '../../cast/organs';
import { chaozhou2024 as table } from '../../cast/plans-2024';
import { lawyers, services, supervision } from '../chaozhou-2023/bureaus';
import type { Stage } from '../stage';
import { PLAN, task } from './tasks';

const { officer } = lawyers;

const own = <T>(note: string, value: T): Sourced<T> => ({ value, source: { kind: 'own', note } });

/** January: the newest procedure, for cases from now on; those of 2023 keep theirs (trap 15). */
async function adoptNewestProcedure(stage: Stage): Promise<void> {
  await stage.on('2024-01-15');
  await stage.as(lawyers.leader).give('organ', 'chaozhou', 'ReviseRules', {
    changes: {
      caseProcedure: own('演示：2024年起新立案件采用的办案程序版本（虚构）', 'case/5'),
      channels: own('演示：2024年起同时在信用信息公示平台公示（虚构）', ['portal', 'credit-platform']),
      listingBasis: own('演示：列入执业异常对象名单的依据（虚构）', { unreachable: madeUpBasis('第五条') }),
    },
    reason: '采用新的办案程序，旧案仍按立案时的程序办理（演示虚构）',
  });
}

/** Inspectors declare their interests (R61). */
async function declareInterests(stage: Stage): Promise<void> {
  await stage.on('2024-01-18');
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

/** 司法鉴定人 as objects of their own, by id (R19, C24). */
async function registerAppraisers(stage: Stage): Promise<void> {
  await stage.on('2024-01-22');
  for (const { person, institution } of appraisers) {
    const particulars = { licensedOn: '2015-06-01', fictional: true };
    const entry = { person, institution, particulars, occurredOn: stage.today };
    const roster = rosterId('chaozhou', 'forensic-institution');
    await stage.as(services.officer).give('practitioners', roster, 'RegisterPractitioner', entry);
  }
}

/** February: the year's plan, two of its tasks jointly with 市发改局. */
async function plan(stage: Stage): Promise<void> {
  await stage.on('2024-02-19');
  await stage.as(officer).give('plan', PLAN, 'DraftPlan', {
    title: '2024年潮州市司法局“双随机、一公开”抽查工作计划（演示虚构）',
    documents: [{ name: '部门联合双随机抽查工作计划（演示虚构）', number: '演示文号〔2024〕1号（虚构）' }],
    source: { kind: 'own', note: '演示计划（虚构）' },
  });
  for (const content of table) {
    const by = content.section === 'public-legal-services' ? services.officer : officer;
    await stage.as(by).give('plan', PLAN, 'DraftTask', { task: task(content.number), content });
  }
  await stage.on('2024-02-21');
  await stage.as(lawyers.head).give('plan', PLAN, 'SubmitPlan');
  await stage.on('2024-02-23');
  for (const { number } of table.filter(({ joint }) => joint)) {
    await stage.as('fagaiju-officer').give('plan', PLAN, 'RecordPartnerConsent', {
      task: task(number),
      document: `演示复函〔2024〕${number}号（虚构）`,
      occurredOn: stage.today,
    });
  }
  await stage.on('2024-02-27');
  await stage.as(supervision).give('plan', PLAN, 'ReleasePlan');
}

async function allot(stage: Stage, day: string, ...numbers: readonly number[]): Promise<void> {
  await stage.on(day);
  for (const number of numbers) await stage.as(supervision).give('plan', PLAN, 'AllotTask', { task: task(number) });
}

/** Spring: a special inspection of the firms of 湘桥区 on the province's platform; rotation counts it (R59). */
async function importInspections(stage: Stage): Promise<void> {
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

/** Rules, rosters and plan of the year, its tasks allotted as their time comes; the last two wait for the visitor to draw them. */
export async function theYear(stage: Stage): Promise<void> {
  await adoptNewestProcedure(stage);
  await declareInterests(stage);
  await registerAppraisers(stage);
  await plan(stage);
  await allot(stage, '2024-03-04', 3);
  await importInspections(stage);
  await allot(stage, '2024-04-08', 4, 5, 6);
  await allot(stage, '2024-07-05', 1, 2);
  stage.report('潮州 2024：律师事务所（48 家）、公证机构联合任务已分配，待抽取');
}
