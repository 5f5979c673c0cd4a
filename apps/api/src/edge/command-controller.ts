import { Body, Controller, HttpCode, Param, Post, Req, Res, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { Door, type AggregateName } from '@srd/application';
import type { JsonObject } from '@srd/kernel';
import type { FastifyReply } from 'fastify';
import { orderOf, type SignedRequest } from './asked';
import { Gives } from './guard';

/** What every command answers. */
export class CommandAnswer {
  /** Id of what was created or changed. */
  @ApiProperty() id: string;
  /** Its revision now: the next `If-Match`. */
  @ApiProperty() revision: number;
  /** A reader that waits for this position (`Srd-After`) sees the outcome. */
  @ApiProperty({ type: Number, nullable: true }) position: number | null;
  /** Types of the events recorded, in order. */
  @ApiProperty({ type: [String] }) recorded: string[];
  /** The same request had been carried out before under its idempotency key. */
  @ApiProperty() repeated: boolean;
}

/** One command of an aggregate as a route. */
export interface CommandRoute {
  /** Its form; the class's members are the body. */
  readonly form: Type<object>;
  /** What it does, in Chinese. */
  readonly summary: string;
  /** Makes something new, or adds what doesn't depend on the revision seen: no `If-Match` is asked for. */
  readonly creates?: boolean;
}

/** `OpenVisit` → `open-visit`. */
export function routeOf(command: string): string {
  return command.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/**
 * The content of a checked form as plain data, as it would stand in JSON: the domain knows no forms, and what goes into an event has
 * neither a class nor members that are undefined.
 */
export function plainOf(form: object): JsonObject {
  return JSON.parse(JSON.stringify(form)) as JsonObject;
}

/**
 * A controller with a route for each command of an aggregate: `POST /api/v1/<path>/{id}/<command-in-kebab-case>`.
 * The body is checked by the command's DTO; everything after that is the door's.
 */
export function commandController(
  path: string,
  aggregate: AggregateName,
  commands: Readonly<Record<string, CommandRoute>>,
): Type<object> {
  @ApiTags(path)
  @Controller(`api/v1/${path}`)
  class CommandsController {
    constructor(readonly door: Door) {}
  }
  for (const [command, { form, summary, creates = false }] of Object.entries(commands)) {
    const method = async function (
      this: CommandsController,
      id: string,
      body: object,
      request: SignedRequest,
      reply: FastifyReply,
    ): Promise<CommandAnswer> {
      const order = orderOf(request, creates);
      const outcome = await this.door.give(aggregate, id, { type: command, data: plainOf(body) }, request.who!, order);
      void reply.header('etag', `"${outcome.revision}"`);
      return {
        id,
        revision: outcome.revision,
        position: outcome.position ?? null,
        recorded: outcome.recorded.map(({ type }) => type),
        repeated: outcome.repeated,
      };
    };
    const name = command;
    // The interface's description finds a method's parameters by the function's own name.
    Object.defineProperty(method, 'name', { value: name });
    Object.defineProperty(CommandsController.prototype, name, { value: method, configurable: true, writable: true });
    const descriptor = Object.getOwnPropertyDescriptor(CommandsController.prototype, name)!;
    const target = CommandsController.prototype;
    Param('id')(target, name, 0);
    Body()(target, name, 1);
    Req()(target, name, 2);
    Res({ passthrough: true })(target, name, 3);
    Reflect.defineMetadata('design:paramtypes', [String, form, Object, Object], target, name);
    Post(`:id/${routeOf(command)}`)(target, name, descriptor);
    HttpCode(creates ? 201 : 200)(target, name, descriptor);
    Gives(command)(target, name, descriptor);
    ApiOperation({ summary, operationId: command })(target, name, descriptor);
    ApiBody({ type: form })(target, name, descriptor);
    (creates ? ApiCreatedResponse : ApiOkResponse)({ type: CommandAnswer })(target, name, descriptor);
    ApiHeader({ name: 'Idempotency-Key', required: false })(target, name, descriptor);
    if (!creates) ApiHeader({ name: 'If-Match', required: true })(target, name, descriptor);
  }
  Object.defineProperty(CommandsController, 'name', { value: `${aggregate}-commands` });
  return CommandsController;
}
