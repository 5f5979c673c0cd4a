import type { CommandRoute } from '../edge/command-controller';
import {
  FailCreditDataDto,
  ReceiveCreditDataDto,
  RecordSectorExitDto,
  SendCreditDataDto,
  WithdrawSectorExitDto,
} from './integrity.dto';

/** An integrity file; the id is the institution's or the practitioner's. */
export const integrityRoutes: Readonly<Record<string, CommandRoute>> = {
  SendCreditData: { form: SendCreditDataDto, summary: '向信用平台报送尚未报送的档案事项' },
  ReceiveCreditData: { form: ReceiveCreditDataDto, summary: '登记信用平台的报送回执' },
  FailCreditData: { form: FailCreditDataDto, summary: '登记报送未成功，可再次报送' },
  RecordSectorExit: { form: RecordSectorExitDto, summary: '依决定记录行业退出，注明法律依据并附证据', creates: true },
  WithdrawSectorExit: { form: WithdrawSectorExitDto, summary: '决定被撤销的，撤回行业退出记录' },
};
