import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Route = { readonly path: string; readonly method: string; readonly operation: Operation };

const text = (description: string) => ({ type: 'string', description });

/** What stands in the body of every answer that isn't a success (RFC 9457). */
const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: text('urn:srd:problem:<code>'),
    title: text('哪一类问题'),
    status: { type: 'integer', description: '同响应状态码' },
    code: text('固定的英文代码，供程序判断'),
    detail: text('本次的具体情形和办法'),
    instance: text('所请求的路径'),
    basis: text('不予办理所依据的条款'),
    errors: {
      type: 'array',
      description: '内容有误之处',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: text('RFC 6901 指针'),
          name: text('这一项的中文名称'),
          code: text('固定的英文代码'),
          message: text('错在哪里，应当怎样'),
          given: text('网址中所给的值；提交的内容有误时没有这一项'),
        },
      },
    },
    data: {
      type: 'object',
      description: '说明理由所需的数据；412 时为所见版本之后的变动',
      additionalProperties: true,
    },
  },
};

const hasHeader = ({ operation }: Route, name: string): boolean =>
  operation.parameters?.some((parameter) => 'name' in parameter && parameter.name === name) ?? false;
const isOpen = ({ operation }: Route): boolean =>
  operation.security?.some((need) => Object.keys(need).length === 0) ?? false;
const isRead = ({ method }: Route): boolean => method === 'get';
const takesInput = ({ operation }: Route): boolean =>
  operation.requestBody !== undefined ||
  (operation.parameters ?? []).some((each) => 'in' in each && each.in === 'query');

/** Each status with its name, what it means, and the routes that may answer it. */
const problems: readonly (readonly [status: number, name: string, meaning: string, when: (route: Route) => boolean])[] =
  [
    [400, 'Malformed', '请求无法解析', takesInput],
    [401, 'NotSignedIn', '尚未登录或会话已结束', (route) => !isOpen(route)],
    [403, 'Forbidden', '没有此项权限，或本人不得办理', (route) => !isOpen(route)],
    [404, 'NotFound', '没有找到，或不在查看范围', (route) => route.path.includes('{') || takesInput(route)],
    [409, 'Refused', '现状不允许：代码和条款见内容', (route) => !isRead(route)],
    [412, 'Stale', '他人已处理：If-Match 所写的不是现行版本', (route) => !isRead(route) && !isOpen(route)],
    [422, 'Invalid', '内容有误', (route) => takesInput(route) || route.path.includes('{')],
    [428, 'IfMatchRequired', '缺少 If-Match', (route) => hasHeader(route, 'If-Match')],
  ];

/** Describes at every operation the problems that it may answer, once for all; 429 and 503 may come from any of them. */
export function describeProblems(document: OpenAPIObject): void {
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: problem };
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  components.responses = Object.fromEntries(
    problems.map(([, name, meaning]) => [name, { description: meaning, content }]),
  );
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      for (const [status, name, , when] of problems) {
        if (when({ path, method, operation }))
          operation.responses[status] ??= { $ref: `#/components/responses/${name}` };
      }
    }
  }
}
