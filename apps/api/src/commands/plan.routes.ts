import type { CommandRoute } from '../edge/command-controller';
import { RequestAdjustmentDto } from './adjustment.dto';
import {
  CompleteTaskDto,
  DecideConflictDto,
  DraftPlanDto,
  RecordPartnerConsentDto,
  ReleasePlanDto,
  TaskDto,
  TaskReasonDto,
} from './plan.dto';
import { NothingDto, ReasonDto } from './shared.dto';
import { WriteTaskDto } from './task.dto';

/** The yearly plans and their tasks; the id is `<organ>-<year>`. */
export const planRoutes: Readonly<Record<string, CommandRoute>> = {
  DraftPlan: { form: DraftPlanDto, summary: '制定年度抽查计划', creates: true },
  DraftTask: { form: WriteTaskDto, summary: '在计划表中增加一项抽查任务', creates: true },
  ReviseTask: { form: WriteTaskDto, summary: '修改抽查任务' },
  DropTask: { form: TaskReasonDto, summary: '从计划草案中去掉一项任务' },
  CheckPlan: { form: NothingDto, summary: '按名录库核对计划，列出正文与附表等矛盾' },
  SubmitPlan: { form: NothingDto, summary: '报送法治督察科' },
  DecideConflict: { form: DecideConflictDto, summary: '对一处矛盾作出选择并说明理由' },
  ReturnPlan: { form: ReasonDto, summary: '退回修改' },
  ReleasePlan: { form: ReleasePlanDto, summary: '发布计划，可暂缓其中的任务' },
  ReleaseTask: { form: TaskDto, summary: '发布暂缓的任务' },
  RecordPartnerConsent: { form: RecordPartnerConsentDto, summary: '登记联合部门同意' },
  WaiveMinimum: { form: TaskReasonDto, summary: '对象不足最少家数，具名准予按实有数抽取' },
  AllotTask: { form: TaskDto, summary: '分配任务：按当日名录确定抽取数量' },
  RequestAdjustment: { form: RequestAdjustmentDto, summary: '申请调整已发布的任务' },
  AdjustTask: { form: TaskDto, summary: '同意调整，并重新核对该任务' },
  DeclineAdjustment: { form: TaskReasonDto, summary: '不同意调整' },
  WithdrawTask: { form: TaskReasonDto, summary: '撤回任务' },
  CompleteTask: { form: CompleteTaskDto, summary: '任务办结' },
};
