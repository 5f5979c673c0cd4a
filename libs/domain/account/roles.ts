/** 科室经办, 科室负责人, 法治督察科, 领导, 执法检查人员, 整改回访专员, 纪检审计, 系统管理员, 联合部门. */
export const roles = [
  'section-officer',
  'section-head',
  'supervision-officer',
  'leader',
  'inspector',
  'rectification-officer',
  'auditor',
  'account-admin',
  'partner-officer',
] as const;
export type Role = (typeof roles)[number];

/** Roles that mean something in one section only. */
const sectionRoles: readonly Role[] = ['section-officer', 'section-head'];

/** Whether the role is held in a section. */
export function needsSection(role: Role): boolean {
  return sectionRoles.includes(role);
}

/** 三员: system administration and audit exclude each other and every business role (R104). */
export function excludes(one: Role, other: Role): boolean {
  const apart: readonly Role[] = ['account-admin', 'auditor'];
  return one !== other && (apart.includes(one) || apart.includes(other));
}
