import {
  chaozhou2023,
  chaozhouCounty2023,
  kazuo2024,
  partnerDepartment,
  type OrganPreset,
  type Sourced,
} from '@srd/domain/organ';

/** Organs of the demonstration. */
export const organIds = ['chaozhou', 'fagaiju', 'kazuo', 'raoping'] as const;
export type OrganId = (typeof organIds)[number];

const own = <T>(note: string, value: T): Sourced<T> => ({ value, source: { kind: 'own', note } });

/** The demonstration has two account-admins everywhere, so that each grant shows two people. */
const twoAccountAdmins = own('演示中设两名系统管理员，授权互相确认（虚构）', false);

const county = chaozhouCounty2023('饶平县司法局（演示）', 'chaozhou');

/** Of a list that only the demonstration has. */
export const madeUpBasis = (article: string) =>
  [{ law: '执业异常对象名单和信用黑名单管理办法（演示虚构）', article, version: '演示文本' }] as const;

/** Organs of the demonstration by id. Names and rules are those of the two documents; what they leave open is made up and says so. */
export const organs: Readonly<Record<OrganId, OrganPreset>> = {
  chaozhou: {
    ...chaozhou2023,
    rules: {
      ...chaozhou2023.rules,
      caseProcedure: own('演示：2023年沿用的办案程序版本，后改用新版，旧案不变（虚构）', 'case/1'),
      contributorsPerDraw: own('演示中每次抽取请两名见证人（虚构）', 2),
    },
  },
  fagaiju: { ...partnerDepartment, rules: { ...partnerDepartment.rules, singleAccountAdmin: twoAccountAdmins } },
  kazuo: {
    ...kazuo2024,
    rules: {
      ...kazuo2024.rules,
      caseProcedure: own('演示：起初沿用的办案程序版本，后改用新版，旧案不变（虚构）', 'case/2'),
      singleAccountAdmin: twoAccountAdmins,
      publication: own('文件要求及时公开而未定日数，演示中定为5个工作日（虚构，C16）', { days: 5, unit: 'working' }),
    },
  },
  raoping: {
    ...county,
    rules: {
      ...county.rules,
      singleAccountAdmin: twoAccountAdmins,
      listingBasis: own('演示：列入执业异常对象名单的依据（虚构）', { unreachable: madeUpBasis('第五条') }),
    },
  },
};
