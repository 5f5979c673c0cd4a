import type { CommandRoute } from '../edge/command-controller';
import {
  AbsenceDto,
  DeclareInterestDto,
  EnrolInspectorDto,
  LendInspectorDto,
  ReassignInspectorDto,
  RenewCertificateDto,
  ReturnLoanDto,
  StateYearlyInterestsDto,
  WaiveRotationDto,
  WithdrawInspectorDto,
  WithdrawInterestDto,
} from './inspectors.dto';

/** The inspectors of an organ; the id is the organ's. */
export const inspectorsRoutes: Readonly<Record<string, CommandRoute>> = {
  EnrolInspector: { form: EnrolInspectorDto, summary: '纳入执法检查人员名录库，须持有效行政执法证', creates: true },
  RenewCertificate: { form: RenewCertificateDto, summary: '登记新换的行政执法证' },
  ReassignInspector: { form: ReassignInspectorDto, summary: '调整执法领域或科室' },
  WithdrawInspector: { form: WithdrawInspectorDto, summary: '移出执法检查人员名录库' },
  RecordAbsence: { form: AbsenceDto, summary: '登记不在岗的起止日', creates: true },
  WithdrawAbsence: { form: AbsenceDto, summary: '撤回不在岗登记' },
  DeclareInterest: { form: DeclareInterestDto, summary: '申报与检查对象的利害关系', creates: true },
  LendInspector: { form: LendInspectorDto, summary: '借出执法检查人员，须有借入机关的同意', creates: true },
  ReturnLoan: { form: ReturnLoanDto, summary: '借调提前结束' },
  StateYearlyInterests: { form: StateYearlyInterestsDto, summary: '年度利害关系申报', creates: true },
  WaiveRotation: {
    form: WaiveRotationDto,
    summary: '在一项任务的人员抽取中，豁免一人对一对象的轮换限制',
    creates: true,
  },
  WithdrawInterest: { form: WithdrawInterestDto, summary: '撤销利害关系申报' },
};
