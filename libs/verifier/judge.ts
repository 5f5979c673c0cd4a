import { verify, type Verdict as DrawVerdict } from '@srd/proof/draw';
import type { BundleOptions, BundleVerdict } from './verdict';
import { verifyBundle } from './verify-bundle';

/** What a document turned out to be, and what is to be said of it. */
export type Judged =
  | { readonly kind: 'bundle'; readonly verdict: BundleVerdict }
  | { readonly kind: 'draw'; readonly verdict: DrawVerdict };

/** Judges a text that is an audit bundle (srd-bundle/1) or the transcript of a draw (srd-draw/1, srd-assign/1): it says itself which. */
export function judge(text: string, options: BundleOptions): Judged {
  const verdict = verifyBundle(text, options);
  if (verdict.code === 'BUNDLE_UNKNOWN') {
    const draw = verify(text, options.hash);
    if (draw.code !== 'PROTOCOL_UNKNOWN') return { kind: 'draw', verdict: draw };
  }
  return { kind: 'bundle', verdict };
}
