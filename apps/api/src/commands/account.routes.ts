import type { CommandRoute } from '../edge/command-controller';
import { OpenAccountDto, RoleDto, RoleReasonDto } from './account.dto';
import { ReasonDto } from './shared.dto';

/** Accounts and their roles. */
export const accountRoutes: Readonly<Record<string, CommandRoute>> = {
  OpenAccount: { form: OpenAccountDto, summary: '开户', creates: true },
  ProposeRole: { form: RoleDto, summary: '提出授权' },
  ConfirmRole: { form: RoleDto, summary: '由另一名系统管理员确认授权' },
  DeclineRole: { form: RoleReasonDto, summary: '不予授权' },
  RevokeRole: { form: RoleReasonDto, summary: '撤销授权，即时生效' },
  DisableAccount: { form: ReasonDto, summary: '停用账户' },
  EnableAccount: { form: ReasonDto, summary: '启用账户' },
};
