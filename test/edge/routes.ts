import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../journeys/client';
import type { ServerProcess } from '../journeys/process';

/** A form as the interface describes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly responses: Readonly<Record<number, { readonly $ref?: string }>>;
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, object>> }>>;
  };
}

/** A route, as the interface’s description or the router tells of it. */
export interface Route {
  readonly method: string;
  /** With `{id}` in it. */
  readonly path: string;
}

/** A route that gives a command to an aggregate. */
export interface CommandRoute extends Route {
  readonly command: string;
  readonly aggregate: string;
  /** Doesn’t ask for `If-Match`. */
  readonly creates: boolean;
  readonly form: Schema;
}

/** The public's own pages, which are HTML and stand in no description. */
export const PUBLIC_PAGES: readonly string[] = [
  '/public',
  '/public/style.css',
  '/public/check.js',
  '/public/results/{case}',
  '/public/draws/{id}/transcript.json',
  '/public/draws/{id}',
  '/public/fairness',
  '/public/plans/{id}',
  '/public/procedure',
  '/public/visit',
  '/public/visit/{code}',
  '/public/log',
  '/public/{list}',
  '/public/*',
];

/** The routes that answer without login, and nothing else: whoever adds one writes it down here. */
export const PUBLIC: readonly string[] = [
  ...PUBLIC_PAGES.map((path) => `GET ${path}`),
  'GET /',
  'GET /sign-in',
  'GET /desk',
  'GET /desk/*',
  'GET /witness/{draw}',
  'GET /verifier.html',
  'GET /verifier.html.sha256',
  'GET /api/v1/desk',
  'GET /api/v1/demonstration',
  'POST /api/v1/demonstration/session',
  'POST /api/v1/demonstration/check',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /api/openapi.json',
  'POST /api/v1/session',
  'POST /api/v1/session/take-up',
  'GET /api/v1/public/plans',
  'GET /api/v1/public/draws',
  'GET /api/v1/public/draws/{id}',
  'GET /api/v1/public/results',
  'GET /api/v1/public/items',
  'GET /api/v1/public/guidance',
  'GET /api/v1/public/listings',
  'GET /api/v1/public/circulars',
  'GET /api/v1/public/visits/{code}',
  'GET /api/v1/public/procedure',
  'GET /api/v1/public/draws/{id}/explanation',
  'GET /api/v1/public/fairness',
  'GET /api/v1/public/log/checkpoint',
  'GET /api/v1/public/log/keys',
  'GET /api/v1/public/log/consistency',
  'GET /api/v1/public/log/rotations',
  'GET /api/v1/public/log/inclusion',
  'POST /api/v1/public/log/cosignatures',
  'POST /api/v1/public/draws/{draw}/link',
  'POST /api/v1/public/draws/{draw}/seal',
  'POST /api/v1/public/draws/{draw}/open',
];

/** The interface’s own description of itself. */
export class Interface {
  private constructor(private readonly description: Description) {}

  static async of(client: Client): Promise<Interface> {
    return new Interface(await client.read<Description>('/api/openapi.json'));
  }

  /** As it is built: with the queries, which a server that runs from its sources doesn't know. */
  static built(): Interface {
    const file = join(__dirname, '..', '..', 'apps', 'api', 'openapi.json');
    return new Interface(JSON.parse(readFileSync(file, 'utf8')) as Description);
  }

  get routes(): readonly Route[] {
    return Object.entries(this.description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    );
  }

  /** Every command of every aggregate. */
  get commands(): readonly CommandRoute[] {
    return Object.entries(this.description.paths).flatMap(([path, { post }]) => {
      const match = /^\/api\/v1\/([a-z-]+)\/\{id\}\/[a-z-]+$/.exec(path);
      const form = post?.requestBody?.content['application/json']?.schema;
      if (!match || !post || !form || !/^[A-Z]/.test(post.operationId) || post.operationId.includes('_')) return [];
      const creates = !post.parameters?.some(({ name, required }) => name === 'If-Match' && required === true);
      return [{ method: 'POST', path, command: post.operationId, aggregate: match[1] ?? '', creates, form }];
    });
  }

  /** Whether the description says that the route may answer with this problem. */
  describes({ method, path }: Route, status: number): boolean {
    const answer = this.description.paths[path]?.[method.toLowerCase()]?.responses[status];
    const name = answer?.$ref?.slice('#/components/responses/'.length);
    return (
      name !== undefined &&
      this.description.components.responses[name]?.content['application/problem+json'] !== undefined
    );
  }

  /** A form with its references followed. */
  resolved(schema: Schema): Schema {
    const [base] = schema.allOf ?? [];
    const reference = schema.$ref ?? base?.$ref;
    if (reference === undefined) return schema;
    const found = this.description.components.schemas[reference.slice('#/components/schemas/'.length)];
    if (!found) throw new Error(`no schema ${reference}`);
    return this.resolved(found);
  }

  /** A value that fits a form; `fixed` gives members of these names their values wherever they stand. */
  sample(schema: Schema, fixed: Readonly<Record<string, unknown>> = {}): unknown {
    const form = this.resolved(schema);
    if (form.enum) return form.enum[0];
    if (form.oneOf?.[0]) return this.sample(form.oneOf[0], fixed);
    switch (form.type) {
      case 'object':
        return this.sampleObject(form, fixed);
      case 'array':
        return Array.from({ length: form.minItems ?? 1 }, () => this.sample(form.items ?? {}, fixed));
      case 'integer':
      case 'number':
        return Math.max(1, form.minimum ?? 1);
      case 'boolean':
        return true;
      default:
        return sampleText(form);
    }
  }

  private sampleObject({ properties = {}, additionalProperties }: Schema, fixed: Readonly<Record<string, unknown>>) {
    if (additionalProperties !== undefined && Object.keys(properties).length === 0) return { 件数: 1 };
    return Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        Object.hasOwn(fixed, name) ? fixed[name] : this.sample(schema, fixed),
      ]),
    );
  }
}

function sampleText({ format, pattern, minLength }: Schema): string {
  if (format === 'date') return '2023-07-01';
  if (format === 'date-time') return '2023-07-01T01:00:00.000Z';
  if (pattern === '^[0-9a-f]{64}$') return 'a'.repeat(64);
  if (pattern === '^[0-9a-f]{32}$') return 'b'.repeat(32);
  if (pattern?.includes('{20,100}')) return 'c'.repeat(40);
  if (pattern?.startsWith('^[A-Za-z0-9]')) return 'id-1';
  return '文'.repeat(Math.max(1, minLength ?? 1));
}

/** The routes that the router itself wrote into its log when the server started. */
export function routesOfRouter({ lines }: Pick<ServerProcess, 'lines'>): readonly Route[] {
  return lines.flatMap((line) => {
    const [, path, method] = /Mapped \{(\S+), ([A-Z]+)\} route/.exec(line) ?? [];
    return path === undefined || method === undefined ? [] : [{ method, path: path.replaceAll(/:(\w+)/g, '{$1}') }];
  });
}

/** A path with something in the place of each id. */
export function filled(path: string, id = 'nothing-here'): string {
  return path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
}
