import { isDay } from '@srd/kernel';
import type { RuleChanges } from './events';
import { plainLine } from './plain-text';
import { refuse } from './refusals';
import {
  furtherFields,
  optionalRules,
  sectors,
  type OptionalRule,
  type OrganRules,
  type RedactionProfile,
  type RiskWeights,
  type Sampling,
  type Term,
} from './rule-values';

type Limit = { readonly label: string; readonly says: string; readonly holds: (value: unknown) => boolean };

const within = (value: unknown, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to;
const oneOf = (label: string, values: readonly unknown[]): Limit => ({
  label,
  says: `应为 ${values.join('、')} 之一`,
  holds: (value) => values.includes(value),
});
const whole = (label: string, from: number, to: number): Limit => ({
  label,
  says: `应为 ${from} 至 ${to} 的整数`,
  holds: (value) => within(value, from, to),
});
const term = (label: string, from: number, to: number): Limit => ({
  label,
  says: `应为 ${from} 至 ${to} 日，并注明自然日或工作日`,
  holds: (value) => {
    const { days, unit } = (value ?? {}) as Partial<Term>;
    return within(days, from, to) && (unit === 'calendar' || unit === 'working');
  },
});
/** Checked in a year without 29 February, so that the day exists every year. */
const monthAndDay = (label: string): Limit => ({
  label,
  says: '应为每年都有的月日，如 10-31',
  holds: (value) => typeof value === 'string' && isDay(`2023-${value}`),
});
const duty = (label: string): Limit => ({
  label,
  says: '应注明是否要求以及自哪一日起',
  holds: (value) => {
    const { required, inForceFrom } = (value ?? {}) as { required?: unknown; inForceFrom?: unknown };
    return typeof required === 'boolean' && isDay(inForceFrom);
  },
});

const isGrade = (each: unknown): each is RiskWeights['grades'][number] => {
  const { grade, add } = (each ?? {}) as Partial<RiskWeights['grades'][number]>;
  return grade !== undefined && plainLine(grade) === grade && within(add, 0, 99);
};

const grounds = ['unreachable', 'unheeded', 'penalty'];
const isBasis = (each: unknown): boolean => {
  const { law, article, version } = (each ?? {}) as Record<string, unknown>;
  return [law, article, version].every((part) => plainLine(part) === part && part !== '');
};

/** What each rule may say. */
const limits: { readonly [R in Exclude<keyof OrganRules, 'sampling'>]-?: Limit } = {
  caseProcedure: oneOf('办案程序版本', ['case/1', 'case/2', 'case/3', 'case/4', 'case/5']),
  rotationMonths: whole('轮换周期（月）', 1, 120),
  teamSize: whole('检查组人数', 2, 20),
  contributorsPerDraw: whole('抽取见证人数', 1, 20),
  publication: term('公示期限', 1, 60),
  recordWithin: term('录入期限', 0, 60),
  approveWithin: term('审批期限', 0, 60),
  revisitWithin: term('回访期限', 1, 180),
  hearingWithin: term('陈述申辩期限', 1, 60),
  annualReportBy: monthAndDay('年度报告日'),
  rostersBy: monthAndDay('名录库和清单完成日'),
  disclosure: oneOf('抽取名单公开时点', ['at-reveal', 'after-visits']),
  channels: {
    label: '公示载体',
    says: '至少一个，且不得重复',
    holds: (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      new Set(value).size === value.length &&
      value.every((channel) => plainLine(channel) === channel),
  },
  approval: duty('检查前审批'),
  notice: duty('检查前通知'),
  visitCode: duty('检查码'),
  afterCessation: oneOf('抽中后注销的处理', ['reserve', 'counted']),
  listNames: {
    label: '名单名称',
    says: '两类名单都应有名称',
    holds: (value) => {
      const { abnormal, credit } = (value ?? {}) as Record<string, unknown>;
      return plainLine(abnormal) !== null && plainLine(credit) !== null;
    },
  },
  singleAccountAdmin: oneOf('仅一名系统管理员', [true, false]),
  yearlyCap: whole('每一对象每年检查上限（次）', 1, 12),
  capCounts: oneOf('计入上限的检查', ['random', 'all']),
  coverageYears: whole('全覆盖周期（年）', 1, 10),
  coverageSince: whole('首个全覆盖周期的起始年', 2000, 2100),
  riskWeights: {
    label: '风险权重',
    says: '各项加签数应为 0 至 99 的整数，最多签数为 1 至 100，信用等级不得重复',
    holds: (value) => {
      const {
        perComplaint,
        perPenalty,
        perOverdue = 0,
        listed,
        grades,
        atMost,
      } = (value ?? {}) as Partial<RiskWeights>;
      return (
        [perComplaint, perPenalty, perOverdue, listed].every((add) => within(add, 0, 99)) &&
        within(atMost, 1, 100) &&
        Array.isArray(grades) &&
        grades.every(isGrade) &&
        new Set(grades.map(({ grade }) => grade)).size === grades.length
      );
    },
  },
  manyComplaints: whole('投诉举报较多的件数', 1, 1_000),
  toleranceBasisPoints: whole('“左右”的容许偏差（万分之一）', 0, 10_000),
  halfYearBy: oneOf('半年任务的归属', ['plan', 'visit']),
  recusalMeanwhile: oneOf('回避决定作出前检查是否继续', ['waits', 'goes-on']),
  urgentApprovalWithin: term('紧急检查补办审批期限', 1, 30),
  partnerAbsent: oneOf('参加部门未到场的处理', ['goes-on', 'moved']),
  teamCounts: oneOf('检查组人数的计算', ['in-total', 'per-department']),
  jointClock: oneOf('联合检查期限的起算', ['last-department', 'each']),
  mergedCounts: oneOf('合并检查的计次', ['once', 'per-purpose']),
  conflictStatement: oneOf('检查前逐案声明利害关系', [true, false]),
  copy: oneOf('结果抄送备份', [true, false]),
  redaction: {
    label: '公示前核对',
    says: '词语不得为空或者重复，附加内容应为 inspecting-body、legal-basis',
    holds: (value) => {
      const { words, also } = (value ?? {}) as Partial<RedactionProfile>;
      return (
        [words, also].every((list) => Array.isArray(list) && new Set(list).size === list.length) &&
        words?.every((word) => plainLine(word) === word) === true &&
        also?.every((field) => furtherFields.includes(field)) === true
      );
    },
  },
  receiptDays: whole('公示载体回执期限（日）', 1, 60),
  listingBasis: {
    label: '列入名单的法律依据',
    says: '应按事由写明名称、条款和版本',
    holds: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(
        ([ground, cited]) =>
          grounds.includes(ground) && Array.isArray(cited) && cited.length > 0 && cited.every(isBasis),
      ),
  },
};

const isOptional = (rule: string): rule is OptionalRule => optionalRules.some((each) => each === rule);

const sampling: Limit = {
  label: '抽查比例和频次',
  says: '比例应为 0 至 10000 个基点（100%）的整数，每次最少家数为 0 至 1000，每年次数为 1 至 12，且比例与最少家数不能同时为零',
  holds: (value) => {
    const { basisPoints, rounding, atLeast, perYear } = (value ?? {}) as Partial<Sampling>;
    return (
      within(basisPoints, 0, 10_000) &&
      within(atLeast, 0, 1_000) &&
      within(perYear, 1, 12) &&
      (basisPoints !== 0 || atLeast !== 0) &&
      (rounding === 'ceil' || rounding === 'floor' || rounding === 'half-up')
    );
  },
};

function checkSourced(limit: Limit, sourced: unknown): void {
  const { value, source } = (sourced ?? {}) as { value?: unknown; source?: Record<string, unknown> };
  const stated =
    source?.['kind'] === 'document'
      ? plainLine(source['document']) !== null && plainLine(source['article']) !== null
      : source?.['kind'] === 'own' && plainLine(source['note']) !== null;
  if (!stated) refuse('RULE_WITHOUT_SOURCE', `${limit.label}未注明出处，请注明文件条款或标为本机关自定`);
  if (limit.holds(value)) return;
  if (limit === limits.teamSize && within(value, 0, 1)) refuse('TEAM_RULE_BELOW_TWO');
  refuse('RULE_OUT_OF_RANGE', `${limit.label}${limit.says}`);
}

/** Whether a value is one that an optional rule may have; for a plan that quotes it (R48, R49, R54). */
export function ruleHolds(rule: OptionalRule, value: unknown): boolean {
  return limits[rule].holds(value);
}

/** Each changed rule has a source and keeps to what it may say (R47, R60). @throws Refusal otherwise */
export function checkChanges(changes: RuleChanges): void {
  for (const [rule, sourced] of Object.entries(changes)) {
    if (rule === 'sampling') {
      for (const [sector, bySector] of Object.entries(sourced ?? {})) {
        if (!sectors.some((known) => known === sector)) refuse('RULE_UNKNOWN', `没有“${sector}”这一行业`);
        if (bySector !== null) checkSourced(sampling, bySector);
      }
    } else if (sourced === null && isOptional(rule)) continue;
    else if (Object.hasOwn(limits, rule)) checkSourced(limits[rule as keyof typeof limits], sourced);
    else refuse('RULE_UNKNOWN', `没有“${rule}”这一项规则`);
  }
}

/** The rules as a whole: none missing, the steps inside the publication term in their order (C9), and no half of a pair. @throws Refusal otherwise */
export function checkWhole(rules: OrganRules): void {
  for (const rule of Object.keys(limits) as (keyof typeof limits)[]) {
    if (!Object.hasOwn(rules, rule) && !isOptional(rule)) refuse('RULE_MISSING', `缺少规则：${limits[rule].label}`);
  }
  if (!Object.hasOwn(rules, 'sampling')) refuse('RULE_MISSING', `缺少规则：${sampling.label}`);
  if ((rules.coverageYears === undefined) !== (rules.coverageSince === undefined)) {
    refuse('RULES_INCONSISTENT', '全覆盖周期的年数和起始年须同时规定');
  }
  if (rules.capCounts && !rules.yearlyCap) refuse('RULES_INCONSISTENT', '规定计入上限的检查时，须同时规定每年上限');
  const steps = [rules.recordWithin.value, rules.approveWithin.value, rules.publication.value];
  steps.forEach((step, index) => {
    const later = steps[index + 1];
    if (later && later.unit === step.unit && later.days < step.days) {
      refuse('RULES_INCONSISTENT', '录入、审批、公示的期限前后不一致');
    }
  });
}
