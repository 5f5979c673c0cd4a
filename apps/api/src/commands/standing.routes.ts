import type { CommandRoute } from '../edge/command-controller';
import { ReasonDto } from './shared.dto';
import {
  ConfirmListingDto,
  ProposeListingDto,
  RecordHearingDto,
  ServeListingNoticeDto,
  WithdrawListingDto,
} from './standing.dto';

/** An object's standing with a list; the id is `<object>.<abnormal|credit>`. */
export const standingRoutes: Readonly<Record<string, CommandRoute>> = {
  ProposeListing: { form: ProposeListingDto, summary: '提请列入名单，写明法律依据', creates: true },
  ServeListingNotice: { form: ServeListingNoticeDto, summary: '送达告知书，陈述申辩期限起算' },
  RecordHearing: { form: RecordHearingDto, summary: '记录陈述申辩或放弃' },
  ConfirmListing: { form: ConfirmListingDto, summary: '决定列入，须由提请人以外的人办理' },
  DeclineListing: { form: ReasonDto, summary: '决定不予列入' },
  WithdrawListing: { form: WithdrawListingDto, summary: '撤销列入' },
};
