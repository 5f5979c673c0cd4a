import { Body, Controller, Get, Header, HttpCode, HttpException, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { keysOf, LogKeeper, LogRotation, LogWitnessing, STORES, type Stores } from '@srd/application';
import { encodeBase64 } from '@srd/proof/log';
import { Public } from '../edge/guard';
import {
  CheckpointQueryDto,
  Consistency,
  ConsistencyDto,
  CosignatureDto,
  Cosigned,
  Inclusion,
  KeyRotations,
  InclusionDto,
  VerifierKeys,
} from './log.dto';

/** What anybody needs to hold the log to its word (srd-log/1). */
@ApiTags('public')
@Public()
@Controller('api/v1/public/log')
export class PublicLogController {
  constructor(
    private readonly keeper: LogKeeper,
    private readonly witnessing: LogWitnessing,
    private readonly rotation: LogRotation,
    @Inject(STORES) private readonly stores: Stores,
  ) {}

  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: '最新的检查点：日志的条数和根散列，带签名（C2SP tlog-checkpoint）' })
  @ApiOkResponse({ type: String })
  checkpoint(@Query() { size, witnessed }: CheckpointQueryDto): string {
    const { tree } = this.stores.ledger;
    let found = size === undefined ? tree.latest() : tree.covering(size - 1);
    if (size !== undefined && found?.size !== size) found = undefined;
    if (size === undefined && witnessed === 'true') found = tree.latestWitnessed();
    if (!found) throw new HttpException('还没有这样的检查点', 404);
    return found.note;
  }

  @Get('keys')
  @ApiOperation({ summary: '签署检查点的公钥（现行的在前）和已登记的见证人公钥' })
  @ApiOkResponse({ type: VerifierKeys })
  keys(): VerifierKeys {
    return { items: [...keysOf(this.stores.ledger, this.stores.hash)], witnesses: [...this.witnessing.keys] };
  }

  @Get('rotations')
  @ApiOperation({ summary: '历次换钥：公告新公钥的记录，附其在旧密钥检查点之内的证明；见证人据此认得新公钥' })
  @ApiOkResponse({ type: KeyRotations })
  async rotations(): Promise<KeyRotations> {
    return { items: await this.rotation.announced() };
  }

  @Get('consistency')
  @ApiOperation({ summary: '证明后一检查点由前一检查点只增不改而来' })
  @ApiOkResponse({ type: Consistency })
  consistency(@Query() { from, to }: ConsistencyDto): Consistency {
    this.checkSize(to);
    if (from > to) throw new HttpException(`from（${from}）不能大于 to（${to}）`, 422);
    return { from, to, proof: this.keeper.consistency(from, to).map(encodeBase64) };
  }

  @Get('inclusion')
  @ApiOperation({ summary: '证明某一条事件在某一检查点之内' })
  @ApiOkResponse({ type: Inclusion })
  inclusion(@Query() { index, size }: InclusionDto): Inclusion {
    this.checkSize(size);
    if (index >= size) throw new HttpException(`index（${index}）须小于 size（${size}）`, 422);
    const leaf = this.stores.ledger.tree.node(0, index);
    if (!leaf) throw new HttpException(`没有第 ${index} 号记录`, 404);
    return { index, size, leaf: encodeBase64(leaf), proof: this.keeper.inclusion(index, size).map(encodeBase64) };
  }

  @Post('cosignatures')
  @HttpCode(200)
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @ApiOperation({ summary: '已登记的见证人交回联署的检查点', operationId: 'cosign-checkpoint' })
  @ApiOkResponse({ type: Cosigned })
  async cosignatures(@Body() { note }: CosignatureDto): Promise<Cosigned> {
    const taken = await this.witnessing.take(note);
    return { size: taken.size, note: taken.note };
  }

  private checkSize(size: number): void {
    const signed = this.keeper.latest()?.size ?? 0;
    if (size > signed) throw new HttpException(`日志现有 ${signed} 条已签名，没有 ${size} 条`, 404);
  }
}
