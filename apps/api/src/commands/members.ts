import { applyDecorators, type Type as ClassType } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { isDay } from '@srd/kernel';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsId, isPlainText } from '../edge/fields';

/** May be left out, but isn't null. */
export function MayLack(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf((_, value) => value !== undefined),
  );
}

/** May be left out, and then is what the member begins with. */
export function HasDefault(): PropertyDecorator {
  return ApiProperty({ required: false });
}

/** Null where there is none; give the member `= null`, so that leaving it out says the same. */
export function OrNull(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, nullable: true }),
    ValidateIf((_, value) => value !== null),
  );
}

/** Left out and null mean different things, and both may be. */
export function MayLackOrBeNull(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, nullable: true }),
    ValidateIf((_, value) => value !== undefined && value !== null),
  );
}

export function IsFlag(): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: Boolean }), IsBoolean());
}

export function IsWhole(least: number, most: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: least, maximum: most }),
    IsInt(),
    Min(least),
    Max(most),
  );
}

/** One word of a closed list. */
export function IsOneOf(words: readonly string[]): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: String, enum: [...words] }), IsIn(words));
}

/** Words of a closed list, each once. */
export function IsSomeOf(words: readonly string[], least = 1): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, isArray: true, enum: [...words] }),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(words.length),
    ArrayUnique(),
    IsIn(words, { each: true }),
  );
}

export function IsIds(most = 200, least = 0): PropertyDecorator {
  return applyDecorators(IsArray(), ArrayMinSize(least), ArrayMaxSize(most), IsId({ each: true }));
}

/** Files by the SHA-256 of their bytes, in lower-case hex. */
export function IsHashes(most = 100, least = 0): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
  return applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', pattern: '^[0-9a-f]{64}$' }, maxItems: most }),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    ValidateBy({ name: 'isHash', validator: { validate } }, { each: true }),
  );
}

export function IsDays(most: number, least = 0): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', format: 'date' }, maxItems: most }),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    ValidateBy({ name: 'isDay', validator: { validate: isDay } }, { each: true }),
  );
}

/** A list of texts for people, each brought to NFC and not blank. */
export function IsTexts(most: number, longest = 500, least = 0): PropertyDecorator {
  const validate = (value: unknown): boolean => isPlainText(value) && value.trim() !== '' && value.length <= longest;
  const tidy = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC') : value);
  return applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', minLength: 1, maxLength: longest }, maxItems: most }),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(tidy) : value)),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    ValidateBy({ name: 'isPlainText', validator: { validate } }, { each: true }),
  );
}

/** An object of its own form. A list isn't one: class-validator alone would take it for several. */
export function IsPart(form: ClassType<object>): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: form }),
    Type(() => form),
    IsObject(),
    ValidateNested(),
  );
}

/** A list of objects of one form. */
export function IsParts(form: ClassType<object>, most: number, least = 0): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: form, isArray: true, minItems: least, maxItems: most }),
    Type(() => form),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
  );
}

/** An object of one of several forms, told apart by a word in one of its members. */
export function IsEither(member: string, forms: Readonly<Record<string, ClassType<object>>>): PropertyDecorator {
  class UnknownForm {}
  IsIn(Object.keys(forms))(UnknownForm.prototype, member);
  const shaped = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const word = (value as Record<string, unknown>)[member];
    const form = typeof word === 'string' && Object.hasOwn(forms, word) ? forms[word] : undefined;
    return form ? plainToInstance(form, value) : plainToInstance(UnknownForm, { [member]: word });
  };
  const classes = Object.values(forms);
  return (target, name) => {
    ApiExtraModels(...classes)(target.constructor);
    ApiProperty({ type: Object, oneOf: classes.map((form) => ({ $ref: getSchemaPath(form) })) })(target, name);
    Transform(({ value }: { value: unknown }) => shaped(value))(target, name);
    IsObject()(target, name);
    ValidateNested()(target, name);
  };
}
