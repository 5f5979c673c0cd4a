import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { latest, selectionWith, type Attempt, type AttemptPhase, type SelectionState } from '@srd/domain/selection';
import { isId, type DomainCommand, type Id, type Instant } from '@srd/kernel';
import type { DrawProtocol } from '@srd/proof/draw';
import { CommandRunner, type Outcome } from '@srd/runtime';
import { timingSafeEqual } from 'node:crypto';
import { CommandSelection } from './aggregates';
import { admitAs } from './desk';
import { taskIn } from './desks/pools';
import { selectionDesk, selectionStream } from './desks/selections';
import { DrawCheckpoints } from './draw-checkpoints';
import { Evidence } from './evidence';
import { STORES, type Stores } from './ports';
import { refuse } from './refusals';
import type { Order, Who } from './who';

/** A witness's own way to a draw, to be handed to them as a QR code. */
export interface ContributorLink {
  readonly by: string;
  readonly role: string;
  /** Path of the page; the token stands behind `#`, which browsers don't send to servers and so no log holds it. */
  readonly path: string;
}

/** What the holder of a link sees of the draw on their own device. */
export interface ContributorView {
  readonly draw: string;
  /** The task that is drawn for, by its name in the plan. */
  readonly task: string;
  readonly attempt: number;
  readonly by: string;
  readonly role: string;
  readonly protocol: DrawProtocol;
  readonly requestHash: string;
  readonly commitment: string;
  readonly state: AttemptPhase;
  readonly revealBy: Instant;
  readonly openUntil: Instant | null;
  /** The holder's seal, once it was received. */
  readonly seal: string | null;
  /** The holder's seal was opened. */
  readonly opened: boolean;
  /** The opening ended without the holder's value. */
  readonly absent: boolean;
}

/** What witnesses add to a draw (现场监督抽查, R11): they hold a link and no account, and the link is for one draw and one of them. */
@Injectable()
export class Contributions {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
    private readonly runner: CommandRunner,
    private readonly checkpoints: DrawCheckpoints,
  ) {}

  /** Whose link it is. @throws Refusal UNKNOWN_DRAW_LINK, whichever of draw and token is wrong */
  async holder(draw: string, token: string): Promise<{ series: Id; attempt: Attempt; by: string; position: number }> {
    const series = draw.slice(0, Math.max(0, draw.lastIndexOf('.')));
    const attempt = isId(series)
      ? (await this.stateOf(series)).attempts.find((one) => one.request.draw === draw)
      : undefined;
    const contributors = attempt?.request.contributors ?? [];
    // All are compared, so that the time taken doesn't tell which one was close.
    const fits = contributors.map(({ by }) => same(this.tokenOf(draw, by), token));
    const index = fits.indexOf(true);
    const found = contributors[index];
    return attempt && found ? { series, attempt, by: found.by, position: index + 1 } : refuse('UNKNOWN_DRAW_LINK');
  }

  /** Where the draw stands for the holder of a link, who has no other way to see a team draw's request. @throws Refusal UNKNOWN_DRAW_LINK */
  async view(draw: string, token: string): Promise<ContributorView> {
    const { series, by, attempt } = await this.holder(draw, token);
    const { request, requestHash, commitment, phase, openUntil, seals, opened, absent } = attempt;
    const role = request.contributors.find((each) => each.by === by)?.role ?? '';
    const { task } = await taskIn(new Evidence(this.runner), request.plan, series);
    return {
      draw,
      task: task.content.name,
      attempt: attempt.attempt,
      by,
      role,
      protocol: request.protocol,
      requestHash,
      // Who holds a link was named in a draw of our own, and such a draw commits to a secret.
      commitment: commitment ?? refuse('UNKNOWN_DRAW_LINK'),
      state: phase,
      revealBy: request.revealBy,
      openUntil,
      seal: seals.find((each) => each.by === by)?.seal ?? null,
      opened: by in opened,
      absent: absent.includes(by),
    };
  }

  /** Seals or opens in the name of the link's holder. @throws Refusal, and what the log throws */
  async give(
    draw: string,
    token: string,
    type: 'EnterSeal' | 'OpenSeal',
    content: Readonly<Record<string, string>>,
    { correlation, key }: Order,
  ): Promise<{ by: string; outcome: Outcome<unknown> }> {
    const { series, by, position } = await this.holder(draw, token);
    const command: DomainCommand = { type, data: { ...content, draw, by } };
    const meta = type === 'EnterSeal' ? await this.covered(draw) : {};
    const asked = { actor: `witness:${draw}:${position}`, correlation, meta, ...(key === undefined ? {} : { key }) };
    return { by, outcome: await this.bus.execute(new CommandSelection(series, command, asked)) };
  }

  /** The links of the latest attempt, for the officers of its section. @throws Refusal */
  async links(who: Who, series: Id): Promise<readonly ContributorLink[]> {
    const state = isId(series) ? await this.stateOf(series) : undefined;
    const attempt: Attempt | undefined = state && latest(state);
    if (!state || !attempt) return refuse('UNKNOWN_SUBJECT', `“${series}”还没有抽取`);
    const desk = selectionDesk(this.stores.hash);
    const target = await desk.target(state, { type: 'EnterSeal', data: {} }, series, new Evidence(this.runner));
    if (!target) return refuse('UNKNOWN_SUBJECT');
    admitAs(who, ['section-officer', 'section-head'], target);
    const { draw, contributors } = attempt.request;
    return contributors.map(({ by, role }) => ({
      by,
      role,
      path: `/witness/${draw}#${this.tokenOf(draw, by)}`,
    }));
  }

  /** Size of the published checkpoint that the seal comes after. @throws Refusal CHECKPOINT_AWAITED, to be tried again at once */
  private async covered(draw: string): Promise<{ checkpoint: string }> {
    const covered = await this.checkpoints.await(draw);
    return covered ? { checkpoint: String(covered.size) } : refuse('CHECKPOINT_AWAITED', undefined, { retryAfter: 1 });
  }

  private async stateOf(series: Id): Promise<SelectionState> {
    return (await this.runner.load(selectionWith(this.stores.hash), selectionStream(series))).state;
  }

  private tokenOf(draw: string, by: string): string {
    return this.stores.vault.token(`${draw}/${by}`);
  }
}

/** Compares in a time that depends on the lengths only. */
function same(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
