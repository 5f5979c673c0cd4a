import type { CommandRoute } from '../edge/command-controller';
import {
  ChangeInstitutionStatusDto,
  ImportPriorInspectionDto,
  InstitutionDto,
  InstitutionReasonDto,
  RegisterInstitutionDto,
  ReviseInstitutionDto,
} from './roster.dto';

/** The institutions of a sector; the id is `<organ>.<sector>`. */
export const rosterRoutes: Readonly<Record<string, CommandRoute>> = {
  RegisterInstitution: { form: RegisterInstitutionDto, summary: '机构纳入检查对象名录库', creates: true },
  ReviseInstitution: { form: ReviseInstitutionDto, summary: '更新机构信息' },
  ChangeInstitutionStatus: {
    form: ChangeInstitutionStatusDto,
    summary: '机构状态变更：停业、注销、吊销、撤销、迁出或恢复',
  },
  WaiveFault: { form: InstitutionReasonDto, summary: '信用代码校验不符，具名说明理由后准予使用' },
  ProposeRemoval: { form: InstitutionReasonDto, summary: '提请将机构移出名录库' },
  ConfirmRemoval: { form: InstitutionDto, summary: '同意移出，须由提请人以外的人办理' },
  DeclineRemoval: { form: InstitutionReasonDto, summary: '不同意移出' },
  ImportPriorInspection: { form: ImportPriorInspectionDto, summary: '补录本系统启用前的检查', creates: true },
};
