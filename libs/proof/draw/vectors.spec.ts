import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  leastCap,
  requestFinding,
  revealObjects,
  revealTeam,
  shortageOf,
  verify,
  type DrawTranscript,
  type TeamRequest,
} from '.';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

interface Vectors {
  readonly transcripts: readonly DrawTranscript[];
  readonly infeasible: readonly TeamRequest[];
  readonly forgeries: readonly { forged: string; verdict: string; transcript: unknown }[];
}
const vectors = JSON.parse(readFileSync(join(__dirname, '../../../test/vectors/draw-vectors.json'), 'utf8')) as Vectors;

/** The vectors' wording of each verdict. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'selected differs': ['SELECTION_DIFFERS'],
  'seed differs': ['SEED_DIFFERS'],
  'commitment differs': ['COMMITMENT_DIFFERS'],
  "a seal doesn't open": ['SEAL_DOES_NOT_OPEN'],
  'a quota is not what its rule gives': ['QUOTA_DIFFERS'],
  "a contributor isn't named or stands twice": ['CONTRIBUTOR_NOT_NAMED', 'CONTRIBUTOR_TWICE'],
};

function redo({ request, secret, contributions, beacon }: DrawTranscript): DrawTranscript {
  return request.protocol === 'srd-draw/1'
    ? revealObjects(request, secret, contributions, beacon, hash)
    : revealTeam(request, secret, contributions, beacon, hash);
}

describe('the vectors of srd-draw/1 and srd-assign/1', () => {
  it.each(vectors.transcripts.map((each) => [each.request.draw, each] as const))(
    '%s is found right and comes out to the byte when it is drawn again',
    (_, transcript) => {
      expect(verify(JSON.stringify(transcript), hash)).toMatchObject({ verdict: 'yes', code: 'VERIFIED' });
      expect(JSON.stringify(redo(transcript))).toBe(JSON.stringify(transcript));
    },
  );

  it.each(vectors.infeasible.map((each) => [each.draw, each] as const))('%s can not be filled', (_, request) => {
    expect(leastCap(request)).toBeNull();
    expect(shortageOf(request)).not.toBeNull();
    expect(requestFinding(request)?.code).toBe('DOCUMENT_INVALID');
    expect(requestFinding({ ...request, cap: 1 })?.code).toBe('CAP_NOT_LEAST');
  });

  it.each(vectors.forgeries.map((each, index) => [`${index} (${each.forged})`, each] as const))(
    'forgery %s gets its verdict',
    (_, { verdict, transcript }) => {
      const found = verify(JSON.stringify(transcript), hash);
      expect(found.verdict).toBe('wrong');
      expect(CODES[verdict]).toContain(found.code);
    },
  );
});
