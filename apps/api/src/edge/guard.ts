import {
  applyDecorators,
  HttpException,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';
import { Accounts, demandMayCommand } from '@srd/application';
import type { SignedRequest } from './asked';

const PUBLIC = 'srd:public';
/** The route answers without login. Every other one wants a session. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiSecurity({}));

const COMMAND = 'srd:command';
/** The command that a route gives: who may never give it learns that before anything is said about what they sent. */
export const Gives = (command: string): MethodDecorator => SetMetadata(COMMAND, command);

const FOLLOWS = 'srd:follows';
/** The route tells what happens by itself: to listen isn't to use a session. */
export const Follows = (): MethodDecorator => SetMetadata(FOLLOWS, true);

/**
 * Whether a person asks just now. A read that a page makes by itself says so (`Srd-Background: 1`) and doesn't keep its session from ending for
 * want of use; who leaves it out keeps a session of their own open and nothing else.
 */
export function isUse({ method, headers }: Pick<SignedRequest, 'method' | 'headers'>): boolean {
  return method !== 'GET' || headers['srd-background'] !== '1';
}

/** Name of the session cookie. */
export const SESSION_COOKIE = 'srd_session';

/** Stands before every route: finds the session and the account's roles of this moment, so that a revoked role ends at once. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly accounts: Accounts,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const token = tokenOf(request);
    const follows = this.reflector.get<boolean | undefined>(FOLLOWS, context.getHandler()) === true;
    const who = token === undefined ? undefined : await this.accounts.ofSession(token, !follows && isUse(request));
    if (!who) throw new HttpException('尚未登录或会话已结束', 401);
    request.who = who;
    request.token = token as string;
    const command = this.reflector.get<string | undefined>(COMMAND, context.getHandler());
    if (command !== undefined) demandMayCommand(who, command);
    return true;
  }
}

/** The session's token: `Authorization: Bearer …`, or the cookie. */
export function tokenOf(request: SignedRequest): string | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '');
  return bearer?.[1] ?? request.cookies[SESSION_COOKIE];
}
