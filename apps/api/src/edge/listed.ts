import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Describes a list's answer: a page of rows of one form, and the cursor of the next. */
export function ListsRows(row: Type<object>): MethodDecorator {
  const items = { type: 'array', items: { $ref: getSchemaPath(row) } } as const;
  const next = { type: 'string', nullable: true, description: '下一页的 cursor，末页为 null' } as const;
  return applyDecorators(
    ApiExtraModels(row),
    ApiOkResponse({ schema: { type: 'object', required: ['items', 'next'], properties: { items, next } } }),
  );
}
