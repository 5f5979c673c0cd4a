import type { Basis, Decider, DomainCommand, DomainEvent } from '@srd/kernel';
import type { CommandRunner, Folded } from '@srd/runtime';

/** Reads what a decision rests on, and remembers where it was read (`meta.basedOn`). */
export class Evidence {
  private readonly read: Map<string, number>;

  /** @param known what the decision rests on already: the event that a reaction follows from */
  constructor(
    private readonly runner: CommandRunner,
    known: readonly Basis[] = [],
  ) {
    this.read = new Map(known.map(({ stream, revision }) => [stream, revision]));
  }

  /** The state of a stream; a stream that doesn't exist gives the initial state and counts as no basis. */
  async of<S, C extends DomainCommand, E extends DomainEvent>(decider: Decider<S, C, E>, stream: string): Promise<S> {
    return (await this.at(decider, stream)).state;
  }

  /** The state of a stream and its revision (-1 when it doesn't exist). */
  async at<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
  ): Promise<Folded<S>> {
    const folded = await this.runner.load(decider, stream);
    if (folded.revision >= 0) this.read.set(stream, folded.revision);
    return folded;
  }

  /** The state of a stream, to find out whether the decision rests on it: what is only looked through is no basis. */
  async glance<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
  ): Promise<S> {
    return (await this.runner.load(decider, stream)).state;
  }

  /** Streams and revisions read so far, in the order of their names. */
  get basedOn(): readonly Basis[] {
    return [...this.read]
      .map(([stream, revision]) => ({ stream, revision }))
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }
}
