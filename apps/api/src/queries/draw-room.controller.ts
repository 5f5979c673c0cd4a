import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DrawRoom, type ObjectPreview, type TaskToDraw, type TeamPreview, type Who } from '@srd/application';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import { ObjectPreviewDto, PreviewDto, TaskToDrawDto, TeamPreviewDto } from './draw-room.dto';

/** What is ready to be drawn, and what a freeze would fix. */
@ApiTags('draws')
@Controller('api/v1')
export class DrawRoomController {
  constructor(private readonly room: DrawRoom) {}

  @Get('tasks-to-draw')
  @ApiOperation({ summary: '已分配的任务及其两次抽取的进度' })
  @ListsRows(TaskToDrawDto)
  async ready(@CurrentUser() who: Who): Promise<{ items: readonly TaskToDraw[]; next: null }> {
    return { items: await this.room.ready(who), next: null };
  }

  @Get('selections/:id/object-preview')
  @ApiOperation({ summary: '冻结对象名录前的预览：候选、排除及理由、数量及规则；不记录、不抽取' })
  @ApiOkResponse({ type: ObjectPreviewDto })
  objects(@CurrentUser() who: Who, @Param('id') id: string, @Query() { plan }: PreviewDto): Promise<ObjectPreview> {
    return this.room.objects(who, plan, id);
  }

  @Get('selections/:id/team-preview')
  @ApiOperation({ summary: '冻结人员名录前的预览：可选派人员、各项不得选派的理由、能否配齐；不记录、不抽取' })
  @ApiOkResponse({ type: TeamPreviewDto })
  team(@CurrentUser() who: Who, @Param('id') id: string, @Query() { plan }: PreviewDto): Promise<TeamPreview> {
    return this.room.team(who, plan, id);
  }
}
