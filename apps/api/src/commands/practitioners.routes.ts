import type { CommandRoute } from '../edge/command-controller';
import {
  ChangePractitionerStatusDto,
  MovePractitionerDto,
  RegisterPractitionerDto,
  RevisePractitionerDto,
} from './practitioners.dto';

/** The practitioners of a sector under an organ; the id is `<organ>.<sector>`, as of the object roster. */
export const practitionersRoutes: Readonly<Record<string, CommandRoute>> = {
  RegisterPractitioner: { form: RegisterPractitionerDto, summary: '纳入法律服务人员名录库', creates: true },
  RevisePractitioner: { form: RevisePractitionerDto, summary: '更新法律服务人员信息，写明理由' },
  MovePractitioner: { form: MovePractitionerDto, summary: '变更或者增加执业机构' },
  ChangePractitionerStatus: { form: ChangePractitionerStatusDto, summary: '停止执业、注销、吊销，或者恢复' },
};
