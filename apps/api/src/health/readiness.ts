import { Injectable } from '@nestjs/common';

/** Whether new work should come here. It turns to no before the server closes, so that a balancer looks elsewhere first. */
@Injectable()
export class Readiness {
  private stopping = false;

  get closing(): boolean {
    return this.stopping;
  }

  close(): void {
    this.stopping = true;
  }
}
