import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDouble, type Membership, type Security } from './double';
import { Records } from './records';

/** In milliseconds; a server takes a second or more for each (GossipTimeoutMs, LeaderElectionTimeoutMs: docs, cluster.md). */
const PACE = { notice: 250, elect: 250 };

/**
 * Three nodes of one cluster, of which one leads. When it dies, the others believe in it for a while (gossip), then nobody leads (election), then another does.
 * Two of three are needed for a leader (docs: cluster.md, "Quorum"). Acknowledged is what a quorum has, so no election loses it; a follower can lag.
 */
export class ClusterDouble {
  readonly nodes: readonly EventStoreDouble[];
  readonly #thoughtAlive = new Set<EventStoreDouble>();
  #leader: EventStoreDouble | undefined;
  #elections: Promise<void> = Promise.resolve();

  constructor(
    security?: Security,
    readonly records = new Records(),
  ) {
    this.nodes = [0, 1, 2].map(() => new EventStoreDouble(this.records, security));
    const membership: Membership = {
      leader: () => this.#leader,
      members: () => this.nodes.map((node) => [node, this.#thoughtAlive.has(node)]),
    };
    for (const node of this.nodes) node.membership = membership;
  }

  async start(): Promise<void> {
    for (const node of this.nodes) await this.#join(node);
  }

  /** With every node in it, as an application is given it. */
  get url(): string {
    return `esdb://${this.nodes.map(({ host, port }) => `${host}:${port}`).join(',')}?tls=false`;
  }

  /** @throws Error while there is none */
  get leader(): EventStoreDouble {
    if (!this.#leader) throw new Error('nobody leads');
    return this.#leader;
  }

  get followers(): readonly EventStoreDouble[] {
    return this.nodes.filter((node) => node.running && node !== this.#leader);
  }

  /** Kills a node; what follows for the others takes its time. */
  async kill(node: EventStoreDouble): Promise<void> {
    await node.stop();
    this.#elections = this.#elections.then(() => this.#noticeThat(node));
  }

  /** Has another lead, and the one that did lives on (docs: http-api, "resign node"; ClusterVNodeController, HandleAsResigningLeader). */
  async resign(): Promise<void> {
    const { leader } = this;
    this.#leader = undefined;
    await sleep(PACE.elect);
    await this.#elect(leader);
  }

  async restart(node: EventStoreDouble): Promise<void> {
    await this.#elections;
    await this.#join(node);
  }

  /** Settles when whoever can be elected has been. */
  settled(): Promise<void> {
    return this.#elections;
  }

  async stop(): Promise<void> {
    await this.#elections;
    for (const node of this.nodes) await node.stop();
  }

  async #join(node: EventStoreDouble): Promise<void> {
    await node.start();
    this.#thoughtAlive.add(node);
    if (this.#leader === undefined) await this.#elect();
  }

  async #noticeThat(node: EventStoreDouble): Promise<void> {
    await sleep(PACE.notice);
    if (node.running) return;
    this.#thoughtAlive.delete(node);
    if (this.#leader !== node && this.#thoughtAlive.size > 1) return;
    this.#leader = undefined;
    await sleep(PACE.elect);
    await this.#elect();
  }

  /** The first append to a new leader may come before a follower is subscribed to it, and isn't replicated in time (OperationResult.CommitTimeout). */
  async #elect(but?: EventStoreDouble): Promise<void> {
    if (this.#thoughtAlive.size < 2) return;
    const leader = this.nodes.find((node) => node !== but && this.#thoughtAlive.has(node));
    if (!leader) return;
    leader.faults.lag = undefined;
    leader.faults.lateCommits = this.records.all.length > 0 ? 1 : 0;
    this.#leader = leader;
  }
}
