import type { CommandRoute } from '../edge/command-controller';
import { DraftCircularDto, WithdrawCircularDto } from './circular.dto';
import { NothingDto } from './shared.dto';

/** 随机抽查通报; the id is `<organ>-<year>-<number>`. */
export const circularRoutes: Readonly<Record<string, CommandRoute>> = {
  DraftCircular: { form: DraftCircularDto, summary: '拟稿或改稿随机抽查通报', creates: true },
  IssueCircular: { form: NothingDto, summary: '签发通报，须由拟稿人以外的人办理；所列机构记入诚信档案' },
  WithdrawCircular: { form: WithdrawCircularDto, summary: '撤回通报，说明理由' },
};
