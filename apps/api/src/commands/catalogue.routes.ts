import type { CommandRoute } from '../edge/command-controller';
import { EnterItemDto, PublishItemsDto, ReviseItemDto, WithdrawItemDto } from './catalogue.dto';

/** The inspection items of an organ. */
export const catalogueRoutes: Readonly<Record<string, CommandRoute>> = {
  EnterItem: { form: EnterItemDto, summary: '事项列入清单，尚未公布', creates: true },
  ReviseItem: { form: ReviseItemDto, summary: '调整事项：公布之前仍以原公布的文本为准' },
  PublishItems: { form: PublishItemsDto, summary: '公布事项，本机关清单与联合抽查清单分列' },
  WithdrawItem: { form: WithdrawItemDto, summary: '事项停用' },
};
