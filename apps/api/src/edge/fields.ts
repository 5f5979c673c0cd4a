import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isUsableId } from '@srd/application';
import { isDay, isInstant } from '@srd/kernel';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';

/** A calendar day, `2024-06-30`. */
export function IsDay(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date' }),
    ValidateBy({ name: 'isDay', validator: { validate: isDay } }),
  );
}

/** An instant in UTC, `2024-06-30T01:00:00.000Z`. */
export function IsInstant(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date-time' }),
    ValidateBy({ name: 'isInstant', validator: { validate: isInstant } }),
  );
}

/** An id as events and the draw's documents use it; `each` for a list of them. */
export function IsId(options: { readonly each?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$', isArray: options.each === true }),
    ValidateBy({ name: 'isId', validator: { validate: isUsableId } }, { each: options.each === true }),
  );
}

/** Lower-case hex of 32 bytes. */
export function IsHash(): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
  return applyDecorators(
    ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$' }),
    ValidateBy({ name: 'isHash', validator: { validate } }),
  );
}

/** Whether it is text that may be kept: no control or bidirectional characters (line breaks and tabs may stand). */
export function isPlainText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.isWellFormed() &&
    // oxlint-disable-next-line no-control-regex -- these are the characters that are refused
    !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(value)
  );
}

/** Text for people: brought to NFC, not blank, no control or bidirectional characters (line breaks and tabs may stand). */
export function IsText(longest = 500, shortest = 1): PropertyDecorator {
  const validate = (value: unknown): boolean => isPlainText(value) && (shortest === 0 || value.trim() !== '');
  return applyDecorators(
    ApiProperty({ type: String, minLength: shortest, maxLength: longest }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value)),
    IsString(),
    MinLength(shortest),
    MaxLength(longest),
    ValidateBy({ name: 'isPlainText', validator: { validate } }),
  );
}
