import { DEMONSTRATION_PASSWORD } from '@srd/application';
import type { Role } from '@srd/domain/account';
import type { Id } from '@srd/kernel';
import type { OrganId } from './organs';
import { madeUpName } from './people';

/** An account of the demonstration; its login is its id. */
export interface DemoAccount {
  readonly login: Id;
  readonly organ: OrganId;
  readonly section: Id | null;
  readonly roles: readonly Role[];
  /** What the sign-in page says of it. */
  readonly label: string;
  readonly person: Id;
  /** For the register of persons only. */
  readonly name: string;
}

/** The one password of all demonstration accounts. Real use refuses these accounts. */
export const PASSWORD = DEMONSTRATION_PASSWORD;

type Row = readonly [login: string, section: string | null, label: string, ...roles: Role[]];

const rows: Readonly<Record<OrganId, readonly Row[]>> = {
  chaozhou: [
    ['chaozhou-admin-1', null, '系统管理员一', 'account-admin'],
    ['chaozhou-admin-2', null, '系统管理员二', 'account-admin'],
    ['chaozhou-lawyer-officer', 'lawyer-administration', '律师工作管理科经办', 'section-officer'],
    ['chaozhou-lawyer-head', 'lawyer-administration', '律师工作管理科负责人', 'section-head'],
    ['chaozhou-public-officer', 'public-legal-services', '公共法律服务管理科经办', 'section-officer'],
    ['chaozhou-public-head', 'public-legal-services', '公共法律服务管理科负责人', 'section-head'],
    ['chaozhou-supervision', null, '法治督察科', 'supervision-officer'],
    ['chaozhou-leader', null, '分管领导', 'leader'],
    ['chaozhou-rectification', null, '整改回访专员', 'rectification-officer'],
    ['chaozhou-auditor', null, '纪检审计', 'auditor'],
    ...inspectorRows('chaozhou', 8),
  ],
  fagaiju: [
    ['fagaiju-admin-1', null, '系统管理员一', 'account-admin'],
    ['fagaiju-admin-2', null, '系统管理员二', 'account-admin'],
    ['fagaiju-officer', null, '市发改局联络人', 'partner-officer'],
    ...inspectorRows('fagaiju', 4, 'partner-officer'),
  ],
  kazuo: [
    ['kazuo-admin-1', null, '系统管理员一', 'account-admin'],
    ['kazuo-admin-2', null, '系统管理员二', 'account-admin'],
    ['kazuo-officer', 'legal-services', '业务科室经办', 'section-officer'],
    ['kazuo-head', 'legal-services', '业务科室负责人', 'section-head'],
    ['kazuo-supervision', null, '法治工作部门', 'supervision-officer'],
    ['kazuo-leader', null, '监管主管', 'leader'],
    ['kazuo-rectification', null, '整改回访专员', 'rectification-officer'],
    ['kazuo-auditor', null, '纪检审计', 'auditor'],
    ...inspectorRows('kazuo', 5),
  ],
  raoping: [
    ['raoping-admin-1', null, '系统管理员一', 'account-admin'],
    ['raoping-admin-2', null, '系统管理员二', 'account-admin'],
    ['raoping-officer', 'legal-services', '业务科室经办', 'section-officer'],
    ['raoping-head', 'legal-services', '业务科室负责人', 'section-head'],
    ['raoping-supervision', null, '法治督察科', 'supervision-officer'],
    ['raoping-leader', null, '分管领导', 'leader'],
    ['raoping-rectification', null, '整改回访专员', 'rectification-officer'],
    ...inspectorRows('raoping', 3),
  ],
};

function inspectorRows(organ: string, count: number, ...more: Role[]): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const login = `${organ}-inspector-${index + 1}`;
    return [login, null, `执法检查人员${index + 1}`, 'inspector', ...more] as Row;
  });
}

/** Every account, organ by organ, the two account-admins first. */
export const accounts: readonly DemoAccount[] = (Object.keys(rows) as OrganId[])
  .flatMap((organ) => rows[organ].map((row) => ({ organ, row })))
  .map(({ organ, row: [login, section, label, ...roles] }, index) => ({
    login,
    organ,
    section,
    roles,
    label,
    person: `p-${login}`,
    // Behind those of the institutions' heads.
    name: madeUpName(100 + index),
  }));

/** The account of a person. @throws RangeError when nobody has that id */
export function accountOf(person: Id): DemoAccount {
  const found = accounts.find((account) => account.person === person);
  if (!found) throw new RangeError(`no account of ${person}`);
  return found;
}
