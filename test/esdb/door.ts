import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A plain socket before a server, so that connections can break where a server would say goodbye. */
export class Door {
  #door: Server | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();
  /** Milliseconds by which whatever the server says is late. */
  delay = 0;

  get port(): number {
    return this.#port;
  }

  get open(): boolean {
    return this.#door?.listening ?? false;
  }

  /** Opens before a port of this machine or another, where it was before, on any free port at first. */
  async before(port: number, host = '127.0.0.1'): Promise<void> {
    const door = createServer({ noDelay: true }, (outside) => {
      const inside = connect({ port, host, noDelay: true });
      for (const socket of [outside, inside]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          outside.destroy();
          inside.destroy();
        });
      }
      outside.pipe(inside);
      void this.#pass(inside, outside);
    });
    door.listen(this.#port, '127.0.0.1');
    await once(door, 'listening');
    this.#port = (door.address() as { port: number }).port;
    this.#door = door;
  }

  /** Hands on what the server says, in order, however the delay changes. */
  async #pass(inside: Socket, outside: Socket): Promise<void> {
    try {
      for await (const chunk of inside) {
        if (this.delay > 0) await sleep(this.delay);
        if (!outside.write(chunk as Buffer)) await once(outside, 'drain');
      }
      outside.end();
    } catch {
      outside.destroy();
    }
  }

  /** Breaks every connection, in the middle of whatever it carries. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  async close(): Promise<void> {
    const door = this.#door;
    if (!door?.listening) return;
    const closed = once(door, 'close');
    door.close();
    this.cut();
    await closed;
  }
}
