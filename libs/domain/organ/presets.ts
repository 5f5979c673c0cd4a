import type { OrganProfile } from './events';
import { ownRules } from './own-rules';
import type { OrganRules, Sampling, Source, Sourced } from './rule-values';

/** What an organ is founded with, but for its id. */
export type OrganPreset = OrganProfile & { readonly rules: OrganRules };

const from =
  (document: string) =>
  <T>(article: string, value: T): Sourced<T> => ({ value, source: { kind: 'document', document, article } });
const A = from('潮州市司法局2023年“双随机、一公开”抽查工作计划');
const B = from('喀左县司法局关于推行“双随机一公开”规范事中事后监管的实施方案（喀司发〔2024〕5号）');
const own = <T>(note: string, value: T): Sourced<T> => {
  const source: Source = { kind: 'own', note };
  return { value, source };
};

const share = (percent: number, atLeast: number, perYear: number): Sampling => ({
  basisPoints: percent * 100,
  rounding: 'ceil',
  atLeast,
  perYear,
});

/** 潮州市司法局, 2023: the city's ratios (R36, R38, R40, R41), the 5 days of A二(五), its three dates (C22). Rounding up is this organ's reading (C3). */
export const chaozhou2023: OrganPreset = {
  name: '潮州市司法局',
  kind: 'judicial',
  level: 'municipal',
  superior: null,
  sections: [
    {
      id: 'lawyer-administration',
      name: '律师工作管理科',
      kind: 'line',
      sectors: ['law-firm', 'grassroots-office'],
    },
    {
      id: 'public-legal-services',
      name: '公共法律服务管理科',
      kind: 'line',
      sectors: ['notary-office', 'forensic-institution', 'legal-aid-agency'],
    },
    { id: 'rule-of-law-supervision', name: '法治督察科', kind: 'supervision', sectors: [] },
  ],
  rules: {
    ...ownRules('2023-01-01'),
    sampling: {
      'law-firm': A('A二(三)1；每次最少1家系解释适用（C4），进一取整系本机关自定（C3）', share(10, 1, 1)),
      'grassroots-office': A('A二(三)2；每次最少1家系解释适用（C4），进一取整系本机关自定（C3）', share(20, 1, 1)),
      'notary-office': A('A二(三)3；进一取整系本机关自定（C3）', share(30, 1, 1)),
      'forensic-institution': A('A二(三)4；进一取整系本机关自定（C3）', share(50, 1, 1)),
    },
    publication: A('A二(五)', { days: 5, unit: 'calendar' }),
    annualReportBy: A('A三末段', '10-31'),
    rostersBy: A('A一', '05-31'),
    channels: A('A二(五)', ['portal']),
    afterCessation: own('抽中机构检查前注销的，由候补顺位机构另立案递补（C28）', 'reserve'),
    singleAccountAdmin: own('设两名系统管理员，授权互相确认', false),
  },
};

/** A county bureau under 潮州's plan: half-yearly, a fifth, one at least (R37, R39); it has no notary or forensic share of its own. */
export function chaozhouCounty2023(name: string, superior: string): OrganPreset {
  return {
    ...chaozhou2023,
    name,
    level: 'county',
    superior,
    sections: [
      {
        id: 'legal-services',
        name: '法律服务业务科室',
        kind: 'line',
        sectors: ['law-firm', 'grassroots-office', 'notary-office', 'forensic-institution', 'legal-aid-agency'],
      },
      { id: 'rule-of-law-supervision', name: '法治督察科', kind: 'supervision', sectors: [] },
    ],
    rules: {
      ...chaozhou2023.rules,
      sampling: {
        'law-firm': A('A二(三)1；进一取整系本机关自定（C3）', share(20, 1, 2)),
        'grassroots-office': A('A二(三)2；进一取整系本机关自定（C3）', share(20, 1, 2)),
      },
      singleAccountAdmin: own('仅设一名系统管理员，其授权一律标记备查', true),
    },
  };
}

/**
 * 喀左县司法局, 2024: R42–R46. Where the scheme gives a number of bodies and no ratio, the ratio is nought and the number decides; where it
 * says "one check a year" and nothing more, this organ checks them all (C12). "及时" has no number of days: those are its own (C16).
 */
export const kazuo2024: OrganPreset = {
  name: '喀左县司法局',
  kind: 'judicial',
  level: 'county',
  superior: null,
  sections: [
    {
      id: 'legal-services',
      name: '法律服务业务主管部门',
      kind: 'line',
      sectors: ['law-firm', 'grassroots-office', 'notary-office', 'forensic-institution', 'legal-aid-agency'],
    },
    { id: 'rule-of-law-work', name: '法治工作部门', kind: 'supervision', sectors: [] },
    { id: 'licensing', name: '行政许可审批部门', kind: 'licensing', sectors: [] },
  ],
  rules: {
    ...ownRules('2024-04-16'),
    sampling: {
      'law-firm': B('B二(八)1', share(0, 2, 1)),
      'grassroots-office': B('B二(八)3', share(0, 1, 1)),
      'notary-office': own('B二(八)2 只定每年一次，未定比例，本机关定为全部检查（C12）', share(100, 1, 1)),
      'forensic-institution': own('B二(八)4 只定每年一次，未定比例，本机关定为全部检查（C12）', share(100, 1, 1)),
      'legal-aid-agency': own('B二(八)5 只定每年一次，未定比例，本机关定为全部检查（C12）', share(100, 1, 1)),
    },
    teamSize: B('B二(九)', 2),
    publication: own('文件要求及时公开而未定日数，本机关定为5个工作日（C16）', { days: 5, unit: 'working' }),
    recordWithin: own('公示期限内的内部目标（C9）', { days: 2, unit: 'working' }),
    approveWithin: own('公示期限内的内部目标（C9）', { days: 4, unit: 'working' }),
    channels: B('B三(一)', ['portal', 'credit-platform']),
    listNames: B('B三(三)', { abnormal: '执业异常对象名单', credit: '信用黑名单' }),
    afterCessation: own('抽中机构检查前注销的，视为已完成一家（C28）', 'counted'),
    copy: own('实施方案未要求抄送备份，本机关不另抄送', false),
    listingBasis: B('B三(三)', {
      unreachable: [
        {
          law: '喀左县司法局关于推行“双随机一公开”规范事中事后监管的实施方案',
          article: '三(三)',
          version: '喀司发〔2024〕5号',
        },
      ],
    }),
    singleAccountAdmin: own('仅设一名系统管理员，其授权一律标记备查', true),
  },
};

/** A partner department of joint inspections, 市发改局 in A二(一): it draws nothing of its own, so it has no sampling. */
export const partnerDepartment: OrganPreset = {
  name: '潮州市发展和改革局',
  kind: 'partner',
  level: 'municipal',
  superior: null,
  sections: [{ id: 'price-supervision', name: '价格管理科室', kind: 'line', sectors: [] }],
  rules: { ...ownRules('2023-01-01'), singleAccountAdmin: own('仅设一名系统管理员，其授权一律标记备查', true) },
};
