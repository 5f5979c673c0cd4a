import type { CommandRoute } from '../edge/command-controller';
import { ReasonDto } from './shared.dto';
import {
  AcknowledgeListingPostingDto,
  ConfirmListingDto,
  FailListingPostingDto,
  PostListingDto,
  ProposeListingDto,
  RecordHearingDto,
  RequestListingEndDto,
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
  WithdrawListing: { form: WithdrawListingDto, summary: '撤销列入，公示过的另发撤销通知' },
  RequestListingEnd: { form: RequestListingEndDto, summary: '受理信用修复或移出申请' },
  GrantListingEnd: { form: ReasonDto, summary: '同意修复或移出，须由受理人以外的人办理' },
  RefuseListingEnd: { form: ReasonDto, summary: '不同意修复或移出' },
  PostListing: { form: PostListingDto, summary: '在一个载体公示列入、撤销或停止公示' },
  AcknowledgeListingPosting: { form: AcknowledgeListingPostingDto, summary: '登记载体的公示回执' },
  FailListingPosting: { form: FailListingPostingDto, summary: '登记载体未收到，可再次发布' },
};
