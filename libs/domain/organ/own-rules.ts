import type { OrganRules, Sourced } from './rule-values';

const own = <T>(note: string, value: T): Sourced<T> => ({ value, source: { kind: 'own', note } });

/**
 * Rules that neither document gives, as settings of the organ's own: what a preset doesn't replace stays marked as such.
 * `inForceFrom`: the day from which the organ asks for approval, notice and visit code before the law does.
 */
export function ownRules(inForceFrom: string): OrganRules {
  const duty = { required: true, inForceFrom };
  return {
    /** The newest chart: cases that an organ opened under an earlier one keep theirs. */
    caseProcedure: own('办案程序版本', 'case/5'),
    sampling: {},
    /** A is silent on team and rotation: its organs are bound all the same (R59, C14, C17). */
    rotationMonths: own('B二(九)“一定周期”未定期限，本机关定为12个月（C14）', 12),
    teamSize: {
      value: 2,
      source: { kind: 'document', document: '中华人民共和国行政处罚法（2021年修订）', article: '第四十二条' },
    },
    contributorsPerDraw: own('每次抽取至少一名见证人', 1),
    publication: own('检查结束后5日内公示', { days: 5, unit: 'calendar' }),
    recordWithin: own('公示期限内的内部目标（C9）', { days: 2, unit: 'calendar' }),
    approveWithin: own('公示期限内的内部目标（C9）', { days: 4, unit: 'calendar' }),
    revisitWithin: own('整改期限届满后10个工作日内回访', { days: 10, unit: 'working' }),
    hearingWithin: own('列入名单前给予5个工作日陈述申辩', { days: 5, unit: 'working' }),
    annualReportBy: own('年度工作开展情况报送日', '10-31'),
    rostersBy: own('名录库和事项清单完成日', '05-31'),
    disclosure: own('检查全部结束后公开抽取名单', 'after-visits'),
    channels: own('单位门户网站', ['portal']),
    approval: own('先于国办发〔2024〕54号自行实行检查前审批', duty),
    notice: own('先于国办发〔2024〕54号自行实行检查通知', duty),
    visitCode: own('先于国办发〔2024〕54号自行实行扫码入企', duty),
    afterCessation: own('抽中机构检查前注销的处理（C28）', 'counted'),
    listNames: own('名单名称（C21）', { abnormal: '执业异常对象名单', credit: '信用黑名单' }),
    singleAccountAdmin: own('系统管理员人数', false),
    yearlyCap: own('防止检查过多，同一对象每年最多检查2次，市、县合并计算（C10）', 2),
    capCounts: own('随机抽查以外的检查另行统计，不计入上限', 'random'),
    toleranceBasisPoints: own('文件所称“左右”，本机关定为上下5个百分点（C3）', 500),
    halfYearBy: own('半年任务按计划日期归属', 'plan'),
  };
}
