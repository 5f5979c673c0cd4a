import type { Counted } from './counted';
import {
  borne,
  directed,
  drawItems,
  events,
  inForceOn,
  inspected,
  institutions,
  listingItems,
  randomInspections,
  which,
  type CountedItem,
} from './items';

type Counting = {
  readonly id: string;
  readonly label: string;
  readonly basis: string;
  readonly unit: '件' | '次' | '家';
  readonly items: (counted: Counted) => readonly CountedItem[];
};
type Ratio = {
  readonly id: string;
  readonly label: string;
  readonly basis: string;
  readonly unit: '%' | '次/家';
  readonly numerator: string;
  readonly denominator: string;
};

const count = (
  id: string,
  label: string,
  basis: string,
  unit: Counting['unit'],
  items: Counting['items'],
): Counting => ({ id, label, basis, unit, items });
const share = (
  id: string,
  label: string,
  basis: string,
  numerator: string,
  denominator: string,
  unit: Ratio['unit'] = '%',
): Ratio => ({ id, label, basis, unit, numerator, denominator });

/** The year's figures, in the report's order (R98). A share names the two numbers that it is made of; each number opens what it counts. */
export const figures: readonly (Counting | Ratio)[] = [
  count(
    'cases',
    '案件',
    'A二(二)',
    '件',
    which(() => true),
  ),
  count('inspected', '已检查案件', 'A二(二)', '件', which(inspected)),
  count(
    'published',
    '已公示结果的案件',
    'A二(五)',
    '件',
    which(
      (one) => one.published,
      (one) => one.publishedOn,
    ),
  ),
  share('completion', '完成率', 'A二(五)', 'published', 'cases'),
  count(
    'ended',
    '已完结案件',
    'B三(三)',
    '件',
    which(
      (one) => one.ended,
      (one) => one.endedOn,
    ),
  ),
  share('closure', '完结率', 'B三(三)', 'ended', 'cases'),
  count(
    'due',
    '公示期限已到',
    'A二(五)',
    '件',
    which(({ dueOn }, { moment }) => dueOn !== null && dueOn <= moment.on),
  ),
  count(
    'in-time',
    '按期公示',
    'A二(五)',
    '件',
    which(
      ({ dueOn, publishedOn }, { moment }) =>
        dueOn !== null && dueOn <= moment.on && publishedOn !== null && publishedOn <= dueOn,
    ),
  ),
  share('punctuality', '按期公示率', 'A二(五)', 'in-time', 'due'),
  count(
    'overdue',
    '逾期未公示',
    'A二(五)',
    '件',
    which(({ dueOn, published }, { moment }) => dueOn !== null && dueOn < moment.on && !published),
  ),
  count('deadlines-passed', '期限届满未办', 'A三(一)', '次', events('DeadlinePassed')),
  count('random', '随机检查', 'B二(六)', '次', randomInspections),
  count('directed', '不受随机限制的检查', 'B二(九)', '次', directed),
  count('purposes', '检查（按目的计）', 'B二(六)', '次', (counted) => [
    ...randomInspections(counted),
    ...directed(counted),
  ]),
  share('random-share', '随机检查占比', 'B二(六)', 'random', 'purposes'),
  count(
    'joint',
    '部门联合检查',
    'A二(一)',
    '件',
    which((one) => inspected(one) && one.joint),
  ),
  share('joint-share', '部门联合检查占比', 'A二(一)', 'joint', 'inspected'),
  count('draws', '抽取', 'B二(九)', '次', drawItems(false)),
  count('voided-draws', '作废的抽取', 'A三(一)', '次', drawItems(true)),
  count('guidance', '行政指导', 'B三(二)', '次', events('GuidanceRecorded', 'GuidanceGiven')),
  count('reminders', '书面提醒', 'B三(三)', '次', events('ReminderIssued')),
  count('interviews', '约谈负责人', 'B三(三)', '次', events('InterviewHeld')),
  count('on-spot', '当场纠正', 'B三(三)', '次', events('OnSpotCorrectionNoted')),
  count('orders', '责令改正', 'B三(三)', '次', events('CorrectionOrdered', 'FurtherCorrectionOrdered')),
  count('revisits', '跟踪回访', 'B三(三)', '次', events('FollowUpPassed', 'FollowUpFailed')),
  count('investigations', '立案查处', 'B三(三)', '次', events('InvestigationOpened')),
  count('penalties', '处罚决定', 'B三(三)', '次', events('PenaltyDecided')),
  count('licensing-reports', '报告许可审批部门', 'B三(三)', '次', events('ReportedToLicensing')),
  count('referrals', '移送司法机关', 'B三(三)', '次', events('ReferredToJudiciary')),
  count(
    'listings-proposed',
    '拟列入名单',
    'B三(三)',
    '次',
    listingItems(null, ({ proposedOn }) => proposedOn),
  ),
  count(
    'listed-abnormal',
    '列入执业异常对象名单',
    'B三(三)',
    '次',
    listingItems('abnormal', (one) => one.confirmedOn),
  ),
  count(
    'listed-credit',
    '列入信用黑名单',
    'B三(三)',
    '次',
    listingItems('credit', (one) => one.confirmedOn),
  ),
  count('in-force', '现仍在名单', 'B三(三)', '家', listingItems(null, inForceOn, false)),
  count('roster', '名录库机构', 'A一', '家', institutions(false)),
  count('covered', '本年受检机构', 'A一', '家', institutions(true)),
  share('coverage', '覆盖率', 'B二(八)', 'covered', 'roster'),
  count('borne', '名录库机构受检（各级合计）', 'B二(八)', '次', borne),
  share('burden', '受检机构平均受检次数', 'B二(八)', 'borne', 'covered', '次/家'),
];

/** A figure as it was counted. `value` is a number of things; a share is in whole basis points, null where there is nothing to divide by. */
export type FigureValue = {
  readonly figure: string;
  readonly label: string;
  readonly basis: string;
  readonly unit: '件' | '次' | '家' | '%' | '次/家';
  readonly value: number | null;
  readonly of: {
    readonly numerator: string;
    readonly denominator: string;
    readonly counts: readonly [number, number];
  } | null;
};
