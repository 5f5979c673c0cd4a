import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a connection begins that speaks HTTP/2, and what one says of it that begins with TLS. */
const HTTP_2 = 'PRI * HTTP/2.0';
const ALPN_HTTP_2 = '\x02h2';

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

  /**
   * Opens before a port of this machine or another, where it was before, on any free port at first; where another port is named for HTTP/1.1, as a server that speaks both on one
   * port tells them apart (ClearTextHttpMultiplexingMiddleware; under TLS by what the client proposes).
   */
  async before(port: number, host = '127.0.0.1', plain = port): Promise<void> {
    const door = createServer({ noDelay: true }, (outside) => {
      outside.on('error', () => undefined);
      outside.once('readable', () => {
        const first = (outside.read() as Buffer | null) ?? Buffer.alloc(0);
        if (first.length > 0) outside.unshift(first);
        this.#open(outside, first.includes(HTTP_2) || first.includes(ALPN_HTTP_2) ? port : plain, host);
      });
    });
    door.listen(this.#port, '127.0.0.1');
    await once(door, 'listening');
    this.#port = (door.address() as { port: number }).port;
    this.#door = door;
  }

  #open(outside: Socket, port: number, host: string): void {
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
