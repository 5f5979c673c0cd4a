import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DrawRoom, type ObjectPreview, type TaskToDraw, type TeamPreview, type Who } from '@srd/application';
import { CurrentUser } from '../edge/asked';
import { IsId } from '../edge/fields';

export class PreviewDto {
  /** The plan's id, `<organ>-<year>`. */
  @IsId()
  plan: string;
}

/** What is ready to be drawn, and what a freeze would fix. */
@ApiTags('draws')
@Controller('api/v1')
export class DrawRoomController {
  constructor(private readonly room: DrawRoom) {}

  @Get('tasks-to-draw')
  @ApiOperation({ summary: '已分配的任务及其两次抽取的进度' })
  async ready(@CurrentUser() who: Who): Promise<{ items: readonly TaskToDraw[]; next: null }> {
    return { items: await this.room.ready(who), next: null };
  }

  @Get('selections/:id/object-preview')
  @ApiOperation({ summary: '冻结对象名录前的预览：候选、排除及理由、数量及规则；不记录、不抽取' })
  objects(@CurrentUser() who: Who, @Param('id') id: string, @Query() { plan }: PreviewDto): Promise<ObjectPreview> {
    return this.room.objects(who, plan, id);
  }

  @Get('selections/:id/team-preview')
  @ApiOperation({ summary: '冻结人员名录前的预览：可选派人员、各项不得选派的理由、能否配齐；不记录、不抽取' })
  team(@CurrentUser() who: Who, @Param('id') id: string, @Query() { plan }: PreviewDto): Promise<TeamPreview> {
    return this.room.team(who, plan, id);
  }
}
