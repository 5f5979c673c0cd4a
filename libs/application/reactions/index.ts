import type { CommandBus } from '@nestjs/cqrs';
import type { CommandRunner, Reaction } from '@srd/runtime';
import type { Stores } from '../ports';
import { disclosing, drawing } from './drawing';
import { filing } from './filing';
import { Follow } from './follow';
import { leaving } from './leaving';
import { listing } from './listing';
import { material } from './material';
import { merging } from './merging';
import { opening } from './opening';
import { publishing } from './publishing';
import { penaltyFell } from './penalty-fell';
import { returning } from './returning';
import { unreachable } from './unreachable';

/** What follows in other streams from what happens to plans, draws, visits and lists. */
export function reactionsOn(bus: CommandBus, runner: CommandRunner, stores: Stores): readonly Reaction[] {
  const follow = new Follow(bus, runner, stores);
  return [
    opening(follow),
    drawing(follow),
    disclosing(follow),
    listing(follow),
    material(follow),
    merging(follow),
    penaltyFell(follow),
    publishing(follow),
    unreachable(follow),
    filing(follow),
    leaving(follow),
    returning(follow),
  ];
}
