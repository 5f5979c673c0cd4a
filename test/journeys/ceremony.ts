import { sealOf, type DrawProtocol } from '@srd/proof/draw';
import { sha256 } from '@srd/kernel';
import { randomBytes } from 'node:crypto';
import type { DrawBody } from './bodies';
import type { Client } from './client';
import type { House } from './server';

/** Roles of those who are invited to watch (B二(九)). */
export const WITNESSES = [{ role: '行业协会代表' }, { role: '法律服务人员代表' }] as const;

interface Link {
  readonly by: string;
  readonly role: string;
  readonly path: string;
}

/** A witness with a link and a phone: value and nonce stay there until the opening. */
export class Witness {
  private readonly draw: string;
  private readonly token: string;
  private readonly nonce = randomBytes(16).toString('hex');

  constructor(
    private readonly phone: Client,
    private readonly link: Link,
    private readonly value: string,
  ) {
    const [draw = '', token = ''] = link.path.slice('/witness/'.length).split('#');
    this.draw = decodeURIComponent(draw);
    this.token = token;
  }

  /** Path of the draw's public page, without what is done on it. */
  private get page(): string {
    return `/api/v1/public/draws/${encodeURIComponent(this.draw)}`;
  }

  async seal(): Promise<number> {
    const { requestHash } = await this.phone.read<DrawBody>(this.page);
    const protocol: DrawProtocol = this.draw.includes(':team') ? 'srd-assign/1' : 'srd-draw/1';
    const { by, role } = this.link;
    const seal = sealOf(protocol, requestHash, { by, role, value: this.value, nonce: this.nonce }, sha256);
    const { status } = await this.phone.send('POST', `${this.page}/seal`, { token: this.token, seal });
    return status;
  }

  async open(value = this.value): Promise<number> {
    const opening = { token: this.token, value, nonce: this.nonce };
    const { status } = await this.phone.send('POST', `${this.page}/open`, opening);
    return status;
  }
}

/** One draw and who runs it. */
export interface Ceremony {
  readonly officer: string;
  readonly plan: string;
  readonly series: string;
}

/** Fixes the pool and commits to the secret. */
export async function freeze(
  house: House,
  { officer, plan, series }: Ceremony,
  contributors: readonly object[] = WITNESSES,
) {
  const objects = series.endsWith(':practitioners') ? 'FreezePractitionerDraw' : 'FreezeObjectDraw';
  const command = series.includes(':team') ? 'FreezeTeamDraw' : objects;
  return house.as(officer).give('selections', series, command, { plan, contributors });
}

/** The witnesses of the latest attempt, each with the link that the officer hands over. */
export async function witnesses(house: House, { officer, series }: Ceremony): Promise<readonly Witness[]> {
  const { items } = await house
    .as(officer)
    .read<{ items: readonly Link[] }>(`/api/v1/selections/${encodeURIComponent(series)}/links`);
  return items.map((link, index) => new Witness(house.anybody, link, `${index + 1} 3 5 2 6 4`));
}

/** Everybody seals, the sealing is closed, everybody opens; the secret alone is missing. */
export async function sealAndOpen(house: House, ceremony: Ceremony): Promise<void> {
  const { officer, series } = ceremony;
  const invited = await witnesses(house, ceremony);
  for (const witness of invited) expect(await witness.seal()).toBe(201);
  await house.as(officer).give('selections', series, 'CloseSealing');
  for (const witness of invited) expect(await witness.open()).toBe(201);
  await house.as(officer).give('selections', series, 'EndOpening');
}

/** The whole draw, and what the public reads of it afterwards. */
export async function draw(house: House, ceremony: Ceremony, attempt = 1): Promise<DrawBody> {
  await freeze(house, ceremony);
  await sealAndOpen(house, ceremony);
  await house.as(ceremony.officer).give('selections', ceremony.series, 'Reveal');
  return publicDraw(house, ceremony.series, attempt);
}

/** An attempt as anybody sees it. */
export function publicDraw(house: House, series: string, attempt = 1): Promise<DrawBody> {
  return house.anybody.read<DrawBody>(`/api/v1/public/draws/${encodeURIComponent(`${series}.${attempt}`)}`);
}
