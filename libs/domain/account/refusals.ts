import { refuser, type RefusalTable } from '@srd/kernel';

/** What an account refuses. */
export const accountRefusals = {
  OUT_OF_TURN: { title: '该账户的状态不允许此操作', basis: '本系统' },
  ACCOUNT_OPENED: { title: '该账户已开户', basis: '本系统' },
  ACCOUNT_UNKNOWN: { title: '没有该账户', basis: '本系统', status: 404 },
  ACCOUNT_INVALID: { title: '账户信息填写有误', basis: '本系统', status: 422 },
  ACCOUNT_DISABLED: { title: '该账户已停用', basis: '本系统' },
  ACCOUNT_NOT_DISABLED: { title: '该账户未停用', basis: '本系统' },
  SELF_GRANT: { title: '任何人不得为自己授权', basis: 'A三(三)', status: 403 },
  SAME_ACCOUNT_ADMIN: { title: '授权须由提出人以外的另一名系统管理员确认', basis: 'A三(三)', status: 403 },
  ROLES_EXCLUDE: { title: '系统管理员、纪检审计与其他角色不得由一人兼任', basis: 'A三(三)' },
  ROLE_SECTION_INVALID: { title: '科室经办、科室负责人须注明科室，其他角色不注明', basis: '本系统', status: 422 },
  ROLE_HELD: { title: '该账户已有此角色，或已有人提出', basis: '本系统' },
  ROLE_NOT_PROPOSED: { title: '没有待确认的这项授权', basis: '本系统' },
  ROLE_NOT_HELD: { title: '该账户没有此角色', basis: '本系统' },
  ACCOUNT_REASON_MISSING: { title: '请说明理由', basis: 'B一(二)', status: 422 },
} as const satisfies RefusalTable;

export const refuse = refuser(accountRefusals);
