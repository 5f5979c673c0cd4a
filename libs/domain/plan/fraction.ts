/** An exact fraction in lowest terms, with a positive denominator. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** A fraction as plain data: whole numbers in decimal text, and the nearest basis points beside them. */
export type FractionText = { readonly numerator: string; readonly denominator: string; readonly basisPoints: number };

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

/** a / b in lowest terms; both not negative, b not nought. @throws RangeError otherwise */
export function fraction(a: bigint | number, b: bigint | number = 1n): Fraction {
  const [numerator, denominator] = [BigInt(a), BigInt(b)];
  if (numerator < 0n || denominator <= 0n) throw new RangeError(`not a fraction: ${numerator}/${denominator}`);
  const common = divisor(numerator, denominator);
  return common === 0n
    ? { numerator: 0n, denominator: 1n }
    : { numerator: numerator / common, denominator: denominator / common };
}

export const zero = fraction(0);
export const one = fraction(1);

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** 1 − a, for a up to 1. */
export function rest(a: Fraction): Fraction {
  return fraction(a.denominator - a.numerator, a.denominator);
}

/** The fraction as plain data, basis points rounded half up. */
export function fractionText({ numerator, denominator }: Fraction): FractionText {
  const basisPoints = Number((numerator * 20_000n + denominator) / (2n * denominator));
  return { numerator: String(numerator), denominator: String(denominator), basisPoints };
}
